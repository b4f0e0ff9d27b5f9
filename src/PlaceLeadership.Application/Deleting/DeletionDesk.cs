using PlaceLeadership.Application.Ending;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Application.Deleting;

/// <summary>Deletes what a host keeps of a cohort's messages outside of the tables.</summary>
/// <param name="cohort">The cohort.</param>
public delegate void ForgetMails(CohortId cohort);

/// <summary>
/// Deletes a cohort with everything that is stored of it and its people. The order lets a deletion that broke off be asked
/// for again, and lets nothing that runs at the same time bring anything back: whoever writes to a cohort replaces a row of
/// it, and those rows go first.
/// </summary>
public sealed class DeletionDesk(
    CohortReader reader, EndDesk ending, ReflectionVault vault, CohortDirectory directory, ForgetMails? forgetMails = null)
{
    private const int RowsInMemoryMax = 1_000;

    /// <summary>Deletes it. Deleting what is not there, or not there any more, clears away what was left of it.</summary>
    /// <returns>The cohort as it was, or null when there was none.</returns>
    /// <exception cref="StoreConflictException">Others changed the cohort at every one of twenty attempts.</exception>
    public async Task<Cohort?> DeleteAsync(CohortId cohortId, Actor by, CancellationToken cancellation)
    {
        // From here on nothing is sent, nothing is planned, and nobody can answer or join.
        var ended = await ending.EndAsync(cohortId, by, cancellation).ConfigureAwait(false);
        foreach (var person in await PeopleAsync(cohortId, cancellation).ConfigureAwait(false))
        {
            await vault.DeleteAllAsync(person, cancellation).ConfigureAwait(false);
        }

        await SlotRows.ForgetAsync(reader.Tables, cohortId, cancellation).ConfigureAwait(false);
        forgetMails?.Invoke(cohortId);
        await SweepAsync(Table.Cohorts, cohortId.Value, CohortKeys.Cohort, cancellation).ConfigureAwait(false);

        // Somebody who was answering when it ended may have kept words after the first look. Nobody can any more, and the
        // identities still say whose words those are.
        var identities = await reader.IdentitiesAsync(cohortId, cancellation).ConfigureAwait(false);
        foreach (var person in identities.Keys)
        {
            await vault.DeleteAllAsync(person, cancellation).ConfigureAwait(false);
        }

        await SweepAsync(Table.Identities, cohortId.Value, "", cancellation).ConfigureAwait(false);
        if (cohortId.Whole != cohortId)
        {
            // A part that is entered and has no row looks like a launch to be completed.
            await RemoveLineAsync(cohortId, cancellation).ConfigureAwait(false);
        }

        // What was on its way when the cohort ended has been written by now.
        forgetMails?.Invoke(cohortId);
        await RemoveCohortAsync(cohortId, cancellation).ConfigureAwait(false);

        // Whoever changed the cohort since the first look left an act. Nobody can any more.
        await SweepAsync(Table.Cohorts, cohortId.Value, "", cancellation).ConfigureAwait(false);
        await RemoveLineAsync(cohortId, cancellation).ConfigureAwait(false);
        return ended;
    }

    private async Task<HashSet<ParticipantId>> PeopleAsync(CohortId cohortId, CancellationToken cancellation)
    {
        var people = (await reader.IdentitiesAsync(cohortId, cancellation).ConfigureAwait(false)).Keys.ToHashSet();
        await foreach (var row in reader.UnderAsync(cohortId, CohortKeys.PersonPrefix, cancellation).ConfigureAwait(false))
        {
            people.Add(new ParticipantId(row.Key[CohortKeys.PersonPrefix.Length..]));
        }

        return people;
    }

    /// <summary>Deletes every row but one until a look finds none: then nothing is left that a writer could replace.</summary>
    private async Task SweepAsync(Table table, string partition, string keep, CancellationToken cancellation)
    {
        for (var conflicts = 0; await NextRowsAsync(table, partition, keep, cancellation).ConfigureAwait(false) is { Count: > 0 } rows;)
        {
            try
            {
                foreach (var batch in rows.Chunk(ITables.ChangesMax))
                {
                    await reader.Tables.SubmitAsync(
                        table, partition, [.. batch.Select(row => new RowChange.Delete(row.Key, row.ETag))], cancellation)
                        .ConfigureAwait(false);
                }

                conflicts = 0;
            }
            catch (StoreConflictException) when (++conflicts < UnitOfWork.AttemptsMax)
            {
                // A reply or a provider's event came first; what it wrote goes with the next look.
            }
        }
    }

    private async Task<IReadOnlyList<Row>> NextRowsAsync(Table table, string partition, string keep, CancellationToken cancellation)
    {
        var rows = new List<Row>();
        await foreach (var row in reader.Tables.RangeAsync(table, partition, "!", "~", cancellation).ConfigureAwait(false))
        {
            if (row.Key != keep)
            {
                rows.Add(row);
            }

            if (rows.Count == RowsInMemoryMax)
            {
                break;
            }
        }

        return rows;
    }

    private async Task RemoveCohortAsync(CohortId cohortId, CancellationToken cancellation)
    {
        for (var attempt = 1;
            await reader.Tables.GetAsync(Table.Cohorts, cohortId.Value, CohortKeys.Cohort, cancellation).ConfigureAwait(false) is { } row;
            attempt++)
        {
            try
            {
                await reader.Tables.SubmitAsync(
                    Table.Cohorts, cohortId.Value, [new RowChange.Delete(CohortKeys.Cohort, row.ETag)], cancellation).ConfigureAwait(false);
            }
            catch (StoreConflictException) when (attempt < UnitOfWork.AttemptsMax)
            {
                // Somebody changed it, or deleted it too: look again.
            }
        }
    }

    private async Task RemoveLineAsync(CohortId cohortId, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await directory.RemoveAsync(cohortId, cancellation).ConfigureAwait(false);
                return;
            }
            catch (StoreConflictException) when (attempt < UnitOfWork.AttemptsMax)
            {
                // Somebody asked for a look at the cohort at this moment: look again.
            }
        }
    }
}
