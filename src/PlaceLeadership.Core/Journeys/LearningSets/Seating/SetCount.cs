using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>How many sets people form, and how large they are. The bounds are those of established action-learning practice.</summary>
public static class SetCount
{
    /// <summary>Fewer people are no set.</summary>
    public const int Least = 4;

    /// <summary>Sets are this small only when there is no other way to divide a tiny cohort.</summary>
    public const int UsualLeast = 5;

    /// <summary>How many people a set has where nobody says otherwise.</summary>
    public const int Usual = 6;

    /// <summary>From how many sectors its members come at least where nobody says otherwise.</summary>
    public const int UsualSectors = 2;

    /// <summary>More people leave nobody time to present.</summary>
    public const int Most = 8;

    /// <summary>
    /// Sizes that differ by at most one and come nearest to the target, seen from the people: the sum over everybody of how far
    /// their set is from it. Sets of 5 to 8 come before sets of 4, and among equals the smaller sets. Empty when there are fewer
    /// than four people.
    /// </summary>
    /// <param name="people">How many people.</param>
    /// <param name="target">The size wanted, 4 to 8. Four makes sets of four as good as any.</param>
    public static IReadOnlyList<SetSize> Sizes(int people, int target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target, Least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(target, Most);
        var most = people / Least;
        var fits = Enumerable.Range(1, Math.Max(0, most)).Where(sets => people <= sets * Most).ToList();
        return fits.Count == 0 ? []
            : SetSize.Balanced(people, fits.MinBy(sets => (people / sets < Math.Min(UsualLeast, target), Distance(people, sets, target), -sets)));
    }

    private static int Distance(int people, int sets, int target)
    {
        var (small, larger) = (people / sets, people % sets);
        return ((sets - larger) * small * Math.Abs(small - target)) + (larger * (small + 1) * Math.Abs(small + 1 - target));
    }
}
