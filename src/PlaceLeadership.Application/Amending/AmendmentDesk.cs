using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Application.Amending;

/// <summary>What became of moving or cancelling a message.</summary>
/// <param name="Problem">Why nothing changed, or null.</param>
/// <param name="On">The day on which a moved message will arrive.</param>
public sealed record AmendmentOutcome(string? Problem, LocalDate? On = null);

/// <summary>Moves, cancels and un-cancels single messages that have not been sent, and the times that others name a step as still open.</summary>
public sealed class AmendmentDesk(UnitOfWork work, TimeProvider clock)
{
    /// <summary>Cancels one message of one person. It can be un-cancelled until its day.</summary>
    public Task<AmendmentOutcome> CancelAsync(MessageId message, Actor by, CancellationToken cancellation) =>
        AmendAsync(message, by, new Amendment(message.Step, message.Kind, null), cancellation);

    /// <summary>Moves one message of one person to a day; it comes with the first letter from then on that comes anyway.</summary>
    public Task<AmendmentOutcome> MoveAsync(MessageId message, Actor by, LocalDate day, CancellationToken cancellation) =>
        AmendAsync(message, by, new Amendment(message.Step, message.Kind, day), cancellation);

    /// <summary>Takes back a move or a cancellation.</summary>
    public Task<AmendmentOutcome> RestoreAsync(MessageId message, Actor by, CancellationToken cancellation) =>
        AmendAsync(message, by, null, cancellation);

    private async Task<AmendmentOutcome> AmendAsync(MessageId message, Actor by, Amendment? amendment, CancellationToken cancellation)
    {
        AmendmentOutcome? outcome = null;
        var found = await work.ChangePersonAsync(message.Cohort, by, message.Participant, new PersonReads(Rows: amendment?.MovedTo is not null), context =>
        {
            outcome = Check(context, message, amendment);
            return outcome.Problem is not null ? null : Edit(context, message, amendment);
        }, cancellation).ConfigureAwait(false);
        return found is null ? new AmendmentOutcome("There is no such participant in this cohort.") : outcome!;
    }

    private AmendmentOutcome Check(ParticipantContext context, MessageId message, Amendment? amendment)
    {
        var (timetable, cohort, person) = (context.Timetable, context.Cohort, context.Person);
        if (cohort.EndedOn is { } ended)
        {
            return new AmendmentOutcome($"The cohort ended on {ended:uuuu-MM-dd}; nothing is sent any more.");
        }

        var place = timetable.PlaceOf(message.Step);
        if (place < 0)
        {
            return new AmendmentOutcome($"The programme has no step '{message.Step}'.");
        }

        var step = timetable.Steps[place];
        var word = MessageId.Word(message.Kind);
        var reminder = (int)message.Kind - 1;
        if (step.Kind.NeedsMatching || reminder >= step.ReminderDays.Count)
        {
            return new AmendmentOutcome(reminder < 0
                ? $"The step '{step.Id}' sends no {word}." : $"The step '{step.Id}' has no {word}: that often it is not named as still open.");
        }

        // Whether it can still be named depends on whether there was a reply, which is told to nobody: what is past is changed to no effect.
        var isPrompt = message.Kind == MessageKind.Prompt;
        if (isPrompt && person.Handled.Contains(place) && !context.Waiting.Any(item => Saying(item.Value, message) is not null))
        {
            return new AmendmentOutcome($"The {word} of '{step.Id}' is past for this person: it was sent, answered or let go.");
        }

        if (isPrompt && amendment is null && person.AmendmentOf(step.Id, message.Kind) is null
            && !context.Waiting.Any(item => Saying(item.Value, message)?.Moved is not null))
        {
            return new AmendmentOutcome($"The {word} of '{step.Id}' was neither moved nor cancelled for this person.");
        }

        if (amendment?.MovedTo is not { } day)
        {
            return new AmendmentOutcome(null);
        }

        var today = clock.Now().InZone(cohort.Zone).Date;
        return day < today || day > timetable.EndsOn(cohort)
            ? new AmendmentOutcome(OutOfRange(timetable.EndsOn(cohort)))
            : !isPrompt ? new AmendmentOutcome(null, IsNamedFrom(context, day))
            : Arrives(context, message.Step, day, clock.Now());
    }

    /// <summary>What is said of a day that is past or after the end.</summary>
    internal static string OutOfRange(LocalDate ends) => $"A message can be moved to a day from today to the end of the cohort ({ends:uuuu-MM-dd}).";

    // It joins the next letter from that day on.
    private static AmendmentOutcome Arrives(ParticipantContext context, StepId step, LocalDate day, Instant now)
    {
        var arrivals = new Arrivals(context, [step], withLetter: false, now);
        var person = arrivals.With(_ => new Amendment(step, MessageKind.Prompt, day));
        return arrivals.ProblemOf(day, now.InZone(context.Cohort.Zone).Date) is { } problem
            ? new AmendmentOutcome(problem) : new AmendmentOutcome(null, arrivals.AsIs(person)[0] ?? day);
    }

    // The first letter from that day on.
    private static LocalDate IsNamedFrom(ParticipantContext context, LocalDate day)
    {
        var (programme, cohort, person) = (context.Timetable.Programme, context.Cohort, context.Person);
        var from = WorkingCalendar.OnOrAfter(cohort.Division, person.Pattern, day);
        if (!programme.Rhythm.IsWeekly)
        {
            return from;
        }

        var theirs = CohortJourneys.Invite(new InvitationCase(context.Timetable, cohort, context.Rows, person, from));
        return LetterDays.Next(programme, cohort.Division, person, from, from, theirs?.Meetings ?? []);
    }

    private static ParticipantEdit Edit(ParticipantContext context, MessageId message, Amendment? amendment)
    {
        // What waits and says it is decided again, by what is said now.
        IReadOnlyList<Stored<OutboxMessage>> waiting = [.. context.Waiting.Where(item => Saying(item.Value, message) is not null)];
        var person = Withdrawal.Of(waiting.Select(item => item.Value), context.Person, context.Timetable);
        var others = person.Amendments.Where(item => item != person.AmendmentOf(message.Step, message.Kind));
        IReadOnlyList<Amendment> amendments = amendment is null
            ? [.. others]
            : [.. others, amendment with { ShiftDays = context.Cohort.ShiftDays }];
        return new ParticipantEdit(DeedOf(message, amendment), person with { Amendments = amendments }, [], waiting, []);
    }

    /// <summary>What a message that waits says of it, or null.</summary>
    private static OutboxItem? Saying(OutboxMessage waiting, MessageId message) =>
        waiting.Items.FirstOrDefault(item => item.Step == message.Step && item.Kind == message.Kind);

    private static Deed DeedOf(MessageId message, Amendment? amendment) => new(
        (message.Kind == MessageKind.Prompt, amendment) switch
        {
            (true, null) => Deeds.MessageRestored,
            (true, { Cancelled: true }) => Deeds.MessageCancelled,
            (true, _) => Deeds.MessageMoved,
            (false, null) => Deeds.NamingRestored,
            (false, { Cancelled: true }) => Deeds.NamingCancelled,
            (false, _) => Deeds.NamingMoved,
        },
        message.Participant, message.Step, $"{amendment?.MovedTo:uuuu-MM-dd}");
}
