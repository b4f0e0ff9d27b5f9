using System.Diagnostics;

namespace PlaceLeadership.Matching.Pairs;

/// <summary>The best pairing of a graph, exact, each time with its proof checked.</summary>
public static class BestPairing
{
    /// <summary>Finds a best pairing. Time O(n³), memory O(n²): about 14 n² bytes, 32 MB to 56 MB for 2,000 people.</summary>
    /// <param name="graph">Who may meet whom.</param>
    /// <param name="aim">What counts as best.</param>
    /// <exception cref="UnreachableException">The result is not what its proof says: a fault in this product, never in the input.</exception>
    public static ProvenPairing Find(PairGraph graph, PairingAim aim)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var edges = Maximised(graph, aim);
        var search = new BlossomSearch(graph.People, Matrix(graph.People, edges));
        search.Run();
        var certificate = search.Certificate();
        if (certificate.Fault(edges, search.Mates) is { } fault)
        {
            throw new UnreachableException($"The pairing of {graph.People} people is not proven best. {fault} Please report this with the input.");
        }

        return new ProvenPairing(Described(graph, [.. search.Mates]), certificate);
    }

    /// <summary>
    /// The weights to maximise. If pairs come first, each weight is lifted by more than all pairs together can differ, so that
    /// one more pair is always worth it; otherwise a pair that adds nothing is left out.
    /// </summary>
    internal static IReadOnlyList<WeightedPair> Maximised(PairGraph graph, PairingAim aim)
    {
        if (aim == PairingAim.Weight || graph.Pairs.Count == 0)
        {
            return [.. graph.Pairs.Where(pair => pair.Weight > 0)];
        }

        var lowest = graph.Pairs.Min(pair => pair.Weight);
        var range = graph.Pairs.Max(pair => pair.Weight) - lowest;
        var lift = (graph.People / 2 * range) + 1 - lowest;
        return [.. graph.Pairs.Select(pair => pair with { Weight = pair.Weight + lift })];
    }

    private static long[] Matrix(int people, IReadOnlyList<WeightedPair> edges)
    {
        var matrix = new long[people * people];
        Array.Fill(matrix, BlossomSearch.NoEdge);
        foreach (var (first, second, weight) in edges)
        {
            matrix[(first * people) + second] = 4 * weight;
            matrix[(second * people) + first] = 4 * weight;
        }

        return matrix;
    }

    private static Pairing Described(PairGraph graph, int[] mates)
    {
        var chosen = graph.Pairs.Where(pair => mates[pair.First] == pair.Second).ToList();
        return new Pairing(mates, chosen.Count, chosen.Sum(pair => pair.Weight));
    }
}
