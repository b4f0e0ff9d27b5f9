using System.Diagnostics;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace PlaceLeadership.Functions.Cohorts;

/// <summary>The way from the pages to the orchestrations. The runtime gives the client to functions, so they leave it here.</summary>
internal sealed partial class Hub(ILogger<Hub> log)
{
    // A page must not hang because the runtime does; the mark in the directory is as good, only later.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private volatile DurableTaskClient? _client;

    public void Use(DurableTaskClient client) => _client = client;

    /// <summary>Wakes a cohort, with the trace of what is going on now.</summary>
    /// <returns>False when that did not work; whoever asks then leaves a mark for the watchdog.</returns>
    public async Task<bool> RaiseAsync(CohortId cohort, CancellationToken cancellation)
    {
        if (_client is not { } client)
        {
            return false;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await CohortInstances.WakeAsync(client, cohort, Activity.Current?.Id, patience.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            NotRaised(log, cohort, failure.GetType().Name);
            return false;
        }
    }

    /// <summary>
    /// Why rounds cannot run, or null. A task hub that could not be created answers nothing, while pages are served all the same.
    /// </summary>
    public async Task<string?> WhyNotAsync(CancellationToken cancellation)
    {
        if (_client is not { } client)
        {
            return "The task hub has not answered yet.";
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            // There is none of this name; a hub that is there says so.
            await client.GetInstanceAsync("is-the-hub-there", getInputsAndOutputs: false, patience.Token).WaitAsync(patience.Token).ConfigureAwait(false);
            return null;
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // Whatever the reason: this answer is how the failure is told.
            return "The task hub does not answer, so nothing is sent.";
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cohort {Cohort} could not be woken at once ({Failure}); the watchdog sees its mark")]
    private static partial void NotRaised(ILogger log, CohortId cohort, string failure);
}
