using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace PlaceLeadership.Functions.Cohorts;

/// <summary>Runs the watchdog by the clock, and when the app starts: after a rebuild of the hub it is what starts everything.</summary>
internal sealed class WatchdogTimer(Watchdog watchdog, Hub hub)
{
    [Function(nameof(WatchdogTimer))]
    public Task RunAsync(
        [TimerTrigger("%PLACELEAD_WATCHDOG_SCHEDULE%", RunOnStartup = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        hub.Use(client);
        return watchdog.LookAsync(client, cancellation);
    }
}
