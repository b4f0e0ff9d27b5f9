using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Journeys;

public sealed class SetMeetingTests
{
    private static readonly Step First = Plan.Prompt(new StepId("one"), 4, IsoDayOfWeek.Monday, BuiltIn.SetMeeting) with { Minutes = 180 };
    private static readonly Step Second = Plan.Prompt(new StepId("two"), 8, IsoDayOfWeek.Monday, BuiltIn.SetMeeting) with { Minutes = 180 };

    [Fact]
    public async Task A_set_is_proposed_agreed_given_a_first_date_asked_for_the_next_reminded_and_asked_afterwards()
    {
        var circle = await Circle.OfAsync(6, First with { Placement = new Placement.InWeek(6, IsoDayOfWeek.Monday) }, Second with { Placement = new Placement.InWeek(11, IsoDayOfWeek.Monday) });

        await circle.GoToAsync(13, IsoDayOfWeek.Friday);

        Assert.Equal(
            [
                "one.proposal/prompt on 2026-01-19", "one.date/prompt on 2026-02-02", "one.contract/prompt on 2026-02-02", "one/prompt on 2026-02-12",
                "two.poll/prompt on 2026-02-16", "one.record/prompt on 2026-02-17", "two.date/prompt on 2026-03-02, naming one.record",
                "two/prompt on 2026-03-19", "two.record/prompt on 2026-03-24",
            ],
            circle.SentTo(new ParticipantId("p1")));
    }

    [Fact]
    public async Task A_programme_says_how_large_its_sets_are()
    {
        var usual = await Circle.OfAsync(20, First);
        var smaller = await Circle.OfAsync(20, new SetsWanted(Size: 5).In(Plan.Of(20, [First])));
        await usual.GoToAsync(2, IsoDayOfWeek.Wednesday);
        await smaller.GoToAsync(2, IsoDayOfWeek.Wednesday);

        Assert.Equal([6, 7, 7], (await usual.LookAsync()).Sets.Select(set => set.Members.Count).Order());
        Assert.Equal([5, 5, 5, 5], (await smaller.LookAsync()).Sets.Select(set => set.Members.Count));
    }

