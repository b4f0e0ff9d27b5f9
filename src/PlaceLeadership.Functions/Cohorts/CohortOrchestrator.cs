using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using PlaceLeadership.Hosting.Running;

namespace PlaceLeadership.Functions.Cohorts;

/// <summary>What a round hands to the next.</summary>
/// <param name="Noted">What the directory says of the cohort.</param>
/// <param name="Cause">The trace of what woke the cohort, or null.</param>
/// <param name="Failures">How many rounds have failed in a row.</param>
internal sealed record Round(Noted? Noted, string? Cause, int Failures);

/// <summary>What an operator sees of a cohort's instance.</summary>
/// <param name="WakesAt">When it tends again at the latest.</param>
/// <param name="InOutbox">Messages in the outbox when it was last tended.</param>
/// <param name="Failures">How many rounds have failed in a row.</param>
internal sealed record CohortStatus(DateTimeOffset? WakesAt, int InOutbox, int Failures);

/// <summary>
/// Looks after one cohort for ever: the instance id is the cohort id, so one at a time. Each round tends, brings people together where that is due, delivers, waits for
/// a change or for the moment the tables name, and begins anew, so that history stays short and a new version of the code
/// takes over at the next round. Nothing is remembered here that the tables do not hold.
/// </summary>
internal static class CohortOrchestrator
{
    /// <summary>The event that says: look at the cohort now.</summary>
    public const string Changed = "changed";

    // The longest sleep: a lost timer costs a day at the most, and a new version has taken over by then.
    private static readonly TimeSpan SleepMax = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(5);

    // The store may be away for a minute; tending again does no harm.
    private static readonly TaskOptions Tending = TaskOptions.FromRetryPolicy(
        new RetryPolicy(5, TimeSpan.FromSeconds(2), 2, TimeSpan.FromMinutes(1)));

    // What a delivery has claimed, a second one leaves alone until the claim's time is over, so few attempts are enough.
    private static readonly TaskOptions Delivering = TaskOptions.FromRetryPolicy(
        new RetryPolicy(3, TimeSpan.FromSeconds(5), 3, TimeSpan.FromMinutes(1)));

    [Function(nameof(CohortOrchestrator))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        // Asked for before anything is read: what changes from now on ends the wait below.
        using var over = new CancellationTokenSource();
        var changed = context.WaitForExternalEvent<string?>(Changed, over.Token);
        var round = context.GetInput<Round>() ?? new Round(null, null, 0);
        if (await LookAfterAsync(context, round) is not { } seen)
        {
            return;
        }

        context.SetCustomStatus(new CohortStatus(seen.WakeAt, seen.Waiting, seen.Failures));
        if (!changed.IsCompleted)
        {
            var latest = context.CurrentUtcDateTime + SleepMax;
            var wake = seen.WakeAt is { } moment && moment.UtcDateTime < latest ? moment.UtcDateTime : latest;
            await Task.WhenAny(changed, context.CreateTimer(wake, over.Token));
        }

        var cause = changed.IsCompletedSuccessfully ? await changed : null;
#pragma warning disable CA1849 // CancelAsync goes on in another thread, which an orchestrator may never do: it would hang for ever.
        over.Cancel();
#pragma warning restore CA1849

        // Events that came meanwhile are not kept: the round that begins now reads the tables anew.
        context.ContinueAsNew(new Round(seen.Noted, cause, seen.Failures), preserveUnprocessedEvents: false);
    }

    /// <summary>Tends, brings together and delivers: what the cohort was seen to be, or null when nothing is left to look after.</summary>
    private static async Task<Seen?> LookAfterAsync(TaskOrchestrationContext context, Round round)
    {
        var seen = new Seen(round.Noted, 0, null, 0);
        try
        {
            var tended = await TendAsync(context, round);
            if (!tended.Exists || (tended.Ended && tended.Waiting == 0))
            {
                return null;
            }

            seen = new Seen(tended.Noted, tended.Waiting, tended.WakeAt, 0);
            var delivered = await DeliverAsync(context, tended);
            return await WakeForDeliveriesAsync(context, seen, delivered);
        }
        catch (TaskFailedException)
        {
            // Counted where it failed. A cohort is never given up: its tables may be readable again in five minutes.
            return seen with { WakeAt = context.CurrentUtcDateTime + AfterFailure, Failures = round.Failures + 1 };
        }
    }

    private static async Task<TendReport> TendAsync(TaskOrchestrationContext context, Round round)
    {
        var tended = await context.CallActivityAsync<TendReport>(
            nameof(CohortActivities.Tend), new TendOrder(context.InstanceId, round.Noted, round.Cause), Tending);
        if (!tended.Convene)
        {
            return tended;
        }

        await context.CallActivityAsync<bool>(
            nameof(CohortActivities.Convene), new ConveneOrder(context.InstanceId, tended.Trace), Tending);
        return await context.CallActivityAsync<TendReport>(
            nameof(CohortActivities.Tend), new TendOrder(context.InstanceId, tended.Noted, round.Cause, Convened: true), Tending);
    }

    private static Task<DeliverReport[]> DeliverAsync(TaskOrchestrationContext context, TendReport tended) =>
        Task.WhenAll(Enumerable.Range(0, tended.Slices).Select(slice => context.CallActivityAsync<DeliverReport>(
            nameof(CohortActivities.Deliver), new DeliverOrder(context.InstanceId, slice, tended.Slices, tended.Trace), Delivering)));

    // A delivery that has to be tried again may be due before the cohort is; the directory has to know, for the watchdog.
    private static async Task<Seen> WakeForDeliveriesAsync(TaskOrchestrationContext context, Seen seen, DeliverReport[] delivered)
    {
        if (delivered.Min(part => part.WakeAt) is { } sooner && (seen.WakeAt is null || sooner < seen.WakeAt))
        {
            await context.CallActivityAsync(
                nameof(CohortActivities.Note), new NoteOrder(context.InstanceId, seen.Noted!.Mark, sooner), Tending);
            seen = seen with { WakeAt = sooner, Noted = null };
        }

        return delivered.Any(part => part.Withdrawn > 0) && (seen.WakeAt is null || seen.WakeAt > context.CurrentUtcDateTime)
            ? seen with { WakeAt = context.CurrentUtcDateTime }
            : seen;
    }

    /// <summary>What a round saw.</summary>
    /// <param name="Noted">What the directory says of the cohort.</param>
    /// <param name="Waiting">Messages in the outbox.</param>
    /// <param name="WakeAt">When to look again, or null: when something changes.</param>
    /// <param name="Failures">How many rounds have failed in a row.</param>
    private sealed record Seen(Noted? Noted, int Waiting, DateTimeOffset? WakeAt, int Failures);
}
