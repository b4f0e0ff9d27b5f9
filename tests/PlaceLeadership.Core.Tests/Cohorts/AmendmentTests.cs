using NodaTime;
using PlaceLeadership.Application.Amending;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Cohorts;

public sealed class AmendmentTests
{
    private static readonly LocalDate Start = new(2026, 1, 12);

    private static readonly Programme Programme = Plan.Of(
        Plan.Prompt(new StepId("first"), 1, IsoDayOfWeek.Tuesday), Plan.Prompt(new StepId("second"), 3, IsoDayOfWeek.Tuesday),
        Plan.Prompt(new StepId("together"), 5, IsoDayOfWeek.Tuesday, BuiltIn.CoachingRound), Plan.Milestone(new StepId("third"), 6, IsoDayOfWeek.Tuesday));

    [Fact]
    public async Task A_cancelled_message_is_not_sent_and_named_nowhere()
    {
        var office = await RunningAsync();
        Assert.Null((await office.Amendments.CancelAsync(Office.Message(new ParticipantId("p1"), new StepId("first")), Actor.Manager, default)).Problem);
        await office.GoToAsync(Day(3, IsoDayOfWeek.Wednesday));

        Assert.Equal(["second/prompt on 2026-01-27", "together.proposal/prompt on 2026-01-27"], office.SentTo(new ParticipantId("p1")));
        Assert.Equal(
            ["first/prompt on 2026-01-13", "second/prompt on 2026-01-27, naming first", "together.proposal/prompt on 2026-01-27"],
            office.SentTo(new ParticipantId("p2")));
        Assert.Single(await office.FactsAsync(), fact => fact is { Participant.Value: "p1", Kind: "cancelled", Step.Value: "first" });
    }

    [Fact]
    public async Task A_cancelled_message_can_be_uncancelled_until_its_day()
    {
        var office = await RunningAsync();
        await office.Amendments.CancelAsync(Office.Message(new ParticipantId("p1"), new StepId("first")), Actor.Manager, default);
        Assert.Null((await office.Amendments.RestoreAsync(Office.Message(new ParticipantId("p1"), new StepId("first")), Actor.Manager, default)).Problem);
        await office.GoToAsync(Day(1, IsoDayOfWeek.Wednesday));
        Assert.Equal(["first/prompt on 2026-01-13"], office.SentTo(new ParticipantId("p1")));

        await office.Amendments.CancelAsync(Office.Message(new ParticipantId("p1"), new StepId("second")), Actor.Manager, default);
        await office.GoToAsync(Day(3, IsoDayOfWeek.Wednesday));
        Assert.Equal(
            "The prompt of 'second' is past for this person: it was sent, answered or let go.",
            (await office.Amendments.RestoreAsync(Office.Message(new ParticipantId("p1"), new StepId("second")), Actor.Manager, default)).Problem);
    }

    [Fact]
    public async Task Naming_a_step_as_still_open_can_be_cancelled_for_once_and_for_good_also_when_its_message_waits()
    {
        var office = await RunningAsync();
        await office.GoToAsync(Day(3, IsoDayOfWeek.Tuesday), 8);
        office.Clock.Now += Duration.FromHours(1);
        Assert.All(await office.TendAsync(), message => Assert.Equal("first", Assert.Single(message.Named).Step.Value));
        Task CancelAsync(string person, MessageKind kind) =>
            office.Amendments.CancelAsync(Office.Message(new ParticipantId(person), new StepId("first"), kind), Actor.Manager, default);
        await CancelAsync("p1", MessageKind.FirstReminder);
        await CancelAsync("p2", MessageKind.FirstReminder);
        await CancelAsync("p2", MessageKind.SecondReminder);
        await office.Amendments.MoveAsync(Office.Message(new ParticipantId("p1"), new StepId("third")), Actor.Manager, Day(4, IsoDayOfWeek.Monday), default);
        await office.Amendments.MoveAsync(Office.Message(new ParticipantId("p2"), new StepId("third")), Actor.Manager, Day(4, IsoDayOfWeek.Monday), default);
        await office.GoToAsync(Day(4, IsoDayOfWeek.Monday));

        Assert.Equal(
            [
                "first/prompt on 2026-01-13", "second/prompt on 2026-01-27", "together.proposal/prompt on 2026-01-27",
                "third/prompt on 2026-02-02, naming first, naming second",
            ],
            office.SentTo(new ParticipantId("p1")));
        Assert.Equal(
            [
                "first/prompt on 2026-01-13", "second/prompt on 2026-01-27", "together.proposal/prompt on 2026-01-27",
                "third/prompt on 2026-02-02, naming second",
            ],
            office.SentTo(new ParticipantId("p2")));
    }

