using NodaTime;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Calendar;

/// <summary>Times at which as many people as possible are at work.</summary>
public static class MeetingTimes
{
    /// <summary>The most times to choose from.</summary>
    public const int OptionsMost = 5;

    /// <summary>Days from the first one on within which a time may be.</summary>
    public const int WindowDays = 12;

    private const int MinutesOfHour = 60;

    private static readonly LocalTime[] Starts =
        [new(9, 30), new(13, 30), new(10, 0), new(14, 0), new(9, 0), new(13, 0), new(8, 0), new(15, 0)];

    /// <summary>Times to choose from, one a day, in order.</summary>
    /// <param name="division">Whose bank holidays are kept.</param>
    /// <param name="from">The first day.</param>
    /// <param name="minutes">How long the meeting is.</param>
    /// <param name="patterns">When the members work.</param>
    public static IReadOnlyList<LocalDateTime> Options(
        UkDivision division, LocalDate from, int minutes, IReadOnlyList<WorkingPattern> patterns)
    {
        var days = Enumerable.Range(0, WindowDays).Select(from.PlusDays)
            .Where(day => WorkingCalendar.IsWorkingDay(division, WorkingPattern.FullWeek, day));
        return
        [
            .. days.Select(day => Starts.Select(day.At).MaxBy(start => (AtWork(start, minutes, patterns), -Array.IndexOf(Starts, start.TimeOfDay))))
                .OrderByDescending(start => AtWork(start, minutes, patterns)).ThenBy(start => start)
                .Take(OptionsMost).Order(),
        ];
    }

    /// <summary>How many of these people are at work for the whole of a meeting.</summary>
    public static int AtWork(LocalDateTime start, int minutes, IReadOnlyList<WorkingPattern> patterns)
    {
        var from = (start.Hour * MinutesOfHour) + start.Minute;
        return patterns.Count(pattern => pattern.Includes(start.DayOfWeek)
            && pattern.FromHour * MinutesOfHour <= from && from + minutes <= pattern.ToHour * MinutesOfHour);
    }
}
