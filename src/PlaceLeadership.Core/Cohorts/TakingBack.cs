using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// Takes back what waits for the people of a cohort: what is queued goes, and what is on its way or in doubt is not tried
/// again should it not arrive.
/// </summary>
public static class TakingBack
{
    /// <summary>The changes, in one group for each person of whom something waits.</summary>
    /// <param name="view">The cohort.</param>
    /// <param name="timetable">Its timetable.</param>
    /// <param name="now">The moment.</param>
    /// <param name="organisationId">Only the people of this organisation, or null for everybody.</param>
    public static IReadOnlyList<ChangedRows> Of(CohortView view, Timetable timetable, Instant now, string? organisationId)
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
                        new OutboxEvent.NoLongerWanted(), new Deed(Deeds.TakenBack, person.Value.Id), person.Value, timetable,
                        outbox[person.Value.Id], now)
                    .Rows(timetable, person.ETag)),
        ];
    }
}
