namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>A plan with ids and reasons.</summary>
internal static class Description
{
    public static CoachingPlan Of(PlanDraft draft, long doubledBound)
    {
        var met = new Dictionary<(int Low, int High), int>();
        return new CoachingPlan(
            [.. Enumerable.Range(0, draft.Active.Count).Select(round => Round(draft.Rules, draft.Active[round], draft.Rounds[round], met))],
            doubledBound / 2m);
    }

    /// <summary>One round. What meets in it is added to how often pairs have met by now, where that differs from the history.</summary>
    public static CoachingRound Round(PairRules rules, int[] active, IReadOnlyList<int[]> groups, Dictionary<(int Low, int High), int> met)
    {
        int Before(int one, int other) => met.GetValueOrDefault((Math.Min(one, other), Math.Max(one, other)), rules.Met(one, other));
        var described = groups.Select(group => Group(rules, group, Before)).OrderBy(group => group.People[0], StringComparer.Ordinal).ToList();
        var clean = described.All(group => group.Why.All(why => why.MetBefore == 0 && !why.Fit.SameOrganisation));
        var round = new CoachingRound(described, LeftOutReasons.Of(rules, active, groups))
        {
            Shortage = clean ? null : OfMoreThanAnOddNumber(active, Shortages.Of(
                rules, active, (one, other) => rules.Allowed(one, other) && !rules.Colleagues(one, other) && Before(one, other) == 0)),
        };
        foreach (var (low, high) in groups.SelectMany(PlanDraft.PairsOf))
        {
            met[(low, high)] = Before(low, high) + 1;
        }

        return round;
    }

    private static Shortage? OfMoreThanAnOddNumber(int[] active, Shortage? found) =>
        found is not null && found.Competing - found.Partners > active.Length % 2 ? found : null;

    private static CoachingGroup Group(PairRules rules, int[] group, Func<int, int, int> before) => new(
        [.. group.Select(person => rules.Profiles[person].Id).Order(StringComparer.Ordinal)],
        [.. PlanDraft.PairsOf(group).Select(pair => new PairWhy(rules.Fit(pair.Low, pair.High), before(pair.Low, pair.High)))]);
}
