using System.Security.Cryptography;
using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// Every change to a cohort: reads, decides, stores with the act that tells of it, and has the cohort looked at. Whoever loses a
/// race reads and decides again; a change whose answer was lost is known by its act.
/// </summary>
public sealed class UnitOfWork(CohortReader reader, CohortWaker waker, TimeProvider clock)
{
    /// <summary>How often a change is decided before somebody who asked for it is told that it cannot be stored.</summary>
    public const int AttemptsMax = 20;

    /// <summary>The most rows that can be stored together, beside the row of the cohort and the act.</summary>
    public const int RowsMax = ITables.ChangesMax - 2;

    private const int AtOnce = 3;
    private const int MarkLength = 4;

    private static readonly TimeSpan WaitFirst = TimeSpan.FromMilliseconds(2);

    // What one process stores within a millisecond keeps its order.
    private int _count;

    /// <summary>Changes a cohort by a decision about all of it.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="decide">The decision; it may be asked several times and must not act. Its view is null when there is no such cohort.</param>
    /// <param name="cancellation">Cancels the reads and the writes.</param>
    /// <exception cref="StoreConflictException">Others changed the cohort at every attempt.</exception>
    public Task<T> ChangeAsync<T>(
        CohortId cohort, Actor by, Func<(CohortView View, Timetable Timetable)?, Change<T>> decide, CancellationToken cancellation) =>
        ChangeAsync(cohort, by, () => reader.ReadAsync(cohort, cancellation), read => Task.FromResult(decide(read)), cancellation);

    /// <summary>Changes a cohort by a decision about what is read for it.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="read">Reads what is decided on.</param>
    /// <param name="decide">The decision; it may be asked several times and stores nothing in this cohort's partition.</param>
    /// <param name="cancellation">Cancels the reads and the writes.</param>
    /// <exception cref="StoreConflictException">Others changed the cohort at every attempt.</exception>
    public async Task<T> ChangeAsync<TRead, T>(
        CohortId cohort, Actor by, Func<Task<TRead>> read, Func<TRead, Task<Change<T>>> decide, CancellationToken cancellation)
    {
        var mark = $"{Interlocked.Increment(ref _count):x8}{RandomNumberGenerator.GetHexString(MarkLength, lowercase: true)}";
        var stored = false;
        for (var attempt = 1; ; attempt++)
        {
            var change = await RestingAsync(await decide(await read().ConfigureAwait(false)).ConfigureAwait(false), cohort, by, cancellation).ConfigureAwait(false);
            var where = change.Cohort?.Read.Value.Id ?? cohort;
            var keys = new List<string>();
            try
            {
                if (change.IsAny)
                {
                    await StoreAsync(where, by, change, $"{mark}{attempt:x2}", keys, cancellation).ConfigureAwait(false);
                    stored = true;
                }
            }
            catch (StoreConflictException)
            {
                // Somebody else was first, unless the store took it and lost the answer: then its act is there.
                var isThere = keys.Count == 1 && await IsThereAsync(where, keys[0], cancellation).ConfigureAwait(false);
                stored |= isThere || keys.Count > 1;
                if (isThere)
                {
                    Seen.Changed(where, null);
                }
                else
                {
                    if (attempt == AttemptsMax)
                    {
                        throw;
                    }

                    await WaitAsync(attempt, cancellation).ConfigureAwait(false);
                    continue;
                }
            }

            await WakeAsync(where, by, stored).ConfigureAwait(false);
            return change.Outcome;
        }
    }

    /// <summary>Changes one person of a cohort, in one transaction with what belongs to the change.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="person">The person.</param>
    /// <param name="reads">What else it is decided from.</param>
    /// <param name="decide">The decision, which may be asked several times and must not act; null means that nothing changes.</param>
    /// <param name="cancellation">Cancels the reads and the write.</param>
    /// <returns>What was decided on, or null when there is no such cohort or person.</returns>
    /// <exception cref="StoreConflictException">Others changed the person at every attempt.</exception>
    public Task<ParticipantContext?> ChangePersonAsync(
        CohortId cohort, Actor by, ParticipantId person, PersonReads reads, Func<ParticipantContext, ParticipantEdit?> decide,
        CancellationToken cancellation) => ChangeAsync(
            cohort, by,
            () => ReadPersonAsync(cohort, person, reads, cancellation),
            read => Task.FromResult(read is var (context, etag) && decide(context) is { } edit
                ? new Change<ParticipantContext?>(context, edit.Rows(context.Timetable, etag))
                : new Change<ParticipantContext?>(read?.Context)),
            cancellation);

