using NodaTime;

namespace PlaceLeadership.Core.Calendar;

/// <summary>
/// Days proclaimed once. The list holds every one that was proclaimed for 2024 to 2040 by the summer of 2026; a new
/// proclamation is one more line.
/// </summary>
internal static class ProclaimedHolidays
{
    // Royal Proclamation of 3 February 2026, Scotland only.
    private static readonly BankHoliday WorldCup = new(new LocalDate(2026, 6, 15), "World Cup bank holiday");

    public static IEnumerable<BankHoliday> In(UkDivision division, int year) =>
        division == UkDivision.Scotland && year == WorldCup.Date.Year ? [WorldCup] : [];
}
