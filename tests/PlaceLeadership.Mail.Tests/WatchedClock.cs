using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace PlaceLeadership.Mail.Tests;

/// <summary>A clock that stands still, and tells when somebody begins to wait on it.</summary>
public sealed class WatchedClock() : FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Completes once somebody waits for exactly this long.</summary>
    public async Task WaitBeganAsync(TimeSpan wait)
    {
        // Bounded in real time: where nobody ever waits so long, the test fails instead of hanging.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (await _waits.Reader.ReadAsync(limit.Token) != wait)
        {
        }
    }

    /// <summary>Lets time pass once somebody waits for exactly this long.</summary>
    public async Task PassAsync(TimeSpan wait)
    {
        await WaitBeganAsync(wait);
        Advance(wait);
    }
}
