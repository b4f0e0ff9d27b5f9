using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using PlaceLeadership.Application.Deleting;
using PlaceLeadership.Application.Ending;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Functions.Cohorts;
using PlaceLeadership.Hosting.Tests;

namespace PlaceLeadership.Functions.Tests;

/// <summary>The way from a page to an orchestration.</summary>
public sealed class HubTests : IAsyncDisposable
{
    private readonly Rehearsal _rehearsal = new();

    [Fact]
    public async Task What_a_manager_does_on_a_page_reaches_the_orchestration_at_once()
    {
        await _rehearsal.LaunchAsync(3);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 0));
        await using var runtime = await InProcessHub.StartAsync(_rehearsal);
        var hub = new Hub(NullLogger<Hub>.Instance);
        Assert.False(await hub.RaiseAsync(Rehearsal.Cohort, default), "Before any function ran there is no way; the mark has to do.");

        hub.Use(runtime.Client);
        Assert.True(await hub.RaiseAsync(Rehearsal.Cohort, default));
        Assert.False((await runtime.TendedAsync()).Ended);

        await _rehearsal.The<PauseDesk>().PauseAsync(Rehearsal.Cohort, Actor.Manager, null, null, default);
        Assert.True(await hub.RaiseAsync(Rehearsal.Cohort, default));
        Assert.Null((await runtime.TendedAsync()).Noted!.NextWake);

        await _rehearsal.The<EndDesk>().EndAsync(Rehearsal.Cohort, Actor.Manager, default);
        Assert.True(await hub.RaiseAsync(Rehearsal.Cohort, default));
        var ended = await runtime.Client.WaitForInstanceCompletionAsync(Rehearsal.Cohort.Value);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
    }

    [Fact]
    public async Task A_hub_that_is_not_there_is_a_reason_not_to_be_ready()
    {
        var hub = new Hub(NullLogger<Hub>.Instance);
        Assert.Equal("The task hub has not answered yet.", await hub.WhyNotAsync(default));

        await using var none = new RefusingClient();
        hub.Use(none);
        Assert.Equal("The task hub does not answer, so nothing is sent.", await hub.WhyNotAsync(default));

        await using var runtime = await InProcessHub.StartAsync(_rehearsal);
        hub.Use(runtime.Client);
        Assert.Null(await hub.WhyNotAsync(default));
    }

    [Fact]
    public async Task The_orchestration_of_a_deleted_cohort_completes_and_nothing_comes_back()
    {
        await _rehearsal.LaunchAsync(3);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 0));
        await using var runtime = await InProcessHub.StartAsync(_rehearsal);
        await CohortInstances.StartAsync(runtime.Client, Rehearsal.Cohort, default);
        await runtime.TendedAsync();
        await _rehearsal.The<DeletionDesk>().DeleteAsync(Rehearsal.Cohort, Actor.Manager, default);
        await CohortInstances.WakeAsync(runtime.Client, Rehearsal.Cohort, null, default);
        var ended = await runtime.Client.WaitForInstanceCompletionAsync(Rehearsal.Cohort.Value);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Null(await _rehearsal.The<CohortReader>().FindAsync(Rehearsal.Cohort, default));
        Assert.Empty(await _rehearsal.The<CohortDirectory>().ListAsync(default));
    }

    public ValueTask DisposeAsync() => _rehearsal.DisposeAsync();
}
