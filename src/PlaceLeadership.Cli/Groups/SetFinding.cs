using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;

namespace PlaceLeadership.Cli.Groups;

/// <summary>Finds the learning set that a command names by its number.</summary>
internal static class SetFinding
{
    public static Option<int> Option()
    {
        var option = CommonOptions.Number<int>(
            "--set", "The number of the learning set, as 'placelead groups' shows it.", number => number >= 1, "--set takes the number of a learning set, such as 3.");
        option.Required = true;
        return option;
    }

    /// <summary>The part of the cohort that has the set, and the set, or a refusal that says which there are.</summary>
    public static async Task<(Cohort Cohort, LearningSet Set)> SetAsync(
        this Workspace workspace, CohortId cohortId, int number, CancellationToken cancellation)
    {
        await workspace.PartsAsync(cohortId, cancellation).ConfigureAwait(false);
        var (found, known) = await workspace.Services.GetRequiredService<CohortFinding>().SetsAsync(cohortId, number, cancellation).ConfigureAwait(false);
        return found switch
        {
            [var one] => one,
            [] when known.Count == 0 => throw new Refusal(
                $"The cohort '{cohortId}' has no learning sets yet. They are formed some weeks before the first set meeting; 'placelead foresee' shows it."),
            [] => throw new Refusal(
                $"The cohort '{cohortId}' has no set {Text(number)}. There are: {string.Join(", ", known.Select(Text))}."),
            _ => throw new Refusal(
                $"Several parts of the cohort have a set {Text(number)}. Give the part to --cohort: {string.Join(", ", found.Select(item => item.Cohort.Id))}."),
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
