using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>Opens polls for set meetings, settles their dates and whose turn it is, and puts recorded meetings away.</summary>
internal static class MeetingConvening
{
    /// <summary>
    /// Whether a meeting is to be arranged today: the first as soon as there are sets, each other by a poll. Not any more when it would
    /// meet so late that the next one is due.
    /// </summary>
    public static bool IsToBeOpened(SetsCase now, LearningSet set, Step step) =>
        set.Members.Count > 1 && set.Meetings.All(meeting => meeting.StepId != step.Id)
        && (IsFirst(now, step.Id) ? now.Today < now.TooLateToForm(step) : now.Today >= now.PolledOn(step) && now.Today < now.Planned(step.Id));

    /// <summary>Whether the date of a meeting is to be settled today.</summary>
    public static bool IsToBeSettled(SetsCase now, LearningSet set, SetMeeting meeting) =>
        meeting is { At: null, CalledOff: false } && now.Timetable.PlaceOf(meeting.StepId) >= 0 && DatePoll.IsOver(meeting, DatePoll.ClosesOn(meeting, now.Cohort.WentOnFrom), Voters(now, set), now.Today);

    /// <summary>Whether a pause of the cohort moved the agreement of the sets behind the date of their first meeting, of which nobody has heard for certain.</summary>
    public static bool HasSetMoved(SetsCase now, SetMeeting meeting) =>
        meeting.Stands && IsFirst(now, meeting.StepId) && now.Timetable.PlaceOf(meeting.StepId.About(SetMessages.Contract)) is >= 0
        && meeting.SettledOn < now.Planned(meeting.StepId, SetMessages.Contract)
        && now.Timetable.PlaceOf(meeting.StepId.About(SetMessages.Date)) is var date && now.People.All(person => !person.Handled.Contains(date));

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

            foreach (var meeting in set.Meetings.Where(meeting => HasSetMoved(now, meeting)).ToList())
            {
                set = set.With(Arranged(now, set, now.Timetable.FindStep(meeting.StepId)!));
            }

            foreach (var meeting in set.Meetings.Where(meeting => IsToBeSettled(now, set, meeting)).ToList())
            {
                set = set.With(Settled(now, set, meeting));
            }

            foreach (var meeting in set.Meetings.Where(meeting => NamesSomebodyGone(now, set, meeting)).ToList())
            {
                set = set.With(WithTurns(now, set, meeting));
            }

