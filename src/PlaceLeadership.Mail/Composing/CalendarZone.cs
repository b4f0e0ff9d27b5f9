using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using NodaTime.TimeZones;
using Duration = NodaTime.Duration;

namespace PlaceLeadership.Mail.Composing;

/// <summary>
/// A zone as a calendar file describes it (RFC 5545, 3.6.5): the clock changes around one meeting, so that the same meeting gives
/// the same file whenever it is written. A yearly rule stands beside them only where it foretells the next two changes, because
/// calendars keep a zone for other meetings, and a wrong rule is worse than none.
/// </summary>
internal static class CalendarZone
{
    public static VTimeZone Around(Instant meeting, DateTimeZone zone)
    {
        var described = new VTimeZone { TzId = zone.Id };
        var now = zone.GetZoneInterval(meeting);
        if (!now.HasStart)
        {
            described.Children.Add(Always(now));
            return described;
        }

        var before = zone.GetZoneInterval(now.Start - Duration.Epsilon);
        List<ZoneInterval> changes = before.HasStart ? [before, now] : [now];
        var yearly = changes is [_, _] && IsForetold(before, now.HasEnd ? now.End : null, zone)
            && IsForetold(now, NextAfter(now, zone), zone);
        foreach (var change in changes)
        {
            described.Children.Add(Observance(change, OffsetBefore(change, zone), yearly));
        }

        return described;
    }

    private static Instant? NextAfter(ZoneInterval interval, DateTimeZone zone) =>
        interval.HasEnd && zone.GetZoneInterval(interval.End) is { HasEnd: true } next ? next.End : null;

    /// <summary>Whether the yearly rule of this change leads to that later one.</summary>
    private static bool IsForetold(ZoneInterval change, Instant? later, DateTimeZone zone) =>
        later is { } instant && zone.GetZoneInterval(instant) is var next
        && next.WallOffset == change.WallOffset
        && LocalStart(next, OffsetBefore(next, zone)) is var there
        && LocalStart(change, OffsetBefore(change, zone)) is var here
        && there.Year == here.Year + 1 && there.TimeOfDay == here.TimeOfDay && Yearly(there.Date) == Yearly(here.Date);

    private static VTimeZoneInfo Observance(ZoneInterval change, Offset from, bool yearly)
    {
        var local = LocalStart(change, from);
        var described = Describe(change.WallOffset > from ? "DAYLIGHT" : "STANDARD", local, from, change.WallOffset, change.Name);
        if (yearly)
        {
            var (month, day, week) = Yearly(local.Date);
            described.RecurrenceRule = new RecurrenceRule(FrequencyType.Yearly)
            {
                ByMonth = [month],
                ByDay = [new WeekDay((DayOfWeek)((int)day % 7), week)],
            };
        }

        return described;
    }

    private static VTimeZoneInfo Always(ZoneInterval only) =>
        Describe("STANDARD", new LocalDateTime(1970, 1, 1, 0, 0), only.WallOffset, only.WallOffset, only.Name);

    private static VTimeZoneInfo Describe(string kind, LocalDateTime local, Offset from, Offset to, string name) => new(kind)
    {
        Start = new CalDateTime(local.ToDateTimeUnspecified()),
        OffsetFrom = new UtcOffset(from.ToTimeSpan()),
        OffsetTo = new UtcOffset(to.ToTimeSpan()),
        TimeZoneName = name,
    };

    private static Offset OffsetBefore(ZoneInterval change, DateTimeZone zone) => zone.GetUtcOffset(change.Start - Duration.Epsilon);

    // By the clock that is about to change.
    private static LocalDateTime LocalStart(ZoneInterval change, Offset before) => change.Start.WithOffset(before).LocalDateTime;

    /// <summary>Such as the last Sunday of March; the fourth one is the last one whenever it is.</summary>
    private static (int Month, IsoDayOfWeek Day, int Week) Yearly(LocalDate date) =>
        (date.Month, date.DayOfWeek, date.Day + 7 > date.Calendar.GetDaysInMonth(date.Year, date.Month) ? -1 : ((date.Day - 1) / 7) + 1);
}
