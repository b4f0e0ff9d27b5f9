using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Application.Amending;

/// <summary>
/// Moves, cancels and brings back whole letters that have not been sent. Which steps a letter holds is what is foreseen at that moment,
/// and all that can be changed of it changes together. What brings people together stays: others wait for it.
/// </summary>
public sealed class WholeLetterDesk(UnitOfWork work, TimeProvider clock)
{
    /// <summary>Does something to what comes to a person on a day.</summary>
    /// <param name="cohort">The cohort, or the part of a large one.</param>
    /// <param name="id">The person.</param>
    /// <param name="on">The day.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="act">What is done.</param>
    /// <param name="cancellation">Cancels before it is stored.</param>
    /// <param name="onlyLooks">Whether nothing is done, and only said what would come of it.</param>
    public async Task<WholeLetterOutcome> ActAsync(
        CohortId cohort, ParticipantId id, LocalDate on, Actor by, LetterAct act, CancellationToken cancellation, bool onlyLooks = false)
    {
        WholeLetterOutcome? outcome = null;
        var found = await work.ChangePersonAsync(cohort, by, id, new PersonReads(Rows: true), context =>
        {
            (outcome, var edit) = Decide(context, on, act);
            return onlyLooks ? null : edit;
        }, cancellation).ConfigureAwait(false);
        return found is null ? new WholeLetterOutcome("There is no such participant in this cohort.") : outcome!;
    }

    /// <summary>Does the same to several letters, one after the other: of each it is said what came of it, and one that cannot be holds up no other.</summary>
    public async Task<IReadOnlyList<(LetterOf Letter, WholeLetterOutcome Outcome)>> ActAsync(
        CohortId cohort, IEnumerable<LetterOf> letters, Actor by, LetterAct act, CancellationToken cancellation, bool onlyLooks = false)
    {
        var outcomes = new List<(LetterOf, WholeLetterOutcome)>();
        foreach (var letter in letters)
        {
            outcomes.Add((letter, await ActAsync(cohort, letter.Person, letter.On, by, act, cancellation, onlyLooks).ConfigureAwait(false)));
        }

        return outcomes;
    }

    private (WholeLetterOutcome Outcome, ParticipantEdit? Edit) Decide(ParticipantContext context, LocalDate on, LetterAct act)
    {
        var (what, to) = (act.Deed, act.Day);
        var now = clock.Now();
        var today = now.InZone(context.Cohort.Zone).Date;
        var steps = StepsOf(context, on, now, what);
        IReadOnlyList<Step> changes = [.. steps.Where(step => !step.Kind.NeedsMatching)];
        var arrivals = new Arrivals(context, [.. changes.Select(step => step.Id)], withLetter: true, now);
        var problem = ProblemOf(context, on, to, today, what, steps) ?? (to is { } day ? arrivals.ProblemOf(day, today) : null);
        if (problem is not null)
        {
            return (new WholeLetterOutcome(problem), null);
        }

        var person = arrivals.With(act.AmendmentOf);
        IReadOnlyList<Deed> deeds = [.. changes.Select(step => new Deed(what, person.Id, step.Id, $"{to:uuuu-MM-dd}"))];
        return (
            new WholeLetterOutcome(null) { Changed = [.. changes.Zip(arrivals.AsIs(person))], Stays = [.. steps.Except(changes)] },
            new ParticipantEdit(deeds[0], person, [], arrivals.Saying, []) { Others = [.. deeds.Skip(1)] });
    }

    /// <summary>What comes to the person on that day as things stand; to bring it back, what was moved there or would have come.</summary>
    private static IReadOnlyList<Step> StepsOf(ParticipantContext context, LocalDate on, Instant now, string what)
    {
        var waiting = context.Waiting.Where(message => message.Value.DueOn == on).SelectMany(message => message.Value.Brought)
            .Where(item => item.Kind == MessageKind.Prompt && (what != Deeds.MessageRestored || item.Moved is not null))
            .Select(item => context.Timetable.FindStep(item.Step)).OfType<Step>();
        var foreseen = Foresight.For(context.Timetable, context.Cohort, context.Person, now, on.PlusDays(1).At(0, context.Cohort.Zone), context.Rows)
            .Where(message => message.On == on && message.Kind == MessageKind.Prompt)
            .Where(message => what == Deeds.MessageRestored ? message.Moved || message.Fate == ForeseenAs.Cancelled : message.Mail is not null)
            .Select(message => message.Step);
        return [.. waiting.Concat(foreseen).DistinctBy(step => step.Id)];
    }

    private static string? ProblemOf(
        ParticipantContext context, LocalDate on, LocalDate? to, LocalDate today, string what, IReadOnlyList<Step> steps)
    {
        var (cohort, ends) = (context.Cohort, context.Timetable.EndsOn(context.Cohort));
        if (cohort.EndedOn is { } ended)
        {
            return $"The cohort ended on {ended:uuuu-MM-dd}; nothing is sent any more.";
        }

        if (context.Outbox.Any(message => message.Value.DueOn == on && message.Value.State is not OutboxState.Queued))
        {
            return $"What comes to this person on {on:uuuu-MM-dd} is on its way. Nothing was changed.";
        }

        if (steps.Count == 0)
        {
            return what == Deeds.MessageRestored ? $"Nothing that comes to this person on {on:uuuu-MM-dd} was moved or cancelled."
                : context.Person.LastMessageOn == on ? $"What came to this person on {on:uuuu-MM-dd} was sent. Nothing was changed."
                : $"No letter comes to this person on {on:uuuu-MM-dd}.";
        }

        if (steps.All(step => step.Kind.NeedsMatching))
        {
            return $"All that comes to this person on {on:uuuu-MM-dd} brings people together, and others wait for it: it stays.";
        }

        return to < today || to > ends ? AmendmentDesk.OutOfRange(ends) : null;
    }
}
