using CsCheck;
using PlaceLeadership.Matching.Pairs;

namespace PlaceLeadership.Matching.Tests.Pairs;

public sealed class FairAndCompleteTests
{
    [Fact]
    public void The_best_trio_is_as_good_as_trying_each() =>
        Graphs.Of(0, 5).Select(graph => (2 * graph.People) + 1).SelectMany(people => Graphs.Of(people, people)).Sample(
            graph => TrioPairing.Find(graph)?.DoubledValue == BestTrioByTryingAll(graph),
            iter: Sample.Of(1_000, all: 10_000));

    [Fact]
    public void A_trio_and_the_pairs_place_everybody_once_and_only_with_whom_they_may_meet() =>
        Graphs.Of(1, 15).Select(graph => (2 * graph.People) + 1).SelectMany(people => Graphs.Of(people, people)).Sample(
            graph =>
            {
                var weights = graph.Pairs.ToDictionary(pair => (pair.First, pair.Second), pair => pair.Weight);
                return TrioPairing.Find(graph) is not { } placed
                    || (placed.Pairing.Alone.Order().SequenceEqual(placed.Trio)
                        && placed.Pairing.Pairs.Sum(pair => weights[pair]) == placed.Pairing.Weight
                        && weights[(placed.Trio[0], placed.Trio[1])] + weights[(placed.Trio[0], placed.Trio[2])]
                            + weights[(placed.Trio[1], placed.Trio[2])] == placed.TrioWeight);
            },
            iter: Sample.Of(400, all: 2_000));

    [Fact]
    public void The_worst_pair_is_as_good_as_it_can_be_and_the_rest_as_good_as_it_allows() =>
        Graphs.Of(0, 12).Sample(
            graph =>
            {
                var most = Graphs.ByTryingAll(graph).Most;
                var fair = WorstPairFirst.Find(graph);
                if (most == 0)
                {
                    return fair.Worst is null;
                }

                var bar = graph.Pairs.Select(pair => pair.Weight).Where(weight => Graphs.ByTryingAll(AtLeast(graph, weight)).Most == most).Max();
                var expected = Graphs.ByTryingAll(AtLeast(graph, bar));
                return fair.Worst == bar && fair.Found.Pairing.Cardinality == most && fair.Found.Pairing.Weight == expected.WeightOfMost;
            },
            iter: Sample.Of(400, all: 2_000));

    [Fact]
    public void Nobody_meets_the_same_person_twice_in_all_rounds() =>
        Graphs.Of(0, 14).Sample(
            graph =>
            {
                var pairs = PairingRounds.Find(graph, 5).SelectMany(round => round.Found.Pairing.Pairs).ToList();
                return pairs.Distinct().Count() == pairs.Count && pairs.All(pair => graph.Pairs.Any(one => (one.First, one.Second) == pair));
            },
            iter: 1_000);

    private static PairGraph AtLeast(PairGraph graph, long bar) => new(graph.People, [.. graph.Pairs.Where(pair => pair.Weight >= bar)]);

    private static long? BestTrioByTryingAll(PairGraph graph)
    {
        var weights = graph.Pairs.ToDictionary(pair => (pair.First, pair.Second), pair => pair.Weight);
        long? best = null;
        foreach (var ((first, second), weight) in weights)
        {
            for (var third = second + 1; third < graph.People; third++)
            {
                if (!weights.TryGetValue((first, third), out var more) || !weights.TryGetValue((second, third), out var most))
                {
                    continue;
                }

                int[] trio = [first, second, third];
                var rest = Graphs.ByTryingAll(new PairGraph(
                    graph.People, [.. graph.Pairs.Where(pair => !trio.Contains(pair.First) && !trio.Contains(pair.Second))]));
                if (rest.Most == (graph.People - 3) / 2 && (best is null || (2 * rest.WeightOfMost) + weight + more + most > best))
                {
                    best = (2 * rest.WeightOfMost) + weight + more + most;
                }
            }
        }

        return best;
    }
}