    [Fact]
    public async Task A_message_that_already_waits_can_be_cancelled_and_uncancelled()
    {
        var office = await RunningAsync();
        await office.GoToAsync(Day(1, IsoDayOfWeek.Tuesday), 8);
        office.Clock.Now += Duration.FromHours(1);
        Assert.Equal(2, (await office.TendAsync()).Count);

        Assert.Null((await office.Amendments.CancelAsync(Office.Message(new ParticipantId("p1"), new StepId("first")), Actor.Manager, default)).Problem);
        Assert.Equal("p2", Assert.Single(await office.OutboxAsync()).Id.Participant.Value);
        Assert.Null((await office.Amendments.RestoreAsync(Office.Message(new ParticipantId("p1"), new StepId("first")), Actor.Manager, default)).Problem);
        await office.KeepAsync();

        Assert.Equal(["first/prompt on 2026-01-13"], office.SentTo(new ParticipantId("p1")));
    }

    [Fact]
    public async Task A_message_that_already_waits_can_be_moved()
    {
        var office = await RunningAsync();
        office.Clock.Now += Duration.FromHours(26);
        await office.TendAsync();
        await office.Amendments.MoveAsync(Office.Message(new ParticipantId("p1"), new StepId("first")), Actor.Manager, Day(2, IsoDayOfWeek.Monday), default);
        await office.GoToAsync(Day(2, IsoDayOfWeek.Wednesday));
        Assert.Equal(["first/prompt on 2026-01-19"], office.SentTo(new ParticipantId("p1")));
    }

    [Fact]
    public async Task A_message_moved_to_a_weekend_arrives_on_the_working_day_after_it()
    {
        var office = await RunningAsync();
        var outcome = await office.Amendments.MoveAsync(Office.Message(new ParticipantId("p1"), new StepId("first")), Actor.Manager, Day(1, IsoDayOfWeek.Saturday), default);
        Assert.Equal(Day(2, IsoDayOfWeek.Monday), outcome.On);
        await office.GoToAsync(Day(2, IsoDayOfWeek.Tuesday));
        Assert.Equal(["first/prompt on 2026-01-19"], office.SentTo(new ParticipantId("p1")));
    }

    [Fact]
    public async Task A_message_can_be_moved_before_others_and_arrives_on_the_day_that_was_promised()
    {
        var office = await RunningAsync();
        var day = Day(2, IsoDayOfWeek.Wednesday);
        Assert.Equal(day, (await office.Amendments.MoveAsync(Office.Message(new ParticipantId("p1"), new StepId("third")), Actor.Manager, day, default)).On);
        await office.GoToAsync(Day(2, IsoDayOfWeek.Friday));
        Assert.Contains("third/prompt on 2026-01-21, naming first", office.SentTo(new ParticipantId("p1")));

        var other = await RunningAsync();
        Assert.Equal(Day(1, IsoDayOfWeek.Monday), (await other.Amendments.MoveAsync(Office.Message(new ParticipantId("p1"), new StepId("third")), Actor.Manager, Start, default)).On);
        await other.GoToAsync(Day(1, IsoDayOfWeek.Wednesday));
        Assert.Equal(["third/prompt on 2026-01-12", "first/prompt on 2026-01-13"], other.SentTo(new ParticipantId("p1")));
    }

    [Fact]
    public async Task A_moved_message_that_could_not_be_sent_on_its_day_follows_on_the_next()
    {
        var office = await RunningAsync();
        await office.Amendments.MoveAsync(Office.Message(new ParticipantId("p1"), new StepId("first")), Actor.Manager, Day(5, IsoDayOfWeek.Monday), default);
        office.Clock.Now = Day(5, IsoDayOfWeek.Monday).At(new LocalTime(9, 0)).InZoneStrictly(Office.London).ToInstant();
        var waiting = Assert.Single(await office.TendAsync(), message => message.Id.Participant == new ParticipantId("p1"));

        // The day passes without the provider taking anything; then what waited is taken back.
        office.Clock.Now = waiting.SendBy;
        await TakeBackAsync(office);
        // An introduction goes before it.
        await office.GoToAsync(Day(5, IsoDayOfWeek.Wednesday), 9);
        Assert.Equal(["together/prompt on 2026-02-10", "first/prompt on 2026-02-11"], office.SentTo(new ParticipantId("p1")));
    }

