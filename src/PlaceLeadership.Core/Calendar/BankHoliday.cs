using NodaTime;

namespace PlaceLeadership.Core.Calendar;

/// <summary>A day on which a division of the United Kingdom rests.</summary>
/// <param name="Date">The day that is free, always a weekday: the substitute day where the feast itself is on a weekend.</param>
/// <param name="Name">As GOV.UK lists it, with “(substitute day)” where the feast itself is on another date.</param>
public sealed record BankHoliday(LocalDate Date, string Name);
