using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Application.Amending;

/// <summary>When steps of one person that are moved will come, by the rules that send them.</summary>
/// <param name="context">The person.</param>
/// <param name="steps">The steps.</param>
/// <param name="withLetter">Whether all of their letter is moved.</param>
/// <param name="now">The moment.</param>
internal sealed class Arrivals(ParticipantContext context, IReadOnlyList<StepId> steps, bool withLetter, Instant now)
{
    // So far around a day is looked for another that will do.
    private const int DaysAroundMost = 30;

    /// <summary>The days on which they come when nothing more is changed; null for what does not come.</summary>
    public IReadOnlyList<LocalDate?> AsIs(Participant person)
    {
        var foreseen = Foresight.For(context.Timetable, context.Cohort, person, now, rows: context.Rows);
        return [.. steps.Select(step => foreseen.FirstOrDefault(message => message.Step.Id == step && message is { Kind: MessageKind.Prompt, Mail: not null })?.On)];
    }

    /// <summary>Why they cannot be moved to this day, as something of them would not come any more; null when they can.</summary>
    public string? ProblemOf(LocalDate day, LocalDate today)
    {
        if (IsHeld() || Come(day))
        {
            return null;
        }

        var what = string.Join(" and ", steps.Select(step => $"“{context.Timetable.FindStep(step)!.Title.In("en")}”"));
        return $"Moved to {day:uuuu-MM-dd}, {what} would not come any more: the letters from then on have no room, or none comes in time. " + (
            Nearest(day, -1, today, context.Timetable.EndsOn(context.Cohort)), Nearest(day, 1, today, context.Timetable.EndsOn(context.Cohort))) switch
        {
            ({ } last, null) => $"Before that it can be moved to {last:uuuu-MM-dd}.",
            (null, { } next) => $"After that it can be moved to {next:uuuu-MM-dd}.",
            ({ } last, { } next) => $"Before that it can be moved to {last:uuuu-MM-dd}, after that to {next:uuuu-MM-dd}.",
            _ => "No day near it will do either.",
        };
    }

    private LocalDate? Nearest(LocalDate day, int step, LocalDate first, LocalDate last)
    {
        for (var days = 1; days <= DaysAroundMost; days++)
        {
            if (day.PlusDays(step * days) is var other && other >= first && other <= last && Come(other))
            {
                return other;
            }
        }

        return null;
    }

    /// <summary>The person with the steps moved.</summary>
    /// <param name="amendmentOf">What becomes of each step; null for as planned.</param>
    public Participant With(Func<StepId, Amendment?> amendmentOf)
    {
        var person = Withdrawal.Of(Saying.Select(message => message.Value), context.Person, context.Timetable);
        return person with
        {
            Amendments =
            [
                .. person.Amendments.Where(change => change.Kind != MessageKind.Prompt || !steps.Contains(change.StepId)),
                .. steps.Select(amendmentOf).Where(amendment => amendment is not null).Select(amendment => amendment! with { ShiftDays = context.Cohort.ShiftDays }),
            ],
        };
    }

    /// <summary>What waits and says one of them: it is decided again, by what is said now.</summary>
    public IReadOnlyList<Stored<OutboxMessage>> Saying =>
        [.. context.Waiting.Where(message => message.Value.Items.Any(item => item.Kind == MessageKind.Prompt && steps.Contains(item.Step)))];

    private bool Come(LocalDate day) =>
        AsIs(With(step => new Amendment(step, MessageKind.Prompt, day, WithLetter: withLetter))).All(on => on is not null);

    // Nobody knows yet when anything comes to them.
    private bool IsHeld() => context.Person is { AddressRefusedOn: not null } or { Pause: { Until: null } }
        || context.Cohort.Pause is { Until: null }
        || context.Cohort.OrganisationPauses.GetValueOrDefault(context.Person.Organisation) is { Until: null };
}
