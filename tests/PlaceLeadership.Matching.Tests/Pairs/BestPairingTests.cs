using CsCheck;
using PlaceLeadership.Matching.Pairs;

namespace PlaceLeadership.Matching.Tests.Pairs;

public sealed class BestPairingTests
{
    [Fact]
    public void Random_graphs_are_paired_as_well_as_trying_everything_does() =>
        Graphs.Of(0, 12).Sample(
            graph =>
            {
                var expected = Graphs.ByTryingAll(graph);
                var heaviest = BestPairing.Find(graph, PairingAim.Weight).Pairing;
                var most = BestPairing.Find(graph, PairingAim.PairsFirst).Pairing;
                return heaviest.Weight == expected.Weight && most.Cardinality == expected.Most && most.Weight == expected.WeightOfMost;
            },
            iter: Sample.Of(10_000, all: 100_000), print: Shown);

    [Fact]
    public void Other_numbers_for_the_same_people_change_neither_pairs_nor_weight() =>
        Graphs.Of(2, 60).SelectMany(graph => Gen.Shuffle(Enumerable.Range(0, graph.People).ToArray()).Select(numbers => (graph, numbers))).Sample(
            (graph, numbers) =>
            {
                var other = Graphs.Renumbered(graph, numbers);
                return BestPairing.Find(graph, PairingAim.Weight).Pairing.Weight == BestPairing.Find(other, PairingAim.Weight).Pairing.Weight
                    && Outcome(BestPairing.Find(graph, PairingAim.PairsFirst)) == Outcome(BestPairing.Find(other, PairingAim.PairsFirst));
            },
            iter: 2_000);

    [Fact]
    public void The_largest_weights_among_many_people_do_not_overflow()
    {
        const int people = 401;
        var most = PairGraph.LargestWeight(people);
        var pairs = from low in Enumerable.Range(0, people)
                    from high in Enumerable.Range(low + 1, people - low - 1)
                    select new WeightedPair(low, high, (low + high) % 3 == 0 ? -most : most - (low * high % 7));
        var found = BestPairing.Find(new PairGraph(people, [.. pairs]), PairingAim.PairsFirst);
        Assert.Equal(200, found.Pairing.Cardinality);
    }

    [Fact]
    public void A_pair_twice_with_themselves_or_with_nobody_is_refused_with_its_numbers()
    {
        Assert.Contains("3", Assert.Throws<ArgumentException>(() => new PairGraph(3, [new(0, 3, 1)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PairGraph(3, [new(1, 1, 1)]));
        Assert.Throws<ArgumentException>(() => new PairGraph(3, [new(0, 1, 1), new(1, 0, 2)]));
        Assert.Throws<ArgumentException>(() => new PairGraph(3, [new(0, 1, long.MinValue)]));
    }

    private static (int, long) Outcome(ProvenPairing found) => (found.Pairing.Cardinality, found.Pairing.Weight);

    private static string Shown(PairGraph graph) => $"{graph.People} {graph.Pairs.Count}\n" + string.Join('\n', graph.Pairs.Select(pair => $"{pair.First} {pair.Second} {pair.Weight}"));
}
