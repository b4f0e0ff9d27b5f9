using NodaTime;
using PlaceLeadership.Application.Amending;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Cohorts;

public sealed class LetterAmendmentTests
{
    private static readonly LocalDate Start = new(2026, 1, 12);
    private static readonly ParticipantId Ann = new("p1");

    // A thought and news in the letter of week 2, a thought in those of weeks 3 and 7.
    private static readonly Programme Weekly = Plan.Of(
        Plan.Prompt(new StepId("thought"), 2, IsoDayOfWeek.Tuesday), Plan.Milestone(new StepId("news"), 2, IsoDayOfWeek.Monday),
        Plan.Prompt(new StepId("next"), 3, IsoDayOfWeek.Tuesday), Plan.Milestone(new StepId("later"), 7, IsoDayOfWeek.Tuesday)) with
    { Rhythm = new Rhythm(Day: IsoDayOfWeek.Wednesday) };

    // Its letters come on the days on which something is first due in a week: Tuesdays.
    private static readonly Programme AnyDay = Weekly with { Rhythm = Rhythm.Usual, Steps = [.. Weekly.Steps.Where(step => step.Id.Value != "news")] };

    [Fact]
    public async Task A_moved_message_comes_in_the_first_letter_from_its_day_on_and_makes_none()
    {
        var office = await RunningAsync();
        Assert.Equal(Day(3, IsoDayOfWeek.Wednesday), await MoveAsync(office, "news", Day(2, IsoDayOfWeek.Thursday)));
        await office.GoToAsync(Day(3, IsoDayOfWeek.Friday));
        Assert.Equal(
            ["thought/prompt on 2026-01-21", "next/prompt on 2026-01-28, naming thought", "news/prompt on 2026-01-28"], office.SentTo(Ann));

        // No letter comes in weeks 4 to 6, and that of week 7 is too far from week 4.
        var other = await RunningAsync();
        Assert.Equal(Day(7, IsoDayOfWeek.Wednesday), await MoveAsync(other, "news", Day(5, IsoDayOfWeek.Monday)));
        Assert.Equal(Day(4, IsoDayOfWeek.Wednesday), await MoveAsync(other, "thought", Day(4, IsoDayOfWeek.Monday)));
        await other.GoToAsync(Day(7, IsoDayOfWeek.Friday));
        Assert.Equal(["next", "thought", "later", "news"], other.Sent.Select(item => item.Id.Step.Value));
        Assert.Equal(3, other.Sent.Select(item => item.Letter).Distinct().Count());
    }

    [Fact]
    public async Task A_moved_message_takes_no_letter_away_from_a_week_whose_letter_has_no_fixed_day()
    {
        var office = await RunningAsync(AnyDay);
        Assert.Equal(Day(3, IsoDayOfWeek.Tuesday), await MoveAsync(office, "later", Day(3, IsoDayOfWeek.Monday)));
        await office.GoToAsync(Day(3, IsoDayOfWeek.Friday));
        Assert.Equal(["2026-01-20", "2026-01-27"], office.Sent.Select(item => $"{item.At.Date:uuuu-MM-dd}").Distinct().Order());
    }

    [Fact]
    public async Task A_message_cannot_be_moved_to_where_it_would_not_come_any_more_and_it_is_said_until_when_it_can()
    {
        var office = await RunningAsync();
        var outcome = await office.Amendments.MoveAsync(Office.Message(Ann, new StepId("news")), Actor.Manager, new LocalDate(2026, 4, 5), default);
        Assert.Equal(
            "Moved to 2026-04-05, “news” would not come any more: the letters from then on have no room, or none comes in time. Before that it can be moved to 2026-04-01.",
            outcome.Problem);
        Assert.Empty((await office.PersonAsync(Ann)).Amendments);
        Assert.Equal(new LocalDate(2026, 4, 1), await MoveAsync(office, "news", new LocalDate(2026, 4, 1)));
    }

    [Fact]
    public async Task A_letter_is_not_moved_to_where_something_of_it_would_find_no_room_and_days_before_and_after_that_will_do_are_named()
    {
        // A letter has room for one thought, and that of its own week goes before what was moved to it.
        var office = await RunningAsync();
        var outcome = await office.WholeLetters.ActAsync(Office.Cohort, Ann, Day(2, IsoDayOfWeek.Wednesday), Actor.Manager, new LetterAct.Move(Day(3, IsoDayOfWeek.Monday)), default);
        Assert.EndsWith("none comes in time. Before that it can be moved to 2026-01-21, after that to 2026-01-29.", outcome.Problem, StringComparison.Ordinal);
        Assert.Empty((await office.PersonAsync(Ann)).Amendments);
    }

    [Fact]
    public async Task A_letter_that_is_moved_comes_whole_on_its_day_and_nothing_of_it_twice()
    {
        // Alone either would have waited for the letter of week 7.
        var office = await RunningAsync();
        var outcome = await office.WholeLetters.ActAsync(Office.Cohort, Ann, Day(2, IsoDayOfWeek.Wednesday), Actor.Manager, new LetterAct.Move(Day(5, IsoDayOfWeek.Monday)), default);
        Assert.Null(outcome.Problem);
        Assert.Equal([Day(5, IsoDayOfWeek.Wednesday), Day(5, IsoDayOfWeek.Wednesday)], outcome.Changed.Select(item => item.On!.Value));
        await office.GoToAsync(Day(5, IsoDayOfWeek.Friday));
        Assert.Equal(
            ["next/prompt on 2026-01-28", "thought/prompt on 2026-02-11, naming next", "news/prompt on 2026-02-11"], office.SentTo(Ann));
        Assert.Single(office.Sent.Skip(1).Select(item => item.Letter).Distinct());
        Assert.Empty((await office.PersonAsync(Ann)).Amendments);
    }

