namespace PlaceLeadership.Core;

/// <summary>The id of a cohort or of a part of one. It stands in links and logs, so it names no person.</summary>
public readonly record struct CohortId(string Value) : IComparable<CohortId>
{
    internal const char PartMark = '.';

    private const int LengthMax = 100;

    /// <summary>Whether it can be the id of a cohort or of a part of one: whatever else somebody writes names none.</summary>
    public bool CanBe => Value.Length is > 0 and <= LengthMax && Value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or PartMark or '_');

    /// <summary>The cohort that a part, such as <c>town.2</c>, belongs to; of a cohort without parts, itself.</summary>
    public CohortId Whole => Value.IndexOf(PartMark, StringComparison.Ordinal) is > 0 and var at ? new CohortId(Value[..at]) : this;

    /// <inheritdoc/>
    public int CompareTo(CohortId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
