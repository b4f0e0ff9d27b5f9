namespace PlaceLeadership.Core;

/// <summary>The pseudonym of a participant within their cohort, derived from neither name nor address.</summary>
public readonly record struct ParticipantId(string Value) : IComparable<ParticipantId>
{
    /// <inheritdoc/>
    public int CompareTo(ParticipantId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
