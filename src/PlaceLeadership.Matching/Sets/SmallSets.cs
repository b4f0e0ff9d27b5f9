using System.Numerics;
using System.Runtime.InteropServices;

namespace PlaceLeadership.Matching.Sets;

/// <summary>
/// The best division of a few people by going through all of them: set by set, for every choice of people who are placed
/// already, the best that the sets so far can be worth. Its work grows with 3 to the power of the people.
/// </summary>
internal static class SmallSets
{
    /// <summary>Up to so many people it takes less time than a search.</summary>
    public const int PeopleMost = 12;

    /// <summary>A division than which none is better.</summary>
    public static int[] Best(SetsProblem problem)
    {
        var everybody = (1 << problem.People) - 1;
        var worth = WorthOfSets(problem);
        var sets = problem.Sizes.Count;
        var best = new SetsWorth?[sets + 1, everybody + 1];
        var last = new int[sets + 1, everybody + 1];
        best[0, 0] = default(SetsWorth);
        for (var set = 0; set < sets; set++)
        {
            for (var placed = 0; placed <= everybody; placed++)
            {
                if (best[set, placed] is { } before)
                {
                    var free = everybody & ~placed;
                    for (var members = free; ; members = (members - 1) & free)
                    {
                        if (BitOperations.PopCount((uint)members) is var size && size >= problem.Sizes[set].Least && size <= problem.Sizes[set].Most
                            && Sum(before, worth[members]) is var sum && (best[set + 1, placed | members] is not { } known || sum.IsBetterThan(known)))
                        {
                            (best[set + 1, placed | members], last[set + 1, placed | members]) = (sum, members);
                        }

                        if (members == 0)
                        {
                            break;
                        }
                    }
                }
            }
        }

        return Read(problem.People, sets, last);
    }

    private static int[] Read(int people, int sets, int[,] last)
    {
        var setOf = new int[people];
        var placed = (1 << people) - 1;
        for (var set = sets; set > 0; set--)
        {
            var members = last[set, placed];
            for (var person = 0; person < people; person++)
            {
                if ((members >> person & 1) != 0)
                {
                    setOf[person] = set - 1;
                }
            }

            placed &= ~members;
        }

        return setOf;
    }

    private static SetsWorth[] WorthOfSets(SetsProblem problem)
    {
        var worth = new SetsWorth[1 << problem.People];
        List<int> members = [];
        for (var choice = 0; choice < worth.Length; choice++)
        {
            members.Clear();
            members.AddRange(Enumerable.Range(0, problem.People).Where(person => (choice >> person & 1) != 0));
            var sum = default(SetsWorth);
            foreach (var (index, one) in members.Index())
            {
                foreach (var other in members.Skip(index + 1))
                {
                    sum = new SetsWorth(sum.Forbidden + (problem.MustBeApart(one, other) ? 1 : 0), sum.Diversity + problem.Diversity(one, other));
                }
            }

            worth[choice] = sum with { Broken = problem.Rule?.Broken(CollectionsMarshal.AsSpan(members)) ?? 0 };
        }

        return worth;
    }

    private static SetsWorth Sum(SetsWorth one, SetsWorth other) =>
        new(one.Forbidden + other.Forbidden, one.Diversity + other.Diversity) { Broken = one.Broken + other.Broken };
}
