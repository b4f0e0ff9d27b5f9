using System.Numerics;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Tending;

/// <summary>
/// The rules of what comes next for one person. A pure function of timetable, cohort, person and local time.
/// <list type="bullet">
/// <item>
/// One letter a week brings what is due by its day, at the person's hour, and one mail a week beside it what cannot wait for the next; see
/// <see cref="LetterDays"/>. What is essential comes first. What is optional and finds no room in the letter of its week is dropped; what is
/// essential lapses when two letters had none, unless it brings people together.
/// </item>
/// <item>
/// People choose the weekday of their letter, and whether it comes every second week; where cohorts take turns, each of them writes as seldom as that. Then what is
/// essential waits for it and does not lapse for that, and of what is optional the letter brings that of the week before it; the rest is dropped.
/// </item>
/// <item>
/// What a manager moved makes no letter: it comes in the next from its day on that comes anyway. Only where none would before it lapses does it come by
/// itself. A whole letter that was moved joins the letter of the week to which it was moved; where there is none, it comes by itself.
/// </item>
/// <item>
/// Where each day may have its letter, a step is sent on its planned day, or on the first working day after it. One message on a day brings all that is due and finds room in it, see <see cref="LetterRoom"/>; what does not moves to the next
/// working day. What asks for a date or proposes people goes before other prompts. A second message comes only to somebody who works
/// one day a week, for otherwise half a programme would never reach them, and only on other days than the first of somebody who joins
/// later; or when it says when a set meets, and that was not known before. Never a third, also where the clock goes back.
/// </item>
/// <item>
/// What says that a meeting was moved or called off comes alone, and at once where somebody might travel to it; see <see cref="ChangeDays"/>. What says when a
/// set meets comes also while the cohort or an organisation is paused, for its meetings stand, but not in a person's own pause.
/// </item>
/// <item>A message may go from the chosen hour until the person's day ends; after that it waits for the next working day.</item>
/// <item>Nothing is sent to remind: what is still open is named in later messages; see <see cref="StillOpen"/>.</item>
/// <item>After a pause of a person or an organisation, what fell into it is let go and nothing of before is named again.</item>
/// <item>After a pause of the whole cohort, everything not yet sent has moved by whole weeks, and nothing sent before is named again.</item>
/// <item>A step that could not be sent for <see cref="Timetable.LapseAfterDays"/> days lapses as well; with a letter every second week, later.</item>
/// <item>The welcome comes at once. Somebody who joins later gets it first, and nothing else that was before.</item>
/// <item>A message about a pair or a set comes only to somebody who is in one, from the day on which it is theirs.</item>
/// </list>
/// </summary>
public static class Agenda
{
    // A letter that a bank holiday moves still comes in the week of what it brings.
    private const int DropAfterDays = 7;

    // Where letters come less often: one brings what is optional of one week, not of two.
    private const int SlowDropAfterDays = 6;

    /// <summary>What comes next for this person.</summary>
    /// <param name="timetable">The timetable of the cohort's programme.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="passedOver">The places of <see cref="Cohort.PassedOver"/>.</param>
    /// <param name="person">The person.</param>
    /// <param name="now">The local time in the cohort's zone.</param>
    /// <param name="invitations">What the person's pairs and sets make theirs, or null.</param>
    public static AgendaItem Next(
        Timetable timetable, Cohort cohort, in StepSet passedOver, Participant person, LocalDateTime now,
        Invitations? invitations = null)
    {
        if (person.LeftOn is not null || cohort.EndedOn is not null)
        {
            return AgendaItem.Nothing;
        }

        var scope = ScopeOf(timetable, cohort, passedOver, person, now.Date, invitations);
        var next = NextPrompt(timetable, cohort, scope, person, now, invitations);
        if (!scope.Paused)
        {
            return next;
        }

        var waiting = Waiting(now.Date, cohort.Pause, OrganisationPause(cohort, person), person.Pause);
        return next.Action == AgendaAction.Message && (waiting.Action == AgendaAction.Nothing || next.On < waiting.On) ? next : waiting;
    }

