using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Journeys;

/// <summary>A meeting that is moved or called off: nobody travels to it, and nobody gets more mail for it than must be.</summary>
public sealed class ChangeOfMeetingTests
{
    private static readonly StepId One = new("one");
    private static readonly StepId Two = new("two");
    private static readonly ParticipantId AllWeek = new("p1");
    private static readonly ParticipantId Tuesdays = new("p2");

    [Theory]
    [InlineData(3, 10, "3 10:00", "2 08:00")]
    [InlineData(3, 19, "2 08:00", "2 08:00")]
    [InlineData(2, 10, "2 10:00", "2 10:00")]
    [InlineData(2, 18, "1 08:00", "1 08:00")]
    [InlineData(1, 6, "1 08:00", "1 08:00")]
    [InlineData(1, 17, "1 17:00", "1 17:00")]
    [InlineData(0, 8, "0 08:00", "0 08:00")]
    public async Task Within_two_days_of_a_meeting_it_is_said_at_once_that_it_is_called_off_also_on_a_Sunday(int daysBefore, int hour, string allWeek, string tuesdays)
    {
        foreach (var rhythm in new[] { Rhythm.Usual, Plan.EachDay })
        {
            var (circle, at) = await WithMeetingAsync(rhythm);
            await circle.Office.GoToAsync(at.Date.PlusDays(-daysBefore), hour);
            await circle.CallOffAsync(One);
            await circle.Office.GoToAsync(at.Date.PlusDays(8));

            Assert.Equal(allWeek, Said(AllWeek));
            Assert.Equal(tuesdays, Said(Tuesdays));
            string Said(ParticipantId person)
            {
                var said = Assert.Single(circle.Office.Sent, mail => mail.Id.Participant == person && mail.Id.Step == One.About(SetMessages.CalledOff));
                return $"{Period.DaysBetween(said.At.Date, at.Date)} {said.At:HH:mm}";
            }
        }
    }

    [Fact]
    public async Task Who_works_on_Tuesdays_hears_on_their_Tuesday_of_a_meeting_that_is_further_off()
    {
        var (circle, at) = await WithMeetingAsync(Rhythm.Usual);
        await circle.Office.GoToAsync(at.Date.PlusDays(-12), 10);
        await circle.CallOffAsync(One);
        await circle.Office.GoToAsync(at.Date.PlusDays(8));
        var said = Assert.Single(circle.Office.Sent, mail => mail.Id.Participant == Tuesdays && mail.Id.Step == One.About(SetMessages.CalledOff));
        Assert.Equal((IsoDayOfWeek.Tuesday, 9), (said.At.DayOfWeek, said.At.Hour));
        Assert.True(said.At.Date < at.Date.PlusDays(-2));
    }

    [Theory]
    [InlineData(9, 1)]
    [InlineData(1, 20)]
    public async Task A_move_is_said_at_once_where_the_old_day_or_the_new_one_is_near(int daysBefore, int later)
    {
        var (circle, at) = await WithMeetingAsync(Rhythm.Usual);
        await circle.Office.GoToAsync(at.Date.PlusDays(-daysBefore), 7);
        var to = daysBefore > 1 ? circle.Office.Today.PlusDays(later) + at.TimeOfDay : at.PlusDays(later);
        await circle.MoveAsync(One, to);
        var on = circle.Office.Today;
        await circle.Office.GoToAsync(on, 9);
        Assert.All([AllWeek, Tuesdays], person => Assert.Equal(
            on.At(new LocalTime(8, 0)), Assert.Single(circle.Office.Sent, mail => mail.Id.Participant == person && mail.Id.Step == One.About(SetMessages.Moved)).At));
    }

