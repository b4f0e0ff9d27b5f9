using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Functions.Cohorts;
using PlaceLeadership.Hosting.Running;
using PlaceLeadership.Hosting.Telemetry;
using PlaceLeadership.Hosting.Tests;

namespace PlaceLeadership.Functions.Tests;

public sealed class CohortOrchestratorTests : IAsyncDisposable
{
    private const int People = 5;

    private readonly Rehearsal _rehearsal = new();

    [Fact]
    public async Task A_whole_cohort_ends_with_the_facts_of_the_embedded_runtime_and_its_instance_completes()
    {
        _rehearsal.WithPairs = true;
        await LaunchAsync();
        await using var hub = await InProcessHub.StartAsync(_rehearsal);
        await CohortInstances.StartAsync(hub.Client, Rehearsal.Cohort, default);
        await hub.RunAsync();
        Assert.Equal(await _rehearsal.FactsOfKeeperAsync(People), await _rehearsal.FactsAsync());

        // The notice of the end is delivered in a round of its own; then nothing is left to do.
        await CohortInstances.WakeAsync(hub.Client, Rehearsal.Cohort, null, default);
        var instance = await hub.Client.WaitForInstanceCompletionAsync(Rehearsal.Cohort.Value, getInputsAndOutputs: true);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
    }