    /// <summary>All that one message brings: what is due next, what is due beside it and finds room, in the order in which it is said.</summary>
    /// <param name="timetable">As above.</param>
    /// <param name="cohort">As above.</param>
    /// <param name="passedOver">As above.</param>
    /// <param name="person">As above.</param>
    /// <param name="now">As above.</param>
    /// <param name="invitations">As above.</param>
    /// <param name="next">What <see cref="Next"/> gave: a message that is due.</param>
    public static IReadOnlyList<AgendaItem> Together(
        Timetable timetable, Cohort cohort, in StepSet passedOver, Participant person, LocalDateTime now, Invitations? invitations,
        in AgendaItem next)
    {
        // What says that nobody should travel says nothing else.
        if (timetable.Steps[next.Place].IsChangeOfMeeting)
        {
            return [next];
        }

        var scope = ScopeOf(timetable, cohort, passedOver, person, now.Date, invitations);
        var letter = next.Beside ? NextLetter(timetable, cohort, scope, person, now, invitations) : null;
        var others = new List<AgendaItem>();
        foreach (var place in scope.Theirs.Except(person.Handled).Without(next.Place))
        {
            var planned = PlannedOn(timetable, scope, person, place, invitations);
            if (planned > now.Date && person.AmendmentOf(timetable.Steps[place].Id, MessageKind.Prompt) is null)
            {
                // Most of a programme is still to come, and nothing of it is due before its day.
                if (IsInOrder(person, invitations))
                {
                    break;
                }

                continue;
            }

            if (!timetable.Steps[place].IsChangeOfMeeting
                && Prompt(timetable, cohort, person, now, scope.From, place, planned, invitations) is { Action: AgendaAction.Message, Due: true } item
                && invitations?.IsTooLate(place, item.On) != true && !Joins(timetable, cohort, person, item, letter, invitations))
            {
                others.Add(item);
            }
        }

        if (others.Count == 0)
        {
            return [next];
        }

        var room = new LetterRoom();
        return
        [
            .. others.OrderByDescending(item => timetable.Steps[item.Place].Part == LetterPart.Date).ThenBy(item => Turn(timetable, person, item)).Prepend(next)
                .Where(item => room.Takes(timetable.Steps[item.Place]))
                .OrderByDescending(item => item.Place == timetable.Welcome).ThenBy(item => timetable.Steps[item.Place].Part),
        ];
    }

    private static Scope ScopeOf(
        Timetable timetable, Cohort cohort, in StepSet passedOver, Participant person, LocalDate today, Invitations? invitations)
    {
        var organisationPause = OrganisationPause(cohort, person);
        if (IsPaused(cohort, person, organisationPause, today))
        {
            var urgent = invitations is null || Holding(person.Pause, today) ? StepSet.Empty : invitations.Ready.Intersect(timetable.Urgent);
            return new Scope(Paused: true, urgent, person.JoinedFrom, cohort.Dates);
        }

        var theirs = timetable.StepsFor(person.Sector, person.Role);
        theirs = (invitations is null ? theirs : theirs.Union(invitations.Ready)).Except(passedOver);
        return new Scope(Paused: false, theirs, From(cohort, person, organisationPause), cohort.Dates);
    }

    private static Pause? OrganisationPause(Cohort cohort, Participant person) => cohort.OrganisationPauses.Count == 0
        ? null : cohort.OrganisationPauses.GetValueOrDefault(person.Organisation);

    /// <summary>What may come to a person at all, and from which day.</summary>
    private readonly record struct Scope(bool Paused, StepSet Theirs, LocalDate From, CohortDates Dates);

    /// <summary>The day from which messages may come at all.</summary>
    internal static LocalDate From(Cohort cohort, Participant person, Pause? organisationPause)
    {
        var from = person.JoinedFrom;
        from = Later(from, person.WentOnFrom);
        from = Later(from, person.Pause?.Until);
        from = Later(from, organisationPause?.Until);
        if (cohort.OrganisationsWentOnFrom.Count > 0
            && cohort.OrganisationsWentOnFrom.TryGetValue(person.Organisation, out var organisationWentOn))
        {
            from = LocalDate.Max(from, organisationWentOn);
        }

        return from;
    }

    internal static LocalDate Later(LocalDate one, LocalDate? other) => other is { } day && day > one ? day : one;

    internal static bool IsPaused(Cohort cohort, Participant person, Pause? organisationPause, LocalDate today) =>
        Holding(cohort.Pause, today) || Holding(organisationPause, today) || Holding(person.Pause, today);

    private static bool Holding(Pause? pause, LocalDate today) => pause is not null && pause.Holds(today);

    private static AgendaItem Waiting(LocalDate today, params ReadOnlySpan<Pause?> pauses)
    {
        LocalDate? first = null;
        foreach (var pause in pauses)
        {
            if (Holding(pause, today) && pause!.Until is { } until)
            {
                first = LocalDate.Min(first ?? until, until);
            }
        }

        return first is { } day
            ? new AgendaItem(AgendaAction.WaitForPause, false, day, -1)
            : AgendaItem.Nothing;
    }

