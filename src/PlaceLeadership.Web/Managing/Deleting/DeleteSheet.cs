using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Web.Managing.Deleting;

/// <summary>What the page that asks before deleting shows.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Typed">What was typed, when it was not the id; null before.</param>
public sealed record DeleteSheet(Cohort Cohort, string? Typed)
{
    /// <summary>The id of the whole.</summary>
    internal CohortId Id => Cohort.Id.Whole;
}
