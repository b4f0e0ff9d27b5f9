namespace PlaceLeadership.Core.Cohorts;

/// <summary>Asks the runtime to look at a cohort now.</summary>
/// <param name="cohortId">The cohort.</param>
/// <param name="cancellation">Gives up asking.</param>
/// <returns>False when the runtime cannot be reached; it will then find the mark in the directory.</returns>
public delegate Task<bool> Raise(CohortId cohortId, CancellationToken cancellation);

/// <summary>
/// Tells whoever tends a cohort that something changed in it. Never a reason to fail what changed: it is stored, and the
/// next look, whenever it comes, sees it.
/// </summary>
/// <param name="directory">Where a mark is left when nobody can be told directly.</param>
/// <param name="raise">The direct way of a runtime that has one; null where the directory is watched.</param>
public sealed class CohortWaker(CohortDirectory directory, Raise? raise = null)
{
    /// <summary>Asks for a look at the cohort.</summary>
    public async Task WakeAsync(Cohort cohort, CancellationToken cancellation)
    {
        if (raise is null || !await raise(cohort.Id, cancellation).ConfigureAwait(false))
        {
            await directory.NudgeAsync(cohort.Id, cancellation).ConfigureAwait(false);
        }
    }
}
