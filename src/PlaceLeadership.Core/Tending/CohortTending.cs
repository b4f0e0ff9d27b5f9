using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Tending;

/// <summary>
/// Decides what is due for a cohort by now and when to look again. Pure: the same cohort at the same moment gives the
/// same plan, and once a plan is stored, deciding again gives an empty one.
/// </summary>
public static class CohortTending
{
    /// <summary>Decides for everybody.</summary>
    /// <param name="timetable">The timetable of the cohort's programme.</param>
    /// <param name="cohort">The cohort as stored.</param>
    /// <param name="participants">Its people.</param>
    /// <param name="now">The moment.</param>
    /// <param name="rows">What journeys keep of the cohort; null means nothing.</param>
    /// <param name="eachMax">The most messages and facts decided for one person, from 1; what is due beyond that comes next time.</param>
    /// <param name="expected">What is taken to be everybody's beside what journeys make theirs, to look ahead; null means nothing.</param>
    public static TendingPlan Decide(
        Timetable timetable, Cohort cohort, IEnumerable<Participant> participants, Instant now, JourneyRows? rows = null,
        int eachMax = int.MaxValue, Action<Invitations>? expected = null)
    {
        if (cohort.EndedOn is not null)
        {
            return new TendingPlan(cohort with { NextWake = null }, [], []);
        }

        var local = now.InZone(cohort.Zone).LocalDateTime;
        var facts = new List<Fact>();
        var settled = PauseRules.SettleElapsed(cohort, local.Date);
        if (settled.WentOnFrom != cohort.WentOnFrom)
        {
            facts.Add(new Fact(settled.WentOnFrom!.Value, null, FactKinds.WentOn));
        }

        if (settled.Pause is null && local.Date > timetable.EndsOn(settled))
        {
            facts.Add(new Fact(timetable.EndsOn(settled), null, FactKinds.CohortEnded));
            return new TendingPlan(settled with { EndedOn = local.Date, NextWake = null }, facts, []);
        }

        var passedOver = timetable.Places(settled.PassedOver);
        var changes = new List<ParticipantChange>();
        var everybody = participants as IReadOnlyList<Participant> ?? [.. participants];
        var together = new JourneyCase(timetable, settled, everybody, rows ?? JourneyRows.None, local.Date);
        var wakeOn = settled.Pause is null
            ? timetable.EndsOn(settled).PlusDays(1).At(0, settled.Zone)
            : settled.Pause.Until?.At(0, settled.Zone);
        foreach (var participant in everybody)
        {
            var (change, wake) = DecideFor(timetable, settled, passedOver, participant, local, rows, eachMax, expected);
            if (change is not null)
            {
                changes.Add(change);
            }

            wakeOn = wake is { } moment && (wakeOn is null || moment < wakeOn) ? moment : wakeOn;
        }

        if (settled.Pause is null && CohortJourneys.NextDay(together)?.At(0, settled.Zone) is { } convening && !(wakeOn < convening))
        {
            wakeOn = convening;
        }

        return new TendingPlan(settled with { NextWake = wakeOn }, facts, changes, CohortJourneys.AreDue(together));
    }

    /// <summary>Decides for one person, whose cohort's pauses have been settled for the day.</summary>
    /// <returns>The change, or null, and when something next comes for this person, or null.</returns>
    public static (ParticipantChange? Change, Instant? Wake) DecideFor(
        Timetable timetable, Cohort cohort, in StepSet passedOver, Participant participant, LocalDateTime local, JourneyRows? rows = null,
        int eachMax = int.MaxValue, Action<Invitations>? expected = null)
    {
        var person = participant;
        var invitations = rows is null ? null : CohortJourneys.Invite(new InvitationCase(timetable, cohort, rows, person, local.Date));
        expected?.Invoke(invitations ??= new Invitations());
        List<OutboxMessage>? queued = null;
        List<Fact>? facts = null;
        if (person.Pause?.Until is { } until && until <= local.Date)
        {
            person = PauseRules.GoOn(person, until);
            (facts ??= []).Add(new Fact(until, person.Id, FactKinds.WentOn));
        }

        var item = Agenda.Next(timetable, cohort, passedOver, person, local, invitations);
        while (item.Due && (queued?.Count ?? 0) + (facts?.Count ?? 0) < eachMax)
        {
            if (item.Action == AgendaAction.Message)
            {
                var together = Agenda.Together(timetable, cohort, passedOver, person, local, invitations, item);
                var message = Outgoing(timetable, cohort, person, together, invitations);
                (queued ??= []).Add(message);
                person = WithMessage(timetable, person, message, together, invitations);
            }
            else
            {
                person = WithSettled(timetable, person, item);
                if (FactKindOf(item.Action) is { } kind)
                {
                    (facts ??= []).Add(Fact.About(timetable.Steps[item.Place], item.On, person.Id, kind));
                }
            }

            item = Agenda.Next(timetable, cohort, passedOver, person, local, invitations);
        }

        Instant? wake = item.Action switch
        {
            AgendaAction.Nothing => null,
            AgendaAction.WaitForPause => item.On.At(0, cohort.Zone),
            AgendaAction.Message => item.On.At(item.AtOnce ? ChangeDays.FromHour : person.Hour, cohort.Zone),
            _ => item.On.At(0, cohort.Zone),
        };
        return ReferenceEquals(person, participant)
            ? (null, wake)
            : (new ParticipantChange(person, queued ?? [], facts ?? [], More: item.Due), wake);
    }

