namespace PlaceLeadership.Core.Journeys;

/// <summary>Lists of people. The searches for pairs and sets know people by any text that is theirs alone; here it is their id.</summary>
internal static class PeopleLists
{
    public static List<string> Texts(this IEnumerable<ParticipantId> people) => [.. people.Select(person => person.Value)];

    public static List<ParticipantId> Ids(this IEnumerable<string> people) => [.. people.Select(person => new ParticipantId(person))];

    /// <summary>The list with a person in it, or not.</summary>
    public static IReadOnlyList<ParticipantId> Set(this IReadOnlyList<ParticipantId> list, ParticipantId person, bool isIn) =>
        isIn == list.Contains(person) ? list : isIn ? [.. list, person] : [.. list.Where(other => other != person)];
}
