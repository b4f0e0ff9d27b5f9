using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Matching.Pairs;

namespace PlaceLeadership.Cli.Matching;

/// <summary>What was asked for.</summary>
internal sealed record Order(bool PairsFirst, bool WorstPairFirst, bool Trio, int? Rounds)
{
    /// <summary>Whether the number of pairs counts before their weight.</summary>
    public bool AsManyPairsAsPossible => PairsFirst || WorstPairFirst || Trio || Rounds is not null;

    public IEnumerable<Round> Solve(Numbered numbered)
    {
        var graph = numbered.Graph;
        if (WorstPairFirst)
        {
            var fair = PlaceLeadership.Matching.Pairs.WorstPairFirst.Find(graph);
            return [new Round(graph, fair.Found.Pairing, fair.Worst)];
        }

        if (Trio && graph.People % 2 == 1)
        {
            return TrioPairing.Find(graph) is { } placed
                ? [new Round(graph, placed.Pairing, Trio: placed)]
                : throw new Refusal([
                    "Not everybody can be placed with one trio whose three pairs are all allowed.",
                    .. Explanation.WhyAlone(graph, BestPairing.Find(graph, PairingAim.PairsFirst).Pairing, numbered),
                    "Allow more pairs, or leave --trio out and see who stays alone.",
                ]);
        }

        return Rounds is { } rounds
            ? PairingRounds.Find(graph, rounds).Select(round => new Round(round.Graph, round.Found.Pairing))
            : [new Round(graph, BestPairing.Find(graph, AsManyPairsAsPossible ? PairingAim.PairsFirst : PairingAim.Weight).Pairing)];
    }
}

/// <summary>A round: what was possible, and what was chosen.</summary>
internal sealed record Round(PairGraph Graph, Pairing Pairing, long? Worst = null, TrioPairing? Trio = null)
{
    /// <summary>Those who meet nobody.</summary>
    public IEnumerable<int> Alone => Trio is null ? Pairing.Alone : [];
}
