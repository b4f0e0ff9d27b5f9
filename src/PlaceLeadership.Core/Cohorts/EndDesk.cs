using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Time;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>Ends a cohort before its time. Ending it twice changes nothing more.</summary>
public sealed class EndDesk(CohortDesk desk, TimeProvider clock)
{
    private const int AttemptsMax = 20;

    /// <summary>
    /// Ends the cohort today: what waits is taken back and nothing goes out after. What is in doubt stays visible and can
    /// still be settled.
    /// </summary>
    /// <returns>The cohort as it ended, or null when there is no such cohort.</returns>
    /// <exception cref="StoreConflictException">Others changed the cohort at every one of twenty attempts.</exception>
    public async Task<Cohort?> EndAsync(CohortId cohortId, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await desk.ReadAsync(cohortId, cancellation).ConfigureAwait(false) is not var (view, timetable))
            {
                return null;
            }

            var before = view.Cohort.Value;
            var today = clock.Now().InZone(before.Zone).Date;
            var after = before with { EndedOn = before.EndedOn ?? today, Pause = null, NextWake = null };
            var people = TakingBack.Of(view, timetable, organisationId: null);
            if (before.EndedOn is not null && people.Count == 0)
            {
                return before;
            }

            IReadOnlyList<RowChange> fact = before.EndedOn is null ? [CohortRows.Put(new Fact(today, null, FactKinds.CohortEnded))] : [];
            try
            {
                await TakingBack.StoreAsync(desk.Tables, view.Cohort with { Value = after }, fact, people, cancellation)
                    .ConfigureAwait(false);
                return after;
            }
            catch (StoreConflictException) when (attempt < AttemptsMax)
            {
                // Tending or a reply came first; what waits now is taken back at the next attempt.
            }
        }
    }
}
