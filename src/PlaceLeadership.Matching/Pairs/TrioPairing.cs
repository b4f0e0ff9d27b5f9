namespace PlaceLeadership.Matching.Pairs;

/// <summary>
/// Everybody placed among an odd number of people: pairs, and one trio whose three pairs are all allowed. Each person of the
/// trio has two partners, so a trio counts half the sum of its three weights.
/// </summary>
/// <param name="Trio">The three.</param>
/// <param name="Pairing">The pairs of all others; the trio's people have no mate in it.</param>
/// <param name="TrioWeight">The sum of the trio's three weights.</param>
public sealed record TrioPairing(IReadOnlyList<int> Trio, Pairing Pairing, long TrioWeight)
{
    private const int AtATime = 256;

    /// <summary>Twice the weight of all pairs plus the three weights of the trio: what is as large as it can be.</summary>
    public long DoubledValue => (2 * Pairing.Weight) + TrioWeight;

    /// <summary>
    /// The best, or null if nobody can be placed that way. Prices of the best pairing bound what each trio can still reach;
    /// trios are tried in the order of their bounds until none is left that could be better.
    /// </summary>
    /// <remarks>
    /// Two allowed partners are never in different groups of a barrier. So a trio leaves a perfect pairing only if one person
    /// alone stays over without it, and if it lies within one odd group.
    /// </remarks>
    /// <exception cref="ArgumentException">The number of people is even.</exception>
    public static TrioPairing? Find(PairGraph graph) => Find(graph, null);

    /// <summary>
    /// The same with another value for each trio of three allowed pairs, to be compared with twice the weights of the pairs; a
    /// trio without a value is forbidden.
    /// </summary>
    public static TrioPairing? Find(PairGraph graph, Func<int, int, int, long?>? valueOfTrio)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.People % 2 == 0)
        {
            throw new ArgumentException($"{graph.People} people can do without a trio.", nameof(graph));
        }

        var found = BestPairing.Find(graph, PairingAim.PairsFirst);
        if (found.Pairing.Alone.Count() > 1)
        {
            return null;
        }

        var bounds = new TrioBounds(graph, found, PairingBarrier.Of(graph, found.Pairing), valueOfTrio);
        TrioPairing? best = null;
        for (var next = bounds.After(null, AtATime); next.Count > 0; next = bounds.After(next[^1], AtATime))
        {
            foreach (var candidate in next)
            {
                if (best is not null && bounds.DoubledValueAtMost(candidate) <= best.DoubledValue)
                {
                    return best;
                }

                if (Around(graph, candidate) is { } placed && (best is null || placed.DoubledValue > best.DoubledValue))
                {
                    best = placed;
                }
            }
        }

        return best;
    }

    private static TrioPairing? Around(PairGraph graph, TrioCandidate trio)
    {
        int[] three = [trio.First, trio.Second, trio.Third];
        var others = Enumerable.Range(0, graph.People).Except(three).ToArray();
        var place = new int[graph.People];
        Array.Fill(place, -1);
        for (var index = 0; index < others.Length; index++)
        {
            place[others[index]] = index;
        }

        var rest = graph.Pairs.Where(pair => place[pair.First] >= 0 && place[pair.Second] >= 0)
            .Select(pair => pair with { First = place[pair.First], Second = place[pair.Second] });
        var found = BestPairing.Find(new PairGraph(others.Length, [.. rest]), PairingAim.PairsFirst).Pairing;
        if (found.Alone.Any())
        {
            return null;
        }

        var mates = new int[graph.People];
        Array.Fill(mates, -1);
        foreach (var (low, high) in found.Pairs)
        {
            (mates[others[low]], mates[others[high]]) = (others[high], others[low]);
        }

        return new TrioPairing(three, found with { Mates = mates }, trio.Weight);
    }
}