    private static AgendaItem NextPrompt(
        Timetable timetable, Cohort cohort, in Scope scope, Participant person, LocalDateTime now, Invitations? invitations)
    {
        var letter = NextLetter(timetable, cohort, scope, person, now, invitations);
        var best = AgendaItem.Nothing;
        foreach (var place in scope.Theirs.Except(person.Handled))
        {
            var planned = PlannedOn(timetable, scope, person, place, invitations);
            if (best.Action != AgendaAction.Nothing && planned > best.On
                && person.AmendmentOf(timetable.Steps[place].Id, MessageKind.Prompt) is null)
            {
                if (IsInOrder(person, invitations))
                {
                    break;
                }

                continue;
            }

            var item = Prompt(timetable, cohort, person, now, scope.From, place, planned, invitations);
            if (item.Due && item.Action != AgendaAction.Message)
            {
                return item;
            }

            if ((invitations is not null && invitations.IsTooLate(place, item.On)) || Joins(timetable, cohort, person, item, letter, invitations))
            {
                continue;
            }

            if (best.Action == AgendaAction.Nothing || item.On < best.On
                || (item.On == best.On && Turn(timetable, person, item) < Turn(timetable, person, best)))
            {
                best = item;
            }
        }

        return best;
    }

    // Without changed days, those in the order of the timetable are in the order of their days.
    private static bool IsInOrder(Participant person, Invitations? invitations) => person.Amendments.Count == 0 && invitations is null;

    /// <summary>The day of the next letter that comes whatever was moved alone; null where nothing was moved, or none comes.</summary>
    private static LocalDate? NextLetter(
        Timetable timetable, Cohort cohort, in Scope scope, Participant person, LocalDateTime now, Invitations? invitations)
    {
        if (!timetable.Programme.Rhythm.IsWeekly || !person.Amendments.Any(change => change is { Kind: MessageKind.Prompt, MovedTo: not null }))
        {
            return null;
        }

        LocalDate? planned = null;
        LocalDate? moved = null;
        foreach (var place in scope.Theirs.Except(person.Handled))
        {
            var amendment = place == timetable.Welcome ? null : person.AmendmentOf(timetable.Steps[place].Id, MessageKind.Prompt);
            var on = PlannedOn(timetable, scope, person, place, invitations);
            if (amendment is { WithLetter: false } || (amendment is null && on >= planned) || timetable.Steps[place].IsChangeOfMeeting)
            {
                // It makes no letter, or none before the one that is known.
                continue;
            }

            var item = Prompt(timetable, cohort, person, now, scope.From, place, on, invitations);
            if (item is { Action: AgendaAction.Message, Beside: false } && invitations?.IsTooLate(place, item.On) != true)
            {
                planned = amendment is null ? Earlier(planned, item.On) : planned;
                moved = amendment is null ? moved : Earlier(moved, item.On);
            }
        }

        // A letter that was moved joins the one of its week.
        return planned is null || (moved is { } own && LocalDays.MondayOf(planned.Value) > LocalDays.MondayOf(own)) ? moved : planned;
    }

    private static LocalDate Earlier(LocalDate? one, LocalDate other) => one is { } day && day < other ? day : other;

    /// <summary>Whether what was moved waits for this letter, and so makes none.</summary>
    private static bool Joins(Timetable timetable, Cohort cohort, Participant person, in AgendaItem item, LocalDate? letter, Invitations? invitations)
    {
        if (!(letter > item.On) || item is not { Action: AgendaAction.Message, Beside: false } || item.Place == timetable.Welcome
            || timetable.Steps[item.Place].IsChangeOfMeeting
            || person.AmendmentOf(timetable.Steps[item.Place].Id, MessageKind.Prompt) is not { } amendment
            || amendment.DayAt(cohort.ShiftDays) is not { } moved)
        {
            return false;
        }

        var last = amendment.WithLetter
            ? LocalDays.MondayOf(item.On).PlusDays(6)
            : LastDay(timetable, cohort, person, timetable.Steps[item.Place], WorkingCalendar.OnOrAfter(cohort.Division, person.Pattern, moved), invitations);
        return letter <= last && letter <= timetable.EndsOn(cohort);
    }

    private static LocalDate PlannedOn(Timetable timetable, in Scope scope, Participant person, int place, Invitations? invitations) =>
        invitations?.DayOf(place) ?? timetable.PlannedOn(place, scope.Dates, person.JoinedFrom);

