using NodaTime;
using PlaceLeadership.Application.Going;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Core.Tests.Journeys;

namespace PlaceLeadership.Core.Tests.Going;

/// <summary>What needs a kind act is told of arrangements, with its age, and of a person only where mail fails.</summary>
public sealed class KindActsTests
{
    private static readonly Step Round = Plan.Prompt(new StepId("coach"), 4, IsoDayOfWeek.Tuesday, BuiltIn.CoachingRound);
    private static readonly LocalDate Introduced = Circle.Start.PlusWeeks(3).PlusDays(1);

    [Theory]
    [InlineData(8, "The coaching pairs of “coach” were introduced 21 days ago. Ask whether they have met.")]
    [InlineData(12, "A coaching pair of “coach” has not met for 21 days, as far as anybody has said.")]
    [InlineData(30, "All or nearly all coaching pairs of “coach” have not met for 21 days, as far as anybody has said.")]
    public async Task Pairs_that_have_not_met_are_told_from_the_twenty_first_day(int people, string sentence)
    {
        var circle = await Circle.OfAsync(people, Round);
        await circle.Office.GoToAsync(Introduced.PlusDays(20));
        Assert.Empty(await ActsAsync(circle));
        await circle.Office.GoToAsync(Introduced.PlusDays(21));
        var act = Assert.Single(await ActsAsync(circle));
        Assert.Equal((sentence, ActPlace.Groups, 0, null), (act.Sentence, act.Where, act.Days, act.Person));
        await circle.Office.GoToAsync(Introduced.PlusDays(24));
        Assert.Equal((Introduced.PlusDays(21), 3), (Assert.Single(await ActsAsync(circle)) is var later ? (later.Since, later.Days) : default));
    }

    [Theory]
    [InlineData(8, 0, "The coaching pairs of “coach” were introduced 21 days ago.", "not told of so few people")]
    [InlineData(8, 4, "The coaching pairs of “coach” were introduced 21 days ago.", "not told of so few people")]
    [InlineData(12, 5, "A coaching pair of “coach” has not met for 21 days", "about 85 in 100")]
    [InlineData(12, 6, null, "90 in 100 or more")]
    [InlineData(30, 10, "5 coaching pairs of “coach” have not met for 21 days", "10 of 15")]
    [InlineData(30, 14, "One or two coaching pairs of “coach” have not met for 21 days", "13 or more of 15")]
    [InlineData(30, 15, null, "13 or more of 15")]
    public async Task Of_pairs_that_met_no_more_is_told_than_their_number_allows(int people, int met, string? sentence, string total)
    {
        var circle = await Circle.OfAsync(people, Round);
        await circle.Office.GoToAsync(Introduced.PlusDays(15));
        foreach (var pair in (await circle.LookAsync()).RoundOf(Round.Id)!.Groups.Take(met))
        {
            await circle.SayAsync(pair.Members[0], Round.Id.About(CoachingMessages.Met), [CoachingMessages.HaveMet]);
        }

        await circle.Office.GoToAsync(Introduced.PlusDays(21));
        var going = await GoingRepliesTests.ReadAsync(circle.Office);
        Assert.StartsWith(sentence ?? "", Assert.Single(going.Acts.Where(act => act.Where == ActPlace.Groups).Select(act => act.Sentence).DefaultIfEmpty("")), StringComparison.Ordinal);
        Assert.Equal(sentence is null, going.Acts.All(act => act.Where != ActPlace.Groups));
        Assert.Equal(total, going.Totals.Single(line => line.What.Contains("that have met", StringComparison.Ordinal)).HowMany);
    }

    [Fact]
    public async Task A_pair_of_which_somebody_is_paused_is_given_the_time_and_so_is_a_cohort()
    {
        var circle = await Circle.OfAsync(12, Round);
        await circle.Office.GoToAsync(Introduced.PlusDays(21));
        foreach (var pair in (await circle.LookAsync()).RoundOf(Round.Id)!.Groups)
        {
            Assert.NotEmpty(await ActsAsync(circle));
            await circle.Office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, pair.Members[0], null, default);
        }

