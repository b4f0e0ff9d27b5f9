using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>Works out which messages about learning sets and their meetings are somebody's.</summary>
internal static class SetInvitations
{
    private const int ReminderDaysBack = 7;

    // Nobody is asked for what is settled before there is time to answer: they hear the date.
    private const int PollDaysLeast = 2;

    /// <summary>Adds the messages of one person.</summary>
    public static void Add(InvitationCase now, Invitations invitations)
    {
        var sets = StandingSets.Of(now.Rows);
        if (sets.Formed is not { } formed || sets.SetOf(now.Person.Id) is not { } set)
        {
            return;
        }

        var member = set.Find(now.Person.Id)!;
        member = member with { Since = LocalDate.Max(member.Since, now.Person.JoinedFrom) };
        var contract = now.Timetable.PlaceOf(formed.StepId.About(SetMessages.Contract));
        var stands = contract < 0 ? member.Since : AddSet(now, invitations, formed, set, member);

        // In a pause of the cohort, nobody hears of the first date before the set stands: it moves with the agreement.
        var isWaiting = now.Cohort.Pause is not null && !now.Person.Handled.Contains(contract);
        foreach (var meeting in set.Meetings.Where(meeting => now.Timetable.PlaceOf(meeting.StepId) >= 0 && !(isWaiting && meeting.StepId == formed.StepId)))
        {
            AddMeeting(now, invitations, meeting, member with { Since = LocalDate.Max(member.Since, stands) }, set.ChangedOn);
        }
    }

    /// <summary>Adds what tells of the set, and says from which day on it stands for the person.</summary>
    private static LocalDate AddSet(InvitationCase now, Invitations invitations, SetsFormed formed, LearningSet set, SetMember member)
    {
        int Place(string message) => now.Timetable.PlaceOf(formed.StepId.About(message));
        LocalDate Planned(string message) => now.Timetable.PlannedOn(Place(message), now.Cohort);
        var goesOn = now.GoesOnFrom(Planned(SetMessages.Proposal), Planned(SetMessages.Contract), formed.FormedOn);
        if (member.Since < goesOn && now.Today < goesOn)
        {
            invitations.Add(
                Place(SetMessages.Proposal), member.Since, goesOn.PlusDays(-1), goesOn.PlusDays(-Invitations.DaysToAnswer));
        }

        void Tell(string message, LocalDate from) => invitations.Add(Place(message), from, waits: now.TellsBy(from));
        Tell(SetMessages.Contract, LocalDate.Max(goesOn, member.Since));
        if (member.Changes > 0)
        {
            var again = member.Changes == 1 ? SetMessages.Again : SetMessages.LastAgain;
            Tell(again, member.Since);

            // What they heard of meetings was of the set before.
            invitations.AddAnew(Place(again),
            [
                .. set.Meetings.SelectMany(meeting => new[] { SetMessages.Moved, SetMessages.LastMoved, SetMessages.CalledOff }
                    .Select(message => now.Timetable.PlaceOf(meeting.StepId.About(message)))),
            ]);
        }

        return goesOn;
    }

    private static void AddMeeting(InvitationCase now, Invitations invitations, SetMeeting meeting, SetMember member, LocalDate? changedOn)
    {
        int Place(string message) => now.Timetable.PlaceOf(meeting.StepId.About(message));
        var knowsDate = now.Person.Handled.Contains(Place(SetMessages.Date));
        if (meeting.At is not { } at)
        {
            if (!meeting.CalledOff)
            {
                invitations.Add(
                    Place(SetMessages.Poll), LocalDate.Max(meeting.OpenedOn, member.Since),
                    DatePoll.ClosesOn(meeting, now.Cohort.WentOnFrom).PlusDays(-PollDaysLeast),
                    DatePoll.ClosesOn(meeting, now.Cohort.WentOnFrom).PlusDays(-Invitations.DaysToAnswer));
            }

            return;
        }

        if (meeting.CalledOff)
        {
            if ((knowsDate || WasProposed(now.Person, Place(SetMessages.Proposal))) && !CameLater(meeting, member))
            {
                AddChange(now, invitations, meeting, SetMessages.CalledOff);
            }

            return;
        }

        invitations.AddMeeting(at.Date);
        if (now.Today < at.Date)
        {
            AddBefore(now, invitations, meeting, at.Date, member, changedOn);
        }

        if (meeting.Sequence > 0)
        {
            AddMoved(now, invitations, meeting, at, member);
        }

        // How it was is asked of nobody who was not told that it was.
        if (knowsDate || now.Person.Handled.Contains(now.Timetable.PlaceOf(meeting.StepId)))
        {
            invitations.Add(Place(SetMessages.Record), at.Date.PlusDays(1));
        }
    }

