using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Application.Choosing;

/// <summary>What became of choosing when one's letters come.</summary>
public enum LetterOutcome
{
    /// <summary>It is as they chose; it may have been so before.</summary>
    Chosen,

    /// <summary>Nothing was changed: they do not work on that day.</summary>
    NotTheirDay,

    /// <summary>Nothing was changed: the programme does not have one letter a week.</summary>
    NotOffered,

    /// <summary>Nothing was changed: the person has left, the cohort has ended, or there is neither.</summary>
    Over,
}

/// <summary>People choose when their letters come. Choosing the same again changes nothing.</summary>
public sealed class LetterDesk(UnitOfWork work, TimeProvider clock)
{
    /// <summary>Stores what a person chose. What waits for them is taken back, and planned again by it.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="person">The person.</param>
    /// <param name="choice">The choice.</param>
    /// <param name="cancellation">Cancels before the change is stored.</param>
    public async Task<LetterOutcome> ChooseAsync(
        CohortId cohort, Actor by, ParticipantId person, LetterChoice choice, CancellationToken cancellation)
    {
        var decidedOn = await work.ChangePersonAsync(
            cohort, by, person, default,
            context => Outcome(context, choice) != LetterOutcome.Chosen || LetterChoice.Of(context.Person) == choice
                ? null
                : ParticipantEdit.WithdrawingAll(
                    new Deed(Deeds.LettersChosen, person, Detail: choice.Word), context, choice.MadeBy(context.Person), clock.Now()),
            cancellation).ConfigureAwait(false);
        return decidedOn is null ? LetterOutcome.Over : Outcome(decidedOn, choice);
    }

    private static LetterOutcome Outcome(ParticipantContext context, LetterChoice choice) =>
        context.Person.LeftOn is not null || context.Cohort.EndedOn is not null ? LetterOutcome.Over
        : !context.Timetable.Programme.Rhythm.IsWeekly ? LetterOutcome.NotOffered
        : choice.Day is { } day && !LetterChoice.DaysOf(context.Person).Contains(day) ? LetterOutcome.NotTheirDay
        : LetterOutcome.Chosen;
}
