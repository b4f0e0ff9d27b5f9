namespace PlaceLeadership.Core.Tests.Journeys.Coaching.Pairing;

/// <summary>Every way to divide a few people into pairs, at most one trio, and people left out.</summary>
internal static class ByTryingAll
{
    public static IEnumerable<IReadOnlyList<int[]>> Groupings(IReadOnlyList<int> people, bool trio = true)
    {
        if (people.Count == 0)
        {
            yield return [];
            yield break;
        }

        var (first, rest) = (people[0], people.Skip(1).ToList());
        foreach (var without in Groupings(rest, trio))
        {
            yield return without;
        }

        for (var second = 0; second < rest.Count; second++)
        {
            foreach (var others in Groupings([.. rest.Where((_, index) => index != second)], trio))
            {
                yield return [[first, rest[second]], .. others];
            }

            for (var third = second + 1; trio && third < rest.Count; third++)
            {
                foreach (var others in Groupings([.. rest.Where((_, index) => index != second && index != third)], false))
                {
                    yield return [[first, rest[second], rest[third]], .. others];
                }
            }
        }
    }

    public static IEnumerable<(int One, int Other)> Pairs(int[] people) =>
        from one in people from other in people where one < other select (one, other);
}
