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
    /// <summary>Cancels what comes to a person on a day. It can be brought back until then.</summary>
    public Task<WholeLetterOutcome> CancelAsync(CohortId cohort, ParticipantId person, LocalDate on, Actor by, CancellationToken cancellation) =>
        AmendAsync(cohort, person, on, by, Deeds.MessageCancelled, step => new Amendment(step, MessageKind.Prompt, null), null, cancellation);

    /// <summary>Moves what comes to a person on a day to another. It joins the letter of that week, where there is one from then on.</summary>
    public Task<WholeLetterOutcome> MoveAsync(CohortId cohort, ParticipantId person, LocalDate on, Actor by, LocalDate to, CancellationToken cancellation) =>
        AmendAsync(cohort, person, on, by, Deeds.MessageMoved, step => new Amendment(step, MessageKind.Prompt, to, WithLetter: true), to, cancellation);

    /// <summary>Takes back what was moved to this day, or would have come on it and was cancelled.</summary>
    public Task<WholeLetterOutcome> RestoreAsync(CohortId cohort, ParticipantId person, LocalDate on, Actor by, CancellationToken cancellation) =>
        AmendAsync(cohort, person, on, by, Deeds.MessageRestored, _ => null, null, cancellation);

    private async Task<WholeLetterOutcome> AmendAsync(
        CohortId cohort, ParticipantId id, LocalDate on, Actor by, string what, Func<StepId, Amendment?> amendmentOf, LocalDate? to, CancellationToken cancellation)
    {
        WholeLetterOutcome? outcome = null;
        var found = await work.ChangePersonAsync(cohort, by, id, new PersonReads(Rows: true), context =>
        {
            (outcome, var edit) = Decide(context, on, what, amendmentOf, to);
            return edit;
        }, cancellation).ConfigureAwait(false);
        return found is null ? new WholeLetterOutcome("There is no such participant in this cohort.") : outcome!;
    }

    private (WholeLetterOutcome Outcome, ParticipantEdit? Edit) Decide(
        ParticipantContext context, LocalDate on, string what, Func<StepId, Amendment?> amendmentOf, LocalDate? to)
    {
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

        var person = arrivals.With(amendmentOf);
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
