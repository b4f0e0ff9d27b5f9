namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// An upper bound on the sum of the scores of a plan. It begins with a linear programme: in fractions, everybody has one partner
/// for each of their rounds, and each pair meets as often as it may. Written out twice, once for each side of a pair, it is a
/// flow of greatest worth, and half of that flow's worth is its optimum. A trio fits in with halves. Where everybody is placed,
/// <see cref="BoundTree"/> begins with the prices of that optimum and brings the bound down.
/// </summary>
internal sealed class PlanBound
{
    /// <summary>Beyond so many elementary steps the quick bound has to do: for each person the best partners, one for each round.</summary>
    private const long MostSteps = 1_000_000_000;

    /// <summary>Meeting less often than this in an average counts as never.</summary>
    private const double Seldom = 0.02;

    private readonly BoundTree? _tree;
    private readonly long _doubledAtFirst;

    private PlanBound(long doubled, GreatestFlow? flow, BoundTree? tree) => (_doubledAtFirst, Flow, _tree) = (doubled, flow, tree);

    /// <summary>Twice a sum that no plan exceeds which is as fair and clean, and places as many, as the one it was made for.</summary>
    public long Doubled => Math.Min(_doubledAtFirst, _tree?.DoubledBound ?? _doubledAtFirst);

    /// <summary>Whether two people meet in what the bound comes from now; everybody, where that is not known.</summary>
    public bool Pairs(int one, int other) => _tree is null || _tree.Meetings(one, other) > Seldom;

    /// <summary>The optimum of the linear programme, or null where the quick bound had to do.</summary>
    public GreatestFlow? Flow { get; }

    /// <summary>The bound on plans that are as fair and clean, and place as many, as this one.</summary>
    public static PlanBound Of(PlanDraft draft)
    {
        var (rules, worth, times) = (draft.Rules, draft.Worth(), draft.RoundsOfEach());
        int Room(int one, int other) =>
            one == other || !(worth.IsClean ? rules.Clean(one, other) : rules.Allowed(one, other)) ? 0
            : worth.IsClean ? Math.Min(1, Math.Min(times[one], times[other]))
            : Math.Min(times[one], times[other]);
        var everybody = worth.Placed == times.Sum();
        if ((long)times.Sum() * rules.People * rules.People > MostSteps)
        {
            var quick = Enumerable.Range(0, rules.People).Sum(person => Enumerable.Range(0, rules.People)
                .SelectMany(other => Enumerable.Repeat(rules.Score(person, other), Room(person, other)))
                .OrderDescending().Take(times[person]).Sum());
            return new PlanBound(quick, null, everybody ? new BoundTree(draft, null) : null);
        }

        var flow = new GreatestFlow(rules.People, times, Room, rules.Score);
        return new PlanBound(flow.Run(everybody), flow, everybody ? new BoundTree(draft, flow) : null);
    }

    /// <summary>One piece of work on the bound.</summary>
    /// <param name="doubledReached">Twice the score of the best plan so far.</param>
    /// <returns>How many rounds were solved; 0 when nothing is left that helps.</returns>
    public int Lower(long doubledReached) => _tree?.Lower(doubledReached) ?? 0;
}