    // In a letter, what is planned goes before what was moved to it, of the same rank.
    private static int Turn(Timetable timetable, Participant person, AgendaItem item) => (2 * Rank(timetable, person, item))
        + (timetable.Programme.Rhythm.IsWeekly && person.AmendmentOf(timetable.Steps[item.Place].Id, MessageKind.Prompt) is not null ? 1 : 0);

    // On one day, what needs no message is settled first: it comes with the day, a message with the hour.
    private static int Rank(Timetable timetable, Participant person, AgendaItem item) => (item.Action, timetable.Steps[item.Place]) switch
    {
        (not AgendaAction.Message, _) => 0,
        _ when item.AtOnce => 1,
        _ when item.Place == timetable.Welcome => 2,
        (_, { GoesFirst: true }) => 3,
        (_, { IsChangeOfMeeting: true }) when timetable.Programme.Rhythm.IsWeekly && !WorksOneDay(person) => 8,
        (_, { IsUrgent: true }) => WorksOneDay(person) ? 3 : 6,
        _ when timetable.News.Contains(item.Place) => 7,
        (_, { IsOptional: true }) => 5,
        _ => 4,
    };

    private static int DropAfter(Participant person, LocalDate day) => person.WeeksBetweenLetters(day) > 1 ? SlowDropAfterDays : DropAfterDays;

    private static bool WorksOneDay(Participant person) => BitOperations.PopCount((uint)person.Pattern.Days) == 1;

    private static AgendaItem Prompt(
        Timetable timetable, Cohort cohort, Participant person, LocalDateTime now, LocalDate from, int place, LocalDate planned,
        Invitations? invitations)
    {
        var (today, step) = (now.Date, timetable.Steps[place]);
        var isWeekly = timetable.Programme.Rhythm.IsWeekly;
        var drops = isWeekly && step.IsOptional;
        var amendment = person.AmendmentOf(step.Id, MessageKind.Prompt);
        var asked = amendment?.DayAt(cohort.ShiftDays) ?? planned;

        // A pause is no reason to travel to it afterwards.
        var isAhead = step.IsChangeOfMeeting && invitations?.AtOnceFrom(place, today) is not null;
        var day = WorkingCalendar.OnOrAfter(cohort.Division, person.Pattern, asked);
        var usual = day.PlusDays(drops ? DropAfter(person, day) : Timetable.LapseAfterDays);
        var settled = amendment is { Cancelled: true } ? AgendaAction.SettleCancelled
            : day < person.JoinedFrom ? AgendaAction.NotTheirs
            : day < from && !isAhead ? AgendaAction.LetGo
            : drops && (person.LastLetterOn >= day || IsPast(today)) ? AgendaAction.Drop
            : IsPast(today) || (isWeekly && WasPassedOver(step, person, day)) ? AgendaAction.Lapse
            : AgendaAction.Message;
        if (settled is not (AgendaAction.Message or AgendaAction.SettleCancelled))
        {
            return new AgendaItem(settled, true, day, place);
        }

        var message = Message(timetable, cohort, person, now, day, asked, place, invitations);
        if (settled == AgendaAction.SettleCancelled)
        {
            // Until the letter that would have brought it, it can be brought back.
            var on = isWeekly ? message.On : day;
            return new AgendaItem(settled, today >= on, on, place);
        }

        if (person.AddressRefusedOn is null && !IsPast(message.On))
        {
            return message;
        }

        // It is said before the cohort ends, also where holidays make that late.
        var over = LastDay(timetable, cohort, person, step, day, invitations).PlusDays(1);
        over = isAhead ? LocalDate.Max(over, invitations!.LastTravel(place)!.Value.PlusDays(1)) : over;
        over = cohort.Pause is null ? LocalDate.Min(over, timetable.EndsOn(cohort)) : over;
        var isOver = cohort.Pause is null && today >= over;
        return new AgendaItem(drops ? AgendaAction.Drop : AgendaAction.Lapse, isOver, isOver ? day : over, place);

        // Quiet days only make it later, so that they are hardly ever counted.
        bool IsPast(LocalDate at) => at > usual && !isAhead && at > LastDay(timetable, cohort, person, step, day, invitations);
    }

    // The last day on which what was due on a day is still sent.
    private static LocalDate LastDay(Timetable timetable, Cohort cohort, Participant person, Step step, LocalDate day, Invitations? invitations) =>
        step.IsOptional && timetable.Programme.Rhythm.IsWeekly
            ? day.PlusDays(DropAfter(person, day)) : LastDayOfEssential(timetable, cohort, person, day, invitations?.Meetings ?? []);

