using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Application.Ending;

/// <summary>A cohort that has ended.</summary>
/// <param name="On">The day.</param>
/// <param name="HadEnded">Whether it had ended before it was asked for.</param>
public sealed record EndedCohort(LocalDate On, bool HadEnded);

/// <summary>Ends cohorts for a manager, a large one with all of its parts.</summary>
public sealed class CohortEnding(EndDesk ending, CohortReader reader, CohortParts parts)
{
    /// <summary>Ends a cohort today. Ending it twice changes nothing more.</summary>
    /// <returns>How it ended, or null when there is no such cohort.</returns>
    public async Task<EndedCohort?> EndAsync(CohortId id, Actor by, CancellationToken cancellation)
    {
        EndedCohort? outcome = null;
        foreach (var part in await parts.OfAsync(id, cancellation).ConfigureAwait(false))
        {
            var hadEnded = (await reader.FindAsync(part, cancellation).ConfigureAwait(false))?.Cohort.Value.EndedOn is not null;
            if ((await ending.EndAsync(part, by, cancellation).ConfigureAwait(false))?.EndedOn is { } day)
            {
                outcome = new EndedCohort(day, hadEnded && (outcome?.HadEnded ?? true));
            }
        }

        return outcome;
    }
}
