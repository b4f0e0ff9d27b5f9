using NodaTime;
using NodaTime.TimeZones;

namespace PlaceLeadership.Core.Calendar;

/// <summary>
/// From local time to instants, by one rule for both clock changes: a moment that is skipped becomes the first moment
/// after the gap, a moment that happens twice is the first of the two.
/// </summary>
public static class LocalMoments
{
    private static readonly ZoneLocalMappingResolver Rule =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The instant of this local moment in this zone.</summary>
    public static Instant ToInstant(this LocalDateTime moment, DateTimeZone zone) =>
        zone.ResolveLocal(moment, Rule).ToInstant();

    /// <summary>The instant at which this hour of this day begins, in this zone.</summary>
    /// <param name="day">The local date.</param>
    /// <param name="hour">0 to 23.</param>
    /// <param name="zone">The zone of the cohort.</param>
    public static Instant At(this LocalDate day, int hour, DateTimeZone zone) =>
        day.At(new LocalTime(hour, 0)).ToInstant(zone);
}
