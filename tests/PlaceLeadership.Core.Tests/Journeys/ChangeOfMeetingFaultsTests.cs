using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Journeys;

/// <summary>Whoever knows the date of a meeting hears that it was moved or called off, whatever else happens to them, and once.</summary>
public sealed class ChangeOfMeetingFaultsTests
{
    private static readonly StepId One = new("one");
    private static readonly StepId Two = new("two");
    private static readonly ParticipantId P1 = new("p1");
    private static readonly ParticipantId P2 = new("p2");

    // One-day workers whose every week has a letter: a change further off is starved, lapses and is never said.
    [Fact]
    public async Task A_one_day_worker_with_a_letter_each_week_hears_of_a_move()
    {
        var circle = await Circle.OfAsync(6, Plan.Of(20, [Circle.Meeting(One, 6), .. Enumerable.Range(1, 20).Select(Thought)]) with { Rhythm = Rhythm.Usual with { Day = IsoDayOfWeek.Tuesday } });
        await circle.GoToAsync(4, IsoDayOfWeek.Friday);
        await PatternAsync(circle, P2, new WorkingPattern(Weekdays.Tuesday, 9, 17));
        var at = (await circle.LookAsync()).Sets[0].Meetings[0].At!.Value;
        await circle.GoToAsync(5, IsoDayOfWeek.Monday, 10);
        var first = at.PlusWeeks(6);
        await circle.MoveAsync(One, first);
        await circle.GoToAsync(6, IsoDayOfWeek.Wednesday, 10);
        Assert.Contains("one.moved", circle.StepsSentTo(P2));
        await circle.MoveAsync(One, first.PlusDays(9));
        await circle.Office.GoToAsync(first);
        Assert.Contains("one.last-moved", circle.StepsSentTo(P1));
        Assert.True(circle.StepsSentTo(P2).Contains("one.last-moved"), $"p2 travels on {first}: " + string.Join("; ", circle.SentTo(P2))
            + " | " + string.Join("; ", (await circle.Office.FactsAsync()).Where(fact => fact.Participant == P2 && fact.Kind == "lapsed").Select(fact => $"{fact.Kind} {fact.Step} {fact.On}")));
    }

