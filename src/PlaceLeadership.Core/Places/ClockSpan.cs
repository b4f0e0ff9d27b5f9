namespace PlaceLeadership.Core.Places;

/// <summary>
/// Which hours two written times mean. A time without am, pm or a leading zero can be either half of the day; it is read only
/// where one reading is usual and the other is not.
/// </summary>
internal static class ClockSpan
{
    private const int Hour = 60;
    private const int HalfDay = 12 * Hour;
    private const int Day = 24 * Hour;

    // Nobody is at work for longer than that in one go, nor begins before five without saying so.
    private const int Longest = 14 * Hour;
    private const int Earliest = 5 * Hour;

    /// <summary>Minutes of the day from which and to which; null when it can be meant in more than one way. The end may be the next day's.</summary>
    public static (int From, int To)? Of(TimeText first, TimeText last) => (first.Form, last.Form) switch
    {
        (TimeForm.Bare, TimeForm.Bare) => Bare(first.Minutes, last.Minutes),
        (TimeForm.Bare, TimeForm.Half) => SharedHalf(first.Minutes % HalfDay, last.Minutes),
        (TimeForm.Bare, _) => first.Minutes >= Earliest && last.Minutes > first.Minutes && last.Minutes - first.Minutes <= Longest
            ? (first.Minutes, last.Minutes)
            : null,
        (TimeForm.Clock24, TimeForm.Bare) when last.Minutes >= 10 * Hour || first.Minutes >= HalfDay => Clock24(first.Minutes, last.Minutes),
        (_, TimeForm.Bare) => Next(first.Minutes, last.Minutes),
        _ => (first.Minutes, last.Minutes),
    };

    // “9-5” is a day at work, “2-10” a late shift; “10-6” can be a day or a night, “6-2” an early shift or an evening.
    private static (int, int)? Bare(int first, int last)
    {
        var length = After(first, last);
        return (first / Hour) switch
        {
            8 or 9 when length < 10 * Hour => (first, first + length),
            10 or 11 or 12 when length < 7 * Hour => (first, first + length),
            1 or 2 or 3 when length <= 9 * Hour => (first + HalfDay, first + HalfDay + length),
            _ => null,
        };
    }

    // “1-5pm” is all in the afternoon, “9-1pm” cannot be.
    private static (int, int)? SharedHalf(int first, int last) =>
        last < HalfDay ? first < last ? (first, last) : null
        : first + HalfDay < last ? (first + HalfDay, last)
        : first >= Earliest && last - first <= Longest ? (first, last)
        : null;

    private static (int, int)? Clock24(int first, int last)
    {
        if (last > first)
        {
            return (first, last);
        }

        var alsoSameDay = last < 10 * Hour && last + HalfDay > first;
        return last + Day - first <= Longest && !alsoSameDay ? (first, last) : null;
    }

    // The next such time on the clock, unless the one twelve hours on could be meant too.
    private static (int, int)? Next(int first, int last) =>
        After(first, last) is > Hour and var length ? (first, (first + length) % Day) : null;

    private static int After(int first, int last) => (last - first + Day) % HalfDay;
}
