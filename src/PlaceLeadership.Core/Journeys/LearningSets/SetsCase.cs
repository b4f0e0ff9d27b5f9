using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>What is decided from about the learning sets of a cohort.</summary>
public sealed record SetsCase : JourneyCase
{
    /// <summary>The learning sets in a case.</summary>
    public SetsCase(JourneyCase now)
        : base(now) => Standing = StandingSets.Of(now.Rows);

    /// <summary>The sets as they stand.</summary>
    public StandingSets Standing { get; init; }

    /// <summary>The highest number of a set that is not to be given again, for what is stored under it.</summary>
    public int HighestKept { get; init; }

    /// <summary>The set meetings of the programme that this cohort holds, in order.</summary>
    public IEnumerable<Step> Steps => Held<LearningSetsJourney>();

    /// <summary>The set meeting before which sets are formed; null when there is none, or it is not the first of the programme.</summary>
    public Step? FirstMeeting => Steps.FirstOrDefault() is { } first && Timetable.PlaceOf(first.Id.About(SetMessages.Proposal)) >= 0 ? first : null;

    /// <summary>Whether sets are to be formed today.</summary>
    public bool AreToBeFormed => Standing.Formed is null && FirstMeeting is { } first
        && Today >= ProposedOn(first) && Today < TooLateToForm(first);

    /// <summary>Whether people can still be given another set: until the last meeting of the programme is planned.</summary>
    public bool TakeIn => Steps.LastOrDefault() is { } last && Today <= Planned(last.Id);

    /// <summary>Whether sets can still change, if only because somebody leaves: until the last of them has met.</summary>
    public bool CanStillChange => TakeIn
        || Standing.All.Any(set => set.Meetings.Any(meeting => meeting is { Stands: true, At: { } at } && at.Date > Today));

    /// <summary>The day from which a meeting is recorded and over.</summary>
    public LocalDate RestsOn(SetMeeting meeting)
    {
        var planned = Timetable.PlaceOf(meeting.StepId) < 0 ? meeting.OpenedOn : Planned(meeting.StepId);
        var earliest = planned.PlusDays(FormingDaysMax);
        if (meeting.At is not { } at)
        {
            return earliest.PlusDays(RestingDays);
        }

        // While somebody may travel to a day that it had, it is told that it is off.
        var last = meeting.Earlier.Append(at).Max().Date;
        return meeting.Stands ? LocalDate.Max(earliest, LocalDate.Max(last, at.Date.PlusDays(SetMessages.RecordDays)).PlusDays(1))
            : LocalDate.Max(earliest.PlusDays(RestingDays), last.PlusDays(1));
    }

    /// <summary>Whether somebody of a set left, asked for another, must be apart, or came new.</summary>
    public bool NeedMending => Standing is { Formed: { } formed, All.Count: > 0 } && CanStillChange
        && (Standing.All.Any(set => set.Asking.Count > 0 || IsBroken([.. set.Members.Select(member => member.Person)]))
            || People.Any(person => IsNew(formed, person)));

    /// <summary>Whether somebody came after the sets were formed.</summary>
    public bool IsNew(SetsFormed formed, Participant person) =>
        TakeIn && IsHere(person) && IsFor(formed.StepId, person) && Standing.SetOf(person.Id) is null && !formed.WithoutSet.Contains(person.Id);

    /// <summary>Whether anything is to be done today.</summary>
    public bool IsDue => AreToBeFormed || NeedMending || Standing.All.Any(NeedsKeeping);

    /// <summary>The next day after today on which something is to be done by itself; null when none.</summary>
    public LocalDate? NextDay => Days().Where(day => day > Today).Select(day => (LocalDate?)day).Min();

    /// <summary>The day from which the set is asked when it can meet.</summary>
    public LocalDate PolledOn(Step step) => AskedOn(step.Id, SetMessages.Poll, SetMessages.PollDays);

    /// <summary>The day on which the sets are formed and proposed.</summary>
    public LocalDate ProposedOn(Step first) => AskedOn(first.Id, SetMessages.Proposal, SetMessages.DecidingDays);

    private IEnumerable<LocalDate> Days()
    {
        if (Standing.Formed is null && FirstMeeting is { } first)
        {
            yield return ProposedOn(first);
        }

        foreach (var step in Standing.All.Count == 0 ? [] : Steps)
        {
            yield return PolledOn(step);
        }

        foreach (var meeting in Standing.All.SelectMany(set => set.Meetings))
        {
            yield return meeting is { At: null, CalledOff: false } ? DatePoll.ClosesOn(meeting, Cohort.WentOnFrom) : RestsOn(meeting);
        }
    }

    private bool NeedsKeeping(LearningSet set) =>
        Steps.Any(step => MeetingConvening.IsToBeOpened(this, set, step))
        || set.Meetings.Any(meeting => Today >= RestsOn(meeting) || MeetingConvening.IsToBeSettled(this, set, meeting)
            || MeetingConvening.HasSetMoved(this, meeting) || MeetingConvening.NamesSomebodyGone(this, set, meeting));
}
