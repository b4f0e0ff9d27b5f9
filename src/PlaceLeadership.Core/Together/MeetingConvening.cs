using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Time;

namespace PlaceLeadership.Core.Together;

/// <summary>Opens polls for set meetings, settles their dates and whose turn it is, and puts recorded meetings away.</summary>
internal static class MeetingConvening
{
    /// <summary>Whether the poll for a meeting is to be opened today.</summary>
    public static bool IsToBeOpened(ConveningCase now, LearningSet set, Step step) =>
        set.Members.Count > 1 && now.Today >= now.Planned(step.Id, Phase.Poll)
        && now.Today < now.Planned(step.Id, Phase.Main).PlusDays(MeetingPhases.OpenedLateDaysMax)
        && set.Meetings.All(meeting => meeting.StepId != step.Id);

    /// <summary>Whether the date of a meeting is to be settled today.</summary>
    public static bool IsToBeSettled(ConveningCase now, LearningSet set, SetMeeting meeting) =>
        meeting is { At: null, CalledOff: false } && DatePoll.IsOver(meeting, DatePoll.ClosesOn(meeting, now.Cohort.WentOnFrom), Voters(now, set), now.Today);

    /// <summary>The groups after today, and the meetings that are over.</summary>
    public static (Groups Groups, IReadOnlyList<(int Set, SetMeeting Meeting)> Over) Of(ConveningCase now)
    {
        var over = new List<(int, SetMeeting)>();
        var sets = new List<LearningSet>();
        foreach (var before in now.Groups.Sets)
        {
            var set = before;
            foreach (var meeting in before.Meetings.Where(meeting => now.Today >= now.RestsOn(meeting)))
            {
                over.Add((set.Number, meeting));
                set = set with
                {
                    Members = Airtime.AfterOrAsAnnounced(set.Members, meeting),
                    Left = [],
                    Meetings = [.. set.Meetings.Where(other => other.StepId != meeting.StepId)],
                };
            }

            foreach (var meeting in set.Meetings.Where(meeting => IsToBeSettled(now, set, meeting)).ToList())
            {
                set = set.With(Settled(now, set, meeting));
            }

            foreach (var step in now.Meetings.Where(step => IsToBeOpened(now, set, step)).ToList())
            {
                set = set with { Meetings = [.. set.Meetings, Opened(now, set, step)] };
            }

            sets.Add(set);
        }

        return (now.Groups with { Sets = sets }, over);
    }

    private static SetMeeting Opened(ConveningCase now, LearningSet set, Step step)
    {
        var patterns = Patterns(now, set);
        var days = DatePoll.Days(now.Cohort.Division, now.Today, patterns);
        // A longer poll leaves as long as a shorter one to hear of the date.
        var from = NodaTime.LocalDate.Max(
            now.Planned(step.Id, Phase.Main).PlusDays(days - MeetingPhases.PollDays),
            DatePoll.FirstDay(now.Cohort.Division, now.Today.PlusDays(days), patterns));
        return new SetMeeting
        {
            StepId = step.Id,
            OpenedOn = now.Today,
            PollDays = days,
            Options = DatePoll.Options(now.Cohort.Division, from, step.Minutes, patterns),
        };
    }

    private static SetMeeting Settled(ConveningCase now, LearningSet set, SetMeeting meeting)
    {
        // Turns of meetings that are not put away yet count as well, or two meetings close together would ask the same people.
        var members = set.Meetings.TakeWhile(other => other.StepId != meeting.StepId)
            .Aggregate(set.Members, Airtime.AfterOrAsAnnounced);
        // Whoever is paused keeps their turn.
        var voters = Voters(now, set).ToHashSet();
        var here = members.Where(member => voters.Contains(member.Person)).ToList();
        var presenters = Airtime.Presenters(here);
        var step = now.Timetable.FindStep(meeting.StepId)!;
        var patterns = Patterns(now, set);
        var from = DatePoll.FirstDay(now.Cohort.Division, now.Today, patterns);
        return meeting with
        {
            // After a standstill no time may be left; then the next one takes the place of all.
            At = DatePoll.Chosen(meeting, from, step.Minutes, patterns)
                ?? DatePoll.Chosen(
                    meeting with { Options = DatePoll.Options(now.Cohort.Division, from, step.Minutes, patterns), Votes = new Dictionary<ParticipantId, IReadOnlyList<int>>() },
                    from, step.Minutes, patterns),
            SettledOn = now.Today,
            Presenters = presenters,
            Leader = step.Stage == Stage.FacilitatorLed ? null : Airtime.Leader(here, presenters),
        };
    }

    private static IReadOnlyList<Places.WorkingPattern> Patterns(ConveningCase now, LearningSet set) =>
        [.. now.People.Where(person => set.Find(person.Id) is not null).Select(person => person.Pattern)];

    private static IEnumerable<ParticipantId> Voters(ConveningCase now, LearningSet set) =>
        now.People.Where(person => set.Find(person.Id) is not null && now.IsHere(person)).Select(person => person.Id);
}
