using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.Coaching.Pairing;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>What earlier rounds say to whoever pairs people: who has met, and who must be apart.</summary>
internal static class RoundMemory
{
    /// <summary>The rounds as history, each with the groups that came apart in it.</summary>
    public static IReadOnlyList<PastRound> History(IEnumerable<OpenRound> rounds) =>
    [
        .. rounds.Select(round => new PastRound([.. AllGroups(round).Select(group => group.Members.Texts())])
        {
            LeftOut = round.Alone.Texts(),
            MatchedLate = round.Changes.Keys.Texts(),
        }),
    ];

    /// <summary>Two who must be apart, each once: by a wish, or because one of them asked for somebody else in any round.</summary>
    public static IReadOnlyList<(string One, string Other)> Apart(IEnumerable<ApartWish> wishes, IEnumerable<OpenRound> rounds) =>
    [
        .. wishes.Select(wish => (One: wish.One.Value, Other: wish.Other.Value))
            .Concat(rounds.SelectMany(round => round.Declined.Concat(Asked(round))).Select(pair => (One: pair.One.Value, Other: pair.Other.Value)))
            .Select(pair => string.CompareOrdinal(pair.One, pair.Other) < 0 ? pair : (One: pair.Other, Other: pair.One))
            .Distinct(),
    ];

    /// <summary>Whether two were in one group of a round at any time.</summary>
    public static bool WereTogether(OpenRound round, ParticipantId one, ParticipantId other) =>
        AllGroups(round).Any(group => group.Members.Contains(one) && group.Members.Contains(other));

    // Whoever asked too late to be given somebody else in this round.
    private static IEnumerable<Declined> Asked(OpenRound round) => round.Asking.SelectMany(person =>
        (round.GroupOf(person)?.Members ?? []).Where(other => other != person).Select(other => new Declined(person, other)));

    private static IEnumerable<RoundGroup> AllGroups(OpenRound round) => round.Groups.Concat(round.Earlier);
}
