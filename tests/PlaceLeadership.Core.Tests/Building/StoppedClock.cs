using NodaTime;

namespace PlaceLeadership.Core.Tests.Building;

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class StoppedClock(Instant start) : TimeProvider
{
    public Instant Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
