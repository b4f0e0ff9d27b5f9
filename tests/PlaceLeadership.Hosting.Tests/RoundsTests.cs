using System.Diagnostics;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Hosting.Running;
using PlaceLeadership.Mail.Delivery;

namespace PlaceLeadership.Hosting.Tests;

public sealed class RoundsTests : IAsyncDisposable
{
    private readonly Rehearsal _rehearsal = new();

    private CohortRounds Rounds => _rehearsal.The<CohortRounds>();

    [Fact]
    public async Task A_round_in_pieces_sends_each_prompt_once_however_often_each_piece_runs()
    {
        await _rehearsal.LaunchAsync(70);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 9));
        var tended = await Rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, null, null), default);
        Assert.Equal((true, 70, 2), (tended.Exists, tended.Waiting, tended.Slices));

        var orders = Enumerable.Range(0, 2).Select(slice => new DeliverOrder(Rehearsal.Cohort.Value, slice, 2, tended.Trace)).ToList();
        var delivered = await Task.WhenAll(orders.Concat(orders).Select(order => Rounds.DeliverAsync(order, default)));
        Assert.Equal(70, delivered.Sum(part => part.Sent));
        Assert.Equal(70, _rehearsal.Sent());

        var again = await Rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, tended.Noted, null), default);
        Assert.Equal((0, 0), (again.Waiting, again.Slices));
        Assert.Equal(0, (await Rounds.DeliverAsync(orders[0], default)).Sent);
    }

    [Fact]
    public async Task What_is_noted_tells_the_watchdog_when_the_cohort_wants_to_be_looked_at()
    {
        await _rehearsal.LaunchAsync(2);
        var now = Rehearsal.OnDay(0, 8);
        await _rehearsal.GoToAsync(now);
        var directory = _rehearsal.The<CohortDirectory>();
        var running = new InstanceView(InstanceState.Running, Duration.Zero);
        var tended = await Rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, null, null), default);
        var look = (await directory.LooksAsync(default))[Rehearsal.Cohort];
        var entry = Assert.Single(await directory.ListAsync(default));
        Assert.Equal(new Look(entry.Mark, Rehearsal.OnDay(0, 9), Ended: false), look);
        Assert.Equal(WatchAct.Nothing, Watch.Decide(entry, look, running, now).Act);

        await directory.NudgeAsync(Rehearsal.Cohort, default);
        var marked = Assert.Single(await directory.ListAsync(default));
        Assert.Equal(WatchAct.Wake, Watch.Decide(marked, look, running, now).Act);
        var after = await Rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, tended.Noted, null), default);
        Assert.Equal(marked.Mark, after.Noted!.Mark);
    }

    [Fact]
    public async Task The_whole_programme_run_in_rounds_ends_with_the_same_facts_as_the_embedded_runtime()
    {
        _rehearsal.WithPairs = true;
        await _rehearsal.LaunchAsync(5);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 0));
        TendReport tended;
        do
        {
            tended = await Rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, null, null), default);
            if (tended.Convene)
            {
                Assert.True(await Rounds.ConveneAsync(new ConveneOrder(Rehearsal.Cohort.Value, null), default));
                Assert.False(await Rounds.ConveneAsync(new ConveneOrder(Rehearsal.Cohort.Value, null), default));
                tended = await Rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, null, null, Convened: true), default);
            }

            for (var slice = 0; slice < tended.Slices; slice++)
            {
                await Rounds.DeliverAsync(new DeliverOrder(Rehearsal.Cohort.Value, slice, tended.Slices, null), default);
            }

            if (tended.Noted!.NextWake is { } wake)
            {
                await _rehearsal.GoToAsync(Instant.FromDateTimeOffset(wake));
            }
        }
        while (!tended.Ended);

        Assert.Equal(await _rehearsal.FactsOfKeeperAsync(5), await _rehearsal.FactsAsync());
    }

    [Fact]
    public async Task Until_people_have_been_brought_together_the_cohort_is_noted_as_due()
    {
        _rehearsal.WithPairs = true;
        await _rehearsal.LaunchAsync(5);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 9));
        async Task<Instant?> NotedAsync() => (await _rehearsal.The<CohortDirectory>().LooksAsync(default))[Rehearsal.Cohort].NextWake;
        TendReport tended;
        while (!(tended = await Rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, null, null), default)).Convene)
        {
            await Rounds.DeliverAsync(new DeliverOrder(Rehearsal.Cohort.Value, 0, 1, null), default);
            await _rehearsal.GoToAsync(Instant.FromDateTimeOffset(tended.Noted!.NextWake!.Value));
        }

        Assert.Equal(_rehearsal.The<HostClock>().GetUtcNow(), (await NotedAsync())!.Value.ToDateTimeOffset());
        await Rounds.ConveneAsync(new ConveneOrder(Rehearsal.Cohort.Value, null), default);
        var again = await Rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, tended.Noted, null, Convened: true), default);
        Assert.Equal(again.Noted!.NextWake, (await NotedAsync())?.ToDateTimeOffset());
        Assert.True(again.Noted.NextWake is null || again.Noted.NextWake > _rehearsal.The<HostClock>().GetUtcNow());
    }

    [Fact]
    public async Task A_cohort_that_is_not_there_is_nothing_to_look_after()
    {
        var report = await Rounds.TendAsync(new TendOrder("gone", null, null), default);
        Assert.False(report.Exists);
        Assert.Null(report.WakeAt);
    }

    [Fact]
    public async Task The_trace_of_what_woke_a_cohort_goes_on_through_tending_to_delivering()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Instruments.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await _rehearsal.LaunchAsync(1);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 9));
        const string reply = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var tended = await Rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, null, reply), default);
        await Rounds.DeliverAsync(new DeliverOrder(Rehearsal.Cohort.Value, 0, 1, tended.Trace), default);
        lock (spans)
        {
            var ours = spans.Where(span => span.TraceId.ToString() == "0af7651916cd43dd8448eb211c80319c").ToList();
            Assert.Equal(["tend", "deliver"], ours.Select(span => span.OperationName));
            Assert.Equal(ours[0].SpanId, ours[1].ParentSpanId);
        }
    }

    [Fact]
    public void Every_person_is_in_one_slice_and_stays_there() => CsCheck.Check.Sample(
        CsCheck.Gen.Select(CsCheck.Gen.String, CsCheck.Gen.Int[1, Slice.CountMax]),
        (person, count) => Enumerable.Range(0, count).Count(index => new Slice(index, count).Holds(new ParticipantId(person))) == 1);

    [Fact]
    public void All_slices_of_a_cohort_together_claim_no_more_than_may_be_in_doubt() => CsCheck.Check.Sample(
        CsCheck.Gen.Int[1, Cohort.PeopleMax],
        messages => new Slice(0, Slice.CountFor(messages)) is var slice && slice.ClaimsMax >= 1 && slice.ClaimsMax * slice.Count <= Courier.BatchMax);

    public ValueTask DisposeAsync() => _rehearsal.DisposeAsync();
}
