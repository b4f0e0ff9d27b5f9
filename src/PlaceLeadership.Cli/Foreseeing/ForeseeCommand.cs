using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Tending;

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
            var foreseen = new List<AheadLine>();
            var ahead = workspace.Services.GetRequiredService<LookingAhead>();
            foreach (var (part, _) in await workspace.PartsAsync(id, run.Cancellation).ConfigureAwait(false))
            {
                foreseen.AddRange((await ahead.ReadAsync(part.Id, only, run.Parsed.GetValue(week), run.Cancellation).ConfigureAwait(false))!.Lines);
            }

            Show([.. foreseen.OrderBy(line => line.Message.On).ThenBy(line => line.Message.Hour)], run.Output);
        });
    }

    private static string Count(IReadOnlyList<AheadLine> lines)
    {
        var named = lines.Count(line => line.Message.Fate == ForeseenAs.IfNoReply);
        var messages = lines.Count - named;
        return (messages == 1 ? "1 message" : $"{messages} messages") + (named == 0 ? "." : $", which name {(named == 1 ? "a step" : $"{named} steps")} as still open at most.");
    }

    private static void Show(IReadOnlyList<AheadLine> lines, Output output)
    {
        output.Table(
            ["Day", "Hour", "To", "Step", "Message", "Title", "What will happen"],
            lines.Select(IReadOnlyList<string> (line) =>
            [
                $"{line.Message.On:ddd uuuu-MM-dd}", $"{line.Message.Hour:00}:00", line.To?.Entry.Email ?? line.Message.Participant.Value,
                line.Message.Step.Id.Value, MessageId.Word(line.Message.Kind), line.Message.Step.Title.In("en"), line.Fate,
            ]));
        output.Line(Count(lines));
        output.Document(lines.Select(line => new
        {
            day = $"{line.Message.On:uuuu-MM-dd}",
            line.Message.Hour,
            line.Message.Participant,
            line.To?.Entry.Email,
            step = line.Message.Step.Id,
            kind = line.Message.Step.Kind.Word,
            message = MessageId.Word(line.Message.Kind),
            fate = line.Message.Fate,
            line.Message.Moved,
        }));
    }
}
