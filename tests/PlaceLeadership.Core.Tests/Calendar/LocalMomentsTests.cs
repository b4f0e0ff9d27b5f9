using NodaTime;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Core.Tests.Calendar;

public sealed class LocalMomentsTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    [Fact]
    public void An_hour_that_is_skipped_becomes_the_first_moment_after_the_gap() =>
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 0), new LocalDateTime(2026, 3, 29, 1, 30).ToInstant(London));

    [Fact]
    public void An_hour_that_comes_twice_is_the_first_of_the_two() =>
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), new LocalDateTime(2026, 10, 25, 1, 30).ToInstant(London));

    [Fact]
    public void A_day_without_a_midnight_begins_with_its_first_moment()
    {
        // Summer time in Cairo begins at midnight: the day starts at 01:00.
        var cairo = DateTimeZoneProviders.Tzdb["Africa/Cairo"];
        var day = new LocalDate(2024, 4, 26);
        Assert.Equal(day.AtStartOfDayInZone(cairo).ToInstant(), day.At(0, cairo));
        Assert.Equal(Instant.FromUtc(2024, 4, 25, 22, 0), day.At(0, cairo));
    }

    /// <summary>
    /// No zone of our time changes its clocks while people work, so here are all there ever were: at every change that
    /// skipped or doubled an hour of somebody's day, both rules hold.
    /// </summary>
    [Fact]
    public void In_every_zone_every_clock_change_within_working_hours_is_decided_by_the_same_two_rules()
    {
        var skipped = 0;
        var doubled = 0;
        foreach (var zone in DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            foreach (var change in zone.GetZoneIntervals(Instant.FromUtc(1900, 1, 1, 0, 0), Instant.FromUtc(2041, 1, 1, 0, 0)).Where(item => item.HasStart))
            {
                var before = zone.GetUtcOffset(change.Start - Duration.Epsilon);
                var from = change.Start.WithOffset(before).LocalDateTime;
                var to = change.Start.WithOffset(change.WallOffset).LocalDateTime;
                if (from.Hour is < 8 or >= 18 || from == to)
                {
                    continue;
                }

                var middle = LocalDateTime.Min(from, to).PlusSeconds((int)Math.Abs(Period.Between(from, to, PeriodUnits.Seconds).Seconds) / 2);
                if (to > from)
                {
                    skipped++;
                    Assert.Equal(change.Start, middle.ToInstant(zone));
                }
                else
                {
                    doubled++;
                    Assert.Equal(middle.WithOffset(before).ToInstant(), middle.ToInstant(zone));
                }
            }
        }

        Assert.True(skipped > 10 && doubled > 10, $"Only {skipped} gaps and {doubled} repeats were seen: too few to prove anything.");
    }
}
