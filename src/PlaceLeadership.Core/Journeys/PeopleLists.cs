namespace PlaceLeadership.Core.Journeys;

/// <summary>Lists of people, as journeys keep them.</summary>
internal static class PeopleLists
{
    /// <summary>The list with a person in it, or not.</summary>
    public static IReadOnlyList<ParticipantId> Set(this IReadOnlyList<ParticipantId> list, ParticipantId person, bool isIn) =>
        isIn == list.Contains(person) ? list : isIn ? [.. list, person] : [.. list.Where(other => other != person)];
}
