using PlaceLeadership.Matching.Pairs;

namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// One round, exact: as many people as pairs and at most one trio can take in, then the largest worth. A trio is made only if it
/// takes in somebody who would otherwise be left out.
/// </summary>
/// <param name="pair">What a pair is worth, or null if it is forbidden.</param>
/// <param name="trio">Twice what a trio is worth whose three pairs are allowed.</param>
/// <param name="leftOut">What it is worth to leave somebody out, never above zero.</param>
internal sealed class RoundSolver(Func<int, int, long?> pair, Func<int, int, int, long> trio, Func<int, long> leftOut)
{
    /// <summary>The groups among these people; who is in none is left out.</summary>
    public IReadOnlyList<int[]> Solve(IReadOnlyList<int> people)
    {
        List<WeightedPair> pairs = [];
        for (var one = 0; one < people.Count; one++)
        {
            for (var other = one + 1; other < people.Count; other++)
            {
                if (pair(people[one], people[other]) is { } weight)
                {
                    pairs.Add(new WeightedPair(one, other, weight));
                }
            }
        }

        var plain = BestPairing.Find(new PairGraph(people.Count, pairs), PairingAim.PairsFirst).Pairing;
        var alone = plain.Alone.Count();
        return alone == 0 ? Groups(people, plain, null)
            : WithTrio(people, pairs, alone - 1) is { } placed ? Groups(people, placed.Pairing, placed.Trio)
            : Groups(people, BestPairing.Find(WithEmptyChairs(people, pairs, alone), PairingAim.PairsFirst).Pairing, null);
    }

    private TrioPairing? WithTrio(IReadOnlyList<int> people, List<WeightedPair> pairs, int chairs) => people.Count < 3
        ? null
        : TrioPairing.Find(WithEmptyChairs(people, pairs, chairs), (first, second, third) =>
            third < people.Count ? trio(people[first], people[second], people[third]) : null);

    /// <summary>Whoever is left out sits with an empty chair: then everybody is placed, and who is left out is chosen fairly too.</summary>
    private PairGraph WithEmptyChairs(IReadOnlyList<int> people, List<WeightedPair> pairs, int chairs) => new(people.Count + chairs,
    [
        .. pairs,
        .. Enumerable.Range(people.Count, chairs).SelectMany(chair => people.Select((person, index) => new WeightedPair(index, chair, leftOut(person)))),
    ]);

    private static IReadOnlyList<int[]> Groups(IReadOnlyList<int> people, PlaceLeadership.Matching.Pairs.Pairing pairing, IReadOnlyList<int>? trio)
    {
        List<int[]> groups = [.. pairing.Pairs.Where(pair => pair.High < people.Count).Select(pair => Sorted(people[pair.Low], people[pair.High]))];
        if (trio is not null)
        {
            groups.Add(Sorted(people[trio[0]], people[trio[1]], people[trio[2]]));
        }

        return groups;
    }

    private static int[] Sorted(params int[] group)
    {
        Array.Sort(group);
        return group;
    }
}
