namespace PlaceLeadership.Core;

/// <summary>The random id under which cohorts take turns with their letters to one person who takes part in all of them.</summary>
public readonly record struct SlotId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
