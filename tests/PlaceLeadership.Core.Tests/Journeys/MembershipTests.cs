using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Journeys;

/// <summary>Who comes, goes, works little or is paused while sets meet.</summary>
public sealed class MembershipTests
{
    private static readonly Step First = Plan.Prompt(new StepId("one"), 4, IsoDayOfWeek.Monday, BuiltIn.SetMeeting) with { Minutes = 180 };
    private static readonly Step Second = Plan.Prompt(new StepId("two"), 8, IsoDayOfWeek.Monday, BuiltIn.SetMeeting) with { Minutes = 180 };

    private static readonly RosterEntry Newcomer = Somebody.Named("New", "Organisation 1") with { Sector = Sectors.All[1] };

    [Fact]
    public async Task Somebody_who_joins_is_welcomed_first_and_gets_one_message_on_that_day()
    {
        var circle = await Circle.OfAsync(
            6, Plan.Milestone(new StepId("welcome"), 1, IsoDayOfWeek.Monday), First, Plan.Milestone(new StepId("thought"), 3, IsoDayOfWeek.Thursday));
        await circle.GoToAsync(3, IsoDayOfWeek.Wednesday);
        var joined = await circle.Office.Roster.JoinAsync(
            Office.Cohort, Actor.Manager, [Newcomer.Working(Weekdays.Monday | Weekdays.Thursday | Weekdays.Friday)], circle.Office.NewId, default);
        Assert.Empty(joined);
        await circle.GoToAsync(8, IsoDayOfWeek.Monday);

        var theirs = circle.Office.Sent.Where(item => item.Id.Participant == new ParticipantId("p7")).ToList();
        Assert.Equal(("welcome", new LocalDate(2026, 1, 29)), (theirs[0].Id.Step.Value, theirs[0].At.Date));
        Assert.Single(theirs.Where(item => item.At.Date == theirs[0].At.Date).DistinctBy(item => item.Letter));
        Assert.Contains(theirs, item => item.Id.Step == new StepId("thought"));
        Assert.Single(circle.StepsSentTo(new ParticipantId("p1")), "welcome");
    }

    [Fact]
    public async Task A_set_is_told_that_somebody_left_until_it_has_met_without_them()
    {
        var circle = await Circle.OfAsync(7, First, Second);
        await circle.GoToAsync(3, IsoDayOfWeek.Monday);
        Assert.DoesNotContain("No longer", await TextAsync(circle, new StepId("two.poll")), StringComparison.Ordinal);

        await circle.Office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, new ParticipantId("p7"), default);
        await circle.GoToAsync(3, IsoDayOfWeek.Thursday);
        Assert.Contains("No longer in your set: N7.", await TextAsync(circle, new StepId("two.poll")), StringComparison.Ordinal);
        Assert.DoesNotContain("**N7**", await TextAsync(circle, new StepId("two.poll")), StringComparison.Ordinal);