    [Fact]
    public async Task A_letter_that_is_moved_into_a_week_with_a_letter_joins_it()
    {
        var office = await RunningAsync(AnyDay);
        var outcome = await office.WholeLetters.ActAsync(Office.Cohort, Ann, Day(7, IsoDayOfWeek.Tuesday), Actor.Manager, new LetterAct.Move(Day(3, IsoDayOfWeek.Monday)), default);
        Assert.Equal(Day(3, IsoDayOfWeek.Tuesday), Assert.Single(outcome.Changed).On);
    }

    [Fact]
    public async Task A_letter_that_waits_to_be_sent_can_be_moved_and_one_that_was_sent_cannot()
    {
        var office = await RunningAsync();
        var day = Day(2, IsoDayOfWeek.Wednesday);
        office.Clock.Now = day.At(new LocalTime(9, 0)).InZoneStrictly(Office.London).ToInstant();
        Assert.Equal(2, Assert.Single(await office.TendAsync()).Items.Count);
        var outcome = await office.WholeLetters.ActAsync(Office.Cohort, Ann, day, Actor.Manager, new LetterAct.Move(Day(4, IsoDayOfWeek.Monday)), default);
        Assert.Equal(["thought", "news"], outcome.Changed.Select(item => item.Step.Id.Value));
        Assert.Empty(await office.OutboxAsync());
        await office.GoToAsync(Day(4, IsoDayOfWeek.Friday));
        Assert.Equal(3, office.Sent.Count);
        Assert.Distinct(office.Sent.Select(item => item.Id));

        var sent = Day(4, IsoDayOfWeek.Wednesday);
        Assert.Equal(
            "What came to this person on 2026-02-04 was sent. Nothing was changed.",
            (await office.WholeLetters.ActAsync(Office.Cohort, Ann, sent, Actor.Manager, new LetterAct.Cancel(), default)).Problem);
        Assert.Equal(
            "No letter comes to this person on 2026-02-06.",
            (await office.WholeLetters.ActAsync(Office.Cohort, Ann, Day(4, IsoDayOfWeek.Friday), Actor.Manager, new LetterAct.Cancel(), default)).Problem);
    }

    [Fact]
    public async Task A_letter_that_is_cancelled_can_be_brought_back_until_its_day()
    {
        var office = await RunningAsync();
        await office.GoToAsync(Day(2, IsoDayOfWeek.Tuesday));
        var day = Day(2, IsoDayOfWeek.Wednesday);
        Assert.Equal(2, (await office.WholeLetters.ActAsync(Office.Cohort, Ann, day, Actor.Manager, new LetterAct.Cancel(), default)).Changed.Count);
        office.Clock.Now += Duration.FromHours(6);
        await office.KeepAsync();
        Assert.Equal([day, day], (await office.WholeLetters.ActAsync(Office.Cohort, Ann, day, Actor.Manager, new LetterAct.Restore(), default)).Changed.Select(item => item.On!.Value));
        await office.WholeLetters.ActAsync(Office.Cohort, Ann, day, Actor.Manager, new LetterAct.Cancel(), default);
        await office.GoToAsync(Day(2, IsoDayOfWeek.Friday));
        Assert.Empty(office.Sent);
        Assert.Equal(2, (await office.FactsAsync()).Count(fact => fact.Kind == "cancelled"));
        Assert.Contains("was moved or cancelled.", (await office.WholeLetters.ActAsync(Office.Cohort, Ann, day, Actor.Manager, new LetterAct.Restore(), default)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_brings_people_together_stays_when_its_letter_is_cancelled()
    {
        var office = await RunningAsync(Weekly with
        {
            Steps = [Plan.Milestone(new StepId("news"), 3, IsoDayOfWeek.Tuesday), Plan.Prompt(new StepId("round"), 5, IsoDayOfWeek.Wednesday, BuiltIn.CoachingRound)],
        });
        var outcome = await office.WholeLetters.ActAsync(Office.Cohort, Ann, Day(3, IsoDayOfWeek.Wednesday), Actor.Manager, new LetterAct.Cancel(), default);
        Assert.Equal(["news"], outcome.Changed.Select(item => item.Step.Id.Value));
        Assert.Equal(["round.proposal"], outcome.Stays.Select(step => step.Id.Value));
        Assert.Contains(
            "others wait for it: it stays.",
            (await office.WholeLetters.ActAsync(Office.Cohort, Ann, Day(3, IsoDayOfWeek.Wednesday), Actor.Manager, new LetterAct.Cancel(), default)).Problem, StringComparison.Ordinal);
    }

    private static async Task<LocalDate?> MoveAsync(Office office, string step, LocalDate day)
    {
        var outcome = await office.Amendments.MoveAsync(Office.Message(Ann, new StepId(step)), Actor.Manager, day, default);
        Assert.Null(outcome.Problem);
        return outcome.On;
    }

    private static Task<Office> RunningAsync(Programme? programme = null) => Office.LaunchedAsync(Start, programme ?? Weekly, [Somebody.Named("Ann")]);

    private static LocalDate Day(int week, IsoDayOfWeek day) => Start.PlusDays(((week - 1) * 7) + (int)day - 1);
}