    private static OutboxMessage Outgoing(
        Timetable timetable, Cohort cohort, Participant person, IReadOnlyList<AgendaItem> together, Invitations? invitations)
    {
        var on = together[0].On;
        var items = new List<OutboxItem>();
        foreach (var item in together)
        {
            var step = timetable.Steps[item.Place].Id;
            items.Add(new OutboxItem(step, MessageKind.Prompt, on, person.AmendmentOf(step, MessageKind.Prompt)));
        }

        items.AddRange(StillOpen.Beside(timetable, cohort, person, together, invitations));
        var atOnce = together[0].AtOnce;
        var notBefore = on.At(atOnce ? ChangeDays.FromHour : person.Hour, cohort.Zone);
        return new OutboxMessage(
            new LetterId(cohort.Id, person.Id, person.Letters + 1),
            new OutboxState.Queued(),
            on,
            items,
            notBefore,
            on.At(atOnce ? ChangeDays.ToHour : person.Pattern.ToHour, cohort.Zone),
            Attempts: 0,
            Since: notBefore,
            AtOnce: atOnce);
    }

    private static Participant WithMessage(
        Timetable timetable, Participant person, OutboxMessage message, IReadOnlyList<AgendaItem> together, Invitations? invitations)
    {
        var on = message.DueOn;
        var open = OpenAfter(timetable, person, message, together);

        // What is said at once takes nothing of a day or a week.
        var takesWeek = !message.AtOnce && timetable.Programme.Rhythm.IsWeekly;
        var isChange = timetable.Steps[together[0].Place].IsChangeOfMeeting;
        var isLetter = takesWeek && !isChange && together.Any(item => !item.Beside);
        return person with
        {
            Handled = Told(person.Handled, together, invitations),
            Open = open,
            LastMessageOn = message.AtOnce ? person.LastMessageOn : on,
            MessagesOnLastDay = message.AtOnce ? person.MessagesOnLastDay : person.LastMessageOn == on ? person.MessagesOnLastDay + 1 : 1,
            LastLetterOn = isLetter ? on : person.LastLetterOn,
            LetterBeforeOn = isLetter ? person.LastLetterOn : person.LetterBeforeOn,
            LastBesideOn = takesWeek && !isChange && !isLetter ? on : person.LastBesideOn,
            LastChangeOn = takesWeek && isChange ? on : person.LastChangeOn,
            Amendments = StillToCome(person, open, message),
            Letters = message.Id.Number,
        };
    }

    private static StepSet Told(StepSet handled, IReadOnlyList<AgendaItem> together, Invitations? invitations)
    {
        foreach (var item in together)
        {
            foreach (var other in invitations?.AnewWith(item.Place) ?? [])
            {
                handled = handled.Without(other);
            }

            handled = handled.With(item.Place);
            foreach (var other in invitations?.ToldWith(item.Place) ?? [])
            {
                handled = handled.With(other);
            }
        }

        return handled;
    }

    // Prompts that can be answered once the message has gone: it names some of them, and brings more.
    private static List<OpenPrompt> OpenAfter(
        Timetable timetable, Participant person, OutboxMessage message, IReadOnlyList<AgendaItem> together)
    {
        var open = new List<OpenPrompt>();
        foreach (var prompt in person.Open)
        {
            if (!IsClosed(timetable, prompt, message.DueOn))
            {
                open.Add(message.Named.FirstOrDefault(item => item.Step == prompt.StepId) is { } named
                    ? prompt with { Reminders = (int)named.Kind, RemindedOn = message.DueOn } : prompt);
            }
        }

        foreach (var item in together)
        {
            if (timetable.Steps[item.Place] is { AsksForReply: true } step)
            {
                open.Add(new OpenPrompt(step.Id, message.DueOn));
            }
        }

        return open;
    }

    private static Participant WithSettled(Timetable timetable, Participant person, AgendaItem item) => person with
    {
        Handled = person.Handled.With(item.Place),
        Unasked = timetable.Steps[item.Place].AsksConsent ? person.Unasked.With(item.Place) : person.Unasked,
        Amendments = [.. person.Amendments.Where(amendment => amendment.StepId != timetable.Steps[item.Place].Id)],
    };

    private static bool IsClosed(Timetable timetable, OpenPrompt prompt, LocalDate today) =>
        timetable.PlaceOf(prompt.StepId) is var place
        && (place < 0 || today > timetable.Steps[place].ClosesOn(prompt.PromptedOn));

    // The amendments that have just come to pass go, and so does what was changed about naming a prompt that has closed.
    private static IReadOnlyList<Amendment> StillToCome(Participant person, IReadOnlyList<OpenPrompt> open, OutboxMessage message) =>
        person.Amendments.Count == 0
            ? person.Amendments
            : [.. person.Amendments.Where(amendment =>
                !message.Items.Any(item => item.Step == amendment.StepId && item.Kind == amendment.Kind)
                && !(person.Open.Any(prompt => prompt.StepId == amendment.StepId)
                    && open.All(prompt => prompt.StepId != amendment.StepId)))];

    private static string? FactKindOf(AgendaAction action) => action switch
    {
        AgendaAction.LetGo => FactKinds.LetGo,
        AgendaAction.Lapse => FactKinds.Lapsed,
        AgendaAction.Drop => FactKinds.Dropped,
        AgendaAction.SettleCancelled => FactKinds.Cancelled,
        _ => null,
    };
}
