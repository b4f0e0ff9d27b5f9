using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.Overview;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;

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

            CohortId? only = run.Parsed.GetValue(cohort) is { } id ? new CohortId(id) : null;
            Show(
                await workspace.Services.GetRequiredService<CohortOverview>().ReadAsync(only, run.Cancellation).ConfigureAwait(false),
                run.Output, details: only is not null);
        });
    }

    private static void Show(IReadOnlyList<CohortLine> cohorts, Output output, bool details)
    {
        output.Document(cohorts.Select(CohortText.Document));
        if (cohorts.Count == 0)
        {
            output.Line("No cohort has been launched here yet. 'placelead launch --help' shows how.");
            return;
        }

        output.Table(
            ["Cohort", "Place", "State", "People", "Paused", "Left", "Waiting", "In doubt", "Address refused", "Next message"],
            cohorts.Select(IReadOnlyList<string> (cohort) =>
            [
                cohort.Id.Value, cohort.Place, CohortText.State(cohort), .. Numbers(cohort.Standing?.Summary), CohortText.NextMessage(cohort) ?? "-",
            ]));
        foreach (var cohort in cohorts)
        {
            foreach (var trouble in cohort.Troubles)
            {
                output.Line($"{cohort.Id}: {trouble}");
            }

            foreach (var (message, reason) in cohort.Standing?.Summary.Held ?? [])
            {
                output.Line($"Held: {message}. {reason} Once that is mended: placelead settle --message {message} --as not-sent");
            }
        }

        foreach (var message in cohorts.Where(_ => details).SelectMany(cohort => cohort.Standing?.Summary.InDoubt ?? []))
        {
            output.Line($"In doubt: {message}. Ask the person, then: placelead settle --message {message} --as sent|not-sent");
        }
    }

    private static IEnumerable<string> Numbers(CohortSummary? summary) => (summary is null
        ? [0, 0, 0, 0, 0, 0]
        : new[] { summary.People, summary.Paused, summary.Left, summary.Waiting, summary.InDoubt.Count, summary.AddressRefused }).Select(Number);

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
