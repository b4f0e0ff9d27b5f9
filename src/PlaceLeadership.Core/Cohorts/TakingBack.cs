using PlaceLeadership.Core.Messages;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;

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
    public static IReadOnlyList<IReadOnlyList<RowChange>> Of(CohortView view, Timetable timetable, string? organisationId)
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

    /// <summary>
    /// Stores a cohort with what is taken back. The first transaction stops the cohort; should a crash follow, asking again
    /// takes back the rest.
    /// </summary>
    /// <exception cref="StoreConflictException">Somebody else changed the cohort or a person first; ask again.</exception>
    public static async Task StoreAsync(
        ITables tables, Stored<Cohort> after, IReadOnlyList<RowChange> first, IReadOnlyList<IReadOnlyList<RowChange>> people,
        CancellationToken cancellation)
    {
        var etag = after.ETag;
        foreach (var batch in Transactions.Pack([first, .. people], ITables.ChangesMax - 1))
        {
            var stored = await tables.SubmitAsync(
                Table.Cohorts,
                after.Value.Id.Value,
                [new RowChange.Replace(CohortKeys.Cohort, CohortRows.CohortShape, CohortRows.Write(after.Value), etag), .. batch],
                cancellation).ConfigureAwait(false);
            etag = stored[0];
        }
    }

    private static List<RowChange> Of(Stored<Participant> person, IReadOnlyList<Stored<OutboxMessage>> outbox, Timetable timetable)
    {
        IReadOnlyList<Stored<OutboxMessage>> waiting = [.. outbox.Where(message => message.Value.State == OutboxState.Queued)];
        var after = Withdrawal.Of(waiting.Select(message => message.Value), person.Value, timetable);
        return
        [
            new RowChange.Replace(
                CohortKeys.Person(after.Id), CohortRows.ParticipantShape, CohortRows.Write(after, timetable), person.ETag),
            .. waiting.Select(message => new RowChange.Delete(CohortKeys.Outbox(message.Value.Id), message.ETag)),
            .. CohortRows.MarkUnwanted(outbox),
        ];
    }
}
