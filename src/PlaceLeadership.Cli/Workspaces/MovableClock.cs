using NodaTime;

namespace PlaceLeadership.Cli.Workspaces;

/// <summary>
/// A clock that starts anywhere and runs at any speed. So that a fast clock never runs past something that is due, it can
/// be held: it then stands still at that moment until it is let go.
/// </summary>
internal sealed class MovableClock : TimeProvider
{
    private readonly TimeProvider _real;
    private readonly Lock _lock = new();
    private DateTimeOffset _realStart;
    private DateTimeOffset _start;
    private DateTimeOffset? _hold;

    public MovableClock(TimeProvider real, DateTimeOffset? start, double speed)
    {
        _real = real;
        _realStart = real.GetUtcNow();
        _start = start ?? _realStart;
        Speed = speed;
    }

    /// <summary>Seconds of this clock for each real second.</summary>
    public double Speed { get; }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            var now = Running();
            return _hold is { } hold && now > hold ? hold : now;
        }
    }

    /// <summary>Holds the clock at this moment, or lets it go. A clock that was held goes on from where it stood.</summary>
    public void HoldAt(Instant? moment)
    {
        lock (_lock)
        {
            var now = Running();
            if (_hold is { } hold && now > hold)
            {
                _start = hold;
                _realStart = _real.GetUtcNow();
            }

            _hold = moment?.ToDateTimeOffset();
        }
    }

    /// <summary>How long to wait in real time until this clock shows the moment.</summary>
    public TimeSpan RealTimeUntil(Instant moment)
    {
        var ahead = moment.ToDateTimeOffset() - GetUtcNow();
        return ahead <= TimeSpan.Zero ? TimeSpan.Zero : ahead / Speed;
    }

    private DateTimeOffset Running() => _start + ((_real.GetUtcNow() - _realStart) * Speed);
}
