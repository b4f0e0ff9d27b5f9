namespace PlaceLeadership.Matching.Pairs;

/// <summary>The fair pairing: the worst pair as good as it can be, then the largest total.</summary>
/// <param name="Worst">The weight of the worst pair; null if there is no pair.</param>
/// <param name="Found">The best pairing in which no pair is worse.</param>
public sealed record WorstPairFirst(long? Worst, ProvenPairing Found)
{
    /// <summary>Among pairings with as many pairs as there can be.</summary>
    public static WorstPairFirst Find(PairGraph graph)
    {
        var found = BestPairing.Find(graph, PairingAim.PairsFirst);
        if (found.Pairing.Cardinality == 0)
        {
            return new WorstPairFirst(null, found);
        }

        // A bar that leaves as many pairs possible leaves them possible when it is lowered: halve the range.
        var bars = graph.Pairs.Select(pair => pair.Weight).Distinct().Order().ToList();
        var (low, high) = (0, bars.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (MostPairs(AtLeast(graph, bars[middle])) == found.Pairing.Cardinality)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return new WorstPairFirst(bars[low], BestPairing.Find(AtLeast(graph, bars[low]), PairingAim.PairsFirst));
    }

    private static int MostPairs(PairGraph graph) =>
        BestPairing.Find(new PairGraph(graph.People, [.. graph.Pairs.Select(pair => pair with { Weight = 1 })]), PairingAim.Weight)
            .Pairing.Cardinality;

    private static PairGraph AtLeast(PairGraph graph, long bar) =>
        new(graph.People, [.. graph.Pairs.Where(pair => pair.Weight >= bar)]);
}
