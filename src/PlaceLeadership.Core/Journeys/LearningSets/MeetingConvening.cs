using System.Globalization;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>Opens polls for set meetings, settles their dates and whose turn it is, and puts recorded meetings away.</summary>
internal static class MeetingConvening
{
    /// <summary>Whether the poll for a meeting is to be opened today.</summary>
    public static bool IsToBeOpened(SetsCase now, LearningSet set, Step step) =>
        set.Members.Count > 1 && now.Today >= now.Planned(step.Id, SetMessages.Poll)
        && now.Today < now.Planned(step.Id).PlusDays(SetMessages.OpenedLateDaysMax)
        && set.Meetings.All(meeting => meeting.StepId != step.Id);

    /// <summary>Whether the date of a meeting is to be settled today.</summary>
    public static bool IsToBeSettled(SetsCase now, LearningSet set, SetMeeting meeting) =>
        meeting is { At: null, CalledOff: false } && DatePoll.IsOver(meeting, DatePoll.ClosesOn(meeting, now.Cohort.WentOnFrom), Voters(now, set), now.Today);

    /// <summary>The sets after today, and the meetings that are over.</summary>
    public static (StandingSets Sets, IReadOnlyList<(int Set, SetMeeting Meeting)> Over) Of(SetsCase now)
    {
        var over = new List<(int, SetMeeting)>();
        var sets = new List<LearningSet>();
        foreach (var before in now.Standing.All)
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

            foreach (var step in now.Steps.Where(step => IsToBeOpened(now, set, step)).ToList())
            {
                set = set with { Meetings = [.. set.Meetings, Opened(now, set, step)] };
            }

            sets.Add(set);
        }

        return (now.Standing with { All = sets }, over);
    }

    /// <summary>What changes: sets formed, mended, kept or dissolved, and meetings put away.</summary>
    public static IReadOnlyList<ChangedRows> Rows(SetsCase now, StandingSets after, IReadOnlyList<(int Set, SetMeeting Meeting)> over) =>
    [
        .. after.All.Except(now.Standing.All).Select(set => new ChangedRows(
            [
                now.Rows.Store(SetRows.Key(set.Number), SetRows.SetShape, SetRows.Write(set)),
                .. over.Where(item => item.Set == set.Number).Select(item => new RowChange.Put(
                    SetRows.PastMeeting(item.Set, item.Meeting.StepId), SetRows.MeetingShape, SetRows.Write(item.Meeting))),
            ],
            new Deed(SetDeeds.SetKept, Detail: Number(set.Number)))),
        .. now.Standing.All.Where(set => after.Find(set.Number) is null).Select(gone => new ChangedRows(
            [now.Rows.Delete(SetRows.Key(gone.Number))], new Deed(SetDeeds.SetDissolved, Detail: Number(gone.Number)))),

        // Last, for it says that the sets are there.
        .. after.Formed is { } formed && formed != now.Standing.Formed
            ? [new ChangedRows([now.Rows.Store(SetRows.Formed, SetRows.FormedShape, SetRows.Write(formed))])] : Array.Empty<ChangedRows>(),
    ];

    private static string Number(int set) => set.ToString(CultureInfo.InvariantCulture);

    private static SetMeeting Opened(SetsCase now, LearningSet set, Step step)
    {
        var patterns = Patterns(now, set);
        var days = DatePoll.Days(now.Cohort.Division, now.Today, patterns);
        // A longer poll leaves as long as a shorter one to hear of the date.
        var from = NodaTime.LocalDate.Max(
            now.Planned(step.Id).PlusDays(days - SetMessages.PollDays),
            DatePoll.FirstDay(now.Cohort.Division, now.Today.PlusDays(days), patterns));
        return new SetMeeting
        {
            StepId = step.Id,
            OpenedOn = now.Today,
            PollDays = days,
            Options = MeetingTimes.Options(now.Cohort.Division, from, step.Minutes, patterns),
        };
    }

    private static SetMeeting Settled(SetsCase now, LearningSet set, SetMeeting meeting)
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
                    meeting with { Options = MeetingTimes.Options(now.Cohort.Division, from, step.Minutes, patterns), Votes = new Dictionary<ParticipantId, IReadOnlyList<int>>() },
                    from, step.Minutes, patterns),
            SettledOn = now.Today,
            Presenters = presenters,
            Leader = step.Stage == Stage.FacilitatorLed ? null : Airtime.Leader(here, presenters),
        };
    }

    private static IReadOnlyList<Places.WorkingPattern> Patterns(SetsCase now, LearningSet set) =>
        [.. now.People.Where(person => set.Find(person.Id) is not null).Select(person => person.Pattern)];

    private static IEnumerable<ParticipantId> Voters(SetsCase now, LearningSet set) =>
        now.People.Where(person => set.Find(person.Id) is not null && now.IsHere(person)).Select(person => person.Id);
}
