using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>The sets that each person declined, by the numbers of the people who are still known.</summary>
internal static class Declines
{
    public static int[][][] Of(IReadOnlyList<Profile> people, SeatingRules rules)
    {
        var numberOf = people.Select((person, number) => (person.Id, number)).ToDictionary(StringComparer.Ordinal);
        var byPerson = (rules.Has(SeatingRule.Declined) ? rules.Declined : []).ToLookup(declined => declined.Person, StringComparer.Ordinal);
        return
        [
            .. people.Select(person => byPerson[person.Id]
                .Select(declined => declined.Others.Where(other => other != person.Id && numberOf.ContainsKey(other))
                    .Select(other => numberOf[other]).Distinct().ToArray())
                .Where(others => others.Length > 0)
                .ToArray()),
        ];
    }
}