    [Theory]
    [InlineData(5, 3)]
    [InlineData(6, 3)]
    public async Task No_rule_is_set_aside_before_a_longer_search_has_looked_for_sets_that_keep_all_of_them(int size, int sectors)
    {
        var people = RosterReader.Read(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Demo", "roster.csv")), "roster.csv");
        var office = await Office.LaunchedAsync(
            Circle.Start, new SetsWanted(size, sectors).In(Plan.Of(20, [First])), [.. people.Rows.Select(row => row.Entry)]);
        await office.GoToAsync(Circle.Start.PlusDays(9));
        var groups = (await Groups.OfAsync(office.Reader, Office.Cohort));
        Assert.NotEmpty(groups.Sets);
        Assert.Empty(groups.Formed!.Relaxed);
    }

    [Fact]
    public async Task A_programme_says_from_how_many_sectors_a_set_comes_also_when_it_is_mended()
    {
        // The people come from four sectors, so five cannot be had.
        var circle = await Circle.OfAsync(16, new SetsWanted(8, 4).In(Plan.Of(20, [First])));
        var tooMany = await Circle.OfAsync(16, new SetsWanted(8, 5).In(Plan.Of(20, [First])));
        await circle.GoToAsync(2, IsoDayOfWeek.Wednesday);
        await tooMany.GoToAsync(2, IsoDayOfWeek.Wednesday);
        Assert.Empty((await circle.LookAsync()).Formed!.Relaxed);
        Assert.Equal([SeatingRule.Sectors], (await tooMany.LookAsync()).Formed!.Relaxed);

        await tooMany.SayAsync(new ParticipantId("p1"), new StepId("one.proposal"), [SetMessages.Other]);
        await circle.SayAsync(new ParticipantId("p1"), new StepId("one.proposal"), [SetMessages.Other]);

        Assert.Empty((await circle.LookAsync()).Formed!.Relaxed);
        Assert.Equal([SeatingRule.Sectors], (await tooMany.LookAsync()).Formed!.Relaxed);
    }

    [Fact]
    public async Task The_time_that_most_can_make_is_taken_as_soon_as_everybody_has_answered()
    {
        var circle = await Circle.OfAsync(6, First, Second);
        await circle.GoToAsync(3, IsoDayOfWeek.Wednesday);
        var offered = (await circle.LookAsync()).Sets[0].Meetings[^1].Options;
        Assert.Equal(MeetingTimes.OptionsMost, offered.Count);

        foreach (var (person, votes) in new[] { ("p1", "2"), ("p2", "2"), ("p3", "0"), ("p4", "none"), ("p5", "2") })
        {
            await circle.SayAsync(new ParticipantId(person), new StepId("two.poll"), [votes]);
        }

        Assert.Null((await circle.LookAsync()).Sets[0].Meetings[^1].At);
        await circle.SayAsync(new ParticipantId("p6"), new StepId("two.poll"), ["0", "1"]);

        var meeting = (await circle.LookAsync()).Sets[0].Meetings[^1];
        Assert.Equal(offered[2], meeting.At);
        Assert.Equal(circle.Office.Today, meeting.SettledOn);
        Assert.Equal(2, meeting.Presenters.Count);
        await circle.GoToAsync(3, IsoDayOfWeek.Thursday);
        Assert.Contains("two.date", circle.StepsSentTo(new ParticipantId("p4")));
    }

    [Fact]
    public async Task A_moved_meeting_is_told_with_a_rising_number_and_a_called_off_one_too()
    {
        var circle = await Circle.OfAsync(6, First);
        await circle.GoToAsync(3, IsoDayOfWeek.Wednesday);
        var at = (await circle.LookAsync()).Sets[0].Meetings[0].At!.Value;
        Assert.Equal(0, (await LetterAsync(circle, new StepId("one.date"))).Calendar!.Sequence);

        var now = circle.Office.Now;
        Assert.IsType<MeetingOutcome.Changed>(await circle.Sets.ChangeMeetingAsync(
            Office.Cohort, Actor.Manager, 1, new StepId("one"), meeting => MeetingChange.Move(meeting, at.PlusDays(1), now), default));
        await circle.GoToAsync(3, IsoDayOfWeek.Thursday);
        var moved = await LetterAsync(circle, new StepId("one.moved"));
        Assert.Equal((1, at.PlusDays(1), false), (moved.Calendar!.Sequence, moved.Calendar.Start, moved.Calendar.CalledOff));
        Assert.Contains("one.moved", circle.StepsSentTo(new ParticipantId("p1")));
        Assert.Contains($"learning set on **{LocalDays.InWords(at.Date, "en")}, {at:HH:mm}** has moved", moved.Step.Text.In("en"), StringComparison.Ordinal);
        Assert.Contains($"set dysgu ar **d{LocalDays.InWords(at.Date, "cy")}, {at:HH:mm}** wedi symud", moved.Step.Text.In("cy"), StringComparison.Ordinal);

        Assert.IsType<MeetingOutcome.Changed>(await circle.Sets.ChangeMeetingAsync(
            Office.Cohort, Actor.Manager, 1, new StepId("one"), meeting => MeetingChange.CallOff(meeting, now), default));
        await circle.GoToAsync(3, IsoDayOfWeek.Friday);
        var calledOff = await LetterAsync(circle, new StepId("one.called-off"));
        Assert.Equal((2, true, moved.Calendar.Uid), (calledOff.Calendar!.Sequence, calledOff.Calendar.CalledOff, calledOff.Calendar.Uid));
        await circle.GoToAsync(7, IsoDayOfWeek.Friday);
        Assert.Equal(["one.called-off"], circle.StepsSentTo(new ParticipantId("p1")).SkipWhile(step => step != "one.called-off"));
    }

    [Fact]
    public async Task A_meeting_moved_twice_or_back_says_every_time_that_somebody_may_have_heard()
    {
        var circle = await Circle.OfAsync(6, First);
        await circle.GoToAsync(3, IsoDayOfWeek.Wednesday);
        var at = (await circle.LookAsync()).Sets[0].Meetings[0].At!.Value;
        async Task<string> MovedAsync(LocalDateTime to, string step)
        {
            var now = circle.Office.Now;
            Assert.IsType<MeetingOutcome.Changed>(await circle.Sets.ChangeMeetingAsync(Office.Cohort, Actor.Manager, 1, new StepId("one"), meeting => MeetingChange.Move(meeting, to, now), default));
            return (await LetterAsync(circle, new StepId(step))).Step.Text.In("en").Split("\n\n")[0].ReplaceLineEndings(" ");
        }

        string Day(LocalDateTime time) => $"{LocalDays.InWords(time.Date, "en")}, {time:HH:mm}";
        Assert.Equal($"The meeting of your learning set on **{Day(at)}** has moved. It is now on:", await MovedAsync(at.PlusDays(1), "one.moved"));
        Assert.Equal($"The meeting of your learning set on **{Day(at.PlusDays(1))}** has moved. It is now on:", await MovedAsync(at, "one.last-moved"));
    }

    [Fact]
    public async Task A_meeting_called_off_before_its_move_was_told_names_the_date_that_was_told()
    {
        var circle = await Circle.OfAsync(6, First);
        await circle.GoToAsync(3, IsoDayOfWeek.Wednesday);
        var at = (await circle.LookAsync()).Sets[0].Meetings[0].At!.Value;
        var now = circle.Office.Now;
        foreach (var change in (Func<SetMeeting, MeetingOutcome>[])[meeting => MeetingChange.Move(meeting, at.PlusDays(9), now), meeting => MeetingChange.CallOff(meeting, now)])
        {
            Assert.IsType<MeetingOutcome.Changed>(await circle.Sets.ChangeMeetingAsync(Office.Cohort, Actor.Manager, 1, new StepId("one"), change, default));
        }

        await circle.GoToAsync(3, IsoDayOfWeek.Friday);
        Assert.DoesNotContain("one.moved", circle.StepsSentTo(new ParticipantId("p1")));
        Assert.Contains("one.called-off", circle.StepsSentTo(new ParticipantId("p1")));
        var text = (await LetterAsync(circle, new StepId("one.called-off"))).Step.Text;
        foreach (var language in new[] { "en", "cy" })
        {
            Assert.Contains(LocalDays.InWords(at.Date, language), text.In(language), StringComparison.Ordinal);
            Assert.Contains(LocalDays.InWords(at.Date.PlusDays(9), language), text.In(language), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Presenters_write_down_their_own_actions_and_are_asked_about_them_before_the_next_meeting()
    {
        var circle = await Circle.OfAsync(6, First, Second);
        await circle.GoToAsync(5, IsoDayOfWeek.Tuesday);
        var presenters = (await circle.LookAsync()).Sets[0].Meetings[0].Presenters;
        foreach (var person in presenters)
        {
            await circle.SayAsync(person, new StepId("one.record"), [SetMessages.There, SetMessages.Presented], "Ask before I answer.");
        }

        var listener = (await circle.LookAsync()).Sets[0].Members.First(member => !presenters.Contains(member.Person)).Person;
        await circle.SayAsync(listener, new StepId("one.record"), [SetMessages.There]);
        await circle.GoToAsync(8, IsoDayOfWeek.Friday);
        var view = await circle.SeeAsync(presenters[0], new StepId("two.actions"));
        Assert.Equal("one.record", view.Letter!.LooksBackOn?.Value);
        await circle.SayAsync(presenters[0], new StepId("two.actions"), [SetMessages.Done]);

        var others = Enumerable.Range(1, 6).Select(number => new ParticipantId($"p{number}")).Except(presenters);
        Assert.All(presenters, person => Assert.Contains("two.actions", circle.StepsSentTo(person)));
        Assert.All(others, person => Assert.DoesNotContain("two.actions", circle.StepsSentTo(person)));
        var facts = (await circle.Office.FactsAsync()).Where(fact => fact.Participant == presenters[0])
            .Select(fact => (fact.Kind, fact.Value)).ToList();
        Assert.Contains((SetFacts.SetMet, "there"), facts);
        Assert.Contains((SetFacts.ActionAgreed, ""), facts);
        Assert.Contains((SetFacts.ActionReviewed, SetMessages.Done), facts);
        var stored = string.Concat((await AllRowsAsync(circle)).Select(row => row.Body));
        Assert.DoesNotContain("Ask before", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_two_present_at_the_next_meeting_and_one_of_the_others_leads()
    {
        var circle = await Circle.OfAsync(6, First, Second);
        await circle.GoToAsync(5, IsoDayOfWeek.Tuesday);
        var first = (await circle.LookAsync()).Sets[0].Meetings[0].Presenters;
        foreach (var person in first)
        {
            await circle.SayAsync(person, new StepId("one.record"), [SetMessages.Presented]);
        }

        await circle.GoToAsync(7, IsoDayOfWeek.Tuesday);

        var next = (await circle.LookAsync()).Sets[0].Meetings.Single(meeting => meeting.StepId == new StepId("two"));
        Assert.Empty(next.Presenters.Intersect(first));
        var leader = Assert.NotNull(next.Leader);
        Assert.DoesNotContain(leader, next.Presenters);
        Assert.NotNull((await LetterAsync(circle, new StepId("two.date"), leader)).Offer);
        Assert.Null((await LetterAsync(circle, new StepId("two.date"), next.Presenters[0])).Offer);
        Assert.NotNull((await LetterAsync(circle, new StepId("two"), leader)).Offer);
        Assert.Null((await LetterAsync(circle, new StepId("two.record"), leader)).Offer);
    }

    [Theory]
    [InlineData("en", "It is your turn to present, and that of {0}. {1} leads the meeting.", "It is the turn of {0} to present. You lead the meeting.")]
    [InlineData("cy", "Eich tro chi yw cyflwyno, a thro {0}. Mae {1} yn arwain y cyfarfod.", "Tro {0} yw cyflwyno. Chi sy'n arwain y cyfarfod.")]
    public async Task Whoever_presents_or_leads_is_spoken_to_and_the_others_read_their_names(string language, string presenter, string leader)
    {
        var circle = await Circle.OfAsync(6, First, Second);
        await circle.GoToAsync(7, IsoDayOfWeek.Tuesday);
        var next = (await circle.LookAsync()).Sets[0].Meetings.Single(meeting => meeting.StepId == new StepId("two"));
        var names = (await circle.Office.Reader.IdentitiesAsync(Office.Cohort, default)).ToDictionary(person => person.Key, person => person.Value.Value.Entry.Name);
        async Task<string> ReadAsync(ParticipantId person) => (await LetterAsync(circle, new StepId("two.date"), person)).Step.Text.In(language);

        Assert.Contains(
            string.Format(CultureInfo.InvariantCulture, presenter, names[next.Presenters[1]], names[next.Leader!.Value]),
            await ReadAsync(next.Presenters[0]), StringComparison.Ordinal);
        var both = string.Join(language == "cy" ? " a " : " and ", next.Presenters.Select(person => names[person]));
        Assert.Contains(
            string.Format(CultureInfo.InvariantCulture, leader, both), await ReadAsync(next.Leader!.Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_says_how_a_meeting_went_those_who_were_announced_have_had_their_turn()
    {
        var circle = await Circle.OfAsync(6, First, Second);
        await circle.GoToAsync(5, IsoDayOfWeek.Tuesday);
        var first = (await circle.LookAsync()).Sets[0].Meetings[0].Presenters;

        await circle.GoToAsync(9, IsoDayOfWeek.Tuesday);

        var set = (await circle.LookAsync()).Sets[0];
        Assert.Empty(set.Meetings.Single(meeting => meeting.StepId == new StepId("two")).Presenters.Intersect(first));
        Assert.Equal(first.Order(), set.Members.Where(member => member.Turns == 1).Select(member => member.Person).Order());
    }

    [Fact]
    public async Task Who_declines_a_set_gets_another_one_and_as_few_others_as_possible_move()
    {
        var circle = await Circle.OfAsync(12, First);
        await circle.GoToAsync(1, IsoDayOfWeek.Wednesday);
        var before = await circle.LookAsync();
        var mine = before.SetOf(new ParticipantId("p1"))!;

        await circle.SayAsync(new ParticipantId("p1"), new StepId("one.proposal"), [SetMessages.Other]);

        var after = await circle.LookAsync();
        Assert.NotEqual(mine.Number, after.SetOf(new ParticipantId("p1"))!.Number);
        Assert.Equal(12, after.Sets.Sum(set => set.Members.Count));
        Assert.Equal(11, after.Sets.Sum(set => set.Members.Count(member => before.SetOf(member.Person)!.Number == set.Number)));
        Assert.Single(after.Formed!.Declined);
    }

    [Fact]
    public async Task A_new_set_never_comes_under_the_number_of_one_that_was_dissolved()
    {
        var circle = await Circle.OfAsync(12, First, Second);
        await circle.GoToAsync(3, IsoDayOfWeek.Wednesday);
        foreach (var set in (await circle.LookAsync()).Sets)
        {
            await circle.Sets.NameFacilitatorAsync(Office.Cohort, Actor.Manager, set.Number, $"Facilitator of {set.Number}", default);
        }

        var gone = (await circle.LookAsync()).Sets.Single(set => set.Number == 2).Members;
        foreach (var member in gone)
        {
            await circle.Office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, member.Person, default);
        }

        await circle.Office.KeepAsync();
        Assert.Equal([1], (await circle.LookAsync()).Sets.Select(set => set.Number));
        Assert.Empty(await circle.Office.Roster.JoinAsync(
            Office.Cohort, Actor.Manager,
            [.. Enumerable.Range(1, 7).Select(number => Somebody.Named($"New{number}", $"Organisation {90 + number}") with { Sector = Sectors.All[number % 4] })],
            circle.Office.NewId, default));
        await circle.GoToAsync(3, IsoDayOfWeek.Friday);

        Assert.Equal([1, 3], (await circle.LookAsync()).Sets.Select(set => set.Number));
        Assert.Null(await StandingSets.FacilitatorAsync(circle.Office.Reader, Office.Cohort, 3, default));
    }

    [Fact]
    public async Task Somebody_who_joins_later_gets_a_set_and_a_turn_like_the_others()
    {
        var circle = await Circle.OfAsync(6, First, Second);
        await circle.GoToAsync(5, IsoDayOfWeek.Friday);
        Assert.Empty(await circle.Office.Roster.JoinAsync(
            Office.Cohort, Actor.Manager, [Somebody.Named("New", "Organisation 99")], circle.Office.NewId, default));
        await circle.Office.KeepAsync();
        await circle.GoToAsync(6, IsoDayOfWeek.Tuesday);

        Assert.NotNull((await circle.LookAsync()).SetOf(new ParticipantId("p7")));
        Assert.Contains("one.contract", circle.StepsSentTo(new ParticipantId("p7")));
        Assert.DoesNotContain("one.again", circle.StepsSentTo(new ParticipantId("p1")));
    }

    [Fact]
    public async Task Page_and_message_agree_on_how_long_a_poll_is_open()
    {
        var circle = await Circle.OfAsync(6, First, Second);
        await circle.GoToAsync(3, IsoDayOfWeek.Wednesday);
        var view = await circle.SeeAsync(new ParticipantId("p1"), new StepId("two.poll"));
        Assert.Contains($"at the latest on\n{LocalDays.InWords(view.ClosesOn.PlusDays(1), "en")}", view.Step.Text.In("en"), StringComparison.Ordinal);

        await circle.Office.GoToAsync(view.ClosesOn);
        Assert.True((await circle.SeeAsync(new ParticipantId("p1"), new StepId("two.poll"))).Open);
        await circle.Office.GoToAsync(view.ClosesOn.PlusDays(1));
        Assert.False((await circle.SeeAsync(new ParticipantId("p1"), new StepId("two.poll"))).Open);
    }

    [Fact]
    public async Task A_meeting_has_no_date_while_its_poll_is_open_and_is_not_moved_into_the_past_or_for_ever()
    {
        var circle = await Circle.OfAsync(6, First, Second);
        await circle.GoToAsync(3, IsoDayOfWeek.Wednesday);
        Assert.Equal(MeetingRefusal.NoDateYet, await RefusalAsync(circle, circle.Office.Now.PlusDays(3)));
        await circle.GoToAsync(5, IsoDayOfWeek.Tuesday);
        Assert.Equal(MeetingRefusal.TooSoon, await RefusalAsync(circle, circle.Office.Now.PlusHours(3)));
        Assert.Equal(MeetingRefusal.TooLate, await RefusalAsync(circle, circle.Office.Now.PlusDays(57)));
        Assert.Null(await RefusalAsync(circle, circle.Office.Now.PlusDays(9)));
        Assert.Null(await RefusalAsync(circle, circle.Office.Now.PlusDays(10)));
        Assert.Equal(MeetingRefusal.TooOften, await RefusalAsync(circle, circle.Office.Now.PlusDays(11)));
    }

    [Fact]
    public async Task People_of_whom_no_set_can_be_made_are_left_for_the_manager_and_nothing_loops()
    {
        var circle = await Circle.OfAsync(3, First);

        await circle.GoToAsync(5, IsoDayOfWeek.Tuesday);

        Assert.Equal(3, (await circle.LookAsync()).Formed!.WithoutSet.Count);
        Assert.Empty(circle.SentTo(new ParticipantId("p1")));
    }

    private static async Task<MeetingRefusal?> RefusalAsync(Circle circle, LocalDateTime to) => await circle.Sets.ChangeMeetingAsync(
        Office.Cohort, Actor.Manager, 1, new StepId("two"), meeting => MeetingChange.Move(meeting, to, circle.Office.Now), default) is MeetingOutcome.Refused refused
            ? refused.Reason : null;

    private static async Task<Core.Cohorts.JourneyLetter> LetterAsync(Circle circle, StepId step, ParticipantId? person = null)
    {
        var (cohort, timetable) = (await circle.Office.Reader.FindAsync(Office.Cohort, default))!.Value;
        return (await circle.Office.Letters.ForAsync(
            timetable, cohort.Value, timetable.FindStep(step)!, person ?? new ParticipantId("p1"), await circle.RowsAsync(), circle.Office.Today, default))!;
    }

    private static async Task<List<Storing.Row>> AllRowsAsync(Circle circle)
    {
        var rows = new List<Storing.Row>();
        await foreach (var row in circle.Office.Tables.RangeAsync(Storing.Table.Cohorts, Office.Cohort.Value, "!", "~", default))
        {
            rows.Add(row);
        }

        return rows;
    }
}
