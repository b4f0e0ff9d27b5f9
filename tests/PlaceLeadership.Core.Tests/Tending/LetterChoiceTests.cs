using NodaTime;
using PlaceLeadership.Application.Choosing;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Tending;

public sealed class LetterChoiceTests
{
    // A Monday.
    private static readonly LocalDate Start = new(2026, 1, 12);
    private static readonly ParticipantId Ann = new("p1");
    private static readonly LetterChoice Slow = new(null, EverySecondWeek: true);

    [Fact]
    public async Task The_next_letter_comes_on_the_chosen_day_and_what_waited_is_planned_again()
    {
        var office = await OfAsync(Survey("one", 1), Survey("two", 2));
        office.Clock.Now = Start.PlusDays(2).At(new LocalTime(9, 30)).ToInstant(Office.London);
        await office.TendAsync();

        Assert.Equal(LetterOutcome.Chosen, await ChooseAsync(office, new LetterChoice(IsoDayOfWeek.Friday, false)));
        Assert.DoesNotContain(await office.TendAsync(), message => message.Id.Participant == Ann);
        await office.SendAsync();
        await office.GoToAsync(Start.PlusWeeks(2));
        Assert.Equal(["one/prompt on 2026-01-16", "two/prompt on 2026-01-23"], office.SentTo(Ann));
    }

    [Fact]
    public async Task Every_second_week_essential_steps_wait_for_the_letter_and_optional_ones_of_the_week_without_are_dropped()
    {
        var office = await OfAsync(
            Survey("one", 1), Thought("aside", 1, IsoDayOfWeek.Thursday), Survey("two", 2, IsoDayOfWeek.Tuesday), Thought("without", 2),
            Thought("before", 4, IsoDayOfWeek.Thursday), Thought("beaten", 5));
        await ChooseAsync(office, Slow);
        await office.GoToAsync(Start.PlusWeeks(6));

        Assert.Equal(["one/prompt on 2026-01-14", "two/prompt on 2026-01-28", "before/prompt on 2026-02-11"], office.SentTo(Ann));
        Assert.Equal(["aside", "without", "beaten"], await EndsAsync(office, FactKinds.Dropped));
        Assert.Empty(await EndsAsync(office, FactKinds.Lapsed));
    }

    [Fact]
    public async Task A_slower_rhythm_alone_makes_nothing_lapse_and_what_two_letters_had_no_room_for_does()
    {
        // Due on the day after a letter, four of them in the week that the first letter closed.
        var office = await OfAsync(
            [Survey("one", 1), .. new[] { "two", "three", "four" }.Select(step => Survey(step, 1, IsoDayOfWeek.Thursday))]);
        await ChooseAsync(office, Slow);
        await office.GoToAsync(Start.PlusWeeks(8));

        Assert.Equal(["one/prompt on 2026-01-14", "two/prompt on 2026-01-28", "three/prompt on 2026-02-11"], office.SentTo(Ann));
        Assert.Equal(["four"], await EndsAsync(office, FactKinds.Lapsed));
        Assert.Equal(Start.PlusDays(3), Assert.Single(await office.FactsAsync(), fact => fact.Kind == FactKinds.Lapsed && fact.Participant == Ann).On);
    }

    [Fact]
    public async Task What_is_essential_lapses_once_two_letters_had_no_room_for_it_though_a_third_would_come_in_time()
    {
        var office = await OfAsync([.. new[] { "one", "two", "three" }.Select(step => Survey(step, 1))]);
        await office.GoToAsync(Start.PlusDays(8));
        Assert.Empty(await EndsAsync(office, FactKinds.Lapsed));
        await office.GoToAsync(Start.PlusWeeks(6));

        Assert.Equal(["one/prompt on 2026-01-14", "two/prompt on 2026-01-21"], office.SentTo(Ann));
        Assert.Equal(["three"], await EndsAsync(office, FactKinds.Lapsed));
    }

    [Fact]
    public async Task What_has_not_come_to_a_slow_reader_when_the_cohort_ends_has_a_fact_that_says_so()
    {
        var office = await OfAsync(Survey("one", 1), Survey("last", 8));
        await ChooseAsync(office, Slow);
        await office.Events.ApplyAsync(Office.Letter(Ann, 1), Actor.Provider, Core.Outbox.ProviderReport.Bounced, default);
        await office.GoToAsync(Start.PlusWeeks(2));
        await office.Events.ApplyAsync(Office.Letter(Ann, 1), Actor.Provider, Core.Outbox.ProviderReport.Bounced, default);
        Assert.NotNull((await office.PersonAsync(Ann)).AddressRefusedOn);
        await office.GoToAsync(Start.PlusWeeks(14));
        Assert.NotNull((await office.ViewAsync()).Cohort.Value.EndedOn);
        Assert.Equal(["last"], await EndsAsync(office, FactKinds.Lapsed));
    }

