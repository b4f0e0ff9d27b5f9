using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Application.Finding;

/// <summary>Reads how a cohort is, for whoever will ask for a change that is to rest on it.</summary>
public sealed class CohortVersions(CohortReader reader, CohortDirectory directory)
{
    /// <summary>The cohort that this is, or is a part of, with all its parts; null when there is none. It mends nothing.</summary>
    public async Task<Seen?> ReadAsync(CohortId id, CancellationToken cancellation)
    {
        var whole = id.Whole;
        var etags = new Dictionary<CohortId, string>();
        foreach (var part in (await directory.PartsAsync(whole, cancellation).ConfigureAwait(false)).Select(entry => entry.Id).Prepend(whole))
        {
            if (await reader.FindAsync(part, cancellation).ConfigureAwait(false) is var (cohort, _))
            {
                etags[part] = cohort.ETag;
            }
        }

        return etags.Count == 0 ? null : new Seen(etags);
    }
}
