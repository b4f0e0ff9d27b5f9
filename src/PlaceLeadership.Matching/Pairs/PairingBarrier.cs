using System.Diagnostics;

namespace PlaceLeadership.Matching.Pairs;

/// <summary>
/// Why no pairing has more pairs (Tutte 1947, Berge 1958): without the people in <see cref="Needed"/> the others fall into
/// groups that have no allowed pair between them, and each odd group has one person over, who needs one of the needed.
/// </summary>
/// <param name="Needed">Those whom the groups compete for; may be empty.</param>
/// <param name="OddGroups">The groups of an odd number of people.</param>
public sealed record PairingBarrier(IReadOnlyList<int> Needed, IReadOnlyList<IReadOnlyList<int>> OddGroups)
{
    /// <summary>How many people at least stay alone.</summary>
    public int Alone => OddGroups.Count - Needed.Count;

    /// <summary>
    /// The barrier of a pairing that has as many pairs as there can be. It is found by growing an alternating forest from all
    /// who are alone (Edmonds 1965), and counted again by itself before it is returned.
    /// </summary>
    /// <exception cref="ArgumentException">There is a pairing with more pairs.</exception>
    public static PairingBarrier Of(PairGraph graph, Pairing pairing)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(pairing);
        var neighbours = graph.Pairs
            .SelectMany(pair => new[] { (From: pair.First, To: pair.Second), (From: pair.Second, To: pair.First) })
            .ToLookup(edge => edge.From, edge => edge.To);
        var needed = new AlternatingForest(graph.People, neighbours, pairing.Mates).Odd();
        var groups = Groups(graph.People, neighbours, needed).Where(group => group.Count % 2 == 1).ToList();
        var barrier = new PairingBarrier([.. needed.Order()], groups);
        return barrier.Alone == pairing.Alone.Count()
            ? barrier
            : throw new UnreachableException($"The barrier says that {barrier.Alone} people stay alone, the pairing leaves {pairing.Alone.Count()}.");
    }

    private static IEnumerable<IReadOnlyList<int>> Groups(int people, ILookup<int, int> neighbours, IReadOnlySet<int> needed)
    {
        var seen = new HashSet<int>(needed);
        for (var start = 0; start < people; start++)
        {
            if (!seen.Add(start))
            {
                continue;
            }

            var group = new List<int> { start };
            for (var index = 0; index < group.Count; index++)
            {
                group.AddRange(neighbours[group[index]].Where(seen.Add));
            }

            group.Sort();
            yield return group;
        }
    }
}
