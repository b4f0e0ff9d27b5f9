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
    public static Participant Of(MessageId message, Participant person, Timetable timetable)
    {
        if (message.Kind == MessageKind.Prompt)
        {
            var place = timetable.PlaceOf(message.Step);
            return person with
            {
                Handled = place < 0 ? person.Handled : person.Handled.Without(place),
                Open = [.. person.Open.Where(open => open.StepId != message.Step)],
            };
        }

        return person with
        {
            Open = [.. person.Open.Select(open => open.StepId != message.Step
                ? open
                : open with { Reminders = message.Kind == MessageKind.FirstReminder ? 0 : 1, RemindedOn = null })],
        };
    }

    /// <summary>The person without any of these messages.</summary>
    public static Participant Of(IEnumerable<MessageId> messages, Participant person, Timetable timetable) =>
        messages.Aggregate(person, (current, message) => Of(message, current, timetable));
}