    private static void AddMoved(InvitationCase now, Invitations invitations, SetMeeting meeting, LocalDateTime at, SetMember member)
    {
        int Place(string message) => now.Timetable.PlaceOf(meeting.StepId.About(message));
        var moved = meeting.Sequence == 1 ? SetMessages.Moved : SetMessages.LastMoved;
        if (!now.Person.Handled.Contains(Place(SetMessages.Date)))
        {
            // Who is told the date now is told the one that it has.
            invitations.AddTold(Place(SetMessages.Date), [Place(SetMessages.Moved), Place(moved)]);
        }
        else if (!CameLater(meeting, member))
        {
            AddChange(now, invitations, meeting, moved, meeting.Earlier.Append(at).Max().Date);
        }
    }

    // Of the first meeting, the proposal has said when it would be.
    private static bool WasProposed(Participant person, int proposal) => proposal >= 0 && person.Handled.Contains(proposal) && !person.Unasked.Contains(proposal);

    // Who came from another set afterwards never had the day before.
    private static bool CameLater(SetMeeting meeting, SetMember member) => member.Changes > 0 && member.Since > meeting.ChangedOn;

    private static void AddBefore(
        InvitationCase now, Invitations invitations, SetMeeting meeting, LocalDate date, SetMember member, LocalDate? changedOn)
    {
        int Place(string message) => now.Timetable.PlaceOf(meeting.StepId.About(message));
        var (reminder, eve) = (now.Timetable.PlaceOf(meeting.StepId), date.PlusDays(-1));
        invitations.Add(Place(SetMessages.Date), LocalDate.Max(meeting.SettledOn!.Value, member.Since), eve, date.PlusDays(-SetMessages.ToldDaysBefore));

        // The last letter before the meeting reminds of it; where each day has one, that of the second last working day.
        var (days, isWeekly) = (LastDays(date, now.Cohort, now.Person), now.Timetable.Programme.Rhythm.IsWeekly);
        var remindedOn = isWeekly ? date.PlusDays(-ReminderDaysBack * now.Person.WeeksBetweenLetters(date)) : days[^1];
        invitations.Add(reminder, remindedOn, eve);
        // The calendar of whoever came from another set has the meeting of that one.
        if ((member.Changes > 0 && member.Since >= meeting.SettledOn && now.Person.Handled.Contains(Place(SetMessages.Date)))
            || (now.Person.Handled.Contains(reminder) && IsToldTooSoon(meeting, member, changedOn, remindedOn)))
        {
            invitations.Add(Place(SetMessages.Changed), days[0], eve);
        }

        if (member.ActionsFrom is { } from && from != meeting.StepId)
        {
            // It makes no mail of its own.
            invitations.Add(Place(SetMessages.Actions), isWeekly ? remindedOn : date.PlusDays(-SetMessages.ActionsDaysBefore), eve, LocalDate.MaxIsoValue);
        }
    }

    /// <summary>Adds what says that a meeting was moved or called off, with the days that the person may have in mind and the one that they would miss.</summary>
    private static void AddChange(InvitationCase now, Invitations invitations, SetMeeting meeting, string message, LocalDate? until = null)
    {
        int Place(string about) => now.Timetable.PlaceOf(meeting.StepId.About(about));
        var heard = now.Person.Handled.Contains(Place(SetMessages.LastMoved)) ? 2 : now.Person.Handled.Contains(Place(SetMessages.Moved)) ? 1 : 0;
        invitations.Add(Place(message), meeting.ChangedOn!.Value, until);
        invitations.AddTravels(Place(message), [.. meeting.Earlier.Skip(heard).Append(meeting.At!.Value).Select(at => at.Date)]);
    }

    /// <summary>
    /// Whether the reminder may have gone out before the set was what it is: it changed since, the meeting was moved, or it was the
    /// reminder of another set.
    /// </summary>
    private static bool IsToldTooSoon(SetMeeting meeting, SetMember member, LocalDate? changedOn, LocalDate remindedOn) =>
        (member.Changes > 0 && member.Since >= meeting.OpenedOn)
        || changedOn >= (meeting.Sequence > 0 ? meeting.SettledOn : remindedOn);

    /// <summary>
    /// The last days before the meeting on which the person works, the last first. The reminder comes on the second last, so that a
    /// day that already has its message leaves another.
    /// </summary>
    private static List<LocalDate> LastDays(LocalDate meeting, Cohort cohort, Participant person)
    {
        var days = Enumerable.Range(1, ReminderDaysBack).Select(back => meeting.PlusDays(-back))
            .Where(day => WorkingCalendar.IsWorkingDay(cohort.Division, person.Pattern, day)).Take(2).ToList();
        return days.Count == 0 ? [meeting.PlusDays(-1)] : days;
    }
}
