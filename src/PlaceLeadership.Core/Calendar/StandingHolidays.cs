using NodaTime;

namespace PlaceLeadership.Core.Calendar;

/// <summary>The bank holidays that come back every year, with their substitute days.</summary>
internal static class StandingHolidays
{
    public static IEnumerable<BankHoliday> In(UkDivision division, int year) => division switch
    {
        UkDivision.Scotland => [.. Everywhere(year), .. ScottishNewYear(year), .. OnlyScotland(year)],
        UkDivision.NorthernIreland => [.. Everywhere(year), NewYear(year), .. NotScotland(year), .. OnlyNorthernIreland(year)],
        _ => [.. Everywhere(year), NewYear(year), .. NotScotland(year)],
    };

    private static IEnumerable<BankHoliday> Everywhere(int year) =>
    [
        new(Easter.SundayIn(year).PlusDays(-2), "Good Friday"),
        new(Monday(year, 5, 1), "Early May bank holiday"),
        new(LastMonday(year, 5), "Spring bank holiday"),
        .. Pair(new LocalDate(year, 12, 25), "Christmas Day", "Boxing Day", firstGivesWay: true),
    ];

    private static IEnumerable<BankHoliday> NotScotland(int year) =>
    [
        new(Easter.SundayIn(year).PlusDays(1), "Easter Monday"),
        new(LastMonday(year, 8), "Summer bank holiday"),
    ];

    private static IEnumerable<BankHoliday> OnlyScotland(int year) =>
    [
        new(Monday(year, 8, 1), "Summer bank holiday"),
        OrNextMonday(new LocalDate(year, 11, 30), "St Andrew’s Day"),
    ];

    private static IEnumerable<BankHoliday> OnlyNorthernIreland(int year) =>
    [
        OrNextMonday(new LocalDate(year, 3, 17), "St Patrick’s Day"),
        OrNextMonday(new LocalDate(year, 7, 12), "Battle of the Boyne (Orangemen’s Day)"),
    ];

    private static BankHoliday NewYear(int year) => OrNextMonday(new LocalDate(year, 1, 1), "New Year’s Day");

    private static BankHoliday[] ScottishNewYear(int year) =>
        Pair(new LocalDate(year, 1, 1), "New Year’s Day", "2nd January", firstGivesWay: false);

    /// <summary>
    /// Two holidays in a row that must not share a day. A Sunday's first day meets a Monday's second: at Christmas, Boxing
    /// Day keeps its Monday and Christmas Day is made up for on Tuesday; at the Scottish New Year both move on by one.
    /// </summary>
    private static BankHoliday[] Pair(LocalDate first, string firstName, string secondName, bool firstGivesWay) =>
        (first.DayOfWeek, firstGivesWay) switch
        {
            (IsoDayOfWeek.Friday, _) => [new(first, firstName), Instead(first.PlusDays(3), secondName)],
            (IsoDayOfWeek.Saturday, _) => [Instead(first.PlusDays(2), firstName), Instead(first.PlusDays(3), secondName)],
            (IsoDayOfWeek.Sunday, true) => [new(first.PlusDays(1), secondName), Instead(first.PlusDays(2), firstName)],
            (IsoDayOfWeek.Sunday, false) => [Instead(first.PlusDays(1), firstName), Instead(first.PlusDays(2), secondName)],
            _ => [new(first, firstName), new(first.PlusDays(1), secondName)],
        };

    private static BankHoliday OrNextMonday(LocalDate feast, string name) =>
        feast.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday
            ? Instead(feast.Next(IsoDayOfWeek.Monday), name)
            : new(feast, name);

    private static BankHoliday Instead(LocalDate date, string name) => new(date, name + " (substitute day)");

    private static LocalDate Monday(int year, int month, int occurrence) =>
        LocalDate.FromYearMonthWeekAndDay(year, month, occurrence, IsoDayOfWeek.Monday);

    private static LocalDate LastMonday(int year, int month) => Monday(year, month, 5);
}
