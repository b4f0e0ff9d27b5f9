using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Messages;

/// <summary>
/// Taking back a message that was certainly not sent: the person is as if it had never been decided, so tending plans it
/// again by the rules of the day.
/// </summary>
public static class Withdrawal
{
    /// <summary>The person without this message.</summary>
    public static Participant Of(OutboxMessage message, Participant person, Timetable timetable)
    {
        if (message.Id.Kind == MessageKind.Unclear)
        {
            return person;
        }

        // What was not sent does not count as a message of its day.
        var uncounted = person.LastMessageOn == message.DueOn
            ? person with { MessagesOnLastDay = Math.Max(0, person.MessagesOnLastDay - 1) }
            : person;
        if (!IsStillNeeded(message.Id, person, timetable))
        {
            return uncounted;
        }

        var without = message.Id.Kind == MessageKind.Prompt
            ? WithoutPrompt(message.Id, uncounted, timetable)
            : WithoutReminder(message.Id, uncounted);
        return message.Moved is { } moved ? without with { Amendments = [.. without.Amendments, moved] } : without;
    }

    /// <summary>The person without any of these messages.</summary>
    public static Participant Of(IEnumerable<OutboxMessage> messages, Participant person, Timetable timetable) =>
        messages.Aggregate(person, (current, message) => Of(message, current, timetable));

    // Once it was answered, closed, or followed by a later reminder that holds the same text, nobody needs it.
    private static bool IsStillNeeded(MessageId message, Participant person, Timetable timetable)
    {
        var place = timetable.PlaceOf(message.Step);
        var open = person.Open.FirstOrDefault(prompt => prompt.StepId == message.Step);
        return message.Kind == MessageKind.Prompt
            ? place >= 0 && (!timetable.Steps[place].AsksForReply || open is { Reminders: 0 })
            : open?.Reminders == (int)message.Kind;
    }

    private static Participant WithoutPrompt(MessageId message, Participant person, Timetable timetable) => person with
    {
        Handled = person.Handled.Without(timetable.PlaceOf(message.Step)),
        Open = [.. person.Open.Where(prompt => prompt.StepId != message.Step)],
    };

    private static Participant WithoutReminder(MessageId message, Participant person) => person with
    {
        Open = [.. person.Open.Select(open => open.StepId != message.Step
            ? open
            : open with { Reminders = message.Kind == MessageKind.FirstReminder ? 0 : 1, RemindedOn = null })],
    };
}
