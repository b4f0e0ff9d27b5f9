using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Core.Tests.Cohorts;

public sealed class EndTests
{
    private static readonly LocalDate Start = new(2026, 1, 12);

    private static readonly Programme Three = Plan.Of(
        Plan.Prompt(new StepId("one"), 1, IsoDayOfWeek.Monday), Plan.Prompt(new StepId("two"), 2, IsoDayOfWeek.Monday), Plan.Prompt(new StepId("three"), 3, IsoDayOfWeek.Monday));

    [Fact]
    public async Task A_cohort_that_was_ended_sends_nothing_more_and_keeps_its_facts()
    {
        var office = await Office.LaunchedAsync(Start, Three, [Somebody.Named("Ann"), Somebody.Named("Bob")]);
        await office.GoToAsync(Start);
        office.Clock.Now = Start.PlusDays(7).At(new LocalTime(9, 0)).ToInstant(Office.London);
        Assert.NotEmpty(await office.TendAsync());
        var sent = office.Sent.Count;

        var ended = await office.Ending.EndAsync(Office.Cohort, Actor.Manager, default);
        Assert.Equal(office.Today, ended!.EndedOn);
        Assert.Empty(await office.OutboxAsync());
        await office.GoToAsync(Start.PlusDays(60));
        Assert.Equal(sent, office.Sent.Count);
        Assert.Single(await office.FactsAsync(), fact => fact.Kind == FactKinds.CohortEnded);
        Assert.Equal(2, (await office.FactsAsync()).Count(fact => fact.Kind == FactKinds.Prompted));
        Assert.IsType<ReplyOutcome.Closed>(await office.ReplyAsync(new ParticipantId("p1"), new StepId("one")));
        Assert.NotEmpty(await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [Somebody.Named("Cai")], office.NewId, default));
    }

    [Fact]
    public async Task Ending_twice_is_ending_once_on_the_first_day()
    {
        var office = await Office.LaunchedAsync(Start, Three, [Somebody.Named("Ann")]);
        await office.Ending.EndAsync(Office.Cohort, Actor.Manager, default);
        await office.GoToAsync(Start.PlusDays(3));
        Assert.Equal(Start, (await office.Ending.EndAsync(Office.Cohort, Actor.Manager, default))!.EndedOn);
        Assert.Single(await office.FactsAsync(), fact => fact.Kind == FactKinds.CohortEnded);
        Assert.Null(await office.Ending.EndAsync(new CohortId("nobody"), Actor.Manager, default));
    }

    [Fact]
    public async Task A_paused_cohort_can_be_ended()
    {
        var office = await Office.LaunchedAsync(Start, Three, [Somebody.Named("Ann")]);
        await office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, null, null, default);
        Assert.Equal(Start, (await office.Ending.EndAsync(Office.Cohort, Actor.Manager, default))!.EndedOn);
        await office.GoToAsync(Start.PlusDays(60));
        Assert.Empty(office.Sent);
    }

    [Fact]
    public async Task What_is_in_doubt_stays_visible_and_is_not_planned_again_when_it_did_not_arrive()
    {
        var office = await Office.LaunchedAsync(Start, Three, [Somebody.Named("Ann")]);
        office.Clock.Now = Start.At(new LocalTime(9, 0)).ToInstant(Office.London);
        var waiting = Assert.Single(await office.TendAsync());
        var row = await office.Tables.GetAsync(Table.Cohorts, Office.Cohort.Value, CohortKeys.Outbox(waiting.Id), default);
        await office.Tables.SubmitAsync(
            Table.Cohorts, Office.Cohort.Value,
            [new RowChange.Replace(row!.Key, row.Shape, CohortRows.Write(waiting with { State = new OutboxState.InDoubt() }), row.ETag)], default);

        await office.Ending.EndAsync(Office.Cohort, Actor.Manager, default);
        Assert.IsType<OutboxState.InDoubt>(Assert.Single(await office.OutboxAsync()).State);
        await office.Events.ApplyAsync(waiting.Id, Actor.Manager, ProviderReport.NeverAccepted, default);
        await office.GoToAsync(Start.PlusDays(60));
        Assert.Empty(await office.OutboxAsync());
        Assert.Empty(office.Sent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_ending_that_broke_off_is_complete_when_asked_for_again(bool afterItsEffect)
    {
        for (var breakAt = 1; ; breakAt++)
        {
            var tables = new BreakingTables(new MemoryTables()) { AfterItsEffect = afterItsEffect };
            var office = await ManyAsync(tables);
            tables.StartCounting();
            tables.BreakAt = breakAt;
            var broke = false;
            try
            {
                await office.Ending.EndAsync(Office.Cohort, Actor.Manager, default);
            }
            catch (BrokenOffException)
            {
                broke = true;
            }

            tables.BreakAt = 0;
            await office.Ending.EndAsync(Office.Cohort, Actor.Manager, default);
            Assert.Empty(await office.OutboxAsync());
            Assert.Equal(office.Today, (await office.ViewAsync()).Cohort.Value.EndedOn);
            Assert.Single(await office.FactsAsync(), fact => fact.Kind == FactKinds.CohortEnded);
            if (!broke)
            {
                Assert.True(breakAt > 4, $"The ending took only {breakAt - 1} operations.");
                return;
            }
        }
    }

    [Fact]
    public async Task Whatever_happens_at_any_moment_of_an_ending_nothing_waits_after_it()
    {
        Func<Office, Task>[] others =
        [
            office => office.ReplyAsync(new ParticipantId("p2"), new StepId("one")),
            office => office.TendAsync(),
            office => office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, null, null, default),
            office => office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p3"), null, default),
            office => office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [Somebody.Named("Late")], office.NewId, default),
            office => office.Ending.EndAsync(Office.Cohort, Actor.Manager, default),
        ];
        foreach (var other in others)
        {
            for (var at = 1; ; at++)
            {
                var tables = new InterruptedTables(new MemoryTables());
                var office = await ManyAsync(tables);
                tables.At = tables.Operations + at;
                tables.Act = () => other(office);
                await office.Ending.EndAsync(Office.Cohort, Actor.Manager, default);
                var happened = tables.Operations >= tables.At;
                await office.TendAsync();
                Assert.Empty(await office.OutboxAsync());
                Assert.NotNull((await office.ViewAsync()).Cohort.Value.EndedOn);
                Assert.Single(await office.FactsAsync(), fact => fact.Kind == FactKinds.CohortEnded);
                if (!happened)
                {
                    Assert.True(at > 3);
                    break;
                }
            }
        }
    }

    /// <summary>So many people that ending takes several transactions, with a message waiting for each.</summary>
    private static async Task<Office> ManyAsync(ITables tables)
    {
        var office = new Office(Start.At(new LocalTime(9, 0)), tables);
        var plan = office.Planned(Three, [.. Enumerable.Range(1, 80).Select(number => Somebody.Named($"P{number}"))]);
        Assert.Null(await office.Launches.StoreAsync(plan, Actor.Manager, Three, Plan.Text(Three), default));
        Assert.Equal(80, (await office.TendAsync()).Count);
        return office;
    }
}
