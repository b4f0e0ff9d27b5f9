using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;
using PlaceLeadership.Hosting.Running;

namespace PlaceLeadership.Functions.Cohorts;

/// <summary>The runtime's instances: one for each cohort, by the cohort's id.</summary>
internal static class CohortInstances
{
    /// <summary>How the instance of a cohort stands.</summary>
    /// <param name="client">The runtime.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="hostHasRunFor">How long this host has been running.</param>
    /// <param name="cancellation">Gives up asking.</param>
    public static async Task<InstanceView> ViewAsync(
        DurableTaskClient client, CohortId cohort, Duration hostHasRunFor, CancellationToken cancellation) =>
        await client.GetInstanceAsync(cohort.Value, getInputsAndOutputs: false, cancellation).ConfigureAwait(false) is not { } instance
            ? InstanceView.None
            : InstanceView.Of(
                instance.RuntimeStatus switch
                {
                    OrchestrationRuntimeStatus.Suspended => InstanceState.Suspended,
                    OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending => InstanceState.Running,
                    _ => InstanceState.Missing,
                },
                Duration.FromTimeSpan(TimeProvider.System.GetUtcNow() - instance.LastUpdatedAt), hostHasRunFor);

    /// <summary>Starts the instance. One that runs already is left alone.</summary>
    public static async Task StartAsync(DurableTaskClient client, CohortId cohort, CancellationToken cancellation)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(CohortOrchestrator), null, new StartOrchestrationOptions(cohort.Value), cancellation).ConfigureAwait(false);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // Somebody was faster. It looks at the tables when it begins, so it sees what we saw.
        }
    }

    /// <summary>Has the cohort looked at now, by an instance that is started if there is none.</summary>
    /// <param name="client">The runtime.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="trace">The trace of what asks (W3C traceparent), or null.</param>
    /// <param name="cancellation">Gives up asking.</param>
    /// <returns>False when an operator suspended the instance: events would only pile up in it.</returns>
    public static async Task<bool> WakeAsync(DurableTaskClient client, CohortId cohort, string? trace, CancellationToken cancellation)
    {
        var view = await ViewAsync(client, cohort, Duration.Zero, cancellation).ConfigureAwait(false);
        if (view.State == InstanceState.Missing)
        {
            await StartAsync(client, cohort, cancellation).ConfigureAwait(false);
        }
        else if (view.State == InstanceState.Running)
        {
            await client.RaiseEventAsync(cohort.Value, CohortOrchestrator.Changed, trace, cancellation).ConfigureAwait(false);
        }

        return view.State != InstanceState.Suspended;
    }
}
