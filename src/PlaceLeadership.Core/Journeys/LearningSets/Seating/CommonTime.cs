using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>The working time that people share: the same hours on each of these days.</summary>
/// <param name="Days">The days on which all of them work; none when there is no such day.</param>
/// <param name="FromHour">The first hour in which all of them work.</param>
/// <param name="ToHour">The hour at which the first of them ends; not later than <paramref name="FromHour"/> when they share none.</param>
public readonly record struct CommonTime(Weekdays Days, int FromHour, int ToHour)
{
    /// <summary>How many hours they share on each of the days.</summary>
    public int Hours => Days == Weekdays.None ? 0 : Math.Max(0, ToHour - FromHour);

    /// <summary>The time that all of these patterns share.</summary>
    public static CommonTime Of(IEnumerable<WorkingPattern> patterns) => patterns.Aggregate(
        new CommonTime(Weekdays.All, WorkingPattern.EarliestHour, WorkingPattern.LatestHour),
        (shared, pattern) => new CommonTime(
            shared.Days & pattern.Days, Math.Max(shared.FromHour, pattern.FromHour), Math.Min(shared.ToHour, pattern.ToHour)));

    /// <summary>One bit for each weekday and hour at which a meeting of so many hours fits into the pattern.</summary>
    internal static ulong Starts(WorkingPattern pattern, int hours)
    {
        var inOneDay = WorkingPattern.LatestHour - WorkingPattern.EarliestHour - hours + 1;
        var starts = 0UL;
        for (var day = 0; day < 5; day++)
        {
            for (var hour = pattern.FromHour; ((int)pattern.Days & (1 << day)) != 0 && hour + hours <= pattern.ToHour; hour++)
            {
                starts |= 1UL << ((day * inOneDay) + hour - WorkingPattern.EarliestHour);
            }
        }

        return starts;
    }

    /// <summary>How many of these people cannot come at the start that suits most of them.</summary>
    internal static int Missing(ReadOnlySpan<int> members, ulong[] starts)
    {
        // Counts all starts at once: bit by bit, the planes hold how many people have that start.
        ulong ones = 0, twos = 0, fours = 0, eights = 0;
        var all = ulong.MaxValue;
        foreach (var member in members)
        {
            var carry = starts[member];
            all &= carry;
            (ones, carry) = (ones ^ carry, ones & carry);
            (twos, carry) = (twos ^ carry, twos & carry);
            (fours, carry) = (fours ^ carry, fours & carry);
            eights ^= carry;
        }

        if (all != 0)
        {
            return 0;
        }

        if (members.Length > 15)
        {
            return members.Length - Most(members, starts);
        }

        var (most, best) = (0, ulong.MaxValue);
        Narrow(eights, 8);
        Narrow(fours, 4);
        Narrow(twos, 2);
        Narrow(ones, 1);
        return members.Length - most;

        void Narrow(ulong plane, int worth)
        {
            if ((best & plane) != 0)
            {
                best &= plane;
                most += worth;
            }
        }
    }

    private static int Most(ReadOnlySpan<int> members, ulong[] starts)
    {
        var most = 0;
        for (var start = 0; start < 64; start++)
        {
            var count = 0;
            foreach (var member in members)
            {
                count += (int)((starts[member] >> start) & 1);
            }

            most = Math.Max(most, count);
        }

        return most;
    }
}
