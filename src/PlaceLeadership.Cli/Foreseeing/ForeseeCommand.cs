using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Time;

namespace PlaceLeadership.Cli.Foreseeing;

/// <summary><c>placelead foresee</c>.</summary>
internal static class ForeseeCommand
{
    public static Command Create(Writers writers)
    {
        var (cohort, person) = (CommonOptions.Cohort(), CommonOptions.Person());
        var week = CommonOptions.OptionalDate("--week", "Only the week, from Monday, that holds this day.");
        var command = new Command("foresee", "Show every message that will go out, to whom and when, as things stand now.") { cohort, person, week };
        return command.OnWorkspace(writers, async (run, workspace) =>
        {
            var id = run.Parsed.GetRequiredValue(cohort);
            ParticipantId? only = run.Parsed.GetValue(person) is { } who
                ? (await workspace.PersonAsync(id, who, run.Cancellation).ConfigureAwait(false)).Identity.ParticipantId
                : null;
            var foreseen = new List<Line>();
            foreach (var (part, timetable) in await workspace.PartsAsync(id, run.Cancellation).ConfigureAwait(false))
            {
                foreseen.AddRange(await ForeseeAsync(workspace, part, timetable, only, run.Parsed.GetValue(week), run.Cancellation).ConfigureAwait(false));
            }

            Show(
                [
                    .. foreseen.OrderBy(line => line.Message.On).ThenBy(line => line.Message.Hour)
                        .ThenBy(line => line.Message.Participant),
                ],
                run.Output);
        });
    }

    private static async Task<IReadOnlyList<Line>> ForeseeAsync(
        Workspace workspace, Cohort cohort, Timetable timetable, ParticipantId? only, LocalDate? week, CancellationToken cancellation)
    {
        var desk = workspace.Services.GetRequiredService<CohortDesk>();
        var view = (await desk.ReadAsync(cohort.Id, cancellation).ConfigureAwait(false))!.Value.View;
        var identities = await desk.IdentitiesAsync(cohort.Id, cancellation).ConfigureAwait(false);
        var now = workspace.Clock.Now();
        var monday = week?.PlusDays(1 - (int)week.Value.DayOfWeek);
        return
        [
            .. view.Participants.Select(person => person.Value)
                .Where(person => only is null || person.Id == only)
                .SelectMany(person => Foresight.For(timetable, view.Cohort.Value, person, now, groups: view.Groups.Groups))
                .Where(message => monday is not { } first || (message.On >= first && message.On < first.PlusDays(7)))
                .Select(message => new Line(message, identities.GetValueOrDefault(message.Participant)?.Value)),
        ];
    }

    private static void Show(IReadOnlyList<Line> lines, Output output)
    {
        output.Table(
            ["Day", "Hour", "To", "Step", "Message", "Title", "What will happen"],
            lines.Select(IReadOnlyList<string> (line) =>
            [
                $"{line.Message.On:ddd uuuu-MM-dd}", $"{line.Message.Hour:00}:00", line.Identity?.Entry.Email ?? line.Message.Participant.Value,
                line.Message.Step.Id.Value, MessageId.Word(line.Message.Kind), line.Message.Step.Title.ByLanguage.Values.First(), line.Fate,
            ]));
        output.Line(lines.Count == 1 ? "1 message." : $"{lines.Count} messages. Reminders go only to people who have not replied by then.");
        output.Document(lines.Select(line => new
        {
            day = $"{line.Message.On:uuuu-MM-dd}",
            line.Message.Hour,
            line.Message.Participant,
            line.Identity?.Entry.Email,
            step = line.Message.Step.Id,
            kind = line.Message.Step.Kind.Word,
            message = MessageId.Word(line.Message.Kind),
            fate = line.Message.Fate,
            line.Message.Moved,
        }));
    }

    private sealed record Line(ForeseenMessage Message, Identity? Identity)
    {
        public string Fate => Message.Fate switch
        {
            ForeseenAs.Cancelled => "cancelled",
            ForeseenAs.IfNoReply => "if no reply by then",
            ForeseenAs.OnceSettled => "once it is settled who meets whom, or when",
            ForeseenAs.NotTended => "nothing: open spaces are not there yet",
            _ => Message.Moved ? "moved here" : "will be sent",
        };
    }
}
