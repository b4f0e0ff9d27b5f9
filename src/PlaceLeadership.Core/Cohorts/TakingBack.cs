using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Messages;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// Takes back what waits for the people of a cohort: what is queued goes, and what is on its way or in doubt is not tried
/// again should it not arrive.
/// </summary>
internal static class TakingBack
{
    /// <summary>The changes, in one group for each person of whom something waits.</summary>
    /// <param name="view">The cohort.</param>
    /// <param name="timetable">Its timetable.</param>
    /// <param name="organisationId">Only the people of this organisation, or null for everybody.</param>
    public static IReadOnlyList<ChangedRows> Of(CohortView view, Timetable timetable, string? organisationId)
    {
        var outbox = view.Outbox
            .Where(message => message.Value is { State: OutboxState.Queued } or { Unwanted: false })
            .ToLookup(message => message.Value.Id.Participant);
        return
        [
            .. view.Participants
                .Where(person => outbox.Contains(person.Value.Id)
                    && (organisationId is null || person.Value.Organisation == organisationId))
                .Select(person => Of(person, [.. outbox[person.Value.Id]], timetable)),
        ];
    }

    private static ChangedRows Of(Stored<Participant> person, IReadOnlyList<Stored<OutboxMessage>> outbox, Timetable timetable)
    {
        IReadOnlyList<Stored<OutboxMessage>> waiting = [.. outbox.Where(message => message.Value.State == OutboxState.Queued)];
        var after = Withdrawal.Of(waiting.Select(message => message.Value), person.Value, timetable);
        var edit = new ParticipantEdit(new Deed(Deeds.TakenBack, after.Id), after, [], waiting, [.. CohortRows.MarkUnwanted(outbox)]);
        return edit.Rows(timetable, person.ETag);
    }
}
