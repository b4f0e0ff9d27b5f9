using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>Looks at every division of a tiny cohort into one or two sets, so that nothing has to be believed.</summary>
internal static class AllDivisions
{
    /// <summary>With more people the search takes over.</summary>
    public const int PeopleMost = 16;

    public static bool AreFew(SetsProblem problem) => problem.People <= PeopleMost && problem.Sizes.Count <= 2;

    /// <summary>The best of all divisions.</summary>
    public static FormedSets Best(SetsProblem problem)
    {
        var (best, worth, steps) = (new int[problem.People], default(SetsWorth), 0L);
        var setOf = new int[problem.People];
        // The first person sits in the first set: the other way round it is the same division, for sizes are balanced.
        for (var second = 0; second < (problem.Sizes.Count == 1 ? 1 : 1 << (problem.People - 1)); second++)
        {
            for (var person = 1; person < problem.People; person++)
            {
                setOf[person] = (second >> (person - 1)) & 1;
            }

            if (problem.Fits(setOf) && problem.Worth(setOf) is var mine && (steps++ == 0 || mine.IsBetterThan(worth)))
            {
                (best, worth) = ([.. setOf], mine);
            }
        }

        return new FormedSets(best, worth, steps);
    }
}
