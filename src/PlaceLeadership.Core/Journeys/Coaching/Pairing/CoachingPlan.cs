namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>Rounds as they are planned.</summary>
/// <param name="Rounds">In the order in which they were asked for.</param>
/// <param name="Bound">
/// No plan that obeys the rules as well as this one can have a larger sum. A single round is its own bound. Of several, each round
/// by itself is made the best while a pair costs a price, so that it is not wanted twice, and a turn in the trio likewise; what the rounds
/// are then worth and all prices together bound every plan, whatever the prices are (Held and Karp 1970). Where somebody is left
/// out, or some meet again, it is a linear programme in which pairs meet in fractions, and less tight.
/// </param>
public sealed record CoachingPlan(IReadOnlyList<CoachingRound> Rounds, decimal Bound)
{
    /// <summary>The sum over all rounds.</summary>
    public decimal Score => Rounds.Sum(round => round.Score);
}

/// <summary>One round: who meets whom.</summary>
/// <param name="Groups">Pairs, and at most one trio.</param>
/// <param name="LeftOut">Those who meet nobody, with the reason.</param>
public sealed record CoachingRound(IReadOnlyList<CoachingGroup> Groups, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>Each pair counts its score, a trio half the sum of its three, so that nobody counts twice.</summary>
    public decimal Score => Groups.Sum(group => group.Why.Sum(why => why.Fit.Score) / (group.People.Count - 1m));

    /// <summary>Why colleagues or people who have met before are together although that is avoided; null if none are.</summary>
    public Shortage? Shortage { get; init; }
}

/// <summary>People who meet.</summary>
/// <param name="People">Two or three ids, in ordinal order.</param>
/// <param name="Why">For each two of them why they are together: one, or three for a trio.</param>
public sealed record CoachingGroup(IReadOnlyList<string> People, IReadOnlyList<PairWhy> Why);

/// <summary>Why two people are together.</summary>
/// <param name="Fit">What they have for each other.</param>
/// <param name="MetBefore">How often they have been together in earlier rounds.</param>
public sealed record PairWhy(PairFit Fit, int MetBefore);
