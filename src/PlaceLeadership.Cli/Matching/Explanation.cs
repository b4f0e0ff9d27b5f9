using PlaceLeadership.Core.Coaching.Matching;

namespace PlaceLeadership.Cli.Matching;

/// <summary>A pairing in words.</summary>
internal static class Explanation
{
    public static IEnumerable<string> Of(PairGraph graph, Pairing pairing, Order order, Numbered numbered)
    {
        foreach (var pair in numbered.Pairs(pairing))
        {
            yield return $"{pair[0]} with {pair[1]}";
        }

        yield return order.WorstPairFirst
            ? "Proven: no other pairing has more pairs, no other with as many has a better worst pair, and none with that worst pair a larger weight."
            : order.AsManyPairsAsPossible
                ? "Proven: no other pairing has more pairs, and no other with as many has a larger weight."
                : "Proven: no other pairing has a larger weight.";
    }
}
