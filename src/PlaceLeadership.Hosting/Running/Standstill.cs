using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Hosting.Telemetry;

namespace PlaceLeadership.Hosting.Running;

/// <summary>
/// Where nothing moves although something waits, says so and runs the round itself. The runtime may hold a round that it has
/// lost, and then nothing that it is asked helps; beside it a round does no harm, for the tables decide.
/// </summary>
public sealed partial class Standstill(
    CohortDirectory directory, CohortReader reader, TroubleDesk troubles, CohortRounds rounds, HostClock clock, Instruments instruments, ILogger<Standstill> log)
    : BackgroundService
{
    private static readonly TimeSpan GlanceEvery = TimeSpan.FromSeconds(20);

    // What fails is tried again by the runtime as well; both together must not wear out a store that is ailing.
    private static readonly Duration AfterFailure = Duration.FromMinutes(5);

    private readonly Pace _pace = new();
    private readonly Dictionary<CohortId, Duration> _leaveAloneUntil = [];

    /// <summary>In how many cohorts nothing moved at the last glance although something waited.</summary>
    public int Cohorts { get; private set; }

    /// <summary>Takes one glance at every cohort, and runs a round where one stands still.</summary>
    /// <param name="at">How long the host has been running.</param>
    /// <param name="cancellation">Stops between cohorts.</param>
    public async Task GlanceAsync(Duration at, CancellationToken cancellation)
    {
        await clock.RefreshAsync(cancellation).ConfigureAwait(false);
        var still = new List<CohortId>();
        foreach (var (cohort, look) in await directory.LooksAsync(cancellation).ConfigureAwait(false))
        {
            var outbox = _pace.Glance(cohort, look) ? await reader.OutboxAsync(cohort, cancellation).ConfigureAwait(false) : null;
            if (_pace.StandsStill(cohort, outbox?.Select(message => message.Value), clock.Now(), at))
            {
                still.Add(cohort);
            }
        }

        // Where the provider lets us send nothing, that is said, and no round of ours would change it.
        if (still.Count > 0)
        {
            var stopped = await troubles.ListAsync(null, cancellation).ConfigureAwait(false);
            still.RemoveAll(cohort => stopped.Any(trouble => trouble.Work == TroubleDesk.Sending && trouble.Cohort == cohort));
        }

        Cohorts = still.Count;
        instruments.StoodStill(still.Count);
        foreach (var cohort in still.Where(cohort => at >= _leaveAloneUntil.GetValueOrDefault(cohort)))
        {
            await MoveAsync(cohort, at, cancellation).ConfigureAwait(false);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(GlanceEvery, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await GlanceAsync(Duration.FromTimeSpan(TimeProvider.System.GetElapsedTime(began)), stoppingToken).ConfigureAwait(false);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                // The store is away, which readiness says by itself; the next glance sees whether it has come back.
                NotSeen(log, broken.GetType().Name);
            }
        }
    }

    private async Task MoveAsync(CohortId cohort, Duration at, CancellationToken cancellation)
    {
        StandsStill(log, cohort);
        try
        {
            await rounds.RunAsync(cohort, cancellation).ConfigureAwait(false);
            _pace.Forget(cohort);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // One cohort that fails must not keep the others waiting.
            _leaveAloneUntil[cohort] = at + AfterFailure;
            NotMoved(log, cohort, failure.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cohort {Cohort} stands still although something waits; a round is run beside the runtime")]
    private static partial void StandsStill(ILogger log, CohortId cohort);

    [LoggerMessage(Level = LogLevel.Error, Message = "Cohort {Cohort} stands still and its round failed ({Failure}); the next try is in five minutes")]
    private static partial void NotMoved(ILogger log, CohortId cohort, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether all cohorts move could not be seen ({Failure})")]
    private static partial void NotSeen(ILogger log, string failure);
}
