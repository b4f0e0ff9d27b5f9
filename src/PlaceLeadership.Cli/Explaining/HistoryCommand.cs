using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Application.Explaining;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Cli.Explaining;

/// <summary><c>placelead history</c>.</summary>
internal static class HistoryCommand
{
    public static Command Create(Writers writers)
    {
        var (cohort, person) = (CommonOptions.Cohort(), CommonOptions.Person());
        cohort.Required = false;
        cohort.Description += " Without one: what was done at the desk.";
        var since = CommonOptions.OptionalDate("--since", "Only from this day on.");
        var command = new Command("history", "Say who did what to a cohort or to one person, when and why; or who signed in, was refused, granted, read and changed. Who replied is never told.") { cohort, person, since };
        return command.OnWorkspace(writers, async (run, workspace) =>
        {
            if (run.Parsed.GetResult(cohort) is null)
            {
                await ShowDeskAsync(run, workspace, run.Parsed.GetValue(since), run.Parsed.GetValue(person)).ConfigureAwait(false);
                return;
            }

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

    private static async Task ShowDeskAsync(WorkspaceRun run, Workspace workspace, LocalDate? since, string? person)
    {
        if (person is not null)
        {
            throw new Refusal("--person goes with --cohort: what was done at the desk names nobody who takes part.");
        }

        var zone = LaunchOrder.Zone;
        var now = TimeProvider.System.Now();
        var lines = await workspace.Services.GetRequiredService<AccessHistory>()
            .ReadAsync(since?.AtStartOfDayInZone(zone).ToInstant() ?? now - AccessLog.Kept, now + Duration.FromDays(1), run.Cancellation).ConfigureAwait(false);
        foreach (var line in lines)
        {
            run.Output.Line($"{line.Act.At.InZone(zone).LocalDateTime:uuuu-MM-dd HH:mm}  {line.Sentence}");
        }

        if (lines.Count == 0)
        {
            run.Output.Line("Nothing was done at the desk in this time.");
        }

        run.Output.Document(lines.Select(line => new
        {
            at = line.Act.At.ToString(),
            by = line.Act.By?.Value,
            line.Act.What,
            whom = line.Act.Whom?.Value,
            cohort = line.Act.Cohort?.Value,
            line.Act.Detail,
            line.Act.From,
            line.Sentence,
        }));
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
