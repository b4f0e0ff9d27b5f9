using System.Threading.Channels;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Functions.Cohorts;
using PlaceLeadership.Hosting.Running;
using PlaceLeadership.Hosting.Tests;

namespace PlaceLeadership.Functions.Tests;

/// <summary>
/// The orchestrator on the SDK's in-process hub, over the tables of a rehearsal. Tests hear of every piece of a round as it
/// ends, so that they move the clock when there is nothing left to do, and never wait for time to pass.
/// </summary>
internal sealed class InProcessHub : IAsyncDisposable
{
    // An orchestration that hangs must fail the test, not stop the suite.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Rehearsal _rehearsal;
    private readonly Channel<object> _heard = Channel.CreateUnbounded<object>();
    private DurableTaskTestHost? _host;

    private InProcessHub(Rehearsal rehearsal) => _rehearsal = rehearsal;

    public DurableTaskClient Client => _host!.Client;

    /// <summary>Runs before each tending; may throw or wait.</summary>
    public Func<TendOrder, Task> BeforeTending { get; set; } = _ => Task.CompletedTask;

    public static async Task<InProcessHub> StartAsync(Rehearsal rehearsal)
    {
        var hub = new InProcessHub(rehearsal);
        hub._host = await DurableTaskTestHost.StartAsync(registry =>
        {
            registry.AddOrchestratorFunc<Round?, object?>(nameof(CohortOrchestrator), async (context, _) =>
            {
                await CohortOrchestrator.RunAsync(context);
                return null;
            });
            var activities = new CohortActivities(rehearsal.The<CohortRounds>());
            registry.AddActivityFunc<TendOrder, TendReport>(nameof(CohortActivities.Tend), async (_, order) =>
            {
                await hub.BeforeTending(order);
                return hub.Heard(await activities.Tend(order, default));
            });
            registry.AddActivityFunc<ConveneOrder, bool>(
                nameof(CohortActivities.Convene), (_, order) => activities.Convene(order, default));
            registry.AddActivityFunc<DeliverOrder, DeliverReport>(
                nameof(CohortActivities.Deliver), async (_, order) => hub.Heard(await activities.Deliver(order, default)));
            registry.AddActivityFunc<NoteOrder>(nameof(CohortActivities.Note), (_, order) => activities.Note(order, default));
        });
        return hub;
    }

    /// <summary>The next tending to end.</summary>
    public Task<TendReport> TendedAsync() => NextAsync<TendReport>();

    /// <summary>The cohort's instance, once a round has set its status.</summary>
    public async Task<OrchestrationMetadata> StatusAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var instance = await Client.GetInstanceAsync(Rehearsal.Cohort.Value, getInputsAndOutputs: true, patience.Token);
            if (instance?.SerializedCustomStatus is not null)
            {
                return instance;
            }
        }
    }

    /// <summary>Moves the clock from wake to wake until the cohort has ended, or the clock would pass that moment.</summary>
    public async Task RunAsync(Instant? until = null)
    {
        while (true)
        {
            var tended = await TendedAsync();
            if (tended.Convene)
            {
                tended = await TendedAsync();
            }

            for (var slice = 0; slice < tended.Slices; slice++)
            {
                await NextAsync<DeliverReport>();
            }

            if (tended.Ended && tended.Waiting == 0)
            {
                return;
            }

            if (tended.Noted?.NextWake is { } wake)
            {
                if (Instant.FromDateTimeOffset(wake) > until)
                {
                    return;
                }

                await NothingOnItsWayAsync();
                await _rehearsal.GoToAsync(Instant.FromDateTimeOffset(wake));
            }

            await Client.RaiseEventAsync(Rehearsal.Cohort.Value, CohortOrchestrator.Changed, null);
        }
    }

    /// <summary>
    /// Lets another hub over the same tables finish what it sends. A clock that jumped over a week meanwhile would make it a
    /// sender that has been silent for longer than its lease.
    /// </summary>
    private async Task NothingOnItsWayAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while ((await _rehearsal.The<CohortReader>().OutboxAsync(Rehearsal.Cohort, patience.Token))
            .Any(message => message.Value.State is OutboxState.Sending))
        {
            await Task.Yield();
        }
    }

    public ValueTask DisposeAsync() => _host!.DisposeAsync();

    private T Heard<T>(T what) where T : notnull
    {
        _heard.Writer.TryWrite(what);
        return what;
    }

    private async Task<T> NextAsync<T>()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            // Rounds that nobody asked for come too: a rehearsal's clock is looked at every two seconds.
            if (await _heard.Reader.ReadAsync(patience.Token) is T there)
            {
                return there;
            }
        }
    }
}
