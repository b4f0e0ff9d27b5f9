using NodaTime;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Together;

/// <summary>
/// When people are to be brought together, or what brought them together is to be mended, settled or put away. Pure; what is to
/// be done then is decided by <see cref="RoundConvening"/>, <see cref="SetConvening"/> and <see cref="MeetingConvening"/>.
/// </summary>
public static class Convening
{
    /// <summary>Whether something is to be done today.</summary>
    public static bool IsDue(ConveningCase now) =>
        now.Cohort.EndedOn is null && !(now.Cohort.Pause?.Holds(now.Today) ?? false)
        && (now.Rounds.Any(step => IsToBeFormed(now, step))
            || now.Groups.Rounds.Any(round => now.Today >= now.RestsOn(round) || NeedsMending(now, round))
            || SetsAreToBeFormed(now)
            || SetsNeedMending(now)
            || now.Groups.Sets.Any(set => NeedsKeeping(now, set)));

    /// <summary>The next day after today on which something is to be done by itself; null when none.</summary>
    public static LocalDate? NextDay(ConveningCase now)
    {
        LocalDate? next = null;
        void Consider(LocalDate day) => next = day > now.Today && (next is null || day < next) ? day : next;
        foreach (var step in now.Rounds.Where(step => now.Groups.RoundOf(step.Id) is null))
        {
            Consider(now.Planned(step.Id, Phase.Proposal));
        }

        foreach (var round in now.Groups.Rounds)
        {
            Consider(now.RestsOn(round));
        }

        if (now.Groups.Formed is null && now.FirstMeeting is { } first)
        {
            Consider(now.Planned(first.Id, Phase.Proposal));
        }

        foreach (var step in now.Groups.Sets.Count == 0 ? [] : now.Meetings)
        {
            Consider(now.Planned(step.Id, Phase.Poll));
        }

        foreach (var meeting in now.Groups.Sets.SelectMany(set => set.Meetings))
        {
            Consider(meeting is { At: null, CalledOff: false } ? DatePoll.ClosesOn(meeting, now.Cohort.WentOnFrom) : now.RestsOn(meeting));
        }

        return next;
    }

    /// <summary>Whether a coaching round is to be formed today.</summary>
    internal static bool IsToBeFormed(ConveningCase now, Step step) =>
        now.Groups.RoundOf(step.Id) is null && now.IsTimeToForm(step);

    /// <summary>Whether sets are to be formed today.</summary>
    internal static bool SetsAreToBeFormed(ConveningCase now) =>
        now.Groups.Formed is null && now.FirstMeeting is { } first && now.IsTimeToForm(first);

    /// <summary>Whether somebody of a round left, asked for somebody else, must be apart, or came new.</summary>
    internal static bool NeedsMending(ConveningCase now, OpenRound round) => now.CanStillChange(round)
        && (round.Asking.Count > 0
            || round.Groups.Any(group => IsBroken(now, round, group))
            || now.People.Any(person => IsNew(now, round, person)));

    /// <summary>Whether somebody came to a round that was formed without them, while there is time to meet.</summary>
    internal static bool IsNew(ConveningCase now, OpenRound round, Cohorts.Participant person) =>
        now.IsHere(person) && now.IsFor(round.StepId, person) && round.GroupOf(person.Id) is null
        && !round.Alone.Contains(person.Id) && !round.Resting.Contains(person.Id)
        && now.Today < now.Planned(round.StepId, Phase.Fit);

    /// <summary>Whether somebody of a set left, asked for another, must be apart, or came new.</summary>
    internal static bool SetsNeedMending(ConveningCase now) => now.Groups is { Formed: { } formed, Sets.Count: > 0 } && now.SetsCanStillChange
        && (now.Groups.Sets.Any(set => set.Asking.Count > 0 || IsBroken(now, [.. set.Members.Select(member => member.Person)]))
            || now.People.Any(person => IsNew(now, formed, person)));

    /// <summary>Whether somebody came after the sets were formed.</summary>
    internal static bool IsNew(ConveningCase now, SetsFormed formed, Cohorts.Participant person) =>
        now.SetsTakeIn && now.IsHere(person) && now.IsFor(formed.StepId, person) && now.Groups.SetOf(person.Id) is null
        && !formed.WithoutSet.Contains(person.Id);

    /// <summary>Whether a group of a round cannot go on as it is.</summary>
    internal static bool IsBroken(ConveningCase now, OpenRound round, RoundGroup group) =>
        group.Members.Any(round.Resting.Contains) || IsBroken(now, group.Members);

    /// <summary>Whether one of these left, or two of them must be apart.</summary>
    internal static bool IsBroken(ConveningCase now, IReadOnlyList<ParticipantId> members) =>
        members.Any(member => now.People.FirstOrDefault(person => person.Id == member) is not { LeftOn: null })
        || (now.Groups.Apart.Count > 0
            && members.Any(one => members.Any(other => one != other && now.AreApart(one, other))));

    private static bool NeedsKeeping(ConveningCase now, LearningSet set) =>
        now.Meetings.Any(step => MeetingConvening.IsToBeOpened(now, set, step))
        || set.Meetings.Any(meeting => now.Today >= now.RestsOn(meeting) || MeetingConvening.IsToBeSettled(now, set, meeting));
}
