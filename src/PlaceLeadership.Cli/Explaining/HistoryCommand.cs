using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.Explaining;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;

namespace PlaceLeadership.Cli.Explaining;

/// <summary><c>placelead history</c>.</summary>
internal static class HistoryCommand
{
    public static Command Create(Writers writers)
    {
        var (cohort, person) = (CommonOptions.Cohort(), CommonOptions.Person());
        var since = CommonOptions.OptionalDate("--since", "Only from this day on.");
        var command = new Command("history", "Say who did what to a cohort or to one person, when and why. Who replied is never told.") { cohort, person, since };
        return command.OnWorkspace(writers, async (run, workspace) =>
        {
            var id = run.Parsed.GetRequiredValue(cohort);
            ParticipantId? only = run.Parsed.GetValue(person) is { } who
                ? (await workspace.PersonAsync(id, who, run.Cancellation).ConfigureAwait(false)).Identity.ParticipantId : null;
            var lines = new List<HistoryLine>();
            foreach (var (part, timetable) in await workspace.PartsAsync(id, run.Cancellation).ConfigureAwait(false))
            {
                lines.AddRange(await workspace.Services.GetRequiredService<History>()
                    .OfAsync(part, timetable, only, run.Parsed.GetValue(since), null, run.Cancellation).ConfigureAwait(false));
            }

            Show([.. lines.OrderBy(line => line.At)], run.Output);
        });
    }

    private static void Show(IReadOnlyList<HistoryLine> lines, Output output)
    {
        foreach (var line in lines)
        {
            output.Line($"{line.At:uuuu-MM-dd HH:mm}  {line.Sentence}");
        }

        if (lines.Count == 0)
        {
            output.Line("Nothing was done in this time, or it was before the history began.");
        }

        output.Document(lines.Select(line => new
        {
            at = $"{line.At:uuuu-MM-dd'T'HH:mm:ss}",
            by = new { kind = line.By.Kind.ToString(), line.By.Id },
            line.Deed.What,
            person = line.Deed.Person?.Value,
            step = line.Deed.Step?.Value,
            line.Deed.Detail,
            line.Sentence,
        }));
    }
}
