using PlaceLeadership.Matching.Pairs;

namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>Finds what stands in the way of more pairs, and counts it.</summary>
internal static class Shortages
{
    /// <summary>Why these people cannot all be paired in an allowed way; null if they can.</summary>
    /// <param name="rules">Who they are.</param>
    /// <param name="active">The people of the round.</param>
    /// <param name="may">Who may meet whom.</param>
    public static Shortage? Of(PairRules rules, int[] active, Func<int, int, bool> may)
    {
        List<WeightedPair> pairs = [];
        for (var one = 0; one < active.Length; one++)
        {
            for (var other = one + 1; other < active.Length; other++)
            {
                if (may(active[one], active[other]))
                {
                    pairs.Add(new WeightedPair(one, other, 1));
                }
            }
        }

        var graph = new PairGraph(active.Length, pairs);
        var barrier = PairingBarrier.Of(graph, BestPairing.Find(graph, PairingAim.PairsFirst).Pairing);
        if (barrier.Alone == 0)
        {
            return null;
        }

        var shared = barrier.OddGroups.SelectMany(group => group).Select(person => rules.Profiles[active[person]].Organisation).Distinct().Take(2).ToList();
        var organisation = shared.Count == 1 ? shared[0] : null;
        return new Shortage(
            active.Length, barrier.OddGroups.Count, barrier.Needed.Count, organisation,
            active.Count(person => rules.Profiles[person].Organisation == organisation));
    }
}
