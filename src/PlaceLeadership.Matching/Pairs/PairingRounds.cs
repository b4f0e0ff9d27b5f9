namespace PlaceLeadership.Matching.Pairs;

/// <summary>Successive rounds in which nobody meets the same person twice.</summary>
public static class PairingRounds
{
    /// <summary>As many pairs as there can be in each round, then the largest weight; what has met is not offered again.</summary>
    /// <param name="graph">Who may meet whom in the first round.</param>
    /// <param name="rounds">How many rounds.</param>
    public static IEnumerable<(PairGraph Graph, ProvenPairing Found)> Find(PairGraph graph, int rounds)
    {
        ArgumentNullException.ThrowIfNull(graph);
        for (var round = 0; round < rounds; round++)
        {
            var found = BestPairing.Find(graph, PairingAim.PairsFirst);
            yield return (graph, found);
            graph = graph.Without(found.Pairing.Pairs.ToHashSet());
        }
    }
}
