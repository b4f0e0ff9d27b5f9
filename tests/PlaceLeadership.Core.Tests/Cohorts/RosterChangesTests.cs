using NodaTime;
using PlaceLeadership.Application.People;
using PlaceLeadership.Application.Settling;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Cohorts;

public sealed class RosterChangesTests
{
    private static readonly LocalDate Start = new(2026, 1, 12);

    private static readonly Programme Weekly = Plan.Of(
        [.. Enumerable.Range(1, 8).Select(week => Plan.Prompt(new StepId($"week-{week}"), week, IsoDayOfWeek.Tuesday) with { ReminderDays = [] })]);

    [Fact]
    public async Task A_joiner_begins_the_day_after_joining_and_earlier_steps_were_never_theirs()
    {
        var office = await RunningAsync();
        await office.GoToAsync(Day(3, IsoDayOfWeek.Tuesday), 7);
        Assert.Empty(await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [Somebody.Named("Cy", "Fire")], office.NewId, default));
        await office.GoToAsync(Day(4, IsoDayOfWeek.Friday));

        Assert.Equal(["week-4/prompt on 2026-02-03"], office.SentTo(new ParticipantId("p3")));
        Assert.DoesNotContain(await office.FactsAsync(), fact => fact is { Participant.Value: "p3", Kind: "let-go" or "lapsed" });
    }

    [Fact]
    public async Task Nobody_joins_twice_or_when_one_of_the_joiners_cannot()
    {
        var office = await RunningAsync();
        var problems = await office.Roster.JoinAsync(
            Office.Cohort, Actor.Manager, [Somebody.Named("Cy"), Somebody.Named("ANN")], office.NewId, default);

        Assert.Equal("ANN (ann@example.org) is already a participant of this cohort.", Assert.Single(problems));
        Assert.Equal(2, (await office.ViewAsync()).Participants.Count);
        Assert.Equal(2, (await office.Reader.IdentitiesAsync(Office.Cohort, default)).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(RosterDesk.JoinersMax + 1)]
    public async Task A_join_of_nobody_or_of_too_many_is_refused(int count)
    {
        var office = await RunningAsync();
        var problems = await office.Roster.JoinAsync(
            Office.Cohort, Actor.Manager, [.. Enumerable.Range(0, count).Select(index => Somebody.Named($"N{index}"))], office.NewId, default);
        Assert.StartsWith("Between 1 and 45 people", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_many_as_are_allowed_join_at_once()
    {
        var office = await RunningAsync();
        Assert.Empty(await office.Roster.JoinAsync(
            Office.Cohort, Actor.Manager, [.. Enumerable.Range(0, RosterDesk.JoinersMax).Select(index => Somebody.Named($"N{index}"))], office.NewId, default));
        Assert.Equal(2 + RosterDesk.JoinersMax, (await office.ViewAsync()).Participants.Count);
    }

    [Fact]
    public async Task Nobody_joins_a_cohort_that_has_ended()
    {
        var office = await RunningAsync();
        await office.GoToAsync(Start.PlusDays(8 * 7 + 30));
        var problem = Assert.Single(await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [Somebody.Named("Cy")], office.NewId, default));
        Assert.StartsWith("The cohort ended on 2026-04-07", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leaver_gets_nothing_more_not_even_what_already_waits()
    {
        var office = await RunningAsync();
        await office.GoToAsync(Day(2, IsoDayOfWeek.Tuesday), 8);
        office.Clock.Now += Duration.FromHours(1);
        Assert.Equal(2, (await office.TendAsync()).Count);
        Assert.True(await office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), default));
        await office.GoToAsync(Day(8, IsoDayOfWeek.Friday));

        Assert.Equal(["week-1/prompt on 2026-01-13"], office.SentTo(new ParticipantId("p1")));
        Assert.Equal(8, office.SentTo(new ParticipantId("p2")).Count());
        Assert.Single(await office.FactsAsync(), fact => fact is { Participant.Value: "p1", Kind: "left" });
    }

    [Fact]
    public async Task Leaving_twice_is_leaving_once_and_nobody_unknown_leaves()
    {
        var office = await RunningAsync();
        await office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), default);
        office.Clock.Now += Duration.FromDays(3);
        Assert.True(await office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), default));
        Assert.Equal(Start, (await office.PersonAsync(new ParticipantId("p1"))).LeftOn);
        Assert.False(await office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, new ParticipantId("p9"), default));
        Assert.False(await office.Roster.LeaveAsync(new CohortId("elsewhere"), Actor.Manager, new ParticipantId("p1"), default));
    }

    [Fact]
    public async Task Somebody_who_left_and_came_back_can_be_changed_like_anybody_else()
    {
        var office = await RunningAsync();
        await office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), default);
        Assert.Empty(await office.Roster.JoinAsync(
            Office.Cohort, Actor.Manager, [Somebody.Named("Ann")], office.NewId, default, new Confirmations(["ann@example.org is somebody else"])));

        Assert.Null(await office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p3"), entry => entry.At(14), default));
        Assert.Equal(14, (await office.PersonAsync(new ParticipantId("p3"))).Hour);
    }

    [Fact]
    public async Task Two_participants_never_share_an_address()
    {
        var office = await RunningAsync();
        Assert.Equal(
            "Another participant of this cohort has that address.",
            await office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), entry => entry with { Email = "BOB@example.org" }, default));
        Assert.Equal(
            "There is no participant 'p9' in the cohort 'ours'.",
            await office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p9"), entry => entry, default));
    }

    [Fact]
    public async Task Other_hours_count_at_once_for_what_waits()
    {
        var office = await RunningAsync();
        await office.GoToAsync(Day(2, IsoDayOfWeek.Tuesday), 8);
        office.Clock.Now += Duration.FromHours(1);
        Assert.Equal(2, (await office.TendAsync()).Count);

        await office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), entry => entry.At(15), default);
        Assert.Equal("p2", Assert.Single(await office.OutboxAsync()).Id.Participant.Value);
        await office.GoToAsync(Day(2, IsoDayOfWeek.Friday));

        Assert.Equal(new LocalDateTime(2026, 1, 20, 15, 0), office.Sent.Single(item => item.Id == Office.Message(new ParticipantId("p1"), new StepId("week-2"))).At);
    }

    [Fact]
    public async Task GivenPausedOrganisation_WhenSomebodyMovesToAnother_ThenTheyRejoinWithoutAHeap()
    {
        var daily = Plan.Of([.. Enumerable.Range(0, 15).Select(day =>
            Plan.Milestone(new StepId($"day-{day}"), 1 + (day / 5), (IsoDayOfWeek)(1 + (day % 5))))]);
        var office = await Office.LaunchedAsync(Start, daily, [Somebody.Named("Ann"), Somebody.Named("Bob", "Police")]);
        await office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, "o1", null, default);
        await office.GoToAsync(Day(2, IsoDayOfWeek.Wednesday), 7);
        await office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), entry => entry with { Organisation = "Police" }, default);
        await office.GoToAsync(Day(3, IsoDayOfWeek.Friday));

        Assert.Equal("o2", (await office.PersonAsync(new ParticipantId("p1"))).Organisation);
        Assert.Equal(
            [new StepId("day-8"), new StepId("day-9"), new StepId("day-10"), new StepId("day-11"), new StepId("day-12"), new StepId("day-13"), new StepId("day-14")],
            office.Sent.Where(item => item.Id.Participant == new ParticipantId("p1")).Select(item => item.Id.Step));
    }

    [Fact]
    public async Task GivenOrganisationWentOn_WhenSomebodyMovesAwayFromIt_ThenWhatFellIntoThePauseStaysLetGo()
    {
        var daily = Plan.Of([.. Enumerable.Range(0, 15).Select(day =>
            Plan.Milestone(new StepId($"day-{day}"), 1 + (day / 5), (IsoDayOfWeek)(1 + (day % 5))))]);
        var office = await Office.LaunchedAsync(Start, daily, [Somebody.Named("Ann"), Somebody.Named("Bob", "Police")]);
        await office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, "o1", null, default);
        await office.GoToAsync(Day(2, IsoDayOfWeek.Wednesday), 7);
        await office.Pauses.ResumeAsync(Office.Cohort, Actor.Manager, "o1", default);
        await office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), entry => entry with { Organisation = "Police" }, default);
        await office.GoToAsync(Day(2, IsoDayOfWeek.Friday));

        Assert.Equal([new StepId("day-8"), new StepId("day-9")], office.Sent.Where(item => item.Id.Participant == new ParticipantId("p1")).Select(item => item.Id.Step));
    }

    [Fact]
    public async Task Moving_into_a_paused_organisation_pauses()
    {
        var office = await RunningAsync();
        await office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, "o2", null, default);
        await office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), entry => entry with { Organisation = "police" }, default);
        await office.GoToAsync(Day(3, IsoDayOfWeek.Friday));
        Assert.Empty(office.Sent);
    }

    [Fact]
    public async Task A_new_organisation_gets_an_id_of_its_own()
    {
        var office = await RunningAsync();
        await office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), entry => entry with { Organisation = "Fire" }, default);
        Assert.Equal("o3", (await office.PersonAsync(new ParticipantId("p1"))).Organisation);
    }

    [Fact]
    public async Task A_refused_address_gets_nothing_until_it_is_mended()
    {
        var office = await RunningAsync();
        await office.GoToAsync(Day(1, IsoDayOfWeek.Friday));
        await office.Events.ApplyAsync(Office.Letter(new ParticipantId("p1"), 1), Actor.Manager, ProviderReport.Bounced, default);
        await office.GoToAsync(Day(3, IsoDayOfWeek.Wednesday));
        Assert.Equal(["week-1/prompt on 2026-01-13"], office.SentTo(new ParticipantId("p1")));

        await office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), entry => entry with { Email = "ann@new.example.org" }, default);
        await office.GoToAsync(Day(4, IsoDayOfWeek.Friday));

        // One a day: first what is at most three weeks old, oldest first, then the week's own.
        Assert.Equal(
            ["week-1/prompt on 2026-01-13", "week-2/prompt on 2026-01-28", "week-3/prompt on 2026-01-29", "week-4/prompt on 2026-02-03"],
            office.SentTo(new ParticipantId("p1")));
        Assert.Null((await office.PersonAsync(new ParticipantId("p1"))).AddressRefusedOn);
    }

    [Fact]
    public async Task A_bounce_reported_twice_does_not_refuse_the_mended_address()
    {
        var office = await RunningAsync();
        await office.GoToAsync(Day(1, IsoDayOfWeek.Friday));
        await office.Events.ApplyAsync(Office.Letter(new ParticipantId("p1"), 1), Actor.Manager, ProviderReport.Bounced, default);
        await office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), entry => entry with { Email = "ann@new.example.org" }, default);

        Assert.Equal(
            EventOutcome.AlreadyKnown, await office.Events.ApplyAsync(Office.Letter(new ParticipantId("p1"), 1), Actor.Manager, ProviderReport.Bounced, default));

        Assert.Null((await office.PersonAsync(new ParticipantId("p1"))).AddressRefusedOn);
    }

    [Fact]
    public async Task What_holidays_make_too_late_for_a_refused_address_lapses_before_the_cohort_ends()
    {
        // Of somebody who works on Tuesdays, in Scotland: 23 December, two bank holidays, and three weeks from 10 January, the day after the end.
        var start = new LocalDate(2039, 11, 11);
        var office = await Office.LaunchedAsync(
            start, Plan.Of(8, [Plan.Milestone(new StepId("first"), 1, IsoDayOfWeek.Tuesday), Plan.Prompt(new StepId("late"), 7, IsoDayOfWeek.Friday)]),
            [Somebody.Named("Ann").Working(Weekdays.Tuesday)], UkDivision.Scotland);
        await office.GoToAsync(start.PlusWeeks(2));
        await office.Events.ApplyAsync(Office.Letter(new ParticipantId("p1"), 1), Actor.Manager, ProviderReport.Bounced, default);
        await office.GoToAsync(start.PlusWeeks(16));
        Assert.NotNull((await office.ViewAsync()).Cohort.Value.EndedOn);
        Assert.Equal("late", Assert.Single(await office.FactsAsync(), fact => fact.Kind == "lapsed").Step?.Value);
    }

    [Fact]
    public async Task A_step_that_could_not_be_sent_for_three_weeks_lapses()
    {
        var office = await RunningAsync();
        await office.GoToAsync(Day(2, IsoDayOfWeek.Monday));
        await office.Events.ApplyAsync(Office.Letter(new ParticipantId("p1"), 1), Actor.Manager, ProviderReport.Bounced, default);
        await office.GoToAsync(Day(5, IsoDayOfWeek.Tuesday), 20);
        Assert.DoesNotContain(await office.FactsAsync(), fact => fact.Kind == "lapsed");
        await office.GoToAsync(Day(5, IsoDayOfWeek.Wednesday), 8);

        var lapsed = Assert.Single(await office.FactsAsync(), fact => fact.Kind == "lapsed");
        Assert.Equal(("p1", "week-2", Day(2, IsoDayOfWeek.Tuesday)), (lapsed.Participant?.Value, lapsed.Step?.Value, lapsed.On));
    }

    [Fact]
    public async Task A_cohort_that_was_not_tended_for_long_sends_the_last_three_weeks_one_a_day()
    {
        var office = await RunningAsync();
        office.Clock.Now = Day(4, IsoDayOfWeek.Wednesday).At(new LocalTime(9, 30)).InZoneStrictly(Office.London).ToInstant();
        await office.GoToAsync(Day(4, IsoDayOfWeek.Friday));

        Assert.Equal(
            ["week-2/prompt on 2026-02-04", "week-3/prompt on 2026-02-05", "week-4/prompt on 2026-02-06"], office.SentTo(new ParticipantId("p1")));
        Assert.Equal(2, (await office.FactsAsync()).Count(fact => fact.Kind == "lapsed"));
    }

    private static Task<Office> RunningAsync() =>
        Office.LaunchedAsync(Start, Weekly, [Somebody.Named("Ann"), Somebody.Named("Bob", "Police")]);

    private static LocalDate Day(int week, IsoDayOfWeek day) => Start.PlusDays(((week - 1) * 7) + (int)day - 1);
}
