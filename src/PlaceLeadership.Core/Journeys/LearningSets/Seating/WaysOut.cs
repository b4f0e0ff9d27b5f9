using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>Finds the smallest sets of rules to give up: single rules first, then two at a time, and so on.</summary>
internal sealed class WaysOut(SeatingSearch search, SeatingRequest request, TimeProvider time)
{
    /// <summary>Into how many parts the time is divided, one for each try.</summary>
    public const int Share = 8;

    private const int RulesMost = 4;
    private readonly SearchLimits _limits = SeatingSearch.Share(request.Limits, Share);

    /// <summary>The ways out, lightest first, and whether it is proven that there is none with fewer rules.</summary>
    public (IReadOnlyList<IReadOnlyList<SeatingRule>> Ways, bool Smallest) Find(IReadOnlyList<SeatingReason> reasons, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var house = search.House(request.Rules);
        IReadOnlyList<SeatingRule> rules = [.. Enum.GetValues<SeatingRule>().Where(house.Concerns)];
        var smallest = reasons.Any(reason => reason.Proves);
        for (var count = 1; count <= Math.Min(RulesMost, rules.Count); count++)
        {
            List<IReadOnlyList<SeatingRule>> ways = [];
            var proven = true;
            foreach (var chosen in Chosen(rules, 0, count).Where(chosen => Meets(reasons, chosen)))
            {
                var relaxed = request.Rules.Relaxed(chosen);
                var left = search.House(relaxed);
                if (search.IsImpossible(relaxed, left))
                {
                    continue;
                }

                if (time.GetElapsedTime(started) >= request.Limits.Time)
                {
                    return (ways, smallest && ways.Count > 0);
                }

                var (found, certain) = search.Keeps(left, _limits, cancellation);
                proven &= found || certain;
                if (found)
                {
                    ways.Add(chosen);
                }
            }

            if (ways.Count > 0)
            {
                return (ways, smallest);
            }

            smallest &= proven;
        }

        return ([], smallest && rules.Count <= RulesMost);
    }

    // Every proof has to lose all of its rules: otherwise it still holds.
    private static bool Meets(IReadOnlyList<SeatingReason> reasons, IReadOnlyList<SeatingRule> chosen) =>
        reasons.Where(reason => reason.Proves && reason is not SeatingReason.NoneExists).All(reason => reason.Rules.Any(chosen.Contains));

    private static IEnumerable<IReadOnlyList<SeatingRule>> Chosen(IReadOnlyList<SeatingRule> rules, int from, int count)
    {
        if (count == 0)
        {
            yield return [];
            yield break;
        }

        for (var first = from; first < rules.Count; first++)
        {
            foreach (var rest in Chosen(rules, first + 1, count - 1))
            {
                yield return [rules[first], .. rest];
            }
        }
    }
}
