using PlaceLeadership.Core.Journeys.Coaching.Pairing;

namespace PlaceLeadership.Cli.Matching;

/// <summary>The rounds for a script.</summary>
internal static class PairsDocument
{
    public static Dictionary<string, object?> Of(
        PairsOrder order, PairsInput input, CoachingPlan plan, PairingPromise promise, PairSentences sentences) => new()
        {
            ["cardinality"] = plan.Rounds.Sum(round => round.Groups.Count),
            ["weight"] = plan.Score,
            ["weightAtMost"] = plan.Bound,
            ["certainRounds"] = promise.Rounds,
            ["promise"] = promise.Sentence,
            ["rounds"] = plan.Rounds.Index().Select(round => Round(order, input, input.FirstRound + round.Index, round.Item, sentences)).ToList(),
            ["notes"] = input.Notes,
            ["out"] = order.Out.FullName,
        };

    private static Dictionary<string, object?> Round(PairsOrder order, PairsInput input, int number, CoachingRound round, PairSentences sentences)
    {
        var fields = new Dictionary<string, object?>
        {
            ["round"] = number,
            ["cardinality"] = round.Groups.Count,
            ["weight"] = round.Score,
            ["pairs"] = round.Groups.Where(group => group.People.Count == 2).Select(group => group.People).ToList(),
            ["trio"] = round.Groups.FirstOrDefault(group => group.People.Count == 3)?.People,
            ["alone"] = round.LeftOut.Where(left => left.Reason != LeftOutReason.Away).Select(left => left.Person).ToList(),
            ["away"] = round.LeftOut.Where(left => left.Reason == LeftOutReason.Away).Select(left => left.Person).ToList(),
            ["colleagues"] = round.Groups.Sum(group => group.Why.Count(why => why.Fit.SameOrganisation)),
            ["repeats"] = round.Groups.Sum(group => group.Why.Count(why => why.MetBefore > 0)),
        };
        if (order.Explain)
        {
            fields["explanation"] = PairsRun.Explained(round, input, sentences);
        }

        return fields;
    }
}
