namespace PlaceLeadership.Core;

/// <summary>The pseudonym of a participant within their cohort, derived from neither name nor address.</summary>
public readonly record struct ParticipantId(string Value) : IComparable<ParticipantId>
{
    /// <inheritdoc/>
    public int CompareTo(ParticipantId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Ids as the texts that stored documents hold, and by which the searches for pairs and sets know people.</summary>
internal static class ParticipantIds
{
    public static List<string> Texts(this IEnumerable<ParticipantId> people) => [.. people.Select(person => person.Value)];

    public static List<ParticipantId> Ids(this IEnumerable<string> people) => [.. people.Select(person => new ParticipantId(person))];
}
