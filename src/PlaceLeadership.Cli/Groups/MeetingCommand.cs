using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Application.Groups;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;

namespace PlaceLeadership.Cli.Groups;

/// <summary><c>placelead meeting</c>.</summary>
internal static class MeetingCommand
{
    private const string Moment = "uuuu-MM-dd HH:mm";

    private static readonly Option<string> Step = new("--step")
    {
        Description = "The step of the meeting, as 'placelead groups' shows it.",
        Required = true,
        HelpName = "STEP",
    };

    private static readonly Option<LocalDateTime?> Move = new("--move")
    {
        Description = "The new time, local, such as \"2027-03-02 13:30\".",
        HelpName = "WHEN",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            foreach (var pattern in new[] { Moment, "uuuu-MM-dd'T'HH:mm" })
            {
                if (LocalDateTimePattern.CreateWithInvariantCulture(pattern).Parse(text) is { Success: true } parsed)
                {
                    return parsed.Value;
                }
            }

            result.AddError($"'{text}' is not a time for --move. Write day and time, such as \"2027-03-02 13:30\".");
            return null;
        },
    };

    private static readonly Option<bool> CallOff = new("--call-off") { Description = "The meeting does not take place." };

    public static Command Create(Writers writers)
    {
        var (cohort, set) = (CommonOptions.Cohort(), SetFinding.Option());
        var command = new Command("meeting", "Move a meeting of a learning set, or call it off. Its members are told, and their calendars with them.") { cohort, set, Step, Move, CallOff };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Move) is not null == result.GetValue(CallOff))
            {
                result.AddError("Give --move with a new time, or --call-off.");
            }
        });
        return command.OnWorkspace(writers, async (run, workspace) =>
        {
            var (part, found) = await workspace.SetAsync(run.Parsed.GetRequiredValue(cohort), run.Parsed.GetValue(set), run.Cancellation).ConfigureAwait(false);
            var step = new StepId(run.Parsed.GetRequiredValue(Step));
            var meetings = workspace.Services.GetRequiredService<MeetingDesk>();
            var outcome = await (run.Parsed.GetValue(Move) is { } time
                ? meetings.MoveAsync(part, Actor.CommandLine, found.Number, step, time, run.Cancellation)
                : meetings.CallOffAsync(part, Actor.CommandLine, found.Number, step, run.Cancellation)).ConfigureAwait(false);
            Report(run.Output, part, found, step, outcome);
        });
    }

    /// <summary>A sentence with a way out.</summary>
    internal static string Sentence(MeetingRefusal reason) => reason switch
    {
        MeetingRefusal.NoDateYet => "The meeting has no date yet: its poll is open. Wait until it closes; then it can be moved or called off.",
        MeetingRefusal.CalledOff => "The meeting was called off already, and everybody was told. Let the set agree on another time among themselves, or wait for its next meeting.",
        MeetingRefusal.Past => "The meeting has taken place. If it was not held, its members say so in the message the day after.",
        MeetingRefusal.TooSoon => "The new time is not at least a day ahead, too soon for everybody to hear of it. Give a later day to --move.",
        MeetingRefusal.TooLate => $"The new time is more than {MeetingChange.DaysAheadMax} days ahead. Give an earlier day to --move, or call the meeting off with --call-off.",
        MeetingRefusal.TooOften => $"The meeting was moved {SetMeeting.MovesMax} times already, as often as a meeting may be. It stays, or call it off with --call-off.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason."),
    };

    private static void Report(Output output, Cohort part, LearningSet set, StepId step, MeetingOutcome outcome)
    {
        var meeting = outcome switch
        {
            MeetingOutcome.Changed changed => changed.Meeting,
            MeetingOutcome.Refused refused => throw new Refusal(Sentence(refused.Reason) + " Nothing was changed."),
            _ => throw new Refusal(set.Meetings.Count == 0
                ? $"Set {set.Number} has no meeting coming up. A poll for the next opens about {SetMessages.PollDaysBefore / 7} weeks before its planned day."
                : $"Set {set.Number} has no meeting '{step}' coming up. There are: {string.Join(", ", set.Meetings.Select(other => other.StepId))}."),
        };
        var at = meeting.At!.Value.ToString(Moment, CultureInfo.InvariantCulture);
        output.Line(meeting.CalledOff
            ? $"'{step}' of set {set.Number} on {at} does not take place. Its members are told."
            : $"'{step}' of set {set.Number} is on {at}. Its members are told, and calendars that took the invitation follow.");
        output.Document(new { ok = true, cohort = part.Id, set = set.Number, step, at, meeting.CalledOff });
    }
}
