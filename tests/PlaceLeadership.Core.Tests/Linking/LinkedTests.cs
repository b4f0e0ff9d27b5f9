using CsCheck;
using NodaTime;
using PlaceLeadership.Application.Linking;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Core.Tests.Journeys;

namespace PlaceLeadership.Core.Tests.Linking;

/// <summary>Somebody who takes part in two cohorts gets no more letters than from one.</summary>
public sealed class LinkedTests
{
    // A Monday.
    private static readonly LocalDate Start = new(2026, 1, 12);
    private static readonly CohortId One = TwoCohorts.One;
    private static readonly CohortId Two = TwoCohorts.Two;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cohorts_take_turns_whichever_is_tended_first_and_dates_wait_for_nothing(bool twoFirst)
    {
        var world = await OfAsync(Surveys(12), Surveys(12));
        await world.GoToAsync(Start.PlusWeeks(1));
        Assert.Null(await world.LinkAsync(1));
        await world.GoToAsync(Start.PlusWeeks(11), twoFirst);

        var letters = LettersTo(world, 1).Where(mail => mail.On >= Start.PlusWeeks(1)).ToList();
        Assert.Equal(10, letters.Count);
        Assert.All(letters.Zip(letters.Skip(1)), pair => Assert.NotEqual(pair.First.Id.Cohort, pair.Second.Id.Cohort));

        // Somebody who linked nothing gets one from each.
        Assert.Equal(20, LettersTo(world, 2).Count(mail => mail.On >= Start.PlusWeeks(1)));
    }

    [Fact]
    public async Task Who_chose_every_second_week_gets_one_letter_in_two_weeks_from_both_together()
    {
        var world = await OfAsync(Surveys(16), Surveys(16));
        await world.GoToAsync(Start.PlusWeeks(1));
        await world.LinkAsync(1);
        // In one of them: it goes for both.
        await world.Choices.ChooseAsync(Two, Actor.Manager, TwoCohorts.Person(Two, 1), new LetterChoice(null, EverySecondWeek: true), default);
        await world.GoToAsync(Start.PlusWeeks(15));
        var letters = LettersTo(world, 1).Where(mail => mail.On >= Start.PlusWeeks(1)).ToList();
        Assert.InRange(letters.Count, 6, 7);
        Assert.All(letters.Zip(letters.Skip(1)), pair => Assert.NotEqual(pair.First.Id.Cohort, pair.Second.Id.Cohort));
    }

    [Fact]
    public async Task Once_it_is_ended_or_the_other_cohort_is_over_left_or_deleted_a_letter_comes_every_week_again()
    {
        foreach (var end in new Func<TwoCohorts, Task>[]
        {
            world => world.Links.UnlinkAsync(One, TwoCohorts.Person(One, 1), default),
            world => world.Links.UnlinkAsync(Two, TwoCohorts.Person(Two, 1), default),
            world => world.Roster.LeaveAsync(Two, Actor.Manager, TwoCohorts.Person(Two, 1), default),
            world => world.Ending.EndAsync(Two, Actor.Manager, default),
            world => world.Deletion.DeleteAsync(Two, Actor.Manager, default),
        })
        {
            var world = await OfAsync(Surveys(12), Surveys(12));
            await world.GoToAsync(Start.PlusWeeks(1));
            await world.LinkAsync(1);
            await world.GoToAsync(Start.PlusWeeks(3));
            await end(world);
            await world.GoToAsync(Start.PlusWeeks(11));
            Assert.InRange(LettersTo(world, 1).Count(mail => mail.Id.Cohort == One && mail.On >= Start.PlusWeeks(4)), 7, 7);
            Assert.InRange((await world.SlotsAsync()).Count, 0, 1);
        }
    }

    [Fact]
    public async Task Of_a_cohort_that_ends_by_itself_the_other_hears_in_time()
    {
        var world = await OfAsync(Surveys(20), Surveys(4));
        await world.GoToAsync(Start.PlusWeeks(1));
        await world.LinkAsync(1);
        await world.GoToAsync(Start.PlusWeeks(19));
        Assert.Empty((await world.Reader.ReadAsync(Two, default))!.Value.View.Slots);
        Assert.Null((await world.PersonAsync(Two, 1)).Slot);
        var last = LettersTo(world, 1).Where(mail => mail.On >= Start.PlusWeeks(12)).ToList();
        Assert.Equal(7, last.Count);
    }

