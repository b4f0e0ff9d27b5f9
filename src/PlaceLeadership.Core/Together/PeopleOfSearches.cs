namespace PlaceLeadership.Core.Together;

/// <summary>The searches for pairs and sets know people by any text that is theirs alone; here it is their id.</summary>
internal static class PeopleOfSearches
{
    public static List<string> Texts(this IEnumerable<ParticipantId> people) => [.. people.Select(person => person.Value)];

    public static List<ParticipantId> Ids(this IEnumerable<string> people) => [.. people.Select(person => new ParticipantId(person))];
}
