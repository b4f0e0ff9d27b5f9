using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Messages;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Together;

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
public sealed class Tender(CohortDesk desk)
{
    private const int AttemptsMax = 20;

    // A person's change is one transaction, together with the cohort's row and the person's own.
    private const int EachMax = ITables.ChangesMax - 2;

    /// <summary>Tends the cohort as of now; null when there is no such cohort.</summary>
    /// <exception cref="StoreConflictException">Others changed the cohort at every one of twenty attempts.</exception>
    public async Task<TendingResult?> TendAsync(CohortId cohortId, Instant now, CancellationToken cancellation)
    {
        TendingResult? before = null;
        for (var attempt = 1; ; attempt++)
        {
            if (await desk.ReadAsync(cohortId, cancellation).ConfigureAwait(false) is not var (view, timetable))
            {
                if (await CohortParts.MendAsync(desk.Tables, cohortId, cancellation).ConfigureAwait(false))
                {
                    continue;
                }

                return null;
            }

            var plan = CohortTending.Decide(
                timetable, view.Cohort.Value, view.Participants.Select(person => person.Value), now, view.Groups.Groups, EachMax);
            try
            {
                await StoreAsync(view, timetable, plan, cancellation).ConfigureAwait(false);
                before = Result(view, plan, before);
                if (!plan.Changes.Any(change => change.More))
                {
                    return before;
                }

                // So much was due for one person that it does not go into one transaction: the rest is decided now.
                attempt = 0;
            }
            catch (StoreConflictException) when (attempt < AttemptsMax)
            {
                // Somebody replied, paused or changed the roster in between: what is due may be something else now.
            }
        }
    }

    private static TendingResult Result(CohortView view, TendingPlan plan, TendingResult? before)
    {
        var queued = plan.Changes.SelectMany(change => change.Queued).ToList();
        IReadOnlyList<OutboxMessage> waiting = [.. view.Outbox.Select(message => message.Value), .. queued];
        var oldest = waiting.Where(message => message.State != OutboxState.InDoubt).Select(message => (Instant?)message.NotBefore).Min();
        return new TendingResult(
            queued.Count + (before?.Queued ?? 0), plan.Cohort.NextWake, plan.Cohort.EndedOn is not null,
            before is null ? view.Cohort.Value.NextWake : before.WasDue, waiting.Count, oldest, plan.Convene);
    }

    private async Task StoreAsync(CohortView view, Timetable timetable, TendingPlan plan, CancellationToken cancellation)
    {
        var before = CohortRows.Write(view.Cohort.Value);
        var after = CohortRows.Write(plan.Cohort);
        if (plan.Changes.Count == 0 && before == after)
        {
            return;
        }

        var etags = view.Participants.ToDictionary(person => person.Value.Id, person => person.ETag);
        var people = plan.Changes.Select(change => Rows(change, timetable, etags[change.Participant.Id]));
        List<RowChange> facts = [.. plan.CohortFacts.Select(CohortRows.Put)];
        var batches = Transactions.Pack([facts, .. people], ITables.ChangesMax - 1).ToList();

        // Every transaction replaces the cohort row, so a pause of the cohort and a tending never both win. Only the last
        // one stores what tending decided about the cohort: a crash before it leaves people to be decided again.
        var etag = view.Cohort.ETag;
        for (var index = 0; index < batches.Count; index++)
        {
            var body = index == batches.Count - 1 ? after : before;
            var stored = await desk.Tables.SubmitAsync(
                Table.Cohorts,
                view.Cohort.Value.Id.Value,
                [new RowChange.Replace(CohortKeys.Cohort, CohortRows.CohortShape, body, etag), .. batches[index]],
                cancellation).ConfigureAwait(false);
            etag = stored[0];
        }
    }

    private static List<RowChange> Rows(ParticipantChange change, Timetable timetable, string etag) =>
    [
        new RowChange.Replace(
            CohortKeys.Person(change.Participant.Id),
            CohortRows.ParticipantShape,
            CohortRows.Write(change.Participant, timetable),
            etag),
        .. change.Queued.Select(message => new RowChange.Insert(
            CohortKeys.Outbox(message.Id), CohortRows.OutboxShape, CohortRows.Write(message))),
        .. change.Facts.Select(CohortRows.Put),
    ];
}
