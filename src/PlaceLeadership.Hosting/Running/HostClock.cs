using NodaTime;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Hosting.Running;

/// <summary>
/// The clock of a host: the real one, or one that a rehearsal moves. A rehearsal's clock stands still until it is moved, so
/// however slow the machine, nothing happens too late.
/// </summary>
/// <param name="real">The real clock.</param>
/// <param name="rehearsal">The rehearsal's clock, or null.</param>
public sealed class HostClock(TimeProvider real, RehearsalClock? rehearsal = null) : TimeProvider
{
    // How soon to look whether a rehearsal's clock was moved, should nobody say so.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    public override DateTimeOffset GetUtcNow() => (rehearsal ?? real).GetUtcNow();

    /// <summary>Reads a rehearsal's clock anew; has to come before anything that asks for the time.</summary>
    public Task RefreshAsync(CancellationToken cancellation) =>
        rehearsal is null ? Task.CompletedTask : rehearsal.RefreshAsync(cancellation);

    /// <summary>The real moment at which this clock may show that moment.</summary>
    public DateTimeOffset? RealMomentOf(Instant? moment) => moment switch
    {
        null => null,
        { } there when rehearsal is null => there.ToDateTimeOffset(),
        { } there => there <= this.Now() ? real.GetUtcNow() : real.GetUtcNow() + LookAgain,
    };
}
