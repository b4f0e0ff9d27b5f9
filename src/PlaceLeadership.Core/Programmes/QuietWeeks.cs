using NodaTime;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Core.Programmes;

/// <summary>When no letter comes. What cannot wait still does.</summary>
/// <param name="AfterMeetings">How many weeks, Monday to Sunday, after the one in which a person's learning set met.</param>
/// <param name="Ranges">Parts of every year.</param>
public sealed record QuietWeeks(int AfterMeetings, IReadOnlyList<QuietRange> Ranges)
{
    /// <summary>The most weeks that can be quiet after a meeting: later nobody is asked about it any more.</summary>
    public const int AfterMeetingsMost = 1;

    private const int DaysInWeek = 7;

    /// <summary>The most days of a year that can be quiet, so that a letter always comes in the end.</summary>
    public const int DaysOfYearMost = 100;

    /// <summary>No day is quiet.</summary>
    public static QuietWeeks None { get; } = new(0, []);

    /// <summary>Whether no letter comes on this day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="meetings">The days on which the person's set meets or has met.</param>
    public bool Holds(LocalDate day, IReadOnlyList<LocalDate> meetings) =>
        (AfterMeetings > 0 && meetings.Count > 0 && FollowsOneOf(meetings, LocalDays.MondayOf(day))) || IsInRange(day);

    /// <summary>The last of so many days after a day, of which quiet ones do not count.</summary>
    /// <param name="day">The day.</param>
    /// <param name="days">How many days.</param>
    /// <param name="meetings">The days on which the person's set meets or has met.</param>
    public LocalDate Last(LocalDate day, int days, IReadOnlyList<LocalDate> meetings)
    {
        var last = day.PlusDays(days);
        for (var counted = day; this != None && counted <= last; counted = counted.PlusDays(1))
        {
            last = Holds(counted, meetings) ? last.PlusDays(1) : last;
        }

        return last;
    }

    private bool FollowsOneOf(IReadOnlyList<LocalDate> meetings, LocalDate monday) =>
        meetings.Any(meeting => meeting < monday && meeting >= monday.PlusDays(-AfterMeetings * DaysInWeek));

    private bool IsInRange(LocalDate day)
    {
        for (var at = 0; at < Ranges.Count; at++)
        {
            if (Ranges[at].Holds(day))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A part of every year; one that ends before it begins goes over the turn of the year.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
public sealed record QuietRange(AnnualDate From, AnnualDate To)
{
    /// <summary>The most days it may have, so that a letter is never more than about six weeks away.</summary>
    public const int DaysMost = 35;

    /// <summary>How many days it has in a leap year.</summary>
    public int Days => Period.DaysBetween(From.InYear(2028), To.InYear(From <= To ? 2028 : 2029)) + 1;

    /// <summary>Whether a day lies in it.</summary>
    public bool Holds(LocalDate day)
    {
        var at = new AnnualDate(day.Month, day.Day);
        return From <= To ? From <= at && at <= To : at >= From || at <= To;
    }
}
