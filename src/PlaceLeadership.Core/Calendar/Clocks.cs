using NodaTime;

namespace PlaceLeadership.Core.Calendar;

/// <summary>From the platform's clock to instants. Product code asks a <see cref="TimeProvider"/> and nothing else.</summary>
public static class Clocks
{
    /// <summary>The present moment of this clock.</summary>
    public static Instant Now(this TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow());
}