    [Fact]
    public async Task Who_heard_that_a_meeting_moved_is_not_written_to_on_a_Sunday_for_the_day_it_had()
    {
        var (circle, at) = await WithMeetingAsync(Rhythm.Usual);
        await circle.Office.GoToAsync(at.Date.PlusDays(-2), 9);
        await circle.MoveAsync(One, at.PlusDays(28));
        await circle.Office.GoToAsync(at.Date.PlusDays(-1), 9);
        await circle.MoveAsync(One, at.PlusDays(30));
        await circle.Office.GoToAsync(at.Date, 18);
        var said = circle.Office.Sent.Where(mail => mail.Id.Participant == AllWeek && mail.Id.Step.Whole == One && mail.At.Date >= at.Date.PlusDays(-2)).ToList();
        Assert.Equal(["one.moved", "one.last-moved"], said.Select(mail => mail.Id.Step.Value));
        Assert.Equal([at.Date.PlusDays(-2), at.Date], said.Select(mail => mail.At.Date));
    }

    [Fact]
    public async Task A_pause_that_is_over_before_the_meeting_hides_no_change_of_it()
    {
        var (circle, at) = await WithMeetingAsync(Rhythm.Usual);
        await circle.Office.GoToAsync(at.Date.PlusDays(-10), 9);
        await circle.Office.Pauses.PausePersonAsync(Office.Cohort, Actor.Person(AllWeek), AllWeek, at.Date.PlusDays(-1), default);
        await circle.Office.GoToAsync(at.Date.PlusDays(-4), 9);
        await circle.CallOffAsync(One);
        await circle.Office.GoToAsync(at.Date, 18);
        var said = Assert.Single(circle.Office.Sent, mail => mail.Id.Participant == AllWeek && mail.Id.Step == One.About(SetMessages.CalledOff));
        Assert.Equal(at.Date.PlusDays(-1).At(new LocalTime(8, 0)), said.At);
    }

    [Fact]
    public async Task What_is_said_at_once_takes_no_place_of_a_letter_and_of_what_can_wait_a_week_has_one()
    {
        var circle = await Circle.OfAsync(6, Plan.Of(20, [Circle.Meeting(One, 6), Circle.Meeting(Two, 11), .. Enumerable.Range(1, 20).Select(Thought)]) with { Rhythm = Rhythm.Usual with { Day = IsoDayOfWeek.Wednesday } });
        await circle.GoToAsync(8, IsoDayOfWeek.Monday);
        await VoteAsync(circle);
        await circle.GoToAsync(9, IsoDayOfWeek.Monday);
        var set = (await circle.LookAsync()).Sets[0];
        var at = set.Meetings.Single(meeting => meeting.StepId == Two).At!.Value;

        // A change of each of two days far off, in one week: the second waits for the week after.
        await circle.MoveAsync(Two, at.PlusDays(14));
        await circle.GoToAsync(9, IsoDayOfWeek.Tuesday);
        var last = at.Date.PlusDays(14).With(DateAdjusters.Next(IsoDayOfWeek.Thursday));
        await circle.MoveAsync(Two, last + at.TimeOfDay);
        await circle.GoToAsync(10, IsoDayOfWeek.Friday);
        Assert.Equal(["two.moved on Monday", "week-9 on Wednesday", "two.last-moved on Monday", "week-10 on Wednesday"], Since(Circle.Start.PlusWeeks(8)));

        // On the day of a letter, it comes all the same.
        var wednesday = last.PlusDays(-1);
        await circle.Office.GoToAsync(wednesday, 8);
        await circle.CallOffAsync(Two);
        await circle.Office.GoToAsync(wednesday, 12);
        Assert.Equal(["two.called-off at 08:00", $"week-{(Period.DaysBetween(Circle.Start, wednesday) / 7) + 1} at 09:00"], circle.Office.Sent
            .Where(mail => mail.Id.Participant == AllWeek && mail.At.Date == wednesday).Select(mail => $"{mail.Id.Step} at {mail.At:HH:mm}"));

        IEnumerable<string> Since(LocalDate day) => circle.Office.Sent.Where(mail => mail.Id.Participant == AllWeek && mail.At.Date >= day
            && (mail.Id.Step.Whole == Two ? mail.Id.Step.Message is SetMessages.Moved or SetMessages.LastMoved : mail.Id.Step.Value.StartsWith("week", StringComparison.Ordinal)))
            .Select(mail => $"{mail.Id.Step} on {mail.At.DayOfWeek}");
    }

