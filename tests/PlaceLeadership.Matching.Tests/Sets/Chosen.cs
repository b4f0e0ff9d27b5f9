using CsCheck;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Matching.Tests.Sets;

/// <summary>Random problems of forming sets, and their best division by going through all of them.</summary>
internal static class Chosen
{
    /// <summary>Problems whose sizes fit, with any diversity and any forbidden pairs.</summary>
    public static Gen<SetsProblem> Problem(int peopleMost) =>
        from people in Gen.Int[1, peopleMost]
        from sets in Gen.Int[1, Math.Min(people, 4)]
        from slack in Gen.Int[0, 2]
        from diversity in Gen.Int[-50, 1_000].Array[people * people]
        from apart in Gen.Int[0, 9].Array[people * people]
        select new SetsProblem(
            people,
            [.. Enumerable.Range(0, people * people).Select(cell => diversity[Math.Min(cell, Mirror(cell, people))])],
            [.. SetSize.Balanced(people, sets).Select(size => new SetSize(Math.Max(0, size.Least - slack), size.Most + slack))],
            [.. Pairs(people).Where(pair => apart[(pair.One * people) + pair.Other] == 0)]);

    /// <summary>Problems in which each set must also have some of a few marked people.</summary>
    public static Gen<SetsProblem> ProblemWithRule(int peopleMost) =>
        from problem in Problem(peopleMost)
        from marked in Gen.Bool.Array[problem.People]
        from least in Gen.Int[0, 2]
        select new SetsProblem(
            problem.People,
            [.. Enumerable.Range(0, problem.People * problem.People).Select(cell => problem.Diversity(cell / problem.People, cell % problem.People))],
            problem.Sizes,
            [.. Pairs(problem.People).Where(pair => problem.MustBeApart(pair.One, pair.Other))],
            new SomeMarked(marked, least));

    public static IEnumerable<TwoPeople> Pairs(int people) =>
        from one in Enumerable.Range(0, people) from other in Enumerable.Range(one + 1, people - one - 1) select new TwoPeople(one, other);

    /// <summary>The best worth of all divisions: fewest forbidden pairs, then most diversity.</summary>
    public static SetsWorth Best(SetsProblem problem)
    {
        SetsWorth? best = null;
        Divide(problem, new int[problem.People], 0, new int[problem.Sizes.Count], worth =>
        {
            if (best is not { } known || worth.IsBetterThan(known))
            {
                best = worth;
            }
        });
        return best ?? throw new InvalidOperationException("No division has these sizes.");
    }

    private static void Divide(SetsProblem problem, int[] setOf, int person, int[] sizes, Action<SetsWorth> seen)
    {
        if (person == problem.People)
        {
            if (problem.Sizes.Index().All(size => sizes[size.Index] >= size.Item.Least))
            {
                seen(problem.Worth(setOf));
            }

            return;
        }

        for (var set = 0; set < sizes.Length; set++)
        {
            if (sizes[set] < problem.Sizes[set].Most)
            {
                setOf[person] = set;
                sizes[set]++;
                Divide(problem, setOf, person + 1, sizes, seen);
                sizes[set]--;
            }
        }
    }

    private static int Mirror(int cell, int people) => (cell % people * people) + (cell / people);
}
