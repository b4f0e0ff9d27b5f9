using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Cli.Overview;

/// <summary><c>placelead status</c>.</summary>
internal static class StatusCommand
{
    public static Command Create(Writers writers)
    {
        var cohort = new Option<string?>("--cohort") { Description = "Only this cohort, with its messages in doubt.", HelpName = "ID" };
        var command = new Command("status", "How the cohorts stand.") { cohort };
        return command.OnWorkspace(writers, async (run, workspace) =>
        {
            if (run.Parsed.GetValue(cohort) is { } one)
            {
                await workspace.PartsAsync(new CohortId(one), run.Cancellation).ConfigureAwait(false);
            }

            var all = await CohortLine.AllAsync(
                workspace.Services.GetRequiredService<CohortDirectory>(), workspace.Services.GetRequiredService<CohortDesk>(),
                workspace.Services.GetRequiredService<TroubleDesk>(), run.Cancellation).ConfigureAwait(false);
            Show([.. all.Where(item => run.Parsed.GetValue(cohort) is not { } id || item.Id.Value == id || CohortParts.WholeOf(item.Id).Value == id)], run.Output, run.Parsed.GetValue(cohort) is not null);
        });
    }

    private static void Show(IReadOnlyList<CohortLine> cohorts, Output output, bool details)
    {
        output.Document(cohorts);
        if (cohorts.Count == 0)
        {
            output.Line("No cohort has been launched here yet. 'placelead launch --help' shows how.");
            return;
        }

        output.Table(
            ["Cohort", "Place", "State", "People", "Paused", "Left", "Waiting", "In doubt", "Address refused", "Next message"],
            cohorts.Select(IReadOnlyList<string> (cohort) =>
            [
                cohort.Id.Value, cohort.Place, cohort.State, Number(cohort.People), Number(cohort.Paused), Number(cohort.Left),
                Number(cohort.Waiting), Number(cohort.InDoubt.Count), Number(cohort.AddressRefused), cohort.NextMessage ?? "-",
            ]));
        foreach (var cohort in cohorts)
        {
            foreach (var trouble in cohort.Troubles)
            {
                output.Line($"{cohort.Id}: {trouble}");
            }

            foreach (var held in cohort.Held)
            {
                output.Line($"Held: {held.Message}. {held.Reason} Once that is mended: placelead settle --message {held.Message} --as not-sent");
            }
        }

        foreach (var message in cohorts.Where(_ => details).SelectMany(cohort => cohort.InDoubt))
        {
            output.Line($"In doubt: {message}. Ask the person, then: placelead settle --message {message} --as sent|not-sent");
        }
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
