using PlaceLeadership.Matching;

namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>Finds a plan: never worse than each round by itself, and stopped by counting, not by a clock.</summary>
internal sealed class PlanSearch(PairRules rules, IReadOnlyList<int[]> active, Dice dice, int goodEnough)
{
    /// <summary>Steps of one walk out of a dead end, and how many walks.</summary>
    private const int Steps = 400_000;

    private const int Walks = 4;

    /// <summary>Walks among the pairs of the bound alone: so many at first, and instead of each such trial later.</summary>
    private const int WalksWithinBound = 2;

    private const int TrialsBetweenWalks = 32;

    /// <summary>For so many rounds solved in search of a plan, one is solved to lower the bound.</summary>
    private const long ShareOfBound = 4;

    /// <summary>How often a round of 60 people is solved at most. Time grows with the cube of the people; a trio takes several.</summary>
    private const long SolvedMost = 4_000;

    private const long UsualPeople = 60;
    private const long FewPeople = 48;

    private readonly PairTiers _tiers = PairTiers.ForPlan(rules.People, 2 * rules.MostScore);
    private Dice _dice = dice;
    private long _left = Math.Max(
        8 * active.Count,
        SolvedMost * UsualPeople * UsualPeople * UsualPeople / Math.Max(FewPeople * FewPeople * FewPeople, (long)rules.People * rules.People * rules.People));

    /// <summary>The plan, and twice a bound on its score.</summary>
    public (PlanDraft Plan, long DoubledBound) Run()
    {
        var plan = new PlanDraft(rules, _tiers, active);
        for (var round = 0; round < active.Count; round++)
        {
            plan.Solve(round);
        }

        // A single round is exact, so it is its own bound.
        if (active.Count <= 1)
        {
            return (plan, plan.Worth().DoubledScore);
        }

        var all = Enumerable.Range(0, active.Count).ToArray();
        plan = Ascended(Filled(plan), all);
        var bound = PlanBound.Of(plan);
        for (var walk = 0; walk < WalksWithinBound && bound.Flow is { } flow && !IsGoodEnough(plan, bound); walk++)
        {
            var other = Within(plan, (one, two) => flow.Between(one, two) > 0);
            plan = other.Worth().CompareTo(plan.Worth()) > 0 ? other : plan;
        }

        for (var trial = 0; _left > 0 && !IsGoodEnough(plan, bound); trial++)
        {
            // All rounds at first: with many people, that is the one trial there is time for.
            var some = trial == 0 ? all.Length : Math.Min(all.Length, 2 + _dice.Below(3));
            _dice.Shuffle<int>(all);
            var left = _left;
            var other = trial % TrialsBetweenWalks == TrialsBetweenWalks - 1
                ? Within(plan, bound.Pairs)
                : Shaken(plan, all[..some], bound.Flow);
            var (before, after) = (plan.Worth(), other.Worth());
            if (after.CompareTo(before) >= 0)
            {
                plan = after == before ? other : Ascended(other, all);
                bound = after.IsAlike(before) ? bound : PlanBound.Of(plan);
            }

            Lower(bound, plan, (left - _left) / ShareOfBound);
        }

        return (plan, bound.Doubled);
    }

    private bool IsGoodEnough(PlanDraft plan, PlanBound bound) =>
        plan.Worth() is { IsClean: true, Unfair: 0 } worth && bound.Doubled - worth.DoubledScore <= bound.Doubled / goodEnough;

    /// <summary>Works on the bound for about so many solved rounds, at least once.</summary>
    private void Lower(PlanBound bound, PlanDraft plan, long most)
    {
        for (var solved = 1L; most >= 0 && solved > 0 && !IsGoodEnough(plan, bound); most -= solved)
        {
            solved = bound.Lower(plan.Worth().DoubledScore);
            _left -= solved;
        }
    }

    /// <summary>
    /// The same rounds, as far as a walk can fill them, of no other pairs than those that the bound comes from: then the sum is
    /// that of the bound, or nearly. What the walk cannot fill is solved exactly.
    /// </summary>
    private PlanDraft Within(PlanDraft plan, Func<int, int, bool> may)
    {
        if (!plan.Worth().IsClean)
        {
            return plan;
        }

        var filling = new SlotFilling(plan, new Dice(_dice.Bits()), may);
        filling.Run(Steps);
        var filled = filling.Result();
        foreach (var round in filling.Unfilled)
        {
            Solve(filled, round, null);
        }

        return Ascended(filled, [.. Enumerable.Range(0, active.Count)]);
    }

    private PlanDraft Filled(PlanDraft plan)
    {
        for (var walk = 0; walk < Walks && !plan.Worth().IsClean; walk++)
        {
            var filling = new SlotFilling(plan, new Dice(_dice.Bits()), (_, _) => true);
            filling.Run(Steps);
            var filled = filling.Result();
            foreach (var round in filling.Unfilled)
            {
                filled.Solve(round);
            }

            plan = filled.Worth().CompareTo(plan.Worth()) > 0 ? filled : plan;
        }

        return plan;
    }

    /// <summary>
    /// These rounds taken out, solved again with scores that are a little off by chance and pulled to the pairs that the bound is
    /// made of, and then exactly.
    /// </summary>
    private PlanDraft Shaken(PlanDraft plan, int[] rounds, GreatestFlow? flow)
    {
        // Sometimes far off, for few people; mostly a little.
        var end = (int)(rules.MostScore >> (2 + Math.Max(_dice.Below(4), _dice.Below(4)))) + 1;
        var pull = _dice.Below(2 * end);
        var noise = new int[rules.People * rules.People];
        for (var index = 0; index < noise.Length; index++)
        {
            noise[index] = _dice.Below(end) + (pull * (flow?.Between(index / rules.People, index % rules.People) ?? 0) / 2);
        }

        var other = plan.Copy();
        foreach (var round in rounds)
        {
            other.Clear(round);
        }

        foreach (var round in rounds)
        {
            Solve(other, round, (one, two) => noise[(Math.Min(one, two) * rules.People) + Math.Max(one, two)]);
        }

        return Ascended(other, rounds);
    }

    /// <summary>Each of these rounds solved again, exactly, given all others, until none gets better.</summary>
    private PlanDraft Ascended(PlanDraft plan, int[] rounds)
    {
        for (var (next, since) = (0, 0); since < rounds.Length && _left > 0; next = (next + 1) % rounds.Length)
        {
            var other = plan.Copy();
            Solve(other, rounds[next], null);
            (plan, since) = other.Worth().CompareTo(plan.Worth()) > 0 ? (other, 0) : (plan, since + 1);
        }

        return plan;
    }

    private void Solve(PlanDraft plan, int round, Func<int, int, long>? tilt)
    {
        _left -= active[round].Length % 2 == 0 ? 1 : Math.Max(4, active[round].Length / 6);
        plan.Solve(round, tilt);
    }
}
