namespace PlaceLeadership.Core;

/// <summary>The id of a cohort or of a part of one. It stands in links and logs, so it names no person.</summary>
public readonly record struct CohortId(string Value) : IComparable<CohortId>
{
    /// <inheritdoc/>
    public int CompareTo(CohortId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