    [Fact]
    public async Task The_status_says_when_the_cohort_wakes_and_holds_nothing_of_a_person()
    {
        await LaunchAsync();
        await using var hub = await InProcessHub.StartAsync(_rehearsal);
        await CohortInstances.StartAsync(hub.Client, Rehearsal.Cohort, default);
        var instance = await hub.StatusAsync();
        var status = instance.ReadCustomStatusAs<CohortStatus>();
        Assert.Equal((0, 0), (status!.InOutbox, status.Failures));
        Assert.NotNull(status.WakesAt);
        foreach (var text in new[] { instance.SerializedInput, instance.SerializedCustomStatus, instance.SerializedOutput })
        {
            Assert.DoesNotContain("person", text ?? "", StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("example.org", text ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_changes_while_a_round_is_busy_is_seen_by_the_next()
    {
        await LaunchAsync();
        var busy = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        await using var hub = await InProcessHub.StartAsync(_rehearsal);
        hub.BeforeTending = async _ =>
        {
            hub.BeforeTending = _ => Task.CompletedTask;
            busy.SetResult();
            await goOn.Task;
        };
        await CohortInstances.StartAsync(hub.Client, Rehearsal.Cohort, default);
        await busy.Task;

        // Ten changes while the first tending stands still, the last of them with a trace.
        for (var change = 1; change <= 10; change++)
        {
            await hub.Client.RaiseEventAsync(Rehearsal.Cohort.Value, CohortOrchestrator.Changed, change == 1 ? "the-first" : null);
        }

        var causes = new List<string?>();
        hub.BeforeTending = order =>
        {
            causes.Add(order.Cause);
            return Task.CompletedTask;
        };
        goOn.SetResult();
        await hub.TendedAsync();
        await hub.TendedAsync();
        Assert.Equal("the-first", causes[0]);
    }

    [Fact]
    public async Task Two_hundred_changes_are_two_hundred_rounds_at_most_and_the_instance_still_listens()
    {
        await LaunchAsync();
        await using var hub = await InProcessHub.StartAsync(_rehearsal);
        await CohortInstances.StartAsync(hub.Client, Rehearsal.Cohort, default);
        for (var round = 1; round <= 200; round++)
        {
            await hub.TendedAsync();
            await hub.Client.RaiseEventAsync(Rehearsal.Cohort.Value, CohortOrchestrator.Changed, null);
        }

        await hub.RunAsync();
        Assert.Equal(await _rehearsal.FactsOfKeeperAsync(People), await _rehearsal.FactsAsync());
    }

    [Fact]
    public async Task A_cohort_started_twice_sends_nothing_twice()
    {
        await LaunchAsync();
        await using var one = await InProcessHub.StartAsync(_rehearsal);
        await using var other = await InProcessHub.StartAsync(_rehearsal);
        await CohortInstances.StartAsync(one.Client, Rehearsal.Cohort, default);
        await CohortInstances.StartAsync(other.Client, Rehearsal.Cohort, default);

        // Whenever the one tends, the other does so too, at the same time and over the same tables.
        one.BeforeTending = _ => other.Client.RaiseEventAsync(Rehearsal.Cohort.Value, CohortOrchestrator.Changed, null);
        await one.RunAsync();
        Assert.Equal((await _rehearsal.FactsOfKeeperAsync(People)).Count, (await _rehearsal.FactsAsync()).Count);
        Assert.Equal(2 * People, _rehearsal.Sent());
    }

    [Fact]
    public async Task A_start_that_comes_second_is_left_to_the_first()
    {
        var client = new RefusingClient();
        await CohortInstances.StartAsync(client, Rehearsal.Cohort, default);
        Assert.Equal(1, client.Starts);
    }

    [Fact]
    public async Task A_tending_that_fails_is_tried_again_and_keeps_no_other_cohort_waiting()
    {
        await LaunchAsync();
        await _rehearsal.LaunchAsync(1, new CohortId("other"));
        await using var hub = await InProcessHub.StartAsync(_rehearsal);
        var failed = 0;
        hub.BeforeTending = order => order.Cohort == "other" && Interlocked.Increment(ref failed) <= 2
            ? throw new InvalidOperationException("poison")
            : Task.CompletedTask;
        await CohortInstances.StartAsync(hub.Client, new CohortId("other"), default);
        await CohortInstances.StartAsync(hub.Client, Rehearsal.Cohort, default);
        await hub.RunAsync();
        Assert.Equal(await _rehearsal.FactsOfKeeperAsync(People), await _rehearsal.FactsAsync());
        Assert.InRange(failed, 1, int.MaxValue);
    }

    [Fact]
    public async Task The_hub_is_thrown_away_in_mid_programme_and_the_watchdog_starts_everything_from_the_tables()
    {
        await LaunchAsync();
        await using (var first = await InProcessHub.StartAsync(_rehearsal))
        {
            await CohortInstances.StartAsync(first.Client, Rehearsal.Cohort, default);
            await first.RunAsync(until: Rehearsal.OnDay(4, 0));
        }

        Assert.Equal(People, _rehearsal.Sent());
        await using var second = await InProcessHub.StartAsync(_rehearsal);
        var watchdog = new Watchdog(
            _rehearsal.The<CohortDirectory>(), _rehearsal.The<HostClock>(), _rehearsal.The<Instruments>(), NullLogger<Watchdog>.Instance);
        await watchdog.LookAsync(second.Client, default);
        await second.RunAsync();
        Assert.Equal(await _rehearsal.FactsOfKeeperAsync(People), await _rehearsal.FactsAsync());
        Assert.Equal(2 * People, _rehearsal.Sent());
    }

    [Fact]
    public async Task An_instance_that_an_operator_terminated_is_started_by_the_watchdog()
    {
        await LaunchAsync();
        await using var hub = await InProcessHub.StartAsync(_rehearsal);
        await CohortInstances.StartAsync(hub.Client, Rehearsal.Cohort, default);
        await hub.TendedAsync();

        // Once its round is over: this hub, unlike the real one, does not tell the pieces of an instance from those of the next of its name.
        await hub.StatusAsync();
        await hub.Client.TerminateInstanceAsync(Rehearsal.Cohort.Value);
        await hub.Client.WaitForInstanceCompletionAsync(Rehearsal.Cohort.Value);
        var watchdog = new Watchdog(
            _rehearsal.The<CohortDirectory>(), _rehearsal.The<HostClock>(), _rehearsal.The<Instruments>(), NullLogger<Watchdog>.Instance);
        await watchdog.LookAsync(hub.Client, default);
        await hub.RunAsync();
        Assert.Equal(2 * People, _rehearsal.Sent());
    }

    public ValueTask DisposeAsync() => _rehearsal.DisposeAsync();

    private async Task LaunchAsync()
    {
        await _rehearsal.LaunchAsync(People);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 0));
    }
}
