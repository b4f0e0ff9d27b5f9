using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Hosting.Running;
using PlaceLeadership.Hosting.Telemetry;

namespace PlaceLeadership.Functions.Cohorts;

/// <summary>Starts and wakes what should be running, and reports what it had to mend.</summary>
internal sealed partial class Watchdog(CohortDirectory directory, HostClock clock, Instruments instruments, ILogger<Watchdog> log)
{
    private readonly long _began = TimeProvider.System.GetTimestamp();

    public async Task LookAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        await clock.RefreshAsync(cancellation).ConfigureAwait(false);
        var looks = await directory.LooksAsync(cancellation).ConfigureAwait(false);
        var running = Duration.FromTimeSpan(TimeProvider.System.GetElapsedTime(_began));
        var mended = 0;
        foreach (var entry in await directory.ListAsync(cancellation).ConfigureAwait(false))
        {
            var look = looks.GetValueOrDefault(entry.Id);
            if (Watch.IsOver(entry, look))
            {
                continue;
            }

            var act = WatchAct.Nothing;
            try
            {
                var view = await CohortInstances.ViewAsync(client, entry.Id, running, cancellation).ConfigureAwait(false);
                var decision = Watch.Decide(entry, look, view, clock.Now());
                act = decision.Act;
                if (act == WatchAct.Nothing)
                {
                    continue;
                }

                await ActAsync(client, decision, cancellation).ConfigureAwait(false);
                mended += decision.Mend ? 1 : 0;
                Acted(log, entry.Id, act, decision.Mend);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // An instance may end or be suspended while we look; one that fails must not keep the others waiting.
                ActFailed(log, entry.Id, act, failure.GetType().Name);
            }
        }

        instruments.Mended(mended);
    }

    private static Task ActAsync(DurableTaskClient client, WatchDecision decision, CancellationToken cancellation) => decision.Act switch
    {
        WatchAct.Start => CohortInstances.StartAsync(client, decision.Cohort, cancellation),
        WatchAct.Wake => client.RaiseEventAsync(decision.Cohort.Value, CohortOrchestrator.Changed, null, cancellation),
        WatchAct.Resume => client.ResumeInstanceAsync(decision.Cohort.Value, null, cancellation),
        _ => client.TerminateInstanceAsync(decision.Cohort.Value, null, cancellation),
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Watchdog: cohort {Cohort}: {Act}, mend: {Mend}")]
    private static partial void Acted(ILogger log, CohortId cohort, WatchAct act, bool mend);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Watchdog: cohort {Cohort}: {Act} failed ({Failure}); the next watch sees it again")]
    private static partial void ActFailed(ILogger log, CohortId cohort, WatchAct act, string failure);
}
