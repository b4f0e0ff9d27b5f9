using NodaTime;

namespace PlaceLeadership.Core.Calendar;

/// <summary>
/// The bank holidays of the United Kingdom as GOV.UK publishes them (gov.uk/bank-holidays), computed from the rules behind
/// the list: the Banking and Financial Dealings Act 1971, the yearly proclamations that have followed the same pattern
/// since, and the one-off days proclaimed so far. GOV.UK looks two years ahead; a day proclaimed later has to be added in
/// <see cref="ProclaimedHolidays"/>.
/// </summary>
public static class BankHolidays
{
    /// <summary>First year for which <see cref="In"/> answers.</summary>
    public const int FirstYear = 2024;

    /// <summary>Last year for which <see cref="In"/> answers.</summary>
    public const int LastYear = 2040;

    private const int FirstYearOfTheAct = 1971;

    private static readonly BankHoliday[][][] Years = [.. Enum.GetValues<UkDivision>().Select(YearsOf)];
    private static readonly ulong[][] Bits = [.. Years.Select(BitsOf)];

    /// <summary>The bank holidays of a division in a year, earliest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not from 2024 to 2040, or the division is none of the three.</exception>
    public static IReadOnlyList<BankHoliday> In(UkDivision division, int year)
    {
        if (year is < FirstYear or > LastYear)
        {
            throw new ArgumentOutOfRangeException(
                nameof(year), year, $"Bank holidays are known for the years {FirstYear} to {LastYear}.");
        }

        return Array.AsReadOnly(Years[IndexOf(division)][year - FirstYear]);
    }

    /// <summary>
    /// Whether the division rests on this date. Within 2024 to 2040 one look into a bit map. Outside, the standing rules
    /// are computed (no one-off days are known there), because a message at Christmas is the worse mistake; before the
    /// Act of 1971 the answer is no.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The division is none of the three.</exception>
    public static bool IsHoliday(UkDivision division, LocalDate date)
    {
        var index = IndexOf(division);
        var year = date.Year;
        if (year is < FirstYear or > LastYear)
        {
            return year >= FirstYearOfTheAct && StandingHolidays.In(division, year).Select(holiday => holiday.Date).Contains(date);
        }

        var bit = BitOf(date);
        return (Bits[index][bit >> 6] & (1UL << (bit & 63))) != 0;
    }

    private static int IndexOf(UkDivision division) =>
        division is >= UkDivision.EnglandAndWales and <= UkDivision.NorthernIreland
            ? (int)division
            : throw new ArgumentOutOfRangeException(
                nameof(division), division, "Bank holidays are known for England and Wales, Scotland and Northern Ireland.");

    private static BankHoliday[][] YearsOf(UkDivision division) =>
    [
        .. Enumerable.Range(FirstYear, LastYear - FirstYear + 1).Select(year => StandingHolidays.In(division, year)
            .Concat(ProclaimedHolidays.In(division, year))
            .OrderBy(holiday => holiday.Date)
            .ToArray()),
    ];

    private static ulong[] BitsOf(BankHoliday[][] years)
    {
        var bits = new ulong[(LastYear - FirstYear + 1) << 3];
        foreach (var holiday in years.SelectMany(year => year))
        {
            var bit = BitOf(holiday.Date);
            bits[bit >> 6] |= 1UL << (bit & 63);
        }

        return bits;
    }

    // Nine bits a year, four for the month and five for the day: gaps cost 64 bytes a year and save a calendar computation.
    private static int BitOf(LocalDate date) => ((date.Year - FirstYear) << 9) | (date.Month << 5) | date.Day;
}
