using CsCheck;
using PlaceLeadership.Matching.Pairs;

namespace PlaceLeadership.Matching.Tests.Pairs;

public sealed class PairingBarrierTests
{
    [Fact]
    public void Whoever_stays_alone_is_explained_by_groups_that_compete_for_too_few_people() =>
        Graphs.Of(0, 40).Sample(
            graph =>
            {
                var pairing = BestPairing.Find(graph, PairingAim.PairsFirst).Pairing;
                var barrier = PairingBarrier.Of(graph, pairing);
                var group = new int[graph.People];
                for (var index = 0; index < barrier.OddGroups.Count; index++)
                {
                    foreach (var person in barrier.OddGroups[index])
                    {
                        group[person] = index + 1;
                    }
                }

                return barrier.Alone == pairing.Alone.Count()
                    && barrier.OddGroups.All(people => people.Count % 2 == 1)
                    && graph.Pairs.All(pair => group[pair.First] == group[pair.Second]
                        || barrier.Needed.Contains(pair.First) || barrier.Needed.Contains(pair.Second));
            },
            iter: 5_000);

    [Fact]
    public void A_pairing_that_could_have_more_pairs_has_no_barrier()
    {
        var path = new PairGraph(4, [new(0, 1, 1), new(1, 2, 5), new(2, 3, 1)]);
        Assert.Throws<ArgumentException>(() => PairingBarrier.Of(path, BestPairing.Find(path, PairingAim.Weight).Pairing));
    }
}