    // A slower rhythm alone makes nothing lapse. What has not come before the cohort ends lapses with a fact, as ever.
    private static LocalDate LastDayOfEssential(
        Timetable timetable, Cohort cohort, Participant person, LocalDate day, IReadOnlyList<LocalDate> meetings)
    {
        var (programme, last) = (timetable.Programme, timetable.Programme.Quiet.Last(day, Timetable.LapseAfterDays, meetings));
        var weeks = person.WeeksBetweenLetters(day);
        return !programme.Rhythm.IsWeekly || weeks == 1 ? last : LocalDate.Max(
            last, LocalDate.Min(programme.Quiet.Last(day, LapseAfterDays(weeks), meetings), timetable.EndsOn(cohort).PlusDays(-1)));
    }

    // Two letters later for each week more between them.
    private static int LapseAfterDays(int weeks) => Timetable.LapseAfterDays + ((weeks - 1) * Invitations.DaysOfTwoLetters);

    // Two letters since its day had no room for it, as the person's row remembers of two. What brings people together, and what has a date, ends by itself.
    private static bool WasPassedOver(Step step, Participant person, LocalDate day) => !step.Kind.NeedsMatching && person.LetterBeforeOn >= day;

    private static AgendaItem Message(
        Timetable timetable, Cohort cohort, Participant person, LocalDateTime now, LocalDate earliest, LocalDate changed, int place,
        Invitations? invitations)
    {
        var (today, step) = (now.Date, timetable.Steps[place]);
        var (on, beside) = !timetable.Programme.Rhythm.IsWeekly
            ? (OnAnyDay(timetable, cohort, person, now, earliest, step), false)
            : WithLetter(timetable, cohort, person, now, earliest, place, invitations);
        var atOnce = step.IsChangeOfMeeting ? ChangeDays.AtOnce(now, person, changed, on, place, invitations) : null;
        on = atOnce ?? on;
        var hour = atOnce is null ? person.Hour : ChangeDays.FromHour;
        return new AgendaItem(AgendaAction.Message, on == today && now.Hour >= hour, on, place, beside, AtOnce: atOnce is not null);
    }

    private static (LocalDate On, bool Beside) WithLetter(
        Timetable timetable, Cohort cohort, Participant person, LocalDateTime now, LocalDate earliest, int place, Invitations? invitations)
    {
        var from = now.Date >= earliest && now.Hour >= person.Pattern.ToHour ? now.Date.PlusDays(1) : LocalDate.Max(earliest, now.Date);
        if (place == timetable.Welcome)
        {
            // Nobody waits to be welcomed: it is the letter of its week.
            return (LetterDays.Soonest(cohort.Division, person, from), false);
        }

        if (timetable.Steps[place].IsChangeOfMeeting)
        {
            return (LetterDays.Change(cohort.Division, person, from), false);
        }

        var letter = LetterDays.Next(timetable.Programme, cohort.Division, person, earliest, from, invitations?.Meetings ?? []);
        return invitations?.CanWait(place, letter) == false && LetterDays.Beside(cohort.Division, person, from) is var beside && beside < letter
            ? (beside, true) : (letter, false);
    }

    private static LocalDate OnAnyDay(Timetable timetable, Cohort cohort, Participant person, LocalDateTime now, LocalDate earliest, Step step)
    {
        var today = now.Date;
        var day = LocalDate.Max(earliest, today);

        // A last day that is still to come was before a clock went back.
        if (person.LastMessageOn is { } last && last >= day)
        {
            day = person.MessagesOnLastDay < MostOn(last, timetable, cohort, person, step) ? last : last.PlusDays(1);
        }

        day = WorkingCalendar.OnOrAfter(cohort.Division, person.Pattern, day);
        if (day == today && now.Hour >= person.Pattern.ToHour)
        {
            day = WorkingCalendar.OnOrAfter(cohort.Division, person.Pattern, today.PlusDays(1));
        }

        return day;
    }

    private static int MostOn(LocalDate day, Timetable timetable, Cohort cohort, Participant person, Step step)
    {
        var isFirstOfJoiner = timetable.JoinsLater(cohort, person.JoinedFrom)
            && day <= WorkingCalendar.OnOrAfter(cohort.Division, person.Pattern, person.JoinedFrom);
        return !isFirstOfJoiner && (WorksOneDay(person) || step.IsUrgent) ? 2 : 1;
    }
}
