namespace PlaceLeadership.Core;

/// <summary>The id of a step of a programme, or of a message around one: <c>STEP.MESSAGE</c>.</summary>
public readonly record struct StepId(string Value) : IComparable<StepId>
{
    private const char Dot = '.';

    /// <summary>The step of the programme.</summary>
    public StepId Whole => DotAt < 0 ? this : new StepId(Value[..DotAt]);

    /// <summary>Which message around the step; empty for the step itself.</summary>
    public string Message => DotAt < 0 ? "" : Value[(DotAt + 1)..];

    /// <summary>Whether it is the id of a step itself.</summary>
    public bool IsWhole => DotAt < 0;

    private int DotAt => Value.IndexOf(Dot, StringComparison.Ordinal);

    /// <summary>A message around this step; the step itself when the word is empty.</summary>
    public StepId About(string message) => message.Length == 0 ? this : new($"{Value}{Dot}{message}");

    /// <inheritdoc/>
    public int CompareTo(StepId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