        Assert.Empty(await ActsAsync(circle));
        circle = await Circle.OfAsync(12, Round);
        await circle.Office.GoToAsync(Introduced.PlusDays(21));
        await circle.Office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, null, null, default);
        Assert.Empty(await ActsAsync(circle));
        Assert.Contains((await GoingRepliesTests.ReadAsync(circle.Office)).Totals, total => total.HowMany == "all: the whole cohort is paused");
    }

    [Fact]
    public async Task A_set_without_a_date_is_told_five_days_before_its_meeting_or_when_its_poll_should_have_closed()
    {
        var circle = await PolledAsync(votes: 0);
        var meeting = (await circle.LookAsync()).Sets[0].Meetings.Single(meeting => meeting.StepId == new StepId("two"));
        var closes = meeting.OpenedOn.PlusDays(meeting.PollDays);

        // The cohort stands still: nobody looks after it.
        circle.Office.Clock.Now = closes.PlusDays(-1).At(new LocalTime(12, 0)).InZoneLeniently(Office.London).ToInstant();
        Assert.DoesNotContain(await ActsAsync(circle), act => act.Sentence.Contains("no date", StringComparison.Ordinal));
        circle.Office.Clock.Now = closes.At(new LocalTime(12, 0)).InZoneLeniently(Office.London).ToInstant();
        var act = Assert.Single(await ActsAsync(circle), act => act.Sentence.Contains("no date", StringComparison.Ordinal));
        Assert.Equal(("Set 1 has no date for “two”, which is planned for Monday 30 March.", ActPlace.Groups, closes), (act.Sentence, act.Where, act.Since));
        await circle.Office.KeepAsync();
        Assert.DoesNotContain(await ActsAsync(circle), other => other.Sentence.Contains("no date", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task A_meeting_that_fewer_than_four_have_confirmed_is_told(int votes, bool told)
    {
        var circle = await PolledAsync(votes);
        await circle.GoToAsync(10, IsoDayOfWeek.Monday);
        var meeting = (await circle.LookAsync()).Sets[0].Meetings.Single(meeting => meeting.StepId == new StepId("two"));
        var act = (await ActsAsync(circle)).SingleOrDefault(act => act.Sentence.StartsWith("Fewer than four of set 1 have confirmed “two” on ", StringComparison.Ordinal));
        Assert.Equal(told, act is not null);
        Assert.True(act is null || (act.Since == meeting.SettledOn && act.Where == ActPlace.Groups));
        Assert.Equal("1 whose time has come, 1 with a date to come", (await GoingRepliesTests.ReadAsync(circle.Office)).Totals.Single(total => total.What == "Meetings of learning sets").HowMany);
    }

    [Fact]
    public async Task A_person_is_named_only_where_mail_to_them_fails()
    {
        var office = await Office.LaunchedAsync(Circle.Start, Plan.Of(Plan.Prompt(new StepId("one"), 1, IsoDayOfWeek.Tuesday)), [.. Enumerable.Range(1, 3).Select(number => Somebody.Named($"N{number}"))]);
        await office.GoToAsync(Circle.Start.PlusDays(1));
        await office.Events.ApplyAsync(Office.Letter(new ParticipantId("p1"), 1), Actor.Provider, ProviderReport.Bounced, default);
        var act = Assert.Single((await GoingRepliesTests.ReadAsync(office)).Acts);
        Assert.Equal(("The mail provider refuses the address of N1. Nothing can be sent there until it is changed.", ActPlace.Person, new ParticipantId("p1")), (act.Sentence, act.Where, act.Person));
    }

    private static async Task<IReadOnlyList<ActNeeded>> ActsAsync(Circle circle) =>
        [.. (await GoingRepliesTests.ReadAsync(circle.Office)).Acts.Where(act => act.Where != ActPlace.Week)];

    // A set of six that meets in weeks 5 and 12, and is asked for the date of the second.
    private static async Task<Circle> PolledAsync(int votes)
    {
        var circle = await Circle.OfAsync(6, Circle.Meeting(new StepId("one"), 5), Circle.Meeting(new StepId("two"), 12));
        await circle.GoToAsync(7, IsoDayOfWeek.Wednesday);
        foreach (var number in Enumerable.Range(1, votes))
        {
            await circle.SayAsync(new ParticipantId($"p{number}"), new StepId("two.poll"), ["0"]);
        }

        return circle;
    }
}
