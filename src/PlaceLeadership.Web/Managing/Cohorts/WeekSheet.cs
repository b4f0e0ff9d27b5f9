using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Web.Managing.Cohorts;

/// <summary>What the page of one week shows.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Monday">The first day of the week.</param>
/// <param name="Today">The local day.</param>
/// <param name="EndsOn">The last day of the cohort.</param>
/// <param name="Lines">Each message that will go out, in the order of its moment.</param>
public sealed record WeekSheet(Cohort Cohort, LocalDate Monday, LocalDate Today, LocalDate EndsOn, IReadOnlyList<WeekLine> Lines);

/// <summary>One message that will go out.</summary>
/// <param name="Message">Which, and when.</param>
/// <param name="Name">To whom.</param>
public sealed record WeekLine(ForeseenMessage Message, string Name);