    private async Task<(ParticipantContext Context, string ETag)?> ReadPersonAsync(
        CohortId cohortId, ParticipantId id, PersonReads reads, CancellationToken cancellation)
    {
        if (await reader.FindPersonAsync(cohortId, id, cancellation).ConfigureAwait(false) is not var (cohort, timetable, person))
        {
            return null;
        }

        var outbox = await reader.OutboxAsync(cohortId, cancellation).ConfigureAwait(false);
        var beside = new List<Row?>();
        foreach (var key in reads.Beside ?? [])
        {
            beside.Add(await reader.Tables.GetAsync(Table.Cohorts, cohortId.Value, key, cancellation).ConfigureAwait(false));
        }

        var context = new ParticipantContext(
            timetable, cohort.Value, person.Value, [.. outbox.Where(message => message.Value.Id.Participant == id)])
        {
            Rows = reads.Rows ? await reader.RowsAsync(cohortId, cancellation).ConfigureAwait(false) : JourneyRows.None,
            Beside = beside,
        };
        return (context, person.ETag);
    }

    /// <summary>
    /// A change with the row of the cohort in it, where somebody at the desk asks for it: whoever has seen the cohort as it was before finds it
    /// changed, see <see cref="Seen"/>.
    /// </summary>
    private async Task<Change<T>> RestingAsync<T>(Change<T> change, CohortId cohort, Actor by, CancellationToken cancellation)
    {
        if (change.IsAny && change.Cohort is null && (by.Kind is ActorKind.Manager or ActorKind.Account || Seen.IsHeldOf(cohort))
            && await reader.FindAsync(cohort, cancellation).ConfigureAwait(false) is var (stored, _))
        {
            change = change with { Cohort = CohortChange.None(stored) };
        }

        if (change.IsAny)
        {
            await Seen.CheckAllAsync(reader, cancellation).ConfigureAwait(false);
            Seen.Check(change.Cohort?.Read.Value.Id ?? cohort, change.Cohort?.Read.ETag);
        }

        return change;
    }

    /// <summary>Stores a change, and says of each transaction that has an act under which key it stands, before it is sent.</summary>
    private async Task StoreAsync<T>(
        CohortId cohort, Actor by, Change<T> change, string mark, List<string> keys, CancellationToken cancellation)
    {
        var now = clock.Now();
        var etag = change.Cohort?.Read.ETag;
        IReadOnlyList<IReadOnlyList<ChangedRows>> batches = [.. Transactions.Pack(change.Groups, group => group.Rows.Count, RowsMax)];
        for (var index = 0; index < batches.Count; index++)
        {
            var rows = new List<RowChange>(ITables.ChangesMax);
            if (change.Cohort is { } row)
            {
                var body = CohortRows.Write(index == batches.Count - 1 ? row.Last : row.First);
                rows.Add(new RowChange.Replace(CohortKeys.Cohort, CohortRows.CohortShape, body, etag!));
            }

            rows.AddRange(batches[index].SelectMany(group => group.Rows));
            IReadOnlyList<Deed> deeds = [.. batches[index].SelectMany(group => group.Deeds)];
            keys.Add(ActRows.Key(now, mark, index));
            if (deeds.Count > 0)
            {
                rows.Add(ActRows.Put(keys[^1], new Act(now, by, deeds)));
            }

            etag = (await reader.Tables.SubmitAsync(Table.Cohorts, cohort.Value, rows, cancellation).ConfigureAwait(false))[0];
            Seen.Changed(cohort, change.Cohort is null ? null : etag);
        }
    }

    private async Task<bool> IsThereAsync(CohortId cohort, string key, CancellationToken cancellation) =>
        await reader.Tables.GetAsync(Table.Cohorts, cohort.Value, key, cancellation).ConfigureAwait(false) is not null;

    // Rules and providers are asked by the runtime itself, which looks again anyway.
    private Task WakeAsync(CohortId cohort, Actor by, bool stored) =>
        stored && by.Kind is not (ActorKind.Rule or ActorKind.Provider) ? waker.WakeAsync(cohort) : Task.CompletedTask;

    // Two who met are apart at once; a crowd is let apart by waiting longer and longer, up to a quarter of a second.
    private static Task WaitAsync(int attempt, CancellationToken cancellation) => attempt <= AtOnce
        ? Task.CompletedTask
        : Task.Delay(WaitFirst * Math.Pow(2, Math.Min(attempt - AtOnce, 7)), TimeProvider.System, cancellation);
}
