using NodaTime;
using PlaceLeadership.Application.Amending;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Tending;

/// <summary>A manager moves, cancels and brings back whole letters, and looks whether all of each went along.</summary>
internal static class LetterActs
{
    public static async Task DoAsync(Office office, Act act, ParticipantId person)
    {
        LocalDate? waits = null;
        if (act.Minutes % 2 == 1 && (await office.ViewAsync()).Cohort.Value.NextWake is { } wake && wake <= office.Clock.Now + Duration.FromDays(7))
        {
            // A letter that waits to be sent.
            office.Clock.Now = wake;
            if (await office.TendAsync() is [var waiting, ..])
            {
                (person, waits) = (waiting.Id.Participant, waiting.DueOn);
            }
        }

        var before = await ForeseenAsync(office, person);
        IReadOnlyList<LocalDate> days = [.. before.Select(message => message.On).Append(office.Today).Distinct().Order()];
        var on = waits ?? days[act.Which % days.Count];
        var to = office.Today.PlusDays(act.Days % 40);
        var outcome = await (act.What switch
        {
            "move-letter" => office.WholeLetters.ActAsync(Office.Cohort, person, on, Actor.Manager, new LetterAct.Move(to), default),
            "cancel-letter" => office.WholeLetters.ActAsync(Office.Cohort, person, on, Actor.Manager, new LetterAct.Cancel(), default),
            _ => office.WholeLetters.ActAsync(Office.Cohort, person, on, Actor.Manager, new LetterAct.Restore(), default),
        });
        if (outcome.Problem is null)
        {
            await AllWentAlongAsync(office, act, person, on, before, outcome);
        }
    }

    private static async Task AllWentAlongAsync(
        Office office, Act act, ParticipantId person, LocalDate on, IReadOnlyList<ForeseenMessage> before, WholeLetterOutcome outcome)
    {
        var (isMove, isRestore) = (act.What == "move-letter", act.What == "restore-letter");
        var amendments = (await office.PersonAsync(person)).Amendments;
        Assert.NotEmpty(outcome.Changed);
        Assert.All(await office.OutboxAsync(), message => Assert.True(
            message.Id.Participant != person || !message.Brought.Any(brought => outcome.Changed.Any(item => item.Step.Id == brought.Step)), $"{message.Id} still waits, and was changed."));
        Assert.All(outcome.Changed, item => Assert.Equal(isRestore ? 0 : 1, amendments.Count(change => change is { Kind: MessageKind.Prompt } && change.StepId == item.Step.Id)));
        var letter = before.Where(message => message is { Kind: MessageKind.Prompt, Step.Kind.NeedsMatching: false } && message.On == on)
            .Where(message => isRestore ? message.Moved || message.Fate == ForeseenAs.Cancelled : message.Mail is not null);
        Assert.All(letter, message => Assert.Contains(outcome.Changed, item => item.Step.Id == message.Step.Id));
        var after = await ForeseenAsync(office, person);
        Assert.All(outcome.Changed, item => Assert.Equal(
            item.On, after.FirstOrDefault(message => message.Step.Id == item.Step.Id && message is { Kind: MessageKind.Prompt, Mail: not null })?.On));
        Assert.True(
            !isMove || outcome.Changed.All(item => !(item.On < office.Today)) || outcome.Changed.All(item => item.On is null),
            $"What was moved comes on {string.Join(", ", outcome.Changed)}.");
        Assert.True(act.What != "cancel-letter" || outcome.Changed.All(item => item.On is null), "What was cancelled comes.");
    }

    private static async Task<IReadOnlyList<ForeseenMessage>> ForeseenAsync(Office office, ParticipantId person)
    {
        var (view, timetable) = (await office.Reader.ReadAsync(Office.Cohort, default))!.Value;
        return Foresight.For(timetable, view.Cohort.Value, await office.PersonAsync(person), office.Clock.Now, rows: view.Rows);
    }
}