    [Fact]
    public async Task Only_two_private_links_of_different_cohorts_with_a_letter_a_week_link_them()
    {
        var world = await OfAsync(Surveys(4), Surveys(4));
        Task<LinkRefusal?> LinkAsync(string text) => world.Links.LinkAsync(One, TwoCohorts.Person(One, 1), text, default);
        Assert.Equal(LinkRefusal.NoLink, await LinkAsync(""));
        Assert.Equal(LinkRefusal.NoLink, await LinkAsync("ann@example.org"));
        Assert.Equal(LinkRefusal.NoLink, await LinkAsync(world.LinkOf(Two, 1)[..^9] + "AAAAAAA ."));
        Assert.Equal(LinkRefusal.NoLink, await LinkAsync(world.LinkOf(Two, 9)));
        Assert.Equal(LinkRefusal.NoLink, await LinkAsync(world.LinkOf(Two, 1).Replace("/p/", "/a/", StringComparison.Ordinal)));
        Assert.Equal(LinkRefusal.SameCohort, await LinkAsync(world.LinkOf(One, 1)));
        Assert.Equal(LinkRefusal.SameCohort, await LinkAsync(world.LinkOf(One, 2)));
        await world.Roster.LeaveAsync(Two, Actor.Manager, TwoCohorts.Person(Two, 2), default);
        Assert.Equal(LinkRefusal.Over, await LinkAsync(world.LinkOf(Two, 2)));

        Assert.Null(await LinkAsync(world.LinkOf(Two, 1)));
        Assert.Null(await LinkAsync(world.LinkOf(Two, 1)));
        Assert.Equal(2, (await SlotAsync(world)).Members.Count);

        var acts = new List<Act>();
        await foreach (var act in world.Reader.ActsAsync(One, null, null, default))
        {
            acts.Add(act);
        }

        Assert.Equal(new Deed(Deeds.LettersLinked, TwoCohorts.Person(One, 1)), Assert.Single(acts.SelectMany(act => act.About), deed => deed.What == Deeds.LettersLinked));

        var daily = new TwoCohorts(Start);
        await daily.LaunchAsync(One, Surveys(4));
        await daily.LaunchAsync(Two, Surveys(4) with { Rhythm = Plan.EachDay });
        Assert.Equal(LinkRefusal.NotWeekly, await daily.LinkAsync(1));
    }

