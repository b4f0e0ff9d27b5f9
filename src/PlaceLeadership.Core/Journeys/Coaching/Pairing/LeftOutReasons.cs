namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>Finds for each who meets nobody the first reason that holds.</summary>
internal static class LeftOutReasons
{
    public static IReadOnlyList<LeftOut> Of(PairRules rules, int[] active, IReadOnlyList<int[]> groups)
    {
        var placed = groups.SelectMany(group => group).ToHashSet();

        // Colleagues may meet before anybody is left out, so a shared organisation is never why.
        var shortage = placed.Count == active.Length ? null : Shortages.Of(rules, active, rules.Allowed) is { } found
            ? found with { Organisation = null, InOrganisation = 0 }
            : null;
        return
        [
            .. Enumerable.Range(0, rules.People).Where(person => !placed.Contains(person))
                .Select(person => Reason(rules, active, person, shortage))
                .OrderBy(one => one.Person, StringComparer.Ordinal),
        ];
    }

    private static LeftOut Reason(PairRules rules, int[] active, int person, Shortage? shortage)
    {
        var id = rules.Profiles[person].Id;
        if (!active.Contains(person))
        {
            return new LeftOut(id, LeftOutReason.Away);
        }

        var others = active.Where(other => other != person).ToList();
        return others.Count == 0 ? new LeftOut(id, LeftOutReason.NobodyElse)
            : others.Any(other => rules.Allowed(person, other))
                ? shortage is { Partners: > 0 }
                    ? new LeftOut(id, LeftOutReason.TooFewPartners, shortage)
                    : new LeftOut(id, LeftOutReason.OddNumber)
            : others.Any(other => rules.WishApart(person, other)) ? new LeftOut(id, LeftOutReason.WishToBeApart)
            : new LeftOut(id, LeftOutReason.OnlyLineManagement);
    }
}
