using PlaceLeadership.Core.Coaching.Matching;

namespace PlaceLeadership.Cli.Matching;

/// <summary>What was asked for.</summary>
internal sealed record Order(bool PairsFirst, bool WorstPairFirst, int? Rounds)
{
    /// <summary>Whether the number of pairs counts before their weight.</summary>
    public bool AsManyPairsAsPossible => PairsFirst || WorstPairFirst || Rounds is not null;

    public IEnumerable<Round> Solve(PairGraph graph)
    {
        if (WorstPairFirst)
        {
            var fair = Core.Coaching.Matching.WorstPairFirst.Find(graph);
            return [new Round(graph, fair.Found.Pairing, fair.Worst)];
        }

        return Rounds is { } rounds
            ? PairingRounds.Find(graph, rounds).Select(round => new Round(round.Graph, round.Found.Pairing))
            : [new Round(graph, BestPairing.Find(graph, PairsFirst ? PairingAim.PairsFirst : PairingAim.Weight).Pairing)];
    }
}

/// <summary>A round: what was possible, and what was chosen.</summary>
internal sealed record Round(PairGraph Graph, Pairing Pairing, long? Worst = null);
