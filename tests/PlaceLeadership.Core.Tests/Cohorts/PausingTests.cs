using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Cohorts;

public sealed class PausingTests
{
    // A Monday without a bank holiday until Easter.
    private static readonly LocalDate Start = new(2026, 1, 12);

    private static readonly Programme Weekly = Plan.Of(
        [.. Enumerable.Range(1, 8).Select(week => Plan.Milestone(new StepId($"week-{week}"), week, IsoDayOfWeek.Tuesday))]);

    [Fact]
    public async Task A_participant_can_pause_without_giving_a_reason_and_gets_nothing_until_going_on()
    {
        var office = await RunningAsync();
        await office.GoToAsync(Day(1, IsoDayOfWeek.Wednesday));
        await office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), null, default);
        await office.GoToAsync(Day(4, IsoDayOfWeek.Wednesday));
        await office.Pauses.ResumePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), default);
        await office.GoToAsync(Day(6, IsoDayOfWeek.Wednesday));

        Assert.Equal(
            ["week-1/prompt on 2026-01-13", "week-5/prompt on 2026-02-10", "week-6/prompt on 2026-02-17"], office.SentTo(new ParticipantId("p1")));
        Assert.Equal(6, office.SentTo(new ParticipantId("p2")).Count());
        Assert.Equal(3, (await office.FactsAsync()).Count(fact => fact is { Participant.Value: "p1", Kind: "let-go" }));
    }

    [Fact]
    public async Task A_pause_until_a_date_ends_by_itself_on_that_date()
    {
        var office = await RunningAsync();
        await office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), Day(3, IsoDayOfWeek.Tuesday), default);
        await office.GoToAsync(Day(4, IsoDayOfWeek.Monday));

        Assert.Equal(["week-3/prompt on 2026-01-27"], office.SentTo(new ParticipantId("p1")));
        Assert.Contains(await office.FactsAsync(), fact => fact is { Participant.Value: "p1", Kind: "went-on" } && fact.On == Day(3, IsoDayOfWeek.Tuesday));
    }

    [Fact]
    public async Task A_pause_that_ends_on_the_day_it_began_holds_nothing_back()
    {
        var office = await RunningAsync();
        await office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), office.Today, default);
        await office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, null, office.Today, default);
        await office.GoToAsync(Day(2, IsoDayOfWeek.Wednesday));

        Assert.Equal(["week-1/prompt on 2026-01-13", "week-2/prompt on 2026-01-20"], office.SentTo(new ParticipantId("p1")));
        Assert.Equal(0, (await office.ViewAsync()).Cohort.Value.ShiftDays);
    }

    [Fact]
    public async Task Pausing_takes_back_what_already_waits()
    {
        var office = await RunningAsync();
        office.Clock.Now += Duration.FromHours(24 + 2);
        Assert.Equal(2, (await office.TendAsync()).Count);

        await office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), null, default);

        Assert.Equal("p2", Assert.Single(await office.OutboxAsync()).Id.Participant.Value);
    }

    [Fact]
    public async Task GivenOrganisationPaused_WhenItGoesOn_ThenItsPeopleRejoinWhereTheCohortIs()
    {
        var office = await RunningAsync();
        await office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, "o1", Day(4, IsoDayOfWeek.Monday), default);
        await office.GoToAsync(Day(5, IsoDayOfWeek.Monday));

        Assert.Equal(["week-4/prompt on 2026-02-03"], office.SentTo(new ParticipantId("p1")));
        Assert.Equal(4, office.SentTo(new ParticipantId("p2")).Count());
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(7, 7)]
    [InlineData(8, 14)]
    [InlineData(20, 21)]
    public async Task A_paused_cohort_moves_on_by_whole_weeks_and_loses_nothing(int days, int shift)
    {
        var office = await RunningAsync();
        await office.GoToAsync(Day(1, IsoDayOfWeek.Wednesday));
        await office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, null, office.Today.PlusDays(days), default);
        await office.GoToAsync(Day(8, IsoDayOfWeek.Friday).PlusDays(shift));

        var expected = Enumerable.Range(1, 8).Select(week =>
            $"week-{week}/prompt on {Day(week, IsoDayOfWeek.Tuesday).PlusDays(week == 1 ? 0 : shift):uuuu-MM-dd}");
        Assert.Equal(expected, office.SentTo(new ParticipantId("p1")));
        Assert.Equal(shift, (await office.ViewAsync()).Cohort.Value.ShiftDays);
    }

    [Fact]
    public async Task Nothing_arrives_in_a_heap_after_any_pause()
    {
        var daily = Plan.Of([.. Enumerable.Range(0, 15).Select(day =>
            Plan.Prompt(new StepId($"day-{day}"), 1 + (day / 5), (IsoDayOfWeek)(1 + (day % 5))))]);
        var office = await Office.LaunchedAsync(Start, daily, [Somebody.Named("Ann"), Somebody.Named("Bob", "Police"), Somebody.Named("Cy", "Fire")]);
        await office.GoToAsync(Day(1, IsoDayOfWeek.Tuesday));
        await office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), Day(3, IsoDayOfWeek.Monday), default);
        await office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, "o2", Day(3, IsoDayOfWeek.Monday), default);
        await office.GoToAsync(Day(3, IsoDayOfWeek.Friday));

        foreach (var paused in new[] { "p1", "p2" })
        {
            var sent = office.Sent.Where(item => item.Id.Participant == new ParticipantId(paused) && item.At.Date >= Day(2, IsoDayOfWeek.Monday)).ToList();
            Assert.Equal([new StepId("day-10"), new StepId("day-11"), new StepId("day-12"), new StepId("day-13"), new StepId("day-14")], sent.Select(item => item.Id.Step));
        }
    }

    [Fact]
    public async Task What_was_asked_before_a_pause_is_not_named_after_it()
    {
        var office = await Office.LaunchedAsync(
            Start, Plan.Of([Plan.Prompt(new StepId("asked"), 1, IsoDayOfWeek.Tuesday), Plan.Milestone(new StepId("told"), 2, IsoDayOfWeek.Tuesday)]),
            [Somebody.Named("Ann"), Somebody.Named("Bob", "Police")]);
        await office.GoToAsync(Day(1, IsoDayOfWeek.Wednesday));
        await office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), Day(1, IsoDayOfWeek.Thursday), default);
        await office.GoToAsync(Day(3, IsoDayOfWeek.Friday));

        Assert.Equal(["asked/prompt on 2026-01-13", "told/prompt on 2026-01-20"], office.SentTo(new ParticipantId("p1")));
        Assert.Equal(
            ["asked/prompt on 2026-01-13", "told/prompt on 2026-01-20, naming asked"], office.SentTo(new ParticipantId("p2")));
    }

    [Fact]
    public async Task Pausing_twice_and_going_on_twice_changes_nothing_more()
    {
        var office = await RunningAsync();
        await office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, null, null, default);
        var paused = (await office.ViewAsync()).Cohort;
        await office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, null, null, default);
        Assert.Equal(paused.ETag, (await office.ViewAsync()).Cohort.ETag);

        office.Clock.Now += Duration.FromDays(3);
        await office.Pauses.ResumeAsync(Office.Cohort, Actor.Manager, null, default);
        await office.Pauses.ResumeAsync(Office.Cohort, Actor.Manager, null, default);
        Assert.Equal(7, (await office.ViewAsync()).Cohort.Value.ShiftDays);
    }

    [Fact]
    public async Task A_message_that_was_moved_moves_on_with_a_paused_cohort_and_is_not_lost()
    {
        var office = await RunningAsync();
        await office.Amendments.MoveAsync(Office.Message(new ParticipantId("p1"), new StepId("week-2")), Actor.Manager, Day(2, IsoDayOfWeek.Thursday), default);
        await office.GoToAsync(Day(2, IsoDayOfWeek.Monday));
        await office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, null, Day(5, IsoDayOfWeek.Monday), default);
        await office.GoToAsync(Day(5, IsoDayOfWeek.Friday));

        Assert.Equal(["week-1/prompt on 2026-01-13", "week-2/prompt on 2026-02-12"], office.SentTo(new ParticipantId("p1")));
    }

    private static Task<Office> RunningAsync() =>
        Office.LaunchedAsync(Start, Weekly, [Somebody.Named("Ann"), Somebody.Named("Bob", "Police")]);

    private static LocalDate Day(int week, IsoDayOfWeek day) => Start.PlusDays(((week - 1) * 7) + (int)day - 1);
}
