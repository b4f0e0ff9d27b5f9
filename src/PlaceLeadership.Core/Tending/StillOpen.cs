using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Tending;

/// <summary>
/// What a message names as still open. Nothing is ever sent to remind somebody: a step that was not answered is named in the messages that
/// come anyway, in two at most, from the days after it that the programme says, while it can be answered.
/// </summary>
public static class StillOpen
{
    /// <summary>The most steps that one message names.</summary>
    public const int Most = 3;

    /// <summary>What a message names beside what it brings, what closes first being first. One message a day does.</summary>
    /// <param name="timetable">The timetable of the cohort's programme.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="person">Its reader.</param>
    /// <param name="brought">What it brings.</param>
    /// <param name="invitations">What the person's pairs and sets make theirs, or null.</param>
    public static IReadOnlyList<OutboxItem> Beside(
        Timetable timetable, Cohort cohort, Participant person, IReadOnlyList<AgendaItem> brought, Invitations? invitations)
    {
        // What says that nobody should travel says nothing else.
        var day = brought[0].On;
        if (person.Open.Count == 0 || person.LastMessageOn >= day || timetable.Steps[brought[0].Place].IsChangeOfMeeting)
        {
            return [];
        }

        var most = LetterRoom.LinesLeft(brought.Select(item => timetable.Steps[item.Place]));
        return On(timetable, cohort, person, day, invitations, most);
    }

    private static IReadOnlyList<OutboxItem> On(Timetable timetable, Cohort cohort, Participant person, LocalDate day, Invitations? invitations, int most)
    {
        var organisationPause = cohort.OrganisationPauses.GetValueOrDefault(person.Organisation);
        if (Agenda.IsPaused(cohort, person, organisationPause, day))
        {
            return [];
        }

        var from = Agenda.Later(Agenda.From(cohort, person, organisationPause), cohort.WentOnFrom);
        return
        [
            .. person.Open
                .Where(open => open.PromptedOn >= from && IsTheirs(timetable, open, invitations))
                .Select(open => (Open: open, Step: timetable.FindStep(open.StepId)!))
                .Select(item => (ClosesOn: item.Step.ClosesOn(item.Open.PromptedOn), Item: Named(item.Step, cohort, person, item.Open, day)))
                .Where(item => item.Item is not null && day <= item.ClosesOn)
                .OrderBy(item => item.ClosesOn)
                .Take(most)
                .Select(item => item.Item!),
        ];
    }

    // What is about a pair or a set is theirs no longer once they are in another.
    private static bool IsTheirs(Timetable timetable, OpenPrompt open, Invitations? invitations) =>
        timetable.PlaceOf(open.StepId) is >= 0 and var place
        && (timetable.Steps[place] is not { Id.IsWhole: false, Kind.NeedsMatching: true } || invitations?.DayOf(place) <= open.PromptedOn);

    private static OutboxItem? Named(Step step, Cohort cohort, Participant person, OpenPrompt open, LocalDate day)
    {
        for (var number = open.Reminders; number < Math.Min(step.ReminderDays.Count, 2); number++)
        {
            var kind = number == 0 ? MessageKind.FirstReminder : MessageKind.SecondReminder;
            var amendment = person.AmendmentOf(step.Id, kind);
            if (amendment is not { Cancelled: true })
            {
                return FirstDay(step, cohort, open, number, amendment) <= day ? new OutboxItem(step.Id, kind, open.PromptedOn, amendment) : null;
            }
        }

        return null;
    }

    private static LocalDate FirstDay(Step step, Cohort cohort, OpenPrompt open, int number, Amendment? amendment)
    {
        var planned = amendment?.DayAt(cohort.ShiftDays) ?? open.PromptedOn.PlusDays(step.ReminderDays[number]);
        if (number > 0 && open.RemindedOn is { } last)
        {
            var gap = amendment is null ? step.ReminderDays[number] - step.ReminderDays[number - 1] : 1;
            planned = LocalDate.Max(planned, last.PlusDays(gap));
        }

        // Even where a manager moved it: never on the day of the prompt or of the other time.
        return LocalDate.Max(planned, (open.RemindedOn ?? open.PromptedOn).PlusDays(1));
    }
}
