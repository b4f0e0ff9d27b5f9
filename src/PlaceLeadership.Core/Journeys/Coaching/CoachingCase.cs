using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>What is decided from about the coaching rounds of a cohort.</summary>
public sealed record CoachingCase : JourneyCase
{
    /// <summary>The coaching in a case.</summary>
    public CoachingCase(JourneyCase now)
        : base(now)
    {
    }

    /// <summary>The coaching rounds of the programme that this cohort holds, in order.</summary>
    public IEnumerable<Step> Steps => Held<CoachingJourney>();

    /// <summary>The rounds that are open.</summary>
    public IReadOnlyList<OpenRound> Open => OpenRounds.Of(Rows).All;

    /// <summary>The open round of this step, or null.</summary>
    public OpenRound? RoundOf(StepId stepId) => OpenRounds.Of(Rows).Find(stepId);

    /// <summary>Whether a round is to be formed today.</summary>
    public bool IsToBeFormed(Step step) =>
        RoundOf(step.Id) is null && Today >= ProposedOn(step) && Today < TooLateToForm(step);

    /// <summary>Whether a round's introduction is past, so that its people know each other.</summary>
    public bool IsIntroduced(OpenRound round) => Today >= Planned(round.StepId);

    /// <summary>Whether people of a round can still be given somebody else: while there is time for them to meet.</summary>
    public bool CanStillChange(OpenRound round) => CanChangeOn(round, Today);

    /// <summary>The day from which nothing of a round matters to anything that is sent.</summary>
    public LocalDate RestsOn(OpenRound round) => Timetable.PlaceOf(round.StepId) < 0
        ? Today
        : LocalDate.Max(Planned(round.StepId, CoachingMessages.End), Planned(round.StepId)).PlusDays(RestingDays);

    /// <summary>
    /// Whether a round is to be mended today: at once where people must be apart or came new. Whoever asked for somebody else, left or rests is
    /// seen to once a week once people know each other, on the day before the letter, so that who asked cannot be told from who lost a partner.
    /// </summary>
    public bool NeedsMending(OpenRound round) => CanStillChange(round)
        && (People.Any(person => IsNew(round, person)) || round.Groups.Any(group => MustPart(group.Members))
            || round.Groups.Any(group => IsBrokenUnknown(round, group))
            || (Today.DayOfWeek == MendingDay && round.Groups.All(group => group.Since != Today) && SomebodyWaits(round)));

    /// <summary>
    /// Whether somebody left a group of a round that knows each other, when nobody is given anybody any more: the others are told of that.
    /// </summary>
    public bool HasLost(OpenRound round) => IsOnlyToldOn(round, Today) && round.Groups.Any(HasLost);

    /// <summary>Whether somebody left a group.</summary>
    public bool HasLost(RoundGroup group) => StillHere(group).Count < group.Members.Count;

    /// <summary>Those of a group who have not left.</summary>
    public IReadOnlyList<ParticipantId> StillHere(RoundGroup group) =>
        [.. group.Members.Where(member => People.Any(person => person.Id == member && person.LeftOn is null))];

    // Somebody in it has not been introduced yet, and must not be to whoever left or asked for somebody else.
    private bool IsBrokenUnknown(OpenRound round, RoundGroup group) =>
        (IsBroken(round, group) || group.Members.Any(round.Asking.Contains))
        && (!KnowEachOther(round) || People.Any(person =>
            person.LeftOn is null && group.Members.Contains(person.Id) && !person.Handled.Contains(Timetable.PlaceOf(round.StepId))));

    // On the day of the introduction they are only told.
    private bool KnowEachOther(OpenRound round) => Today > Planned(round.StepId);

    private bool CanChangeOn(OpenRound round, LocalDate day) => Timetable.PlaceOf(round.StepId) >= 0 && day < ChangesUntil(round);

    // From the day on which nobody is given anybody any more until the round ends.
    private bool IsOnlyToldOn(OpenRound round, LocalDate day) => Timetable.PlaceOf(round.StepId) >= 0 && day >= ChangesUntil(round)
        && day >= Planned(round.StepId) && day < Planned(round.StepId, CoachingMessages.End);

    private LocalDate ChangesUntil(OpenRound round) =>
        CoachingMessages.ChangesUntil(Planned(round.StepId), Planned(round.StepId, CoachingMessages.End));

    private bool SomebodyWaits(OpenRound round) => round.Asking.Count > 0 || round.Groups.Any(group => IsBroken(round, group));

    private IsoDayOfWeek MendingDay => Timetable.Programme.Rhythm.Day is { } letter and > IsoDayOfWeek.Monday ? letter - 1 : IsoDayOfWeek.Sunday;

    /// <summary>Whether somebody came to a round that was formed without them, while there is time to meet.</summary>
    public bool IsNew(OpenRound round, Participant person) =>
        IsHere(person) && IsFor(round.StepId, person) && round.GroupOf(person.Id) is null
        && !round.Alone.Contains(person.Id) && !round.Resting.Contains(person.Id)
        && Today < Planned(round.StepId, CoachingMessages.Fit);

    /// <summary>Whether a group of a round cannot go on as it is.</summary>
    public bool IsBroken(OpenRound round, RoundGroup group) => group.Members.Any(round.Resting.Contains) || IsBroken(group.Members);

    /// <summary>The day on which a round is formed and proposed.</summary>
    public LocalDate ProposedOn(Step step) => AskedOn(step.Id, CoachingMessages.Proposal, CoachingMessages.ProposedDaysBefore);

    /// <summary>Whether anything is to be done today.</summary>
    public bool IsDue => Steps.Any(IsToBeFormed) || Open.Any(round => Today >= RestsOn(round) || NeedsMending(round) || HasLost(round));

    /// <summary>The next day after today on which something is to be done by itself; null when none.</summary>
    public LocalDate? NextDay => Steps.Where(step => RoundOf(step.Id) is null).Select(ProposedOn)
        .Concat(Open.Select(RestsOn))
        .Concat(Open.Where(SomebodyWaits).Where(round => CanChangeOn(round, Today.Next(MendingDay))).Select(_ => Today.Next(MendingDay)))
        // Who left after the last day of mending leaves nobody to look for: the others are told once nobody is given anybody any more.
        .Concat(Open.Where(round => round.Groups.Any(HasLost) && IsOnlyToldOn(round, ChangesUntil(round))).Select(ChangesUntil))
        .Where(day => day > Today).Select(day => (LocalDate?)day).Min();
}
