using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Tending;

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
        var without = message.Id.Kind == MessageKind.Prompt
            ? WithoutPrompt(message.Id.Step, person, timetable)
            : WithoutReminder(message.Id, person);
        return without with
        {
            // What was not sent does not count as a message of its day.
            MessagesOnLastDay = person.LastMessageOn == message.DueOn
                ? Math.Max(0, person.MessagesOnLastDay - 1)
                : person.MessagesOnLastDay,
            Amendments = message.Moved is { } moved ? [.. without.Amendments, moved] : without.Amendments,
        };
    }

    /// <summary>The person without any of these messages.</summary>
    public static Participant Of(IEnumerable<OutboxMessage> messages, Participant person, Timetable timetable) =>
        messages.Aggregate(person, (current, message) => Of(message, current, timetable));

    private static Participant WithoutPrompt(string step, Participant person, Timetable timetable)
    {
        var place = timetable.PlaceOf(step);
        return person with
        {
            Handled = place < 0 ? person.Handled : person.Handled.Without(place),
            Open = [.. person.Open.Where(open => open.StepId != step)],
        };
    }

    private static Participant WithoutReminder(MessageId reminder, Participant person) => person with
    {
        Open = [.. person.Open.Select(open => open.StepId != reminder.Step
            ? open
            : open with { Reminders = reminder.Kind == MessageKind.FirstReminder ? 0 : 1, RemindedOn = null })],
    };
}
