using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Application.People;

/// <summary>Who people are is stored before they are let in, in no transaction with it; should they not get in, it goes again.</summary>
internal static class IdentityFiling
{
    public static async Task FileAsync(this ITables tables, CohortId cohortId, IEnumerable<Identity> identities, CancellationToken cancellation)
    {
        foreach (var batch in identities.Select(Row).Chunk(ITables.ChangesMax))
        {
            await tables.SubmitAsync(Table.Identities, cohortId.Value, batch, cancellation).ConfigureAwait(false);
        }
    }

    public static async Task ForgetAsync(
        this ITables tables, IEnumerable<(CohortId Part, ParticipantId Person)> people, CancellationToken cancellation)
    {
        foreach (var part in people.GroupBy(item => item.Part, item => item.Person))
        {
            await tables.ForgetAsync(part.Key, part, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Removes the identities of people who did not get in.</summary>
    public static async Task ForgetAsync(
        this ITables tables, CohortId cohortId, IEnumerable<ParticipantId> ids, CancellationToken cancellation)
    {
        foreach (var id in ids)
        {
            if (await tables.GetAsync(Table.Identities, cohortId.Value, CohortKeys.Person(id), cancellation).ConfigureAwait(false) is not { } there)
            {
                continue;
            }

            try
            {
                await tables.SubmitAsync(
                    Table.Identities, cohortId.Value, [new RowChange.Delete(there.Key, there.ETag)], cancellation).ConfigureAwait(false);
            }
            catch (StoreConflictException)
            {
                // Somebody else removed it, or stores it again at this moment and knows whether it is needed.
            }
        }
    }

    private static RowChange Row(Identity identity) => new RowChange.Put(
        CohortKeys.Person(identity.ParticipantId), CohortRows.IdentityShape, CohortRows.Write(identity));
}
