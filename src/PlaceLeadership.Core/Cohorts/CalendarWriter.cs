using NodaTime;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>Writes a calendar file (RFC 5545) for whoever takes it from a page; the host names who knows how.</summary>
/// <param name="entry">The meeting.</param>
/// <param name="cohort">Its cohort.</param>
/// <param name="language">The language of its title.</param>
/// <param name="stamp">When it is written.</param>
public delegate string CalendarWriter(CalendarEntry entry, Cohort cohort, string language, Instant stamp);