    // An address refused for more than three weeks, mended weeks before the meeting.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refused_address_mended_before_the_meeting_hears_that_it_is_off(bool daily)
    {
        var circle = await Circle.OfAsync(6, Plan.Of(20, [Circle.Meeting(One, 6)]) with { Rhythm = daily ? Plan.EachDay : Rhythm.Usual });
        await circle.GoToAsync(5, IsoDayOfWeek.Monday, 10);
        var at = (await circle.LookAsync()).Sets[0].Meetings[0].At!.Value;
        var far = at.PlusWeeks(5);
        await circle.MoveAsync(One, far);
        await circle.GoToAsync(6, IsoDayOfWeek.Tuesday);
        var letter = circle.Office.Sent.Last(mail => mail.Id.Participant == P1).Letter;
        Assert.Contains("one.moved", circle.StepsSentTo(P1));
        await circle.Office.Events.ApplyAsync(letter, Actor.Manager, ProviderReport.Bounced, default);
        Assert.NotNull((await circle.Office.PersonAsync(P1)).AddressRefusedOn);
        await circle.GoToAsync(6, IsoDayOfWeek.Wednesday);
        await circle.CallOffAsync(One);
        await circle.Office.GoToAsync(far.Date.PlusDays(-7));
        await circle.Office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, P1, entry => entry with { Email = "ann@new.example.org" }, default);
        await circle.Office.GoToAsync(far);
        Assert.True(circle.StepsSentTo(P1).Contains("one.called-off"), $"p1 travels on {far}: " + string.Join("; ", circle.SentTo(P1))
            + " | " + string.Join("; ", (await circle.Office.FactsAsync()).Where(fact => fact.Participant == P1 && fact.Kind == "lapsed").Select(fact => $"{fact.Kind} {fact.Step} {fact.On}")));
    }

    // By day: what was queued at once is not theirs any more once the meeting was put away, so the courier withdraws it, and nobody decides it again.
    [Fact]
    public async Task What_is_said_at_once_is_still_theirs_when_the_courier_sends_it()
    {
        var (circle, at) = await WithMeetingAsync(Rhythm.Usual);
        await circle.Office.GoToAsync(at.Date.PlusDays(-5), 9);
        var far = at.PlusDays(45);
        await circle.MoveAsync(One, far);
        await circle.Office.GoToAsync(far.Date.PlusDays(-2), 10);
        await circle.CallOffAsync(One);
        var result = await circle.Office.Tender.TendAsync(Office.Cohort, circle.Office.Clock.Now, default);
        Assert.Contains(await circle.Office.OutboxAsync(), message => message.Id.Participant == P1 && message.First.Step.Value == "one.called-off");
        Assert.False(result!.Convene);
        await circle.Office.Convener.ConveneAsync(Office.Cohort, circle.Office.Clock.Now, default);
        var timetable = (await circle.Office.Reader.FindAsync(Office.Cohort, default))!.Value.Timetable;
        var step = timetable.FindStep(One.About(SetMessages.CalledOff))!;
        Assert.True(((Journey)step.Kind).IsTheirs(step, P1, await circle.RowsAsync()), "The courier withdraws the mail that waits.");
    }

    // Moved in the evening to tomorrow: never said, and on the day it had before they travel.
    [Theory]
    [InlineData(18)]
    [InlineData(21)]
    public async Task A_move_in_the_evening_to_tomorrow_is_said(int hour)
    {
        var (circle, at) = await WithMeetingAsync(Rhythm.Usual);
        await circle.Office.GoToAsync(at.Date.PlusDays(-9), hour);
        await circle.MoveAsync(One, at.PlusDays(-8));
        await circle.Office.GoToAsync(at);
        Assert.True(circle.StepsSentTo(P1).Contains("one.moved"), $"p1 travels on {at}: " + string.Join("; ", circle.SentTo(P1)));
    }

    // Own pause that ends after the new date, before the old one.
    [Fact]
    public async Task A_pause_over_after_the_new_date_and_before_the_old_one_hides_nothing()
    {
        var (circle, at) = await WithMeetingAsync(Rhythm.Usual);
        await circle.Office.GoToAsync(at.Date.PlusDays(-10), 9);
        await circle.Office.Pauses.PausePersonAsync(Office.Cohort, Actor.Person(P1), P1, at.Date.PlusDays(-2), default);
        await circle.Office.GoToAsync(at.Date.PlusDays(-9), 9);
        await circle.MoveAsync(One, at.PlusDays(-4));
        await circle.Office.GoToAsync(at);
        Assert.True(circle.StepsSentTo(P1).Contains("one.moved"), $"p1 travels on {at}: " + string.Join("; ", circle.SentTo(P1)));
    }

    // A meeting moved far and called off is put away before it is said.
    [Theory]
    [InlineData(1, 19)]
    [InlineData(2, 19)]
    [InlineData(1, 7)]
    [InlineData(2, 10)]
    public async Task A_meeting_moved_far_and_called_off_in_the_evening_is_said(int daysBefore, int hour)
    {
        var (circle, at) = await WithMeetingAsync(Rhythm.Usual);
        await circle.Office.GoToAsync(at.Date.PlusDays(-5), 9);
        var far = at.PlusDays(45);
        await circle.MoveAsync(One, far);
        await circle.Office.GoToAsync(far.Date.PlusDays(-daysBefore), hour);
        Assert.Contains("one.moved", circle.StepsSentTo(P1));
        await circle.CallOffAsync(One);
        var (view, timetable) = (await circle.Office.Reader.ReadAsync(Office.Cohort, default))!.Value;
        await circle.Office.GoToAsync(far);
        Assert.True(circle.StepsSentTo(P1).Contains("one.called-off"), $"p1 travels on {far}: " + string.Join("; ", circle.SentTo(P1)));
    }

    // Own pause over more than 36 days after the planned day, meeting still ahead.
    [Fact]
    public async Task A_meeting_called_off_in_a_pause_is_said_after_it_also_when_planned_long_ago()
    {
        var (circle, at) = await WithMeetingAsync(Rhythm.Usual);
        await circle.Office.GoToAsync(at.Date.PlusDays(-5), 9);
        var far = at.PlusDays(50);
        await circle.MoveAsync(One, far);
        await circle.Office.GoToAsync(at.Date.PlusDays(20), 9);
        await circle.Office.Pauses.PausePersonAsync(Office.Cohort, Actor.Person(P1), P1, at.Date.PlusDays(44), default);
        await circle.Office.GoToAsync(at.Date.PlusDays(22), 9);
        await circle.CallOffAsync(One);
        await circle.Office.GoToAsync(far);
        Assert.Contains("one.called-off", circle.StepsSentTo(new ParticipantId("p3")));
        Assert.True(circle.StepsSentTo(P1).Contains("one.called-off"), $"p1 travels on {far}: " + string.Join("; ", circle.SentTo(P1)));
    }

    // Somebody who heard of a change in one set and is in another since hears of the change there.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_changed_sets_hears_of_the_change_in_the_new_one(bool calledOff)
    {
        var circle = await Circle.OfAsync(12, Plan.Of(20, [Circle.Meeting(One, 6)]) with { Rhythm = Rhythm.Usual });
        await circle.GoToAsync(4, IsoDayOfWeek.Friday);
        var sets = (await circle.LookAsync()).Sets;
        Assert.Equal(2, sets.Count);
        var (mine, other) = sets[0].Find(P1) is not null ? (sets[0], sets[1]) : (sets[1], sets[0]);
        await circle.ChangeAsync(One, meeting => calledOff ? MeetingChange.CallOff(meeting, circle.Office.Now) : MeetingChange.Move(meeting, meeting.At!.Value.PlusDays(1), circle.Office.Now), mine.Number);
        await circle.Office.GoToAsync(circle.Office.Today.PlusDays(3), 10);
        Assert.Contains(calledOff ? "one.called-off" : "one.moved", circle.StepsSentTo(P1));

        sets = (await circle.LookAsync()).Sets;
        (mine, other) = sets[0].Find(P1) is not null ? (sets[0], sets[1]) : (sets[1], sets[0]);
        var today = circle.Office.Today;
        var moving = mine.Find(P1)! with { Since = today, Changes = 1 };
        await StoreAsync(circle, mine.With([.. mine.Members.Where(member => member.Person != P1)], today));
        await StoreAsync(circle, other.With([.. other.Members, moving], today));
        var at = other.Meetings[0].At!.Value;
        await circle.Office.GoToAsync(at.Date.PlusDays(-1), 10);
        var before = circle.StepsSentTo(P1).Count;
        Assert.Contains("one.changed", circle.StepsSentTo(P1));
        await circle.ChangeAsync(One, meeting => calledOff ? MeetingChange.CallOff(meeting, circle.Office.Now) : MeetingChange.Move(meeting, meeting.At!.Value.PlusDays(14), circle.Office.Now), other.Number);
        await circle.Office.GoToAsync(at);
        var word = calledOff ? "one.called-off" : "one.moved";
        Assert.Contains(word, circle.StepsSentTo(other.Members[0].Person));
        Assert.True(circle.StepsSentTo(P1).Skip(before).Contains(word), $"p1 travels on {at}: " + string.Join("; ", circle.SentTo(P1)));
    }

    // A date that moved before anybody was told of it: the letter gives the new date; then a second mail says that it moved.
    [Fact]
    public async Task A_date_moved_before_it_was_told_is_told_once()
    {
        var circle = await Circle.OfAsync(6, Plan.Of(20, [Circle.Meeting(One, 6), Circle.Meeting(Two, 11), .. Enumerable.Range(1, 20).Select(Thought)]) with { Rhythm = Rhythm.Usual with { Day = IsoDayOfWeek.Wednesday } });
        for (var day = Circle.Start; !circle.StepsSentTo(P1).Contains("two.poll"); day = day.PlusDays(1))
        {
            await circle.Office.GoToAsync(day, 12);
        }

        foreach (var member in (await circle.LookAsync()).Sets[0].Members)
        {
            await circle.SayAsync(member.Person, Two.About(SetMessages.Poll), ["0"]);
        }

        var at = (await circle.LookAsync()).Sets[0].Meetings.Single(meeting => meeting.StepId == Two).At!.Value;
        Assert.DoesNotContain("two.date", circle.StepsSentTo(P1));
        await circle.MoveAsync(Two, at.PlusDays(7));
        await circle.GoToAsync(9, IsoDayOfWeek.Monday);
        Assert.Contains("two.date", circle.StepsSentTo(P1));
        Assert.True(!circle.StepsSentTo(P1).Contains("two.moved"), $"was {at}: " + string.Join("; ", circle.SentTo(P1)));
    }

    // A daily programme: far-off changes have no cap at all.
    [Fact]
    public async Task A_daily_programme_never_has_three_mails_on_a_day()
    {
        var circle = await Circle.OfAsync(6, Plan.Of(20, [Circle.Meeting(One, 6), .. Enumerable.Range(1, 20).Select(Thought)]) with { Rhythm = Plan.EachDay });
        await circle.GoToAsync(4, IsoDayOfWeek.Wednesday, 9);
        var at = (await circle.LookAsync()).Sets[0].Meetings[0].At!.Value;
        var day = circle.Office.Today;
        Assert.True(Period.DaysBetween(day, at.Date) > 3, $"{at}");
        await circle.Office.GoToAsync(day, 10);
        await circle.MoveAsync(One, at.PlusDays(14));
        await circle.Office.GoToAsync(day, 11);
        await circle.MoveAsync(One, at.PlusDays(15));
        await circle.Office.GoToAsync(day, 12);
        await circle.CallOffAsync(One);
        await circle.Office.GoToAsync(day, 20);
        var that = circle.Office.Sent.Where(mail => mail.Id.Participant == P1 && mail.At.Date == day).Select(mail => mail.Letter).Distinct().Count();
        Assert.True(that <= 2, $"{that} mails on {day}, none at once: " + string.Join("; ", circle.SentTo(P1)));
    }

    // Two moves while the mail of the first still waits: both go, with the same words.
    [Fact]
    public async Task Two_moves_while_the_first_mail_waits_are_one_mail()
    {
        var (circle, at) = await WithMeetingAsync(Rhythm.Usual);
        await circle.Office.GoToAsync(at.Date.PlusDays(-1), 10);
        await circle.MoveAsync(One, at.PlusDays(1));
        await circle.Office.TendAsync();
        circle.Office.Clock.Now += Duration.FromMinutes(30);
        await circle.MoveAsync(One, at.PlusDays(2));
        var (view, timetable) = (await circle.Office.Reader.ReadAsync(Office.Cohort, default))!.Value;

        // The courier sends nothing that is not theirs any more.
        var waiting = (await circle.Office.TendAsync()).Where(message => message.Id.Participant == P1
            && timetable.FindStep(message.First.Step) is { Kind: Journey journey } step && journey.IsTheirs(step, P1, view.Rows)).ToList();
        Assert.Equal("one.last-moved", Assert.Single(waiting).First.Step.Value);
        var texts = new List<string>();
        foreach (var message in waiting)
        {
            var letter = await circle.Office.Letters.ForAsync(
                timetable, view.Cohort.Value, timetable.FindStep(message.First.Step)!, P1, view.Rows, message.DueOn, default, await circle.Office.Reader.IdentitiesAsync(Office.Cohort, default), []);
            texts.Add(letter!.Step.Text.In("en"));
        }

        Assert.True(texts.Distinct().Count() == texts.Count, string.Join("\n--\n", texts.Select((text, index) => $"{waiting[index].First.Step} at once {waiting[index].AtOnce}: {text}")));
    }

    // Went on today by hand, and the meeting of this afternoon or tomorrow morning is called off.
    [Fact]
    public async Task Who_goes_on_today_hears_that_tomorrows_meeting_is_off_today()
    {
        var (circle, at) = await WithMeetingAsync(Rhythm.Usual);
        await circle.Office.GoToAsync(at.Date.PlusDays(-3), 9);
        await circle.Office.Pauses.PausePersonAsync(Office.Cohort, Actor.Person(P1), P1, null, default);
        await circle.Office.GoToAsync(at.Date, 7);
        await circle.Office.Pauses.ResumePersonAsync(Office.Cohort, Actor.Person(P1), P1, default);
        await circle.Office.GoToAsync(at.Date, 8);
        Assert.True(circle.Office.Now < at, $"{at}");
        await circle.CallOffAsync(One);
        await circle.Office.GoToAsync(at);
        Assert.Contains("one.called-off", circle.StepsSentTo(new ParticipantId("p3")));
        Assert.True(circle.StepsSentTo(P1).Contains("one.called-off"), $"p1 travels on {at}: " + string.Join("; ", circle.SentTo(P1)));
    }

    // The first meeting, whose date the proposal gave, called off before the date was confirmed.
    [Fact]
    public async Task The_first_meeting_called_off_before_it_was_confirmed_is_said()
    {
        var circle = await Circle.OfAsync(6, Plan.Of(20, [Circle.Meeting(One, 6)]) with { Rhythm = Rhythm.Usual });
        for (var day = Circle.Start; !circle.StepsSentTo(P1).Contains("one.proposal") && day < Circle.Start.PlusWeeks(7); day = day.PlusDays(1))
        {
            await circle.Office.GoToAsync(day, 12);
        }

        Assert.DoesNotContain("one.date", circle.StepsSentTo(P1));
        var at = (await circle.LookAsync()).Sets[0].Meetings[0].At!.Value;
        await circle.CallOffAsync(One);
        await circle.Office.GoToAsync(at);
        Assert.True(circle.StepsSentTo(P1).Contains("one.called-off"), $"meeting {at}: " + string.Join("; ", circle.SentTo(P1)));
    }

    // The weekend on which the clocks change, early and late workers, a pause of the cohort.
    [Theory]
    [InlineData(false, 6, 14)]
    [InlineData(true, 6, 14)]
    [InlineData(false, 20, 23)]
    [InlineData(true, 20, 23)]
    public async Task On_the_weekend_of_the_clocks_at_eight_also_in_a_pause_of_the_cohort(bool paused, int from, int to)
    {
        var circle = await Circle.OfAsync(6, Plan.Of(20, [Circle.Meeting(One, 12)]) with { Rhythm = Rhythm.Usual });
        await circle.GoToAsync(11, IsoDayOfWeek.Friday);
        await PatternAsync(circle, P2, new WorkingPattern(Weekdays.Friday, from, to));
        var at = (await circle.LookAsync()).Sets[0].Meetings[0].At!.Value;
        Assert.Equal(new LocalDate(2026, 3, 30), at.Date);
        if (paused)
        {
            await circle.Office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, null, null, default);
        }

        await circle.Office.GoToAsync(at.Date.PlusDays(-2), 19);
        await circle.CallOffAsync(One);
        await circle.Office.GoToAsync(at.Date, 9);
        foreach (var person in new[] { P1, P2 })
        {
            var said = Assert.Single(circle.Office.Sent, mail => mail.Id.Participant == person && mail.Id.Step == One.About(SetMessages.CalledOff));
            Assert.Equal(at.Date.PlusDays(-1).At(new LocalTime(8, 0)), said.At);
        }
    }

    // Who came to a set after its meeting moved gets the new date, not that it moved.
    [Fact]
    public async Task Who_came_to_a_set_after_its_meeting_moved_is_told_once()
    {
        var circle = await Circle.OfAsync(12, Plan.Of(20, [Circle.Meeting(One, 6)]) with { Rhythm = Rhythm.Usual });
        await circle.GoToAsync(4, IsoDayOfWeek.Friday);
        var sets = (await circle.LookAsync()).Sets;
        var (mine, other) = sets[0].Find(P1) is not null ? (sets[0], sets[1]) : (sets[1], sets[0]);
        await circle.ChangeAsync(One, meeting => MeetingChange.Move(meeting, meeting.At!.Value.PlusDays(21), circle.Office.Now), other.Number);
        await circle.GoToAsync(5, IsoDayOfWeek.Tuesday);
        sets = (await circle.LookAsync()).Sets;
        (mine, other) = sets[0].Find(P1) is not null ? (sets[0], sets[1]) : (sets[1], sets[0]);
        var today = circle.Office.Today;
        await StoreAsync(circle, mine.With([.. mine.Members.Where(member => member.Person != P1)], today));
        await StoreAsync(circle, other.With([.. other.Members, mine.Find(P1)! with { Since = today, Changes = 1 }], today));
        await circle.Office.GoToAsync(other.Meetings[0].At!.Value.Date);
        Assert.True(!circle.StepsSentTo(P1).Contains("one.moved"), string.Join("; ", circle.SentTo(P1)));
    }

    // Who works from six would have been told at six; said "at once" it waits until eight, after the meeting.
    [Fact]
    public async Task Who_works_from_six_hears_at_six_that_the_meeting_at_half_past_seven_is_off()
    {
        var (circle, at) = await WithMeetingAsync(Rhythm.Usual);
        await circle.Office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, P1, entry => entry with { Pattern = new WorkingPattern(WorkingPattern.FullWeek.Days, 6, 14), PreferredHour = 6 }, default);
        Assert.Equal(6, (await circle.Office.PersonAsync(P1)).Hour);
        await circle.Office.GoToAsync(at.Date.PlusDays(-6), 9);
        var early = at.Date.PlusDays(3).At(new LocalTime(7, 30));
        await circle.MoveAsync(One, early);
        await circle.Office.GoToAsync(early.Date, 6);
        await circle.CallOffAsync(One);
        await circle.Office.GoToAsync(early);
        var heard = circle.StepsSentTo(P1).Contains("one.called-off");
        await circle.Office.GoToAsync(early.Date, 9);
        Assert.True(heard, $"meeting {early}: " + string.Join("; ", circle.Office.Sent.Where(mail => mail.Id.Participant == P1).Select(mail => $"{mail.Id.Step} at {mail.At}")));
    }

    private static async Task<(Circle Circle, LocalDateTime At)> WithMeetingAsync(Rhythm rhythm)
    {
        var circle = await Circle.OfAsync(6, Plan.Of(20, [Circle.Meeting(One, 6)]) with { Rhythm = rhythm });
        await circle.GoToAsync(4, IsoDayOfWeek.Friday);
        return (circle, (await circle.LookAsync()).Sets[0].Meetings[0].At!.Value);
    }

    private static Task PatternAsync(Circle circle, ParticipantId person, WorkingPattern pattern) =>
        circle.Office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, person, entry => entry with { Pattern = pattern }, default);

    private static Task StoreAsync(Circle circle, LearningSet set) => circle.Office.Tables.SubmitAsync(
        Table.Cohorts, Office.Cohort.Value, [new RowChange.Put(SetRows.Key(set.Number), SetRows.SetShape, SetRows.Write(set))], default);

    private static Step Thought(int week) => Plan.Prompt(new StepId($"week-{week}"), week, IsoDayOfWeek.Tuesday) with { ReminderDays = [] };
}
