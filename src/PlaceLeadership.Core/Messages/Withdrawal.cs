using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;
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
            ? WithoutPrompt(message.Id, person, timetable)
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

    private static Participant WithoutPrompt(MessageId message, Participant person, Timetable timetable)
    {
        var place = timetable.PlaceOf(message.Step);
        var open = person.Open.FirstOrDefault(prompt => prompt.StepId == message.Step);
        var livesOn = place < 0 || (timetable.Steps[place].Kind.AsksForReply() && open is not { Reminders: 0 });

        // Once it was answered, closed, or followed by a reminder that holds the same text, nobody needs the prompt.
        return livesOn
            ? person
            : person with
            {
                Handled = person.Handled.Without(place),
                Open = [.. person.Open.Where(prompt => prompt.StepId != message.Step)],
            };
    }

    // A first reminder that a second one has overtaken is not planned again.
    private static Participant WithoutReminder(MessageId message, Participant person)
    {
        var number = message.Kind == MessageKind.FirstReminder ? 1 : 2;
        return person with
        {
            Open = [.. person.Open.Select(open => open.StepId == message.Step && open.Reminders == number
                ? open with { Reminders = number - 1, RemindedOn = null }
                : open)],
        };
    }
}
