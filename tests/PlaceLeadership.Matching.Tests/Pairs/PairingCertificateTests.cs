using CsCheck;
using PlaceLeadership.Matching.Pairs;

namespace PlaceLeadership.Matching.Tests.Pairs;

public sealed class PairingCertificateTests
{
    [Fact]
    public void A_proof_holds_for_its_pairing_and_for_no_worse_one() =>
        Graphs.Of(2, 20).Sample(
            graph =>
            {
                var (pairing, proof) = BestPairing.Find(graph, PairingAim.PairsFirst);
                var broken = pairing.Mates.ToArray();
                var first = Array.FindIndex(broken, mate => mate >= 0);
                if (first >= 0)
                {
                    (broken[broken[first]], broken[first]) = (-1, -1);
                }

                return proof.Fault(graph, PairingAim.PairsFirst, pairing) is null
                    && (first < 0 || proof.Fault(graph, PairingAim.PairsFirst, pairing with { Mates = broken }) is not null);
            },
            iter: 2_000);

    [Fact]
    public void A_price_changed_by_one_breaks_the_proof() =>
        Graphs.Of(1, 20).SelectMany(graph => Gen.Int[0, graph.People - 1].Select(Gen.Bool, (who, up) => (graph, who, up))).Sample(
            (graph, who, up) =>
            {
                var (pairing, proof) = BestPairing.Find(graph, PairingAim.Weight);
                var prices = proof.Prices.ToArray();
                prices[who] += up ? 1 : -1;
                return (proof with { Prices = prices }).Fault(graph, PairingAim.Weight, pairing) is not null;
            },
            iter: 2_000);

    [Fact]
    public void Group_prices_that_are_moved_or_groups_of_an_even_number_break_the_proof()
    {
        var triangle = new PairGraph(3, [new(0, 1, 5), new(0, 2, 7), new(1, 2, 9)]);
        var (pairing, proof) = BestPairing.Find(triangle, PairingAim.PairsFirst);
        Assert.Null(proof.Fault(triangle, PairingAim.PairsFirst, pairing));
        var even = proof with { GroupPrices = [2], Inside = [3, 3, -1, -1] };
        Assert.Contains("not odd", even.Fault(triangle, PairingAim.PairsFirst, pairing), StringComparison.Ordinal);
        var circular = proof with { GroupPrices = [0], Inside = [3, 3, 3, 3] };
        Assert.NotNull(circular.Fault(triangle, PairingAim.PairsFirst, pairing));
    }

    [Fact]
    public void Somebody_with_two_partners_or_a_forbidden_one_is_noticed()
    {
        var graph = new PairGraph(4, [new(0, 1, 5), new(1, 2, 5), new(2, 3, 5)]);
        var (pairing, proof) = BestPairing.Find(graph, PairingAim.Weight);
        Assert.NotNull(proof.Fault(graph, PairingAim.Weight, pairing with { Mates = [1, 0, 1, -1] }));
        Assert.NotNull(proof.Fault(graph, PairingAim.Weight, pairing with { Mates = [3, 2, 1, 0] }));
    }
}
