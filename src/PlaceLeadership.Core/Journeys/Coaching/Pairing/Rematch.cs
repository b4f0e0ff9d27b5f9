namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// Mends a round in which somebody declined, left or joined, and disturbs as few people as possible. Each of these counts before
/// all that follow it: as many people placed as possible; as few new pairs of colleagues, then of people who have met, as possible; as
/// few people as possible with a new partner; a fair trio; the largest score. It is exact: everything is one weighted pairing, in
/// which a partner from the round as it was costs nothing.
/// </summary>
/// <remarks>
/// What the rules forbid while there is an alternative comes before disturbing few, so that nobody gets a colleague only because
/// that was the shortest way. Two who remain of a trio have no new partner. A trio is made, or kept, only if it takes somebody in.
/// </remarks>
public static class Rematch
{
    /// <summary>The round after the repair.</summary>
    /// <exception cref="ArgumentException">An id is there twice, somebody is in two groups, or there are too many people.</exception>
    public static RematchedRound Repair(RematchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestChecks.Check(request);
        IReadOnlyList<(string One, string Other)> apart = [.. request.Apart, .. request.Declined];
        var rules = new PairRules(request.Profiles, apart, request.History, request.Weights);
        var tiers = PairTiers.ForRepair(rules.People, rules.MostScore);
        var together = Together(rules, request.Groups);
        var everybody = Enumerable.Range(0, rules.People).ToArray();
        var trios = Above(rules.InTrio);
        var groups = new RoundSolver(
            (one, other) => rules.Allowed(one, other)
                ? together.Contains((one, other))
                    ? tiers.Pair(0, colleagues: false, 0, rules.Score(one, other))
                    : tiers.Pair(2, rules.Colleagues(one, other), rules.Met(one, other), rules.Score(one, other))
                : null,
            (one, other, third) => Trio(rules, tiers, [one, other, third], together, trios[one] + trios[other] + trios[third]),
            _ => 0).Solve(everybody);
        return new RematchedRound(
            Description.Round(rules, everybody, groups, []),
            [.. groups.SelectMany(group => NewPartner(group, together)).Select(person => rules.Profiles[person].Id).Order(StringComparer.Ordinal)]);
    }

    private static HashSet<(int One, int Other)> Together(PairRules rules, IReadOnlyList<IReadOnlyList<string>> groups) =>
    [
        .. from known in groups.Select(people => people.Select(rules.NumberOf).OfType<int>().ToList())
           from one in known
           from other in known
           where one != other
           select (one, other),
    ];

    private static IEnumerable<int> NewPartner(int[] group, HashSet<(int One, int Other)> together) =>
        group.Where(one => group.Any(other => other != one && !together.Contains((one, other))));

    private static long Trio(PairRules rules, PairTiers tiers, int[] trio, HashSet<(int One, int Other)> together, int unfair)
    {
        var pairs = PlanDraft.PairsOf(trio).ToList();
        var fresh = pairs.Where(pair => !together.Contains((pair.Low, pair.High))).ToList();
        return tiers.Trio(
            NewPartner(trio, together).Count(),
            unfair,
            fresh.Count(pair => rules.Colleagues(pair.Low, pair.High)),
            fresh.Sum(pair => Math.Min(rules.Met(pair.Low, pair.High), PairTiers.MetMost)),
            pairs.Sum(pair => rules.Score(pair.Low, pair.High)));
    }

    private static int[] Above(int[] times) => [.. times.Select(one => Math.Clamp(one - times.Min(), 0, PairTiers.UnfairMost))];
}
