using PlaceLeadership.Core.LearningSets;

namespace PlaceLeadership.Core.Coaching.Pairing;

/// <summary>Finds a plan: never worse than each round by itself, and stopped by counting, not by a clock.</summary>
internal sealed class PlanSearch(PairRules rules, IReadOnlyList<int[]> active, Dice dice)
{
    /// <summary>Steps of one walk out of a dead end.</summary>
    private const int Steps = 400_000;

    private const int Walks = 4;

    private readonly PairTiers _tiers = new(rules.People, rules.MostScore);
    private Dice _dice = dice;

    public PlanDraft Run()
    {
        var best = Greedy();
        best = Better(best, Filled(best));
        return Ascended(best);
    }

    private PlanDraft Greedy()
    {
        var draft = new PlanDraft(rules, _tiers, active);
        for (var round = 0; round < active.Count; round++)
        {
            draft.Solve(round);
        }

        return draft;
    }

    private PlanDraft Filled(PlanDraft draft)
    {
        for (var walk = 0; walk < Walks && !draft.Worth().IsClean; walk++)
        {
            var filling = new SlotFilling(draft, new Dice(_dice.Bits()));
            filling.Run(Steps);
            var filled = filling.Result();
            foreach (var round in filling.Unfilled)
            {
                filled.Solve(round);
            }

            draft = Better(draft, filled);
        }

        return draft;
    }

    private PlanDraft Ascended(PlanDraft draft)
    {
        for (var (round, since) = (0, 0); since < active.Count; round = (round + 1) % active.Count)
        {
            var other = draft.Copy();
            other.Solve(round);
            (draft, since) = other.Worth().CompareTo(draft.Worth()) > 0 ? (other, 0) : (draft, since + 1);
        }

        return draft;
    }

    private static PlanDraft Better(PlanDraft one, PlanDraft other) => other.Worth().CompareTo(one.Worth()) > 0 ? other : one;
}
