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
        RoundOf(step.Id) is null && Today >= Planned(step.Id, CoachingMessages.Proposal) && Today < TooLateToForm(step);

    /// <summary>Whether a round's introduction is past, so that its people know each other.</summary>
    public bool IsIntroduced(OpenRound round) => Today >= Planned(round.StepId);

    /// <summary>Whether people of a round can still be given somebody else.</summary>
    public bool CanStillChange(OpenRound round) => Timetable.PlaceOf(round.StepId) >= 0 && Today < Planned(round.StepId, CoachingMessages.End);

    /// <summary>The day from which nothing of a round matters to anything that is sent.</summary>
    public LocalDate RestsOn(OpenRound round) => Timetable.PlaceOf(round.StepId) < 0
        ? Today
        : LocalDate.Max(Planned(round.StepId, CoachingMessages.End), Planned(round.StepId)).PlusDays(RestingDays);

    /// <summary>Whether somebody of a round left, asked for somebody else, must be apart, or came new.</summary>
    public bool NeedsMending(OpenRound round) => CanStillChange(round)
        && (round.Asking.Count > 0
            || round.Groups.Any(group => IsBroken(round, group))
            || People.Any(person => IsNew(round, person)));

    /// <summary>Whether somebody came to a round that was formed without them, while there is time to meet.</summary>
    public bool IsNew(OpenRound round, Participant person) =>
        IsHere(person) && IsFor(round.StepId, person) && round.GroupOf(person.Id) is null
        && !round.Alone.Contains(person.Id) && !round.Resting.Contains(person.Id)
        && Today < Planned(round.StepId, CoachingMessages.Fit);

    /// <summary>Whether a group of a round cannot go on as it is.</summary>
    public bool IsBroken(OpenRound round, RoundGroup group) => group.Members.Any(round.Resting.Contains) || IsBroken(group.Members);

    /// <summary>Whether anything is to be done today.</summary>
    public bool IsDue => Steps.Any(IsToBeFormed) || Open.Any(round => Today >= RestsOn(round) || NeedsMending(round));

    /// <summary>The next day after today on which something is to be done by itself; null when none.</summary>
    public LocalDate? NextDay => Steps.Where(step => RoundOf(step.Id) is null).Select(step => Planned(step.Id, CoachingMessages.Proposal))
        .Concat(Open.Select(RestsOn)).Where(day => day > Today).Select(day => (LocalDate?)day).Min();
}
