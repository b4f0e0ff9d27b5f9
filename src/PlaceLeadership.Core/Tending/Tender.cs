using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Tending;

/// <summary>What tending a cohort came to.</summary>
/// <param name="Queued">Messages put into the outbox by this run.</param>
/// <param name="NextWake">When to tend again at the latest, or null when nothing will be due by itself.</param>
/// <param name="Ended">Whether the cohort has ended.</param>
/// <param name="WasDue">When this run had been asked for at the latest by the one before, or null.</param>
/// <param name="Waiting">Messages in the outbox after this run, also those in doubt.</param>
/// <param name="OldestDue">Since when the longest waiting message that is not in doubt could have been sent, or null.</param>
/// <param name="Convene">Whether people are to be brought together now; see <see cref="Convener"/>. Then it is tended again.</param>
public sealed record TendingResult(
    int Queued, Instant? NextWake, bool Ended, Instant? WasDue, int Waiting, Instant? OldestDue, bool Convene);

/// <summary>
/// Tends one cohort: reads it, decides, stores. Safe to run at any moment, twice, or by two at once: whoever loses a
/// race reads again and decides again.
/// </summary>
public sealed class Tender(CohortReader reader, UnitOfWork work)
{
    // What changes for a person is one transaction, with the person's own row.
    private const int EachMax = UnitOfWork.RowsMax - 1;

    private readonly Claiming _claiming = new(reader, work);

    /// <summary>Tends the cohort as of now; null when there is no such cohort.</summary>
    /// <exception cref="StoreConflictException">Others changed the cohort at every attempt.</exception>
    public async Task<TendingResult?> TendAsync(CohortId cohortId, Instant now, CancellationToken cancellation)
    {
        TendingResult? before = null;
        while (true)
        {
            var (result, more) = await work.ChangeAsync(
                cohortId, Actor.Rule, () => ReadAsync(cohortId, cancellation), read => DecideAsync(read, now, before, cancellation), cancellation)
                .ConfigureAwait(false);
            if (!more)
            {
                return result;
            }

            // So much was due for one person that it does not go into one transaction, or their days were claimed by another cohort: the rest is decided now.
            before = result;
        }
    }

    private async Task<(CohortView View, Timetable Timetable)?> ReadAsync(CohortId cohortId, CancellationToken cancellation)
    {
        var read = await reader.ReadAsync(cohortId, cancellation).ConfigureAwait(false);
        return read is null && await CohortParts.MendAsync(reader.Tables, cohortId, cancellation).ConfigureAwait(false)
            ? await reader.ReadAsync(cohortId, cancellation).ConfigureAwait(false)
            : read;
    }

    private async Task<Change<(TendingResult? Result, bool More)>> DecideAsync(
        (CohortView View, Timetable Timetable)? read, Instant now, TendingResult? before, CancellationToken cancellation)
    {
        if (read is not var (view, timetable))
        {
            return new((null, false));
        }

        var decided = CohortTending.Decide(
            timetable, view.Cohort.Value, view.Participants.Select(person => person.Value), now, view.Rows, EachMax);
        var (plan, lost) = await _claiming.ClaimAsync(view, timetable, decided, now, cancellation).ConfigureAwait(false);
        var etags = view.Participants.ToDictionary(person => person.Value.Id, person => person.ETag);
        return new(
            (Result(view, plan, before), lost || plan.Changes.Any(change => change.More)),
            [
                new ChangedRows([.. plan.CohortFacts.Select(CohortRows.Put)], [.. plan.CohortFacts.Select(fact => new Deed(DeedOf(fact)))]),
                .. plan.Changes.Select(change => Rows(change, timetable, etags[change.Participant.Id])),
            ])
        {
            // A crash before the last transaction leaves people to be decided again.
            Cohort = CohortChange.AtLast(view.Cohort, plan.Cohort),
        };
    }

    private static string DeedOf(Fact fact) => fact.Kind == FactKinds.CohortEnded ? Deeds.Ended : Deeds.CohortWentOn;

    private static TendingResult Result(CohortView view, TendingPlan plan, TendingResult? before)
    {
        var queued = plan.Changes.SelectMany(change => change.Queued).ToList();
        IReadOnlyList<OutboxMessage> waiting = [.. view.Outbox.Select(message => message.Value), .. queued];
        var oldest = waiting.Where(message => message.Waits).Select(message => (Instant?)message.NotBefore).Min();
        return new TendingResult(
            queued.Count + (before?.Queued ?? 0), plan.Cohort.NextWake, plan.Cohort.EndedOn is not null,
            before is null ? view.Cohort.Value.NextWake : before.WasDue, waiting.Count, oldest, plan.Convene);
    }

    private static ChangedRows Rows(ParticipantChange change, Timetable timetable, string etag) => new(
        [
            new RowChange.Replace(
                CohortKeys.Person(change.Participant.Id),
                CohortRows.ParticipantShape,
                CohortRows.Write(change.Participant, timetable),
                etag),
            .. change.Queued.Select(message => new RowChange.Insert(
                CohortKeys.Outbox(message.Id), CohortRows.OutboxShape, CohortRows.Write(message))),
            .. change.Facts.Select(CohortRows.Put),
        ],
        [
            .. change.Queued.SelectMany(message => message.DeedsOf(Deeds.Queued)),
            .. change.Facts.Select(fact => new Deed(fact.Kind, fact.Participant, fact.Step)),
            .. change.IsUnlinked ? [new Deed(Deeds.LettersUnlinked, change.Participant.Id)] : Array.Empty<Deed>(),
        ]);
}
