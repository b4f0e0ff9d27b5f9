namespace PlaceLeadership.Core.Coaching.Pairing;

/// <summary>
/// An upper bound on the sum of the scores of a plan. In fractions, everybody has one partner for each of their rounds, and each
/// pair meets as often as it may: a linear programme. Written out twice, once for each side of a pair, it is a flow of
/// greatest worth, and half of that flow's worth is its optimum. A trio fits in with halves.
/// </summary>
/// <param name="Doubled">Twice the bound.</param>
/// <param name="Flow">The flow that shows it, or null where the quick bound had to do.</param>
internal sealed record ScoreBound(long Doubled, GreatestFlow? Flow)
{
    /// <summary>Beyond so many elementary steps the quick bound has to do: for each person the best partners, one for each round.</summary>
    private const long MostSteps = 1_000_000_000;

    /// <summary>A sum that no plan exceeds which is as clean, and places as many, as this one.</summary>
    public static ScoreBound Of(PlanDraft draft)
    {
        var (rules, worth) = (draft.Rules, draft.Worth());
        var times = new int[rules.People];
        foreach (var person in draft.Active.SelectMany(people => people))
        {
            times[person]++;
        }

        int Room(int one, int other) =>
            one == other || !(worth.IsClean ? rules.Clean(one, other) : rules.Allowed(one, other)) ? 0
            : worth.IsClean ? Math.Min(1, Math.Min(times[one], times[other]))
            : Math.Min(times[one], times[other]);
        if ((long)times.Sum() * rules.People * rules.People > MostSteps)
        {
            return new ScoreBound(
                Enumerable.Range(0, rules.People).Sum(person => Enumerable.Range(0, rules.People)
                    .SelectMany(other => Enumerable.Repeat(rules.Score(person, other), Room(person, other)))
                    .OrderDescending().Take(times[person]).Sum()),
                null);
        }

        var flow = new GreatestFlow(rules.People, times, Room, rules.Score);
        return new ScoreBound(flow.Run(worth.Placed == times.Sum()), flow);
    }
}
