using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// Taking back a message that was certainly not sent: the person is as if it had never been decided, so tending plans it
/// again by the rules of the day.
/// </summary>
public static class Withdrawal
{
    /// <summary>The person without this message.</summary>
    public static Participant Of(OutboxMessage message, Participant person, Timetable timetable)
    {
        if (message.First.Kind == MessageKind.Unclear)
        {
            return person;
        }

        var uncounted = Uncounted(message, person, timetable);
        return message.Items.Aggregate(uncounted, (current, item) => Without(item, current, timetable));
    }

    // What was not sent does not count as a message of its day, nor as the letter of its week or as what came beside it.
    private static Participant Uncounted(OutboxMessage message, Participant person, Timetable timetable)
    {
        if (message.AtOnce)
        {
            return person;
        }

        var uncounted = person.LastMessageOn == message.DueOn
            ? person with { MessagesOnLastDay = Math.Max(0, person.MessagesOnLastDay - 1) }
            : person;
        return timetable.FindStep(message.First.Step)?.IsChangeOfMeeting == true
            ? uncounted with { LastChangeOn = person.LastChangeOn == message.DueOn ? null : person.LastChangeOn }
            : person.LastLetterOn == message.DueOn ? uncounted with { LastLetterOn = person.LetterBeforeOn, LetterBeforeOn = null }
            : person.LastBesideOn == message.DueOn ? uncounted with { LastBesideOn = null }
            : uncounted;
    }

    /// <summary>The person without any of these messages.</summary>
    public static Participant Of(IEnumerable<OutboxMessage> messages, Participant person, Timetable timetable) =>
        messages.Aggregate(person, (current, message) => Of(message, current, timetable));

    /// <summary>
    /// Takes back what waits for the people of a cohort: what is queued goes, and what is on its way or in doubt is not tried again
    /// should it not arrive. The changes, in one group for each person of whom something waits.
    /// </summary>
    /// <param name="view">The cohort.</param>
    /// <param name="timetable">Its timetable.</param>
    /// <param name="now">The moment.</param>
    /// <param name="organisationId">Only the people of this organisation, or null for everybody.</param>
    public static IReadOnlyList<ChangedRows> OfAll(CohortView view, Timetable timetable, Instant now, string? organisationId)
    {
        var outbox = view.Outbox
            .Where(message => message.Value is { State: OutboxState.Queued } or { Unwanted: false })
            .ToLookup(message => message.Value.Id.Participant);
        return
        [
            .. view.Participants
                .Where(person => outbox.Contains(person.Value.Id)
                    && (organisationId is null || person.Value.Organisation == organisationId))
                .Select(person => ParticipantEdit
                    .After(
                        new OutboxEvent.NoLongerWanted(), [new Deed(Deeds.TakenBack, person.Value.Id)], person.Value, timetable,
                        outbox[person.Value.Id], now)
                    .Rows(timetable, person.ETag)),
        ];
    }

    private static Participant Without(OutboxItem item, Participant person, Timetable timetable)
    {
        if (!IsStillNeeded(item, person, timetable))
        {
            return person;
        }

        var without = item.Kind == MessageKind.Prompt ? WithoutPrompt(item, person, timetable) : WithoutReminder(item, person);
        return item.Moved is { } moved ? without with { Amendments = [.. without.Amendments, moved] } : without;
    }

    // Once it was answered or has closed, nobody needs it. That another message named it says less than it would.
    private static bool IsStillNeeded(OutboxItem item, Participant person, Timetable timetable)
    {
        var place = timetable.PlaceOf(item.Step);
        var open = person.Open.FirstOrDefault(prompt => prompt.StepId == item.Step);
        return item.Kind == MessageKind.Prompt
            ? place >= 0 && (!timetable.Steps[place].AsksForReply || open is not null)
            : open?.Reminders == (int)item.Kind;
    }

    private static Participant WithoutPrompt(OutboxItem item, Participant person, Timetable timetable) => person with
    {
        Handled = person.Handled.Without(timetable.PlaceOf(item.Step)),
        Open = [.. person.Open.Where(prompt => prompt.StepId != item.Step)],
    };

    private static Participant WithoutReminder(OutboxItem item, Participant person) => person with
    {
        Open = [.. person.Open.Select(open => open.StepId != item.Step
            ? open
            : open with { Reminders = item.Kind == MessageKind.FirstReminder ? 0 : 1, RemindedOn = null })],
    };
}
