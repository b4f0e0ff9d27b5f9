using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>The private links of facilitators: each is for one set, and for whoever facilitates it now.</summary>
public sealed class FacilitatorLinks(LinkTokens tokens, TimeProvider clock)
{
    /// <summary>The link of whoever facilitates a set now: its path, with no slash before it, and the last day on which it works.</summary>
    public (string Path, LocalDate LastDay) For(Cohort cohort, int set, Facilitator facilitator)
    {
        var today = clock.Now().InZone(cohort.Zone).Date;
        var expires = today.PlusDays(LinkLifetimes.PauseDays);
        return (tokens.PathOf(new FacilitatorLink(cohort.Id, set, facilitator.Generation, today, expires.At(0, cohort.Zone))), expires.PlusDays(-1));
    }
}