    [Fact]
    public async Task The_welcome_comes_at_once_and_what_cannot_wait_comes_in_the_week_without_a_letter()
    {
        var office = await OfAsync(
            Plan.Milestone(new StepId("hello"), 1, IsoDayOfWeek.Monday), Survey("one", 2), Survey("two", 3),
            Plan.Prompt(new StepId("coach"), 4, IsoDayOfWeek.Wednesday, BuiltIn.CoachingRound));
        Assert.Equal(LetterOutcome.Chosen, await ChooseAsync(office, Slow));
        await office.GoToAsync(Start.PlusWeeks(4));

        // Nobody waits two weeks to hear from a partner because of a letter that had no room for it.
        Assert.Equal(
            [
                "hello/prompt on 2026-01-12", "one/prompt on 2026-01-28", "coach.proposal/prompt on 2026-01-28", "coach/prompt on 2026-02-04",
            ],
            office.SentTo(Ann).Select(said => said.Split(',')[0]));
    }

    [Fact]
    public async Task Choosing_again_changes_nothing_and_a_day_that_is_none_of_theirs_is_refused()
    {
        var office = await OfAsync(Survey("one", 1));
        var choice = new LetterChoice(IsoDayOfWeek.Thursday, EverySecondWeek: true);
        Assert.Equal(LetterOutcome.Chosen, await ChooseAsync(office, choice));
        var before = await ActsAsync(office);
        Assert.Equal(
            new Deed(Deeds.LettersChosen, Ann, Detail: "every-second-week Thursday"),
            Assert.Single(before.SelectMany(act => act.About), deed => deed.What == Deeds.LettersChosen));

        Assert.Equal(LetterOutcome.Chosen, await ChooseAsync(office, choice));
        Assert.Equal(LetterOutcome.NotTheirDay, await ChooseAsync(office, choice with { Day = IsoDayOfWeek.Saturday }));
        Assert.Equal(before.Count, (await ActsAsync(office)).Count);
        Assert.Equal(choice, LetterChoice.Of(await office.PersonAsync(Ann)));

        // They work on other days now: the day stays theirs to keep, and the letter comes on one on which they work.
        await office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, Ann, entry => entry.Working(Weekdays.Monday | Weekdays.Tuesday), default);
        Assert.Equal(LetterOutcome.Chosen, await ChooseAsync(office, choice));
        Assert.Equal(LetterOutcome.NotTheirDay, await ChooseAsync(office, choice with { Day = IsoDayOfWeek.Friday }));
        await office.GoToAsync(Start.PlusWeeks(2));
        Assert.Equal(["one/prompt on 2026-01-20"], office.SentTo(Ann));
    }

    [Fact]
    public async Task Who_has_left_chooses_nothing_and_a_programme_with_more_letters_a_week_does_not_offer_it()
    {
        var office = await OfAsync(Survey("one", 1));
        await office.Roster.LeaveAsync(Office.Cohort, Actor.Person(Ann), Ann, default);
        Assert.Equal(LetterOutcome.Over, await ChooseAsync(office, Slow));
        Assert.Equal(LetterOutcome.Over, await office.Choices.ChooseAsync(Office.Cohort, Actor.Manager, new ParticipantId("p9"), Slow, default));

        var daily = await Office.LaunchedAsync(Start, Plan.Of(Survey("one", 1)), [Somebody.Named("Ann")]);
        Assert.Equal(LetterOutcome.NotOffered, await ChooseAsync(daily, Slow));
        Assert.False((await daily.PersonAsync(Ann)).EverySecondWeek);
    }

    private static Task<Office> OfAsync(params IReadOnlyList<Step> steps) => Office.LaunchedAsync(
        Start, Plan.Of(steps) with { Rhythm = new Rhythm(Day: IsoDayOfWeek.Wednesday) }, Somebody.Named("Ann").AndFiveMore());

    private static Step Survey(string id, int week, IsoDayOfWeek day = IsoDayOfWeek.Wednesday) => Plan.Prompt(new StepId(id), week, day, BuiltIn.Pulse) with { ReminderDays = [] };

    private static Step Thought(string id, int week, IsoDayOfWeek day = IsoDayOfWeek.Wednesday) => Plan.Prompt(new StepId(id), week, day) with { ReminderDays = [] };

    private static Task<LetterOutcome> ChooseAsync(Office office, LetterChoice choice) =>
        office.Choices.ChooseAsync(Office.Cohort, Actor.Person(Ann), Ann, choice, default);

    private static async Task<IReadOnlyList<string>> EndsAsync(Office office, string kind) =>
        [.. (await office.FactsAsync()).Where(fact => fact.Kind == kind && fact.Participant == Ann).Select(fact => fact.Step!.Value.Value)];

    private static async Task<IReadOnlyList<Core.Acts.Act>> ActsAsync(Office office)
    {
        var acts = new List<Core.Acts.Act>();
        await foreach (var act in office.Reader.ActsAsync(Office.Cohort, null, null, default))
        {
            acts.Add(act);
        }

        return acts;
    }
}
