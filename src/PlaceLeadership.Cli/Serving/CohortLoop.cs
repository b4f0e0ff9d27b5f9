using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Mail.Delivery;

namespace PlaceLeadership.Cli.Serving;

/// <summary>
/// The embedded runtime: looks after every cohort when it is due, and when somebody nudged it. Nothing in it is durable,
/// because the tables are. While something is due, a fast clock is held there, so no speed makes a message late.
/// </summary>
internal sealed partial class CohortLoop(
    CohortDirectory directory, TroubleDesk troubles, Keeper keeper, MovableClock clock, LoopSettings settings, ILogger<CohortLoop> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private static readonly Duration AfterFailure = Duration.FromSeconds(10);

    private readonly Dictionary<CohortId, Watched> _cohorts = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
            {
                // The directory cannot be read: the store is away. The tables hold the truth, so looking again is enough.
                StoreAway(log, broken.GetType().Name);
            }

            try
            {
                await Task.Delay(Pause(), TimeProvider.System, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        foreach (var entry in await directory.ListAsync(cancellation).ConfigureAwait(false))
        {
            if (!_cohorts.TryGetValue(entry.Id, out var watched) || watched.Mark != entry.Mark)
            {
                _cohorts[entry.Id] = new Watched(entry.Mark, clock.Now(), watched is null && settings.SoleSender);
            }
        }

        foreach (var (id, watched) in _cohorts.ToList())
        {
            if (watched.Wake is { } wake && wake <= clock.Now())
            {
                _cohorts[id] = watched with { Wake = await KeepAsync(id, watched, cancellation).ConfigureAwait(false), First = false };
            }
        }

        clock.HoldAt(_cohorts.Values.Min(watched => watched.Wake));
    }

    private async Task<Instant?> KeepAsync(CohortId id, Watched watched, CancellationToken cancellation)
    {
        try
        {
            if (await keeper.KeepAsync(id, clock.Now(), watched.First, cancellation).ConfigureAwait(false) is not { } kept)
            {
                return null;
            }

            if (kept.Delivery is { Sent: > 0 } or { Postponed: > 0 } or { InDoubt: > 0 } or { Refused: > 0 })
            {
                Kept(log, id, kept.Delivery.Sent, kept.Delivery.Postponed, kept.Delivery.Refused, kept.Delivery.InDoubt);
            }

            await NoteAsync(id, kept.Delivery, cancellation).ConfigureAwait(false);
            return kept.NextWake;
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            KeepFailed(log, id, broken.GetType().Name);
            await NoteFailureAsync(id, broken, cancellation).ConfigureAwait(false);
            return clock.Now() + AfterFailure;
        }
    }

    private async Task NoteAsync(CohortId id, DeliveryResult delivery, CancellationToken cancellation)
    {
        await troubles.ClearAsync(id, TroubleDesk.Tending, cancellation).ConfigureAwait(false);
        if (delivery.Stopped is { } reason)
        {
            SendingStopped(log, id, reason);
            await troubles.NoteAsync(id, TroubleDesk.Sending, reason, cancellation).ConfigureAwait(false);
        }
        else if (delivery.Sent > 0)
        {
            await troubles.ClearAsync(id, TroubleDesk.Sending, cancellation).ConfigureAwait(false);
        }
    }

    private async Task NoteFailureAsync(CohortId id, Exception broken, CancellationToken cancellation)
    {
        try
        {
            await troubles.NoteAsync(id, TroubleDesk.Tending, $"It fails ({broken.GetType().Name}).", cancellation).ConfigureAwait(false);
        }
        catch (Exception away) when (away is not OperationCanceledException)
        {
            StoreAway(log, away.GetType().Name);
        }
    }

    private TimeSpan Pause()
    {
        var next = _cohorts.Values.Min(watched => watched.Wake);
        var wait = next is { } wake ? clock.RealTimeUntil(wake) : LookEvery;
        return wait < LookEvery ? wait : LookEvery;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Cohort {Cohort}: {Sent} sent, {Postponed} postponed, {Refused} refused, {InDoubt} in doubt")]
    private static partial void Kept(ILogger log, CohortId cohort, int sent, int postponed, int refused, int inDoubt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Cohort {Cohort}: nothing is sent. {Reason}")]
    private static partial void SendingStopped(ILogger log, CohortId cohort, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cohort {Cohort} could not be looked after ({Failure}); trying again in 10 seconds")]
    private static partial void KeepFailed(ILogger log, CohortId cohort, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The storage does not answer ({Failure}); trying again")]
    private static partial void StoreAway(ILogger log, string failure);

    private sealed record Watched(string Mark, Instant? Wake, bool First);
}

/// <summary>What the loop knows about the process it runs in.</summary>
/// <param name="SoleSender">Whether no other process can be sending from the same storage.</param>
internal sealed record LoopSettings(bool SoleSender);
