using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Application.Ending;

/// <summary>Ends a cohort before its time. Ending it twice changes nothing more.</summary>
public sealed class EndDesk(UnitOfWork work, TimeProvider clock)
{
    /// <summary>
    /// Ends the cohort today: what waits is taken back and nothing goes out after. What is in doubt stays visible and can
    /// still be settled.
    /// </summary>
    /// <returns>The cohort as it ended, or null when there is no such cohort.</returns>
    /// <exception cref="StoreConflictException">Others changed the cohort at every attempt.</exception>
    public Task<Cohort?> EndAsync(CohortId cohortId, Actor by, CancellationToken cancellation) =>
        work.ChangeAsync<Cohort?>(cohortId, by, read =>
        {
            if (read is not var (view, timetable))
            {
                return new(null);
            }

            var before = view.Cohort.Value;
            var today = clock.Now().InZone(before.Zone).Date;
            var after = before with { EndedOn = before.EndedOn ?? today, Pause = null, NextWake = null };
            var people = Withdrawal.OfAll(view, timetable, clock.Now(), organisationId: null);
            if (before.EndedOn is not null)
            {
                return people.Count == 0 ? new(before) : new(after, people) { Cohort = CohortChange.AtOnce(view.Cohort, after) };
            }

            var ended = new ChangedRows([CohortRows.Put(new Fact(today, null, FactKinds.CohortEnded))], new Deed(Deeds.Ended));
            return new(after, [ended, .. people]) { Cohort = CohortChange.AtOnce(view.Cohort, after) };
        }, cancellation);
}