    [Fact]
    public async Task What_was_said_at_once_and_taken_back_comes_the_next_morning_and_leaves_the_counts_alone()
    {
        var (circle, at) = await WithMeetingAsync(Rhythm.Usual);
        await circle.Office.GoToAsync(at.Date.PlusDays(-2), 17);
        var before = await circle.Office.PersonAsync(AllWeek);
        await circle.CallOffAsync(One);
        var waiting = Assert.Single(await circle.Office.TendAsync(), message => message.Id.Participant == AllWeek);
        Assert.Equal((true, at.Date.PlusDays(-2).At(18, Office.London)), (waiting.AtOnce, waiting.SendBy));

        circle.Office.Clock.Now = waiting.SendBy;
        foreach (var message in await circle.Office.OutboxAsync())
        {
            await circle.Office.Work.ChangePersonAsync(Office.Cohort, Actor.Rule, message.Id.Participant, default, context => ParticipantEdit.After(
                new OutboxEvent.Over(), message.DeedsOf(Deeds.Withdrawn), context.Person, context.Timetable,
                context.Outbox.Where(other => other.Value.Id == message.Id), circle.Office.Clock.Now), default);
        }

        var after = await circle.Office.PersonAsync(AllWeek);
        Assert.Equal(
            (before.LastMessageOn, before.MessagesOnLastDay, before.LastLetterOn, before.LastBesideOn, before.LastChangeOn),
            (after.LastMessageOn, after.MessagesOnLastDay, after.LastLetterOn, after.LastBesideOn, after.LastChangeOn));
        await circle.Office.GoToAsync(at.Date.PlusDays(-1), 12);
        var said = Assert.Single(circle.Office.Sent, mail => mail.Id.Participant == AllWeek && mail.Id.Step == One.About(SetMessages.CalledOff));
        Assert.Equal(at.Date.PlusDays(-1).At(new LocalTime(8, 0)), said.At);
    }

    [Fact]
    public async Task It_is_foreseen_for_the_hour_at_which_it_comes()
    {
        var (circle, at) = await WithMeetingAsync(Rhythm.Usual);
        await circle.Office.GoToAsync(at.Date.PlusDays(-3), 19);
        await circle.CallOffAsync(One);
        var (view, timetable) = (await circle.Office.Reader.ReadAsync(Office.Cohort, default))!.Value;
        var foreseen = Foresight.For(timetable, view.Cohort.Value, await circle.Office.PersonAsync(Tuesdays), circle.Office.Clock.Now, rows: view.Rows);
        var message = Assert.Single(foreseen, message => message.Step.Id == One.About(SetMessages.CalledOff));
        Assert.Equal((at.Date.PlusDays(-2), 8, true), (message.On, message.Hour, message.Beside));
    }

    // Six people whose set meets on a Monday, of which everybody was told; p2 works on Tuesdays alone since.
    private static async Task<(Circle Circle, LocalDateTime At)> WithMeetingAsync(Rhythm rhythm)
    {
        var circle = await Circle.OfAsync(6, Plan.Of(20, [Circle.Meeting(One, 6)]) with { Rhythm = rhythm });
        await circle.GoToAsync(4, IsoDayOfWeek.Friday);
        await circle.Office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, Tuesdays, entry => entry with { Pattern = new WorkingPattern(Weekdays.Tuesday, 9, 17) }, default);
        var at = (await circle.LookAsync()).Sets[0].Meetings[0].At!.Value;
        Assert.Equal(IsoDayOfWeek.Monday, at.DayOfWeek);
        Assert.All([AllWeek, Tuesdays], person => Assert.Contains("one.date", circle.StepsSentTo(person)));
        return (circle, at);
    }

    private static Step Thought(int week) => Plan.Prompt(new StepId($"week-{week}"), week, IsoDayOfWeek.Wednesday) with { ReminderDays = [] };

    private static async Task VoteAsync(Circle circle)
    {
        foreach (var member in (await circle.LookAsync()).Sets[0].Members)
        {
            await circle.SayAsync(member.Person, Two.About(SetMessages.Poll), ["0"]);
        }
    }
}
