using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Outbox;

public sealed class WithdrawalTests
{
    private static readonly LocalDate Day = new(2026, 1, 13);
    private static readonly Timetable Timetable = Timetable.Of(Plan.Of(Plan.Prompt(new StepId("asked"), 1, IsoDayOfWeek.Tuesday)));

    [Fact]
    public void A_prompt_taken_back_was_never_decided()
    {
        var person = Withdrawal.Of(Waiting(MessageKind.Prompt, Day), After(0), Timetable);
        Assert.Empty(person.Open);
        Assert.True(person.Handled.IsEmpty);
        Assert.Equal(0, person.MessagesOnLastDay);
    }

    [Theory]
    [InlineData(MessageKind.FirstReminder, 1, 0)]
    [InlineData(MessageKind.SecondReminder, 2, 1)]
    public void A_reminder_taken_back_can_come_again(MessageKind kind, int before, int after)
    {
        var person = Withdrawal.Of(Waiting(kind, Day), After(before), Timetable);
        Assert.Equal(after, Assert.Single(person.Open).Reminders);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_prompt_that_was_never_sent_is_planned_again_though_other_messages_named_it(int times)
    {
        var person = Withdrawal.Of(Waiting(MessageKind.Prompt, Day), After(times), Timetable);
        Assert.Empty(person.Open);
        Assert.True(person.Handled.IsEmpty);
    }

    [Fact]
    public void A_reminder_of_an_earlier_release_that_another_followed_is_not_planned_again()
    {
        var person = Withdrawal.Of(Waiting(MessageKind.FirstReminder, Day), After(2), Timetable);
        Assert.Equal(2, Assert.Single(person.Open).Reminders);
        Assert.False(person.Handled.IsEmpty);
    }

    [Fact]
    public void What_was_answered_is_not_planned_again()
    {
        var answered = After(1) with { Open = [] };
        foreach (var kind in Enum.GetValues<MessageKind>())
        {
            var person = Withdrawal.Of(Waiting(kind, Day), answered, Timetable);
            Assert.Empty(person.Open);
            Assert.Equal(answered.Handled, person.Handled);
        }
    }

    [Fact]
    public void A_message_of_another_day_does_not_change_the_count_of_the_last() =>
        Assert.Equal(1, Withdrawal.Of(Waiting(MessageKind.Prompt, Day.PlusDays(-1)), After(0), Timetable).MessagesOnLastDay);

    [Fact]
    public void A_letter_taken_back_leaves_the_one_before_as_the_last()
    {
        var person = Withdrawal.Of(
            Waiting(MessageKind.Prompt, Day), After(0) with { LastLetterOn = Day, LetterBeforeOn = Day.PlusDays(-7), LastBesideOn = Day.PlusDays(-2) }, Timetable);
        Assert.Equal((Day.PlusDays(-7), null, Day.PlusDays(-2)), (person.LastLetterOn, person.LetterBeforeOn, person.LastBesideOn));
        var beside = Withdrawal.Of(
            Waiting(MessageKind.Prompt, Day), After(0) with { LastLetterOn = Day.PlusDays(-2), LetterBeforeOn = Day.PlusDays(-9), LastBesideOn = Day }, Timetable);
        Assert.Equal((Day.PlusDays(-2), Day.PlusDays(-9), null), (beside.LastLetterOn, beside.LetterBeforeOn, beside.LastBesideOn));
    }

    [Fact]
    public void A_move_is_not_forgotten()
    {
        var moved = new Amendment(new StepId("asked"), MessageKind.Prompt, Day, 7);
        var person = Withdrawal.Of(Waiting(MessageKind.Prompt, Day, moved), After(0), Timetable);
        Assert.Equal(moved, Assert.Single(person.Amendments));
    }

    private static Participant After(int reminders) =>
        Enrolment.Participant(new ParticipantId("p1"), "o1", Somebody.Named("Ann"), Day) with
        {
            Handled = StepSet.Empty.With(0),
            Open = [new OpenPrompt(new StepId("asked"), Day, reminders, reminders == 0 ? null : Day.PlusDays(3))],
            LastMessageOn = Day,
            MessagesOnLastDay = 1,
        };

    private static OutboxMessage Waiting(MessageKind kind, LocalDate dueOn, Amendment? moved = null) => new(
        new LetterId(Office.Cohort, new ParticipantId("p1"), 1), new OutboxState.Queued(), dueOn, [new OutboxItem(new StepId("asked"), kind, Day, moved)], dueOn.At(9, Office.London), dueOn.At(18, Office.London), 0, dueOn.At(9, Office.London));
}
