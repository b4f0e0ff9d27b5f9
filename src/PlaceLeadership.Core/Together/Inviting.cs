using NodaTime;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Time;

namespace PlaceLeadership.Core.Together;

/// <summary>Works out which messages about pairs and sets are somebody's.</summary>
public static class Inviting
{
    private const int ReminderDaysBack = 7;

    // Nobody is asked for what is settled before there is time to answer: they hear the date.
    private const int PollDaysLeast = 2;

    /// <summary>The messages of one person; null when there are none.</summary>
    public static Invitations? For(Timetable timetable, Cohort cohort, Groups groups, Participant person, LocalDate today)
    {
        Invitations? invitations = null;
        foreach (var round in groups.Rounds)
        {
            if (timetable.PlaceOf(round.StepId) >= 0 && round.GroupOf(person.Id) is { } group)
            {
                AddRound(invitations ??= new Invitations(), timetable, cohort, round, group, person, today);
            }
        }

        if (groups is { Formed: { } formed } && groups.SetOf(person.Id) is { } set)
        {
            var member = set.Find(person.Id)!;
            member = member with { Since = LocalDate.Max(member.Since, person.JoinedFrom) };
            AddSet(invitations ??= new Invitations(), timetable, cohort, formed, person, member, today);
            foreach (var meeting in set.Meetings.Where(meeting => timetable.PlaceOf(meeting.StepId) >= 0))
            {
                AddMeeting(invitations, timetable, meeting, cohort, person, member, set.ChangedOn, today);
            }
        }

        return invitations;
    }

    private static void AddRound(
        Invitations invitations, Timetable timetable, Cohort cohort, OpenRound round, RoundGroup group, Participant person,
        LocalDate today)
    {
        int Place(Phase phase) => timetable.PlaceOf(round.StepId, phase);
        LocalDate Planned(Phase phase) => timetable.PlannedOn(Place(phase), cohort);
        void Add(Phase phase, LocalDate from, LocalDate? until = null)
        {
            if (from < Planned(Phase.End) || phase == Phase.End)
            {
                invitations.Add(Place(phase), LocalDate.Max(Planned(phase), from), until);
            }
        }

        var changes = round.Changes.GetValueOrDefault(person.Id);
        var since = LocalDate.Max(group.Since, person.JoinedFrom);
        var goesOn = GoesOnFrom(cohort, person, Planned(Phase.Proposal), Planned(Phase.Main), round.FormedOn);
        if (since < goesOn && today < goesOn)
        {
            Add(Phase.Proposal, since, goesOn.PlusDays(-1));
        }

        Add(Phase.Main, LocalDate.Max(since, goesOn));
        if (changes > 0)
        {
            Add(changes == 1 ? Phase.Again : Phase.LastAgain, since);
        }

        Add(Phase.Met, since.PlusDays(CoachingPhases.MetAfterDays));
        Add(Phase.Fit, since.PlusDays(CoachingPhases.FitAfterDays));
        Add(Phase.End, since);
    }

    private static void AddSet(
        Invitations invitations, Timetable timetable, Cohort cohort, SetsFormed formed, Participant person, SetMember member, LocalDate today)
    {
        int Place(Phase phase) => timetable.PlaceOf(formed.StepId, phase);
        if (Place(Phase.Contract) < 0)
        {
            return;
        }

        LocalDate Planned(Phase phase) => timetable.PlannedOn(Place(phase), cohort);
        var goesOn = GoesOnFrom(cohort, person, Planned(Phase.Proposal), Planned(Phase.Contract), formed.FormedOn);
        if (member.Since < goesOn && today < goesOn)
        {
            invitations.Add(Place(Phase.Proposal), LocalDate.Max(Planned(Phase.Proposal), member.Since), goesOn.PlusDays(-1));
        }

        invitations.Add(Place(Phase.Contract), LocalDate.Max(goesOn, member.Since));
        if (member.Changes > 0)
        {
            invitations.Add(Place(member.Changes == 1 ? Phase.Again : Phase.LastAgain), member.Since);
        }
    }

    /// <summary>
    /// From when somebody is told how to reach those whom they were to meet: not before the day after the first on which they work
    /// and can be asked. Whoever comes once the others have gone on is not asked.
    /// </summary>
    private static LocalDate GoesOnFrom(Cohort cohort, Participant person, LocalDate proposed, LocalDate planned, LocalDate formedOn)
    {
        var from = LocalDate.Max(LocalDate.Max(proposed, formedOn), person.JoinedFrom);
        return person.JoinedFrom > formedOn && from >= planned
            ? planned
            : LocalDate.Max(planned, WorkingCalendar.OnOrAfter(cohort.Division, person.Pattern, from).PlusDays(1));
    }

    private static void AddMeeting(
        Invitations invitations, Timetable timetable, SetMeeting meeting, Cohort cohort, Participant person, SetMember member,
        LocalDate? changedOn, LocalDate today)
    {
        int Place(Phase phase) => timetable.PlaceOf(meeting.StepId, phase);
        if (meeting.At is not { } at)
        {
            if (!meeting.CalledOff)
            {
                invitations.Add(
                    Place(Phase.Poll), LocalDate.Max(meeting.OpenedOn, member.Since),
                    DatePoll.ClosesOn(meeting, cohort.WentOnFrom).PlusDays(-PollDaysLeast));
            }

            return;
        }

        if (meeting.CalledOff)
        {
            if (person.Handled.Contains(Place(Phase.Date)))
            {
                invitations.Add(Place(Phase.CalledOff), meeting.ChangedOn!.Value);
            }

            return;
        }

        if (today < at.Date)
        {
            var eve = at.Date.PlusDays(-1);
            invitations.Add(Place(Phase.Date), LocalDate.Max(meeting.SettledOn!.Value, member.Since), eve);
            if (meeting.Sequence > 0 && person.Handled.Contains(Place(Phase.Date)))
            {
                invitations.Add(Place(meeting.Sequence == 1 ? Phase.Moved : Phase.LastMoved), meeting.ChangedOn!.Value, eve);
            }

            var days = LastDays(at.Date, cohort, person);
            invitations.Add(timetable.PlaceOf(meeting.StepId), days[^1], eve);
            if (person.Handled.Contains(timetable.PlaceOf(meeting.StepId)) && IsToldTooSoon(meeting, member, changedOn, days[^1]))
            {
                invitations.Add(Place(Phase.Changed), days[0], eve);
            }

            if (member.ActionsFrom is { } from && from != meeting.StepId)
            {
                invitations.Add(Place(Phase.Actions), at.Date.PlusDays(-MeetingPhases.ActionsDaysBefore), eve);
            }
        }

        // How it was is asked of nobody who was not told that it was.
        if (person.Handled.Contains(Place(Phase.Date)) || person.Handled.Contains(timetable.PlaceOf(meeting.StepId)))
        {
            invitations.Add(Place(Phase.Record), at.Date.PlusDays(1));
        }
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
