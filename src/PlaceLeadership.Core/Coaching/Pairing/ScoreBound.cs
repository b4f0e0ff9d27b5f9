namespace PlaceLeadership.Core.Coaching.Pairing;

/// <summary>
/// An upper bound on the sum of the scores of a plan. In fractions, everybody has one partner for each of their rounds, and each
/// pair meets as often as it may: a linear programme. Written out twice, once for each side of a pair, it is a flow of
/// greatest worth, and half of that flow's worth is its optimum. A trio fits in with halves.
/// </summary>
internal static class ScoreBound
{
    /// <summary>Beyond so many elementary steps the quick bound has to do.</summary>
    private const long MostSteps = 1_000_000_000;

    /// <param name="rules">Scores, and who may meet.</param>
    /// <param name="times">In how many rounds each person is placed at most.</param>
    /// <param name="clean">Whether colleagues and those who met do not meet, and nobody meets twice.</param>
    /// <param name="full">Whether everybody is placed in all of their rounds.</param>
    /// <returns>Twice the bound.</returns>
    public static long Doubled(PairRules rules, int[] times, bool clean, bool full)
    {
        bool May(int one, int other) => one != other && (clean ? rules.Clean(one, other) : rules.Allowed(one, other));
        int Most(int one, int other) => clean ? Math.Min(1, Math.Min(times[one], times[other])) : Math.Min(times[one], times[other]);
        return (long)times.Sum() * rules.People * rules.People <= MostSteps
            ? new GreatestFlow(rules.People, times, (one, other) => May(one, other) ? Most(one, other) : 0, rules.Score).Run(full)
            : Enumerable.Range(0, rules.People).Sum(person => Enumerable.Range(0, rules.People)
                .Where(other => May(person, other))
                .SelectMany(other => Enumerable.Repeat(rules.Score(person, other), Most(person, other)))
                .OrderDescending().Take(times[person]).Sum());
    }
}
