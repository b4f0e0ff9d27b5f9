using NodaTime;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Calendar;

/// <summary>The days on which somebody who works by a pattern in a division gets messages.</summary>
public static class WorkingCalendar
{
    /// <summary>
    /// Whether the date is a weekday that is no bank holiday and on which the pattern works. Bank holidays as
    /// <see cref="BankHolidays.IsHoliday"/> answers.
    /// </summary>
    public static bool IsWorkingDay(UkDivision division, WorkingPattern pattern, LocalDate date) =>
        pattern.Includes(date.DayOfWeek) && !BankHolidays.IsHoliday(division, date);

    /// <summary>The date itself when it is a working day, otherwise the first working day after it.</summary>
    /// <exception cref="ArgumentException">The pattern has no day, so there would be none to find.</exception>
    public static LocalDate OnOrAfter(UkDivision division, WorkingPattern pattern, LocalDate date)
    {
        if ((pattern.Days & Weekdays.All) == Weekdays.None)
        {
            throw new ArgumentException("A working pattern without a day has no working day.", nameof(pattern));
        }

        while (!IsWorkingDay(division, pattern, date))
        {
            date = date.PlusDays(1);
        }

        return date;
    }
}
