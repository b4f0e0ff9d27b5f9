using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Journeys.LearningSets.Seating;

/// <summary>Every division of a few people into sets.</summary>
internal static class Divisions
{
    /// <summary>All ways to put people into numbered sets of sizes that are allowed.</summary>
    public static IEnumerable<int[]> Of(int people, int sets, Func<int, bool> maySize)
    {
        var setOf = new int[people];
        for (var more = true; more;)
        {
            if (Enumerable.Range(0, sets).All(set => maySize(setOf.Count(mine => mine == set))))
            {
                yield return setOf;
            }

            more = false;
            for (var person = 0; person < people && !more; person++)
            {
                setOf[person] = (setOf[person] + 1) % sets;
                more = setOf[person] != 0;
            }
        }
    }

    public static IReadOnlyList<IReadOnlyList<Profile>> Sets(IReadOnlyList<Profile> people, int[] setOf, int sets) =>
        [.. Enumerable.Range(0, sets).Select(set => (IReadOnlyList<Profile>)[.. people.Where((_, person) => setOf[person] == set)])];
}
