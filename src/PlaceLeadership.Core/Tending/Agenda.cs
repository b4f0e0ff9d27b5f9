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
/// <item>A step is sent on its planned day, or on the first working day after it, at the person's hour.</item>
/// <item>
/// One message on a day: what would be more moves to the next working day; what asks for a date or proposes people goes before other prompts. A second one comes only to somebody who works one day a week, for otherwise half a programme
/// would never reach them, and only on other days than the first of somebody who joins later; or when it says when a set meets.
/// Never a third, also where the clock goes back. What says that a meeting was moved or called off waits for nothing, so that
/// nobody travels to it. What says when a set meets comes also while the cohort or an organisation is paused, for its meetings stand,
/// but not in a person's own pause.
/// </item>
/// <item>A message may go from the chosen hour until the person's day ends; after that it waits for the next working day.</item>
/// <item>Nothing is sent to remind: what is still open is named in later messages; see <see cref="StillOpen"/>.</item>
/// <item>After a pause of a person or an organisation, what fell into it is let go and nothing of before is named again.</item>
/// <item>After a pause of the whole cohort, everything not yet sent has moved by whole weeks, and nothing sent before is named again.</item>
/// <item>A step that could not be sent for <see cref="Timetable.LapseAfterDays"/> days lapses.</item>
/// <item>Somebody who joins later gets the programme's welcome first, and nothing else that was before.</item>
/// <item>A message about a pair or a set comes only to somebody who is in one, from the day on which it is theirs.</item>
/// </list>
/// </summary>
public static class Agenda
{
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

        var today = now.Date;
        var organisationPause = cohort.OrganisationPauses.Count == 0
            ? null : cohort.OrganisationPauses.GetValueOrDefault(person.Organisation);
        if (IsPaused(cohort, person, organisationPause, today))
        {
            return invitations is not null && !Holding(person.Pause, today)
                && NextPrompt(timetable, cohort, invitations.Ready.Intersect(timetable.Urgent), person, now, person.JoinedFrom, invitations) is { Action: AgendaAction.Message } told
                    ? told : Waiting(today, cohort.Pause, organisationPause, person.Pause);
        }

        var from = From(cohort, person, organisationPause);
        var theirs = timetable.StepsFor(person.Sector, person.Role);
        theirs = (invitations is null ? theirs : theirs.Union(invitations.Ready)).Except(passedOver);
        return NextPrompt(timetable, cohort, theirs, person, now, from, invitations);
    }

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
        Timetable timetable, Cohort cohort, in StepSet theirs, Participant person, LocalDateTime now, LocalDate from,
        Invitations? invitations)
    {
        var pending = theirs.Except(person.Handled);
        var best = AgendaItem.Nothing;
        for (; !pending.IsEmpty; pending = pending.Without(pending.First()))
        {
            var place = pending.First();
            var planned = invitations?.DayOf(place) ?? timetable.PlannedOn(place, cohort, person.JoinedFrom);
            if (best.Action != AgendaAction.Nothing && planned > best.On
                && person.AmendmentOf(timetable.Steps[place].Id, MessageKind.Prompt) is null)
            {
                continue;
            }

            var item = Prompt(timetable, cohort, person, now, from, place, planned);
            if (item.Due && item.Action != AgendaAction.Message)
            {
                return item;
            }

            if (invitations is not null && invitations.IsTooLate(place, item.On))
            {
                continue;
            }

            if (best.Action == AgendaAction.Nothing || item.On < best.On
                || (item.On == best.On && Turn(timetable, person, item) < Turn(timetable, person, best)))
            {
                best = item;
            }

            if (person.Amendments.Count == 0 && invitations is null)
            {
                break;
            }
        }

        return best;
    }

    // On one day, what needs no message is settled first: it comes with the day, a message with the hour.
    private static int Turn(Timetable timetable, Participant person, AgendaItem item) => (item.Action, timetable.Steps[item.Place]) switch
    {
        (not AgendaAction.Message, _) => 0,
        _ when item.Place == timetable.Welcome => 1,
        (_, { GoesFirst: true }) => 2,
        (_, { IsUrgent: true }) => WorksOneDay(person) ? 2 : 4,
        _ => 3,
    };

    private static bool WorksOneDay(Participant person) => BitOperations.PopCount((uint)person.Pattern.Days) == 1;

    private static AgendaItem Prompt(
        Timetable timetable, Cohort cohort, Participant person, LocalDateTime now, LocalDate from, int place, LocalDate planned)
    {
        var today = now.Date;
        var amendment = person.AmendmentOf(timetable.Steps[place].Id, MessageKind.Prompt);
        var day = WorkingCalendar.OnOrAfter(cohort.Division, person.Pattern, amendment?.DayAt(cohort.ShiftDays) ?? planned);
        var settled = amendment is { Cancelled: true } ? AgendaAction.SettleCancelled
            : day < person.JoinedFrom ? AgendaAction.NotTheirs
            : day < from ? AgendaAction.LetGo
            : today > day.PlusDays(Timetable.LapseAfterDays) ? AgendaAction.Lapse
            : AgendaAction.Message;
        if (settled != AgendaAction.Message)
        {
            return new AgendaItem(settled, settled != AgendaAction.SettleCancelled || today >= day, day, place);
        }

        var lastDay = day.PlusDays(Timetable.LapseAfterDays);
        var message = Message(timetable, cohort, person, now, day, place);
        return person.AddressRefusedOn is null && message.On <= lastDay
            ? message
            : new AgendaItem(AgendaAction.Lapse, false, lastDay.PlusDays(1), place);
    }

    private static AgendaItem Message(
        Timetable timetable, Cohort cohort, Participant person, LocalDateTime now, LocalDate earliest, int place)
    {
        var (today, step) = (now.Date, timetable.Steps[place]);
        var day = LocalDate.Max(earliest, today);

        // A last day that is still to come was before a clock went back.
        if (person.LastMessageOn is { } last && last >= day && !step.IsChangeOfMeeting)
        {
            day = person.MessagesOnLastDay < MostOn(last, timetable, cohort, person, step) ? last : last.PlusDays(1);
        }

        day = WorkingCalendar.OnOrAfter(cohort.Division, person.Pattern, day);
        if (day == today && now.Hour >= person.Pattern.ToHour)
        {
            day = WorkingCalendar.OnOrAfter(cohort.Division, person.Pattern, today.PlusDays(1));
        }

        return new AgendaItem(AgendaAction.Message, day == today && now.Hour >= person.Hour, day, place);
    }

    private static int MostOn(LocalDate day, Timetable timetable, Cohort cohort, Participant person, Step step)
    {
        var isFirstOfJoiner = timetable.JoinsLater(cohort, person.JoinedFrom)
            && day <= WorkingCalendar.OnOrAfter(cohort.Division, person.Pattern, person.JoinedFrom);
        return !isFirstOfJoiner && (WorksOneDay(person) || step.IsUrgent) ? 2 : 1;
    }
}
