using NodaTime;

namespace PlaceLeadership.Cli.Demo;

/// <summary>A clock that stands until it is set, so that 26 weeks pass in seconds and every run is the same.</summary>
internal sealed class SteppingClock(Instant start) : TimeProvider
{
    public Instant Now { get; private set; } = start;

    /// <summary>Sets the clock; it never goes back.</summary>
    public void GoTo(Instant moment) => Now = Instant.Max(Now, moment);

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
