using NodaTime;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>The private link of a facilitator, for a manager to pass on.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Set">The number of the set.</param>
/// <param name="Name">Who facilitates it.</param>
/// <param name="Address">The whole address.</param>
/// <param name="LastDay">The last day on which it works.</param>
public sealed record FacilitatorLinkSheet(Cohort Cohort, int Set, string Name, string Address, LocalDate LastDay);