    [Fact]
    public async Task A_link_that_breaks_off_at_any_transaction_is_completed_by_tending_and_can_be_asked_for_again()
    {
        for (var at = 1; at <= 7; at++)
        {
            var world = await OfAsync(Surveys(8), Surveys(8));
            await world.GoToAsync(Start.PlusWeeks(1));
            await Record.ExceptionAsync(() => world.LinksWith(Dies(at)).LinkAsync(One, TwoCohorts.Person(One, 1), world.LinkOf(Two, 1), default));
            await world.GoToAsync(Start.PlusWeeks(2));
            var (one, two) = ((await world.PersonAsync(One, 1)).Slot, (await world.PersonAsync(Two, 1)).Slot);
            Assert.Equal(one, two);
            Assert.Null(await world.LinkAsync(1));
            Assert.Equal(["p1", "q1"], (await world.SlotsAsync()).Order());
            await world.GoToAsync(Start.PlusWeeks(7));
            Assert.All(LettersTo(world, 1).Where(mail => mail.On >= Start.PlusWeeks(2)).GroupBy(mail => LocalDays.MondayOf(mail.On)), week => Assert.Single(week));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_requests_at_once_from_one_side_or_from_both_make_one_link(bool fromBoth)
    {
        for (var at = 1; at <= 6; at++)
        {
            var world = await OfAsync(Surveys(8), Surveys(8));
            await world.GoToAsync(Start.PlusWeeks(1));
            LinkRefusal? second = null;
            var count = 0;
            var first = await world.LinksWith(async () => second = ++count != at ? second
                : fromBoth ? await world.Links.LinkAsync(Two, TwoCohorts.Person(Two, 1), world.LinkOf(One, 1), default) : await world.LinkAsync(1))
                .LinkAsync(One, TwoCohorts.Person(One, 1), world.LinkOf(Two, 1), default);
            Assert.Equal((null, null), (first, second));
            Assert.Equal(["p1", "q1"], (await world.SlotsAsync()).Order());
            Assert.Equal((await world.PersonAsync(One, 1)).Slot, (await world.PersonAsync(Two, 1)).Slot);
        }
    }

    [Fact]
    public async Task A_letter_that_was_passed_on_links_nobody_else_of_the_same_programme()
    {
        var world = await OfAsync(Surveys(8), Surveys(8));
        await world.LinkAsync(1);
        Assert.Equal(LinkRefusal.OtherName, await world.Links.LinkAsync(One, TwoCohorts.Person(One, 2), world.LinkOf(Two, 1), default));
        await world.Roster.ChangeAsync(One, Actor.Manager, TwoCohorts.Person(One, 2), entry => entry with { Name = "Ann Other" }, default);
        Assert.Equal(LinkRefusal.BothLinked, await world.Links.LinkAsync(One, TwoCohorts.Person(One, 2), world.LinkOf(Two, 1), default));
        await world.Links.UnlinkAsync(One, TwoCohorts.Person(One, 2), default);
        Assert.Equal(["p1", "q1"], (await world.SlotsAsync()).Order());
        Assert.Null((await world.PersonAsync(One, 2)).Slot);
    }

    [Fact]
    public async Task Whoever_is_left_alone_can_link_anew()
    {
        var world = await OfAsync(Surveys(8), Surveys(8));
        await world.LinkAsync(1);
        await world.Links.UnlinkAsync(Two, TwoCohorts.Person(Two, 1), default);
        await world.Roster.ChangeAsync(One, Actor.Manager, TwoCohorts.Person(One, 3), entry => entry with { Name = "Ann Other" }, default);
        Assert.Null(await world.Links.LinkAsync(Two, TwoCohorts.Person(Two, 1), world.LinkOf(One, 3), default));
        Assert.Equal(LinkRefusal.BothLinked, await world.LinkAsync(1));
        await world.Links.UnlinkAsync(One, TwoCohorts.Person(One, 3), default);
        Assert.Null(await world.LinkAsync(1));
        Assert.Equal(["p1", "q1"], (await world.SlotsAsync()).Order());
    }

    [Fact]
    public async Task Linking_again_after_an_unlink_that_broke_off_knows_the_days()
    {
        for (var day = 0; day < 5; day++)
        {
            var world = await OfAsync(Surveys(8), Surveys(8));
            await world.GoToAsync(Start.PlusWeeks(1));
            await world.LinkAsync(1);
            await world.GoToAsync(Start.PlusWeeks(3).PlusDays(day));
            await Record.ExceptionAsync(() => world.LinksWith(Dies(2)).UnlinkAsync(One, TwoCohorts.Person(One, 1), default));
            Assert.Null(await world.LinkAsync(1));
            await world.GoToAsync(Start.PlusWeeks(7));
            Assert.All(LettersTo(world, 1).Where(mail => mail.On >= Start.PlusWeeks(1)).GroupBy(mail => LocalDays.MondayOf(mail.On)), week => Assert.Single(week));
        }
    }

    [Fact]
    public async Task A_cohort_that_was_paused_past_its_end_gets_its_turns_again_and_meanwhile_nobody_waits_for_it()
    {
        var world = await OfAsync(Surveys(12), Surveys(40));
        await world.Choices.ChooseAsync(One, Actor.Manager, TwoCohorts.Person(One, 1), new LetterChoice(IsoDayOfWeek.Thursday, false), default);
        await world.GoToAsync(Start.PlusWeeks(1));
        await world.LinkAsync(1);
        await world.GoToAsync(Start.PlusWeeks(8));
        await world.Pauses.PauseAsync(One, Actor.Manager, null, world.Today.PlusWeeks(8), default);
        await world.GoToAsync(Start.PlusWeeks(20));

        int Count(CohortId cohort, int from, int to) => LettersTo(world, 1).Count(mail => mail.Id.Cohort == cohort && mail.On >= Start.PlusWeeks(from) && mail.On < Start.PlusWeeks(to));
        Assert.InRange(Count(Two, 8, 16), 7, 8);
        Assert.InRange(Count(One, 16, 20), 2, 2);
        Assert.InRange(Count(Two, 16, 20), 2, 2);
    }

    [Fact]
    public async Task A_pause_of_a_person_in_one_lets_the_other_write_every_week()
    {
        var world = await OfAsync(Surveys(20), Surveys(20));
        await world.GoToAsync(Start.PlusWeeks(1));
        await world.LinkAsync(1);
        await world.GoToAsync(Start.PlusWeeks(3));
        await world.Pauses.PausePersonAsync(One, Actor.Manager, TwoCohorts.Person(One, 1), world.Today.PlusWeeks(10), default);
        await world.GoToAsync(Start.PlusWeeks(13));
        Assert.InRange(LettersTo(world, 1).Count(mail => mail.Id.Cohort == Two && mail.On >= Start.PlusWeeks(4)), 9, 9);
    }

    [Fact]
    public async Task Nothing_is_left_of_a_link_when_both_cohorts_are_deleted_even_of_one_that_broke_off()
    {
        var world = await OfAsync(Surveys(8), Surveys(8));
        await Record.ExceptionAsync(() => world.LinksWith(Dies(2)).LinkAsync(One, TwoCohorts.Person(One, 1), world.LinkOf(Two, 1), default));
        Assert.NotEmpty(await world.SlotsAsync());
        await world.Deletion.DeleteAsync(One, Actor.Manager, default);
        Assert.DoesNotContain("p1", await world.SlotsAsync());
        await world.Deletion.DeleteAsync(Two, Actor.Manager, default);
        Assert.Empty(await world.SlotsAsync());
    }

    [Fact]
    public async Task A_claim_whose_letter_was_never_queued_is_used_by_the_next_and_nobody_gets_less_for_it()
    {
        var world = await OfAsync(Surveys(6), Surveys(6));
        await world.GoToAsync(Start.PlusWeeks(1));
        await world.LinkAsync(1);
        var count = 0;

        // Dies between the claim and the cohort, the first time that there is one.
        world.Interrupts = () => ++count == 1 ? Interruption.DiesAfter : Interruption.None;
        await world.GoToAsync(Start.PlusWeeks(5));
        Assert.Equal(4, LettersTo(world, 1).Count(mail => mail.On >= Start.PlusWeeks(1)));
        Assert.Equal(Enumerable.Range(1, LettersTo(world, 1).Count(mail => mail.Id.Cohort == One)), LettersTo(world, 1).Where(mail => mail.Id.Cohort == One).Select(mail => mail.Id.Number));
    }

    [Fact]
    public async Task Of_meetings_that_were_moved_in_both_a_week_brings_one_unless_somebody_would_travel()
    {
        var sets = Plan.Of(20, [Plan.Prompt(new StepId("set"), 10, IsoDayOfWeek.Monday, BuiltIn.SetMeeting) with { Minutes = 180 }]) with { Rhythm = Rhythm.Usual };
        var world = await OfAsync(sets, sets);
        await world.GoToAsync(Start.PlusWeeks(1));
        await world.LinkAsync(1);
        await world.GoToAsync(Start.PlusWeeks(7).PlusDays(3));
        await MoveAsync(One, 21);
        await MoveAsync(Two, 28);
        await world.GoToAsync(Start.PlusWeeks(9));
        Assert.Equal(
            [(One, Start.PlusWeeks(7).PlusDays(3)), (Two, Start.PlusWeeks(8))],
            world.Sent.Where(mail => mail.IsChange && mail.Id.Participant.Value[1..] == "1").Select(mail => (mail.Id.Cohort, mail.On)));

        await MoveAsync(One, 1);
        await MoveAsync(Two, 1);
        await world.GoToAsync(Start.PlusWeeks(9).PlusDays(1));
        Assert.Equal([true, true], world.Sent.Where(mail => mail.On == Start.PlusWeeks(9) && mail.IsChange && mail.Id.Participant.Value[1..] == "1").Select(mail => mail.AtOnce));

        async Task MoveAsync(CohortId cohort, int days)
        {
            var set = Assert.Single(Groups.Of(await world.Reader.RowsAsync(cohort, default)).Sets);
            var to = world.Today.PlusDays(days) + set.Meetings[0].At!.Value.TimeOfDay;
            Assert.IsType<MeetingOutcome.Changed>(await world.Sets.ChangeMeetingAsync(
                cohort, Actor.Manager, 1, new StepId("set"), meeting => MeetingChange.Move(meeting, to, world.Clock.Now.InZone(Office.London).LocalDateTime), default));
        }
    }

    [Fact]
    public async Task Whatever_happens_and_however_tenders_meet_the_caps_hold_and_everything_comes_or_says_why_not()
    {
        var (turns, met, changes, atOnce) = (0, 0, 0, 0);
        bool IsEnough() => turns > 10 && met > 10 && changes > 20 && atOnce > 20;
        await Sample.UntilAsync(IsEnough, () => Gen.Int[0, int.MaxValue - 1].SampleAsync(
            async seed =>
            {
                var (tookTurns, wereLinked, changesOf, changesAtOnce) = await LiveAsync(seed);
                turns += tookTurns;
                met += wereLinked;
                changes += changesOf;
                atOnce += changesAtOnce;
            },
            iter: Sample.Of(6, all: 40), threads: 1));
        Assert.True(IsEnough(), $"Too quiet to prove anything: {turns} turns of {met} people, {changes} changes of meetings and {atOnce} at once.");
    }

    [Theory]
    [InlineData(217521838)]
    public async Task What_once_went_wrong_between_two_programmes_holds(int seed) => await LiveAsync(seed);

    /// <returns>How often a letter of one followed a letter of the other, how many people were linked, and how many mails said that a meeting changed.</returns>
    private static async Task<(int Turns, int Linked, int Changes, int AtOnce)> LiveAsync(int seed)
    {
        var turns = 0;
        var random = new Random(seed);
        var world = await OfAsync(Any(random), Any(random));
        world.Interrupts = () => random.Next(12) switch { 0 or 1 => Interruption.OtherFirst, 2 => Interruption.DiesBefore, 3 => Interruption.DiesAfter, _ => Interruption.None };
        var (linked, away) = (new Dictionary<int, List<(LocalDate From, LocalDate? To)>>(), false);
        world.Takes = () => !away;
        for (var day = Start; day < Start.PlusWeeks(16); day = day.PlusDays(1))
        {
            // A day on which nobody tends, or on which the provider takes nothing.
            (var down, away) = (random.Next(15) == 0, random.Next(15) == 0);
            if (down)
            {
                world.Clock.Now = day.PlusDays(1).At(7, Office.London);
                continue;
            }

            await ActAsync(world, random, linked);
            await world.GoToAsync(day.PlusDays(1), twoFirst: random.Next(2) == 0);
        }

        // Every pause of a cohort makes it end later, and the last may last still.
        away = false;
        world.Interrupts = () => Interruption.None;
        await world.GoToAsync(Start.PlusWeeks(18));
        var ends = LocalDate.Max(await world.EndsOnAsync(One), await world.EndsOnAsync(Two)).PlusDays(2);
        await world.GoToAsync(ends);
        Assert.Distinct(world.Sent.Select(mail => mail.Id));
        Assert.Distinct(world.Sent.SelectMany(mail => mail.Brought.Select(step => (mail.Id.Cohort, mail.Id.Participant, step))));
        foreach (var (number, spans) in linked)
        {
            foreach (var (from, to) in spans)
            {
                turns += CheckCaps(world, number, from, to ?? ends);
            }
        }

        foreach (var cohort in new[] { One, Two })
        {
            await CheckNothingForgottenAsync(world, cohort);
        }

        return (turns, linked.Count, world.Sent.Count(mail => mail is { IsChange: true, AtOnce: false }), world.Sent.Count(mail => mail.AtOnce));
    }

    private static async Task ActAsync(TwoCohorts world, Random random, Dictionary<int, List<(LocalDate From, LocalDate? To)>> linked)
    {
        var number = 1 + random.Next(3);
        var cohort = random.Next(2) == 0 ? One : Two;
        var person = TwoCohorts.Person(cohort, number);
        var spans = linked.GetValueOrDefault(number);
        var isLinked = spans?[^1].To is null && spans is not null;
        switch (random.Next(40))
        {
            case < 6 when !isLinked:
                if (await world.LinkAsync(number) is null)
                {
                    linked[number] = [.. spans ?? [], (world.Today, null)];
                }

                break;
            case 7 when isLinked:
                await world.Links.UnlinkAsync(cohort, person, default);
                linked[number] = [.. spans!.SkipLast(1), (spans![^1].From, world.Today.PlusDays(-1))];
                break;
            case 8:
                await world.Pauses.PausePersonAsync(cohort, Actor.Person(person), person, world.Today.PlusDays(1 + random.Next(20)), default);
                break;
            case 9:
                await world.Choices.ChooseAsync(cohort, Actor.Person(person), person, new LetterChoice((IsoDayOfWeek)(1 + random.Next(5)), random.Next(3) == 0), default);
                break;
            case 10:
                await world.Pauses.PauseAsync(cohort, Actor.Manager, null, world.Today.PlusDays(7), default);
                break;
            case < 16:
                await ChangeAMeetingAsync(world, random, cohort);
                break;
            default:
                break;
        }
    }

    // Whatever has a date: today, soon, or in weeks.
    private static async Task ChangeAMeetingAsync(TwoCohorts world, Random random, CohortId cohort)
    {
        var now = world.Clock.Now.InZone(Office.London).LocalDateTime;
        foreach (var set in Groups.Of(await world.Reader.RowsAsync(cohort, default)).Sets)
        {
            foreach (var meeting in set.Meetings.Where(meeting => meeting is { Stands: true }))
            {
                var to = now.Date.PlusDays(1 + random.Next(30)) + meeting.At!.Value.TimeOfDay;
                var callsOff = random.Next(6) == 0;
                await world.Sets.ChangeMeetingAsync(
                    cohort, Actor.Manager, set.Number, meeting.StepId, it => callsOff ? MeetingChange.CallOff(it, now) : MeetingChange.Move(it, to, now), default);
            }
        }
    }

    /// <summary>One mail a day, two a week, three where a meeting was moved or called off, one letter a week, from both together.</summary>
    /// <returns>How often a letter of one followed a letter of the other.</returns>
    private static int CheckCaps(TwoCohorts world, int number, LocalDate from, LocalDate to)
    {
        var mails = world.Sent.Where(mail => mail.Id.Participant.Value[1..] == $"{number}" && mail.On > from && mail.On <= to && !mail.AtOnce).OrderBy(mail => mail.On).ToList();
        foreach (var day in mails.GroupBy(mail => mail.On))
        {
            Assert.True(day.Count() == 1, $"{number} got {string.Join(" and ", day.Select(mail => mail.Id))} on {day.Key}.");
        }

        foreach (var week in mails.GroupBy(mail => LocalDays.MondayOf(mail.On)).Where(week => week.Key > from))
        {
            Assert.True(week.Count(mail => !mail.IsChange) <= 2 && week.Count() <= 3, $"{number} got {string.Join(", ", week.Select(mail => mail.Id))} in the week of {week.Key}.");
            var letters = week.Count(mail => mail.IsLetter && !mail.Brought.Contains(new StepId("hello")));
            Assert.True(letters <= 1, $"{number} got {letters} letters in the week of {week.Key}: {string.Join(", ", week.Where(mail => mail.IsLetter).Select(mail => mail.Id))}.");
        }

        var ordered = mails.Where(mail => mail.IsLetter).ToList();
        return ordered.Zip(ordered.Skip(1)).Count(pair => pair.First.Id.Cohort != pair.Second.Id.Cohort);
    }

    private static async Task CheckNothingForgottenAsync(TwoCohorts world, CohortId cohort)
    {
        var (view, timetable) = (await world.Reader.ReadAsync(cohort, default))!.Value;
        Assert.NotNull(view.Cohort.Value.EndedOn);
        Assert.Empty(view.Outbox);
        var came = world.Sent.Where(mail => mail.Id.Cohort == cohort).SelectMany(mail => mail.Brought.Select(step => (mail.Id.Participant, step))).ToHashSet();
        var settled = (await world.FactsAsync(cohort)).Where(fact => fact.Kind is FactKinds.LetGo or FactKinds.Lapsed or FactKinds.Dropped or FactKinds.Cancelled)
            .Select(fact => (fact.Participant!.Value, fact.Step!.Value)).ToHashSet();
        foreach (var person in view.Participants.Select(person => person.Value))
        {
            foreach (var step in timetable.Steps.Where(step => !step.Kind.NeedsMatching))
            {
                Assert.True(
                    came.Contains((person.Id, step.Id)) != settled.Contains((person.Id, step.Id)),
                    $"{step.Id} ({step.Kind.Word}, {timetable.PlannedOn(timetable.PlaceOf(step.Id), view.Cohort.Value)}, to {timetable.EndsOn(view.Cohort.Value)}) of {cohort} {(came.Contains((person.Id, step.Id)) ? "came to and was settled" : "never came, without a word,")} for {person.Id}.");
            }
        }
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0}.")]
    [InlineData("To pause: <{0}>, or to leave: https://place.example.org/l/nothing")]
    [InlineData("‹{0}›")]
    [InlineData("https://eur01.safelinks.example.org/?url={1}&data=05%7C02")]
    [InlineData("\u200b{0}\u200b")]
    [InlineData("{own}\r\nand\r\n{0}\r\n-- \r\nSam")]
    [InlineData("{broken}")]
    [InlineData("{soft}")]
    [InlineData("{quoted}")]
    public async Task A_link_is_found_however_a_mail_program_shows_it(string pattern)
    {
        var world = await OfAsync(Surveys(4), Surveys(4));
        static string Bare(string link) => link["Please pause: ".Length..^2];
        var (own, other) = (Bare(world.LinkOf(One, 1)), Bare(world.LinkOf(Two, 1)));
        string Broken(string mark) => other[..70] + mark + other[70..110] + mark + other[110..] + "\nPlease do not forward";
        var pasted = pattern.Replace("{own}", own, StringComparison.Ordinal).Replace("{0}", other, StringComparison.Ordinal)
            .Replace("{1}", Uri.EscapeDataString(other), StringComparison.Ordinal).Replace("{broken}", Broken("\r\n   "), StringComparison.Ordinal)
            .Replace("{soft}", Broken("=\r\n"), StringComparison.Ordinal).Replace("{quoted}", Broken("\n> "), StringComparison.Ordinal);
        Assert.Null((await world.Links.LookAsync(One, TwoCohorts.Person(One, 1), pasted, default)).Refusal);
    }

    [Fact]
    public async Task Much_that_is_no_link_is_looked_through_in_no_time()
    {
        var world = await OfAsync(Surveys(4), Surveys(4));
        foreach (var much in new[] { new string('x', 300_000), string.Concat(Enumerable.Repeat("/p/x ", 60_000)), "/p/" + string.Concat(Enumerable.Repeat("=\n", 60_000)), string.Concat(Enumerable.Repeat("a ", 100_000)) })
        {
            Assert.Equal(LinkRefusal.NoLink, (await world.Links.LookAsync(One, TwoCohorts.Person(One, 1), much, default)).Refusal);
        }
    }

    private static Func<Task> Dies(int at)
    {
        var count = 0;
        return () => ++count == at ? throw new BrokenOffException() : Task.CompletedTask;
    }

    private static async Task<Slot> SlotAsync(TwoCohorts world) =>
        (await SlotRows.FindAsync(world.Tables, (await world.PersonAsync(One, 1)).Slot!.Value, default))!.Value;

    private static IReadOnlyList<LinkedMail> LettersTo(TwoCohorts world, int number) =>
        [.. world.Sent.Where(mail => mail.IsLetter && mail.Id.Participant.Value[1..] == $"{number}").OrderBy(mail => mail.On)];

    private static async Task<TwoCohorts> OfAsync(Programme one, Programme two)
    {
        var world = new TwoCohorts(Start);
        await world.LaunchAsync(One, one);
        await world.LaunchAsync(Two, two);
        return world;
    }

    private static Programme Surveys(int weeks) => Plan.Of(
        weeks, [.. Enumerable.Range(1, weeks).Select(week => Plan.Prompt(new StepId($"week-{week}"), week, IsoDayOfWeek.Tuesday, BuiltIn.Pulse) with { ReminderDays = [] })]) with
    { Rhythm = Rhythm.Usual };

    private static Programme Any(Random random)
    {
        var steps = new List<Step> { Plan.Milestone(new StepId("hello"), 1, IsoDayOfWeek.Monday) };
        for (var week = 1; week <= 15; week++)
        {
            for (var which = random.Next(4); which > 0; which--)
            {
                var kind = random.Next(8) switch { < 3 => BuiltIn.Reflection, < 6 => BuiltIn.Pulse, 6 => BuiltIn.Milestone, _ => null };
                var id = new StepId($"w{week}-{which}");
                if (kind is not null)
                {
                    steps.Add(Plan.Prompt(id, week, (IsoDayOfWeek)(1 + random.Next(5)), kind));
                }
            }
        }

        steps.Add(Plan.Prompt(new StepId("coach"), 4, IsoDayOfWeek.Thursday, BuiltIn.CoachingRound));
        steps.Add(Plan.Prompt(new StepId("set"), 6, IsoDayOfWeek.Monday, BuiltIn.SetMeeting));
        steps.Add(Plan.Prompt(new StepId("set-two"), 13, IsoDayOfWeek.Monday, BuiltIn.SetMeeting));
        return Plan.Of(15, steps) with { Rhythm = Rhythm.Usual with { Day = random.Next(2) == 0 ? null : (IsoDayOfWeek)(1 + random.Next(5)) } };
    }
}
