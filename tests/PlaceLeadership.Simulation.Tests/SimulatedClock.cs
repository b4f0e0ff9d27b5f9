using NodaTime;

namespace PlaceLeadership.Simulation.Tests;

/// <summary>A clock that stands until it is moved.</summary>
public sealed class SimulatedClock(Instant start) : TimeProvider
{
    public Instant Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
