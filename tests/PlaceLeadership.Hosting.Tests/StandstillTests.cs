using System.Diagnostics.Metrics;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Hosting.Running;
using PlaceLeadership.Hosting.Telemetry;
using PlaceLeadership.Mail.Delivery;
using PlaceLeadership.Web.Health;

namespace PlaceLeadership.Hosting.Tests;

public sealed class StandstillTests : IAsyncDisposable
{
    private static readonly Duration Glance = Duration.FromSeconds(20);
    private static readonly Duration TwoMinutes = Duration.FromMinutes(2);

    private readonly Rehearsal _rehearsal = new();

    private CohortRounds Rounds => _rehearsal.The<CohortRounds>();

    private Standstill Standstill => _rehearsal.The<Standstill>();

    [Fact]
    public async Task A_round_that_the_runtime_has_lost_is_noticed_and_run_within_two_minutes()
    {
        await _rehearsal.LaunchAsync(70);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 8));
        await Rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, null, null), default);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 9));

        Assert.NotNull(await WhyNotReadyAsync(TwoMinutes));
        Assert.Equal(70, _rehearsal.Sent());

        Assert.Null(await WhyNotReadyAsync(TwoMinutes, from: TwoMinutes));
    }

    [Fact]
    public async Task Deliveries_that_the_runtime_has_lost_are_noticed_and_run_within_two_minutes()
    {
        await _rehearsal.LaunchAsync(70);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 9));
        var tended = await Rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, null, null), default);
        await Rounds.DeliverAsync(new DeliverOrder(Rehearsal.Cohort.Value, 0, tended.Slices, null), default);
        Assert.InRange(_rehearsal.Sent(), 1, 69);

        Assert.NotNull(await WhyNotReadyAsync(TwoMinutes));
        Assert.Equal(70, _rehearsal.Sent());
    }

    [Fact]
    public async Task What_moves_is_left_to_the_runtime()
    {
        await _rehearsal.LaunchAsync(5);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 9));
        var tended = await Rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, null, null), default);
        await Rounds.DeliverAsync(new DeliverOrder(Rehearsal.Cohort.Value, 0, 1, tended.Trace), default);
        Assert.Null(await WhyNotReadyAsync(Duration.FromMinutes(10)));
    }

    [Fact]
    public async Task How_late_something_is_when_the_host_starts_does_not_count()
    {
        await _rehearsal.LaunchAsync(5);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 8));
        await Rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, null, null), default);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 15));

        Assert.Null(await WhyNotReadyAsync(Duration.FromSeconds(40)));
        Assert.Equal(0, _rehearsal.Sent());
    }

    [Fact]
    public async Task A_cohort_that_fails_and_stands_still_keeps_no_other_waiting_and_is_not_hammered()
    {
        await _rehearsal.LaunchAsync(2, new CohortId("damaged"));
        await _rehearsal.LaunchAsync(2);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 8));
        foreach (var cohort in new[] { "damaged", Rehearsal.Cohort.Value })
        {
            await Rounds.TendAsync(new TendOrder(cohort, null, null), default);
        }

        var row = (await _rehearsal.Tables.GetAsync(Core.Storing.Table.Cohorts, "damaged", CohortKeys.Cohort, default))!;
        await _rehearsal.Tables.SubmitAsync(
            Core.Storing.Table.Cohorts, "damaged", [new Core.Storing.RowChange.Replace(row.Key, row.Shape, "{", row.ETag)], default);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 9));

        using var failures = new Failures();
        Assert.NotNull(await WhyNotReadyAsync(TwoMinutes));
        Assert.Equal(2, _rehearsal.Sent());
        Assert.NotNull(await WhyNotReadyAsync(TwoMinutes, from: TwoMinutes));
        Assert.Equal(1, failures.Count);
    }

    public ValueTask DisposeAsync() => _rehearsal.DisposeAsync();

    /// <summary>Takes a glance every 20 seconds; gives what readiness said when it said no, or null.</summary>
    private async Task<string?> WhyNotReadyAsync(Duration during, Duration from = default)
    {
        string? said = null;
        for (var at = from; at <= from + during; at += Glance)
        {
            await Standstill.GlanceAsync(at, default);
            said = await _rehearsal.The<ReadyCheck>().WhyNotAsync(default) ?? said;
        }

        return said;
    }

    private sealed class Failures : IDisposable
    {
        private readonly MeterListener _listener = new();

        public Failures()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Meter.Name: Instruments.Name, Name: "placeleadership.rounds.failed" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, count, _, _) => Count += count);
            _listener.Start();
        }

        public long Count { get; private set; }

        public void Dispose() => _listener.Dispose();
    }
}
