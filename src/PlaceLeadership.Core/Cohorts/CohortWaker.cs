namespace PlaceLeadership.Core.Cohorts;

/// <summary>Asks the runtime to look at a cohort now.</summary>
/// <param name="cohortId">The cohort.</param>
/// <param name="cancellation">Gives up asking.</param>
/// <returns>False when the runtime cannot be reached; it will then find the mark in the directory.</returns>
public delegate Task<bool> Raise(CohortId cohortId, CancellationToken cancellation);

/// <summary>Hears that a cohort could not be woken; its next look sees what changed.</summary>
/// <param name="cohortId">The cohort.</param>
/// <param name="why">Why not.</param>
public delegate void NotWoken(CohortId cohortId, Exception why);

/// <summary>
/// Tells whoever tends a cohort that something changed in it. It is stored by then and the next look, whenever it comes, sees it, so
/// where somebody hears of a failure to say so, it is no failure of the change.
/// </summary>
/// <param name="directory">Where a mark is left when nobody can be told directly.</param>
/// <param name="raise">The direct way of a runtime that has one; null where the directory is watched.</param>
/// <param name="notWoken">Who hears of failures; null lets them through.</param>
public sealed class CohortWaker(CohortDirectory directory, Raise? raise = null, NotWoken? notWoken = null)
{
    /// <summary>Asks for a look at the cohort.</summary>
    public async Task WakeAsync(CohortId cohort)
    {
        try
        {
            if (raise is null || !await raise(cohort, CancellationToken.None).ConfigureAwait(false))
            {
                await directory.NudgeAsync(cohort, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (notWoken is not null)
        {
            notWoken(cohort, failure);
        }
    }
}
