using CsCheck;
using PlaceLeadership.Matching.Pairs;

namespace PlaceLeadership.Matching.Tests.Pairs;

/// <summary>Random graphs, and what is best in them by trying everything.</summary>
internal static class Graphs
{
    private static readonly long[] Scales = [1, 3, 500, 1_000_000_000_000];

    /// <summary>From empty to complete; heavy ties, negative weights, and weights of a million millions.</summary>
    public static Gen<PairGraph> Of(int fewest, int most) =>
        from people in Gen.Int[fewest, most]
        from percent in Gen.Int[5, 100]
        from scale in Gen.Int[0, Scales.Length - 1]
        from lowest in Gen.Int[0, 1]
        from chances in Gen.Int[0, 99].Array[people * (people - 1) / 2]
        from weights in Gen.Long[-lowest * Scales[scale], Scales[scale]].Array[people * (people - 1) / 2]
        select new PairGraph(people, [.. Everybody(people)
            .Select((pair, index) => (pair, index)).Where(one => chances[one.index] < percent)
            .Select(one => new WeightedPair(one.pair.Low, one.pair.High, weights[one.index]))]);

    /// <summary>The same graph with other numbers.</summary>
    public static PairGraph Renumbered(PairGraph graph, int[] numbers) =>
        new(graph.People, [.. graph.Pairs.Reverse().Select(pair => pair with { First = numbers[pair.Second], Second = numbers[pair.First] })]);

    /// <summary>The largest weight, and the largest weight with as many pairs as possible: the best of each set of people.</summary>
    public static (long Weight, int Most, long WeightOfMost) ByTryingAll(PairGraph graph)
    {
        var weight = new long?[graph.People, graph.People];
        foreach (var pair in graph.Pairs)
        {
            weight[pair.First, pair.Second] = weight[pair.Second, pair.First] = pair.Weight;
        }

        var best = new (long Weight, int Most, long WeightOfMost)[1 << graph.People];
        for (var set = 1; set < best.Length; set++)
        {
            var first = int.TrailingZeroCount(set);
            var rest = set & (set - 1);
            best[set] = best[rest];
            for (var others = rest; others != 0; others &= others - 1)
            {
                var other = int.TrailingZeroCount(others);
                if (weight[first, other] is { } gain)
                {
                    var without = best[rest & ~(1 << other)];
                    var (most, weightOfMost) = (without.Most + 1, without.WeightOfMost + gain);
                    best[set].Weight = Math.Max(best[set].Weight, without.Weight + gain);
                    if (most > best[set].Most || (most == best[set].Most && weightOfMost > best[set].WeightOfMost))
                    {
                        (best[set].Most, best[set].WeightOfMost) = (most, weightOfMost);
                    }
                }
            }
        }

        return best[^1];
    }

    private static IEnumerable<(int Low, int High)> Everybody(int people) =>
        from low in Enumerable.Range(0, people)
        from high in Enumerable.Range(low + 1, people - low - 1)
        select (low, high);
}