        await circle.GoToAsync(5, IsoDayOfWeek.Friday);
        Assert.Contains("two.date", circle.StepsSentTo(new ParticipantId("p1")));
        Assert.DoesNotContain("No longer", await TextAsync(circle, new StepId("two.date")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_only_asked_for_another_set_is_not_named()
    {
        var circle = await Circle.OfAsync(16, First);
        await circle.GoToAsync(2, IsoDayOfWeek.Wednesday);
        var set = (await circle.LookAsync()).SetOf(new ParticipantId("p1"))!;
        await circle.SayAsync(new ParticipantId("p1"), new StepId("one.proposal"), [SetMessages.Other]);
        Assert.Null((await circle.LookAsync()).Sets.Single(other => other.Number == set.Number).Find(new ParticipantId("p1")));

        await circle.GoToAsync(3, IsoDayOfWeek.Thursday);
        Assert.All((await circle.LookAsync()).Sets, other => Assert.Empty(other.Left));
    }

    [Theory]
    [InlineData(Weekdays.Wednesday | Weekdays.Thursday, 14)]
    [InlineData(Weekdays.Wednesday | Weekdays.Monday, 15)]
    [InlineData(Weekdays.Friday, 17)]
    public void A_poll_is_open_for_longer_where_somebody_works_again_only_later(Weekdays days, int expected) =>
        Assert.Equal(expected, DatePoll.Days(
            UkDivision.EnglandAndWales, new LocalDate(2026, 1, 21), [WorkingPattern.FullWeek, new WorkingPattern(days, 9, 17)]));

    [Fact]
    public async Task Whoever_is_paused_when_a_date_is_settled_is_not_announced_to_present_and_keeps_their_turn()
    {
        var circle = await Circle.OfAsync(6, First, Second, Second with { Id = new StepId("three"), Placement = new Placement.InWeek(12, IsoDayOfWeek.Monday) });
        await circle.GoToAsync(4, IsoDayOfWeek.Wednesday);
        var set = (await circle.LookAsync()).Sets[0];
        var next = Airtime.Presenters(Airtime.AfterOrAsAnnounced(set.Members, set.Meetings[0]));
        await circle.Office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, next[0], Circle.Start.PlusWeeks(6), default);
        await circle.GoToAsync(5, IsoDayOfWeek.Tuesday);
        var announced = (await circle.LookAsync()).Sets[0].Meetings[1].Presenters;
        await circle.GoToAsync(9, IsoDayOfWeek.Tuesday);

        Assert.DoesNotContain(next[0], announced);
        Assert.Equal(Airtime.PresentersMost, announced.Count);
        Assert.Contains(next[0], (await circle.LookAsync()).Sets[0].Meetings[^1].Presenters);
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_date_on_the_day_before_it_is_settled()
    {
        var circle = await Circle.OfAsync(6, First, Second);
        await circle.GoToAsync(3, IsoDayOfWeek.Wednesday);
        var closes = DatePoll.ClosesOn((await circle.LookAsync()).Sets[0].Meetings[^1], (await circle.Office.ViewAsync()).Cohort.Value.WentOnFrom);
        await circle.Office.GoToAsync(closes.PlusDays(-2));
        Assert.Empty(await circle.Office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [Newcomer], circle.Office.NewId, default));
        await circle.GoToAsync(6, IsoDayOfWeek.Friday);

        Assert.DoesNotContain("two.poll", circle.StepsSentTo(new ParticipantId("p7")));
        Assert.Contains("two.date", circle.StepsSentTo(new ParticipantId("p7")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_meeting_in_a_pause_stands_and_calling_it_off_is_told_at_once(bool organisation)
    {
        var circle = await Circle.OfAsync(6, First, Plan.Milestone(new StepId("thought"), 3, IsoDayOfWeek.Thursday));
        await circle.GoToAsync(3, IsoDayOfWeek.Wednesday);
        var person = await circle.Office.PersonAsync(new ParticipantId("p1"));
        await circle.Office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, organisation ? person.Organisation : null, null, default);
        await circle.Office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p2"), null, default);
        var (rows, timetable) = (await circle.RowsAsync(), (await circle.Office.Reader.FindAsync(Office.Cohort, default))!.Value.Timetable);
        var standing = Assert.Single(CohortJourneys.Standing(timetable, rows, circle.Office.Now, null));
        Assert.Empty(CohortJourneys.Standing(timetable, rows, circle.Office.Now, standing.At.Date));

        var now = circle.Office.Now;
        await circle.Sets.ChangeMeetingAsync(Office.Cohort, Actor.Manager, 1, new StepId("one"), meeting => MeetingChange.CallOff(meeting, now), default);
        await circle.GoToAsync(5, IsoDayOfWeek.Friday);

        Assert.Equal("one.called-off", circle.StepsSentTo(new ParticipantId("p1"))[^1]);
        Assert.DoesNotContain("thought", circle.StepsSentTo(new ParticipantId("p1")));
        Assert.DoesNotContain("one.called-off", circle.StepsSentTo(new ParticipantId("p2")));
    }

    [Fact]
    public async Task A_date_that_a_pause_took_back_is_told_in_the_pause_because_the_meeting_stands()
    {
        var circle = await Circle.OfAsync(6, First, Second);
        await circle.GoToAsync(3, IsoDayOfWeek.Wednesday);
        foreach (var person in Enumerable.Range(1, 6))
        {
            await circle.SayAsync(new ParticipantId($"p{person}"), new StepId("two.poll"), ["0"]);
        }

        Assert.NotNull((await circle.LookAsync()).Sets[0].Meetings[^1].At);
        await circle.Office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, null, null, default);
        await circle.GoToAsync(9, IsoDayOfWeek.Friday);

        Assert.Equal(["two.date", "one", "two"], circle.StepsSentTo(new ParticipantId("p1")).Skip(circle.StepsSentTo(new ParticipantId("p1")).ToList().IndexOf("two.poll") + 1));
    }

    [Theory]
    [InlineData(Weekdays.Monday)]
    [InlineData(Weekdays.Tuesday)]
    [InlineData(Weekdays.Wednesday)]
    [InlineData(Weekdays.Thursday)]
    [InlineData(Weekdays.Friday)]
    public async Task Whoever_works_one_day_a_week_is_told_of_a_meeting_before_it(Weekdays day)
    {
        var office = await Office.LaunchedAsync(
            Circle.Start, Plan.Of(20, [First, Second]), Somebody.Named("N1", "Organisation 1").Working(day).AndFiveMore());
        await office.GoToAsync(Circle.Start.PlusWeeks(12));

        foreach (var step in new[] { "one", "two" })
        {
            var told = office.Sent.Where(item => item.Id.Participant == new ParticipantId("p1") && item.Id.Step == new StepId($"{step}.date")).ToList();
            var asked = office.Sent.Single(item => item.Id is { Participant.Value: "p1", Kind: MessageKind.Prompt } && item.Id.Step == new StepId($"{step}.record"));
            Assert.True(told.Count == 1 && told[0].At < asked.At, $"{step}: told {told.Count} times.");
        }
    }

    [Fact]
    public async Task Who_joined_after_a_meeting_is_not_asked_how_it_was()
    {
        var circle = await Circle.OfAsync(6, First, Second);
        await circle.GoToAsync(3, IsoDayOfWeek.Friday);
        var at = (await circle.LookAsync()).Sets[0].Meetings[0].At!.Value;
        await circle.Office.GoToAsync(at.Date);
        Assert.Empty(await circle.Office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [Newcomer], circle.Office.NewId, default));
        await circle.Office.GoToAsync(at.Date.PlusDays(10));

        Assert.Contains("one.record", circle.StepsSentTo(new ParticipantId("p1")));
        Assert.DoesNotContain("one.record", circle.StepsSentTo(new ParticipantId("p7")));
    }

    [Fact]
    public async Task A_poll_that_is_open_longer_takes_answers_until_it_closes()
    {
        var office = await Office.LaunchedAsync(
            Circle.Start, Plan.Of(20, [First, Second]), Somebody.Named("N1", "Organisation 1").Working(Weekdays.Tuesday).AndFiveMore());
        await office.GoToAsync(new LocalDate(2026, 2, 11));
        var view = await office.ViewAsync();
        var meeting = Groups.Of(view.Rows).Sets[0].Meetings[^1];
        Assert.Equal((17, null), (meeting.PollDays, meeting.At));
        var link = new Core.Privacy.AnswerLink(Office.Cohort, new ParticipantId("p2"), new StepId("two.poll"), new LocalDate(2026, 1, 26), office.Clock.Now + Duration.FromDays(30));

        Assert.True((await office.Replies.ViewAsync(link, default))!.Open);
        Assert.Equal(new LocalDate(2026, 2, 12), DatePoll.ClosesOn(meeting, view.Cohort.Value.WentOnFrom));
    }

    private static async Task<string> TextAsync(Circle circle, StepId step)
    {
        var (view, timetable) = (await circle.Office.Reader.ReadAsync(Office.Cohort, default))!.Value;
        var letter = await circle.Office.Letters.ForAsync(
            timetable, view.Cohort.Value, timetable.FindStep(step)!, new ParticipantId("p1"), view.Rows, circle.Office.Today, default);
        return letter!.Step.Text.In("en");
    }
}