    [Fact]
    public async Task A_step_is_never_named_on_its_own_day_or_twice_on_one_even_where_that_was_moved()
    {
        var office = await Office.LaunchedAsync(
            Start, Programme, [Somebody.Named("Ann").Working(Core.Places.Weekdays.Tuesday)]);
        await office.GoToAsync(Day(1, IsoDayOfWeek.Tuesday), 8);
        await office.Amendments.MoveAsync(Office.Message(new ParticipantId("p1"), new StepId("first"), MessageKind.FirstReminder), Actor.Manager, Day(1, IsoDayOfWeek.Tuesday), default);
        await office.Amendments.MoveAsync(Office.Message(new ParticipantId("p1"), new StepId("first"), MessageKind.SecondReminder), Actor.Manager, Day(2, IsoDayOfWeek.Tuesday), default);
        await office.Amendments.MoveAsync(Office.Message(new ParticipantId("p1"), new StepId("third")), Actor.Manager, Day(4, IsoDayOfWeek.Tuesday), default);
        await office.GoToAsync(Day(4, IsoDayOfWeek.Tuesday));

        Assert.Equal(
            ["first/prompt on 2026-01-13", "second/prompt on 2026-01-27, naming first", "third/prompt on 2026-02-03, naming first, naming second"],
            office.SentTo(new ParticipantId("p1")));
    }

    [Fact]
    public async Task What_was_sent_or_does_not_exist_cannot_be_amended()
    {
        var office = await RunningAsync();
        await office.GoToAsync(Day(1, IsoDayOfWeek.Wednesday));
        async Task<string?> Cancel(ParticipantId person, StepId step, MessageKind kind = MessageKind.Prompt) =>
            (await office.Amendments.CancelAsync(Office.Message(person, step, kind), Actor.Manager, default)).Problem;

        Assert.Equal("The prompt of 'first' is past for this person: it was sent, answered or let go.", await Cancel(new ParticipantId("p1"), new StepId("first")));
        Assert.Equal("The programme has no step 'nowhere'.", await Cancel(new ParticipantId("p1"), new StepId("nowhere")));
        Assert.Equal("The step 'together' sends no prompt.", await Cancel(new ParticipantId("p1"), new StepId("together")));
        Assert.Equal("The step 'third' has no reminder-1: that often it is not named as still open.", await Cancel(new ParticipantId("p1"), new StepId("third"), MessageKind.FirstReminder));
        Assert.Equal("There is no such participant in this cohort.", await Cancel(new ParticipantId("p9"), new StepId("second")));
        Assert.Equal(
            "The prompt of 'second' was neither moved nor cancelled for this person.",
            (await office.Amendments.RestoreAsync(Office.Message(new ParticipantId("p1"), new StepId("second")), Actor.Manager, default)).Problem);
    }

    // Whoever asks for it would else be told who has replied.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task That_a_step_is_named_is_changed_whether_or_not_there_was_a_reply(bool replied)
    {
        var office = await RunningAsync();
        await office.GoToAsync(Day(1, IsoDayOfWeek.Wednesday));
        var message = Office.Message(new ParticipantId("p1"), new StepId("first"), MessageKind.FirstReminder);
        Assert.Null((await office.Amendments.CancelAsync(message, Actor.Manager, default)).Problem);
        if (replied)
        {
            await office.ReplyAsync(new ParticipantId("p1"), new StepId("first"));
        }

        Assert.Null((await office.Amendments.RestoreAsync(message, Actor.Manager, default)).Problem);
        Assert.Equal(new AmendmentOutcome(null, Day(3, IsoDayOfWeek.Monday)), await office.Amendments.MoveAsync(message, Actor.Manager, Day(3, IsoDayOfWeek.Monday), default));
        Assert.Null((await office.Amendments.CancelAsync(message, Actor.Manager, default)).Problem);
        await office.GoToAsync(Day(6, IsoDayOfWeek.Monday));
        Assert.DoesNotContain(office.Sent, sent => replied && sent.Named.Any(named => named.Step == new StepId("first") && sent.Id.Participant == new ParticipantId("p1")));
    }

    [Fact]
    public async Task A_message_cannot_be_moved_to_yesterday_or_behind_the_end()
    {
        var office = await RunningAsync();
        office.Clock.Now += Duration.FromDays(1) - Duration.FromHours(1);
        foreach (var day in new[] { Start, new LocalDate(2027, 1, 1) })
        {
            var problem = (await office.Amendments.MoveAsync(Office.Message(new ParticipantId("p1"), new StepId("second")), Actor.Manager, day, default)).Problem;
            Assert.Equal("A message can be moved to a day from today to the end of the cohort (2026-04-07).", problem);
        }
    }

    private static async Task TakeBackAsync(Office office)
    {
        foreach (var message in await office.OutboxAsync())
        {
            await office.Work.ChangePersonAsync(
                Office.Cohort, Actor.Manager, message.Id.Participant, default,
                context => Core.Cohorts.ParticipantEdit.WithdrawingAll(new Deed(Deeds.TakenBack), context, context.Person, office.Clock.Now), default);
        }
    }

    private static Task<Office> RunningAsync() =>
        Office.LaunchedAsync(Start, Programme, [Somebody.Named("Ann"), Somebody.Named("Bob", "Police")]);

    private static LocalDate Day(int week, IsoDayOfWeek day) => Start.PlusDays(((week - 1) * 7) + (int)day - 1);
}