            foreach (var step in now.Steps.Where(step => IsToBeOpened(now, set, step)).ToList())
            {
                set = set with { Meetings = [.. set.Meetings, Arranged(now, set, step)] };
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

    /// <summary>Whether a meeting that stands names somebody to present or lead who is not in the set any more.</summary>
    public static bool NamesSomebodyGone(SetsCase now, LearningSet set, SetMeeting meeting) =>
        meeting is { Stands: true, At: { } at } && at.Date > now.Today && now.Timetable.PlaceOf(meeting.StepId) >= 0 && set.Members.Count > 0
        && !meeting.Presenters.Concat(meeting.Leader is { } leader ? [leader] : []).All(person => set.Find(person) is not null);

    // Of the first, people are told the date together with who is in their set.
    private static bool IsFirst(SetsCase now, StepId step) => now.Standing.Formed?.StepId == step;

    private static string Number(int set) => set.ToString(CultureInfo.InvariantCulture);

    private static SetMeeting Arranged(SetsCase now, LearningSet set, Step step)
    {
        var (patterns, isFirst) = (Patterns(now, set), IsFirst(now, step.Id));
        var days = isFirst ? 0 : Math.Max(
            DatePoll.Days(now.Cohort.Division, now.Today, patterns),
            Period.DaysBetween(now.Today, now.Planned(step.Id, SetMessages.Poll)) + SetMessages.PollDays);
        var closes = now.Today.PlusDays(days);

        // One that opens late still keeps to its week, if it can.
        var notice = isFirst ? SetMessages.NoticeDays
            : Math.Clamp(Period.DaysBetween(closes, now.Planned(step.Id)), SetMessages.NoticeDaysOfLate, SetMessages.NoticeDays);
        var from = LocalDate.Max(now.Planned(step.Id), DatePoll.FirstDay(now.Cohort.Division, closes, patterns, notice));
        var options = MeetingTimes.Options(now.Cohort.Division, from, step.Minutes, patterns);
        var opened = new SetMeeting
        {
            StepId = step.Id,
            OpenedOn = now.Today,
            PollDays = days,
            Options = isFirst ? [OneOf(options, set.Number, step.Minutes, patterns)] : options,
        };
        return isFirst ? Settled(now, set, opened) : opened;
    }

    // One of the times of a week at which most work; sets side by side meet on different days, as one person may facilitate several.
    private static LocalDateTime OneOf(IReadOnlyList<LocalDateTime> options, int number, int minutes, IReadOnlyList<Places.WorkingPattern> patterns)
    {
        var most = options.Max(option => MeetingTimes.AtWork(option, minutes, patterns));
        List<LocalDateTime> best = [.. options.Where(option => MeetingTimes.AtWork(option, minutes, patterns) == most)];
        best.RemoveAll(option => LocalDays.MondayOf(option.Date) > LocalDays.MondayOf(best[0].Date));
        return best[(number - 1) % best.Count];
    }

    private static SetMeeting Settled(SetsCase now, LearningSet set, SetMeeting meeting)
    {
        var step = now.Timetable.FindStep(meeting.StepId)!;
        var patterns = Patterns(now, set);
        LocalDate From(int notice) => DatePoll.FirstDay(now.Cohort.Division, now.Today, patterns, notice);
        return WithTurns(now, set, meeting with
        {
            // After a standstill no time may be left; then the next one takes the place of all.
            At = DatePoll.Chosen(meeting, From(SetMessages.NoticeDaysOfLate), step.Minutes, patterns)
                ?? DatePoll.Chosen(
                    meeting with
                    {
                        Options = MeetingTimes.Options(now.Cohort.Division, From(SetMessages.NoticeDays), step.Minutes, patterns),
                        Votes = new Dictionary<ParticipantId, IReadOnlyList<int>>(),
                    },
                    From(SetMessages.NoticeDays), step.Minutes, patterns),
            SettledOn = IsFirst(now, step.Id) ? LocalDate.Max(now.Today, now.Planned(step.Id, SetMessages.Contract)) : now.Today,
        });
    }

    /// <summary>Says whose turn it is: whoever was asked before and is still in the set, and others in the place of those who are not.</summary>
    private static SetMeeting WithTurns(SetsCase now, LearningSet set, SetMeeting meeting)
    {
        // Turns of meetings that are not put away yet count as well, or two meetings close together would ask the same people.
        var members = set.Meetings.TakeWhile(other => other.StepId != meeting.StepId)
            .Aggregate(set.Members, Airtime.AfterOrAsAnnounced);
        // Whoever is paused keeps their turn.
        var voters = Voters(now, set).ToHashSet();
        var here = members.Where(member => voters.Contains(member.Person)).ToList();
        List<ParticipantId> asked = [.. meeting.Presenters.Where(person => set.Find(person) is not null)];
        List<ParticipantId> presenters =
            [.. asked, .. Airtime.Presenters([.. here.Where(member => !asked.Contains(member.Person))]).Take(Airtime.PresentersMost - asked.Count)];
        return meeting with
        {
            Presenters = presenters,
            Leader = now.Timetable.FindStep(meeting.StepId)!.Stage == Stage.FacilitatorLed ? null
                : meeting.Leader is { } leader && set.Find(leader) is not null && !presenters.Contains(leader) ? leader
                : Airtime.Leader(here, presenters),
        };
    }

    private static IReadOnlyList<Places.WorkingPattern> Patterns(SetsCase now, LearningSet set) =>
        [.. now.People.Where(person => set.Find(person.Id) is not null).Select(person => person.Pattern)];

    private static IEnumerable<ParticipantId> Voters(SetsCase now, LearningSet set) =>
        now.People.Where(person => set.Find(person.Id) is not null && now.IsHere(person)).Select(person => person.Id);
}
