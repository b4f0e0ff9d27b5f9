namespace PlaceLeadership.Matching.Sets;

/// <summary>What a division into sets is worth: fewer forbidden pairs and broken rules first, then more diversity.</summary>
/// <param name="Forbidden">Pairs who share a set though they must not.</param>
/// <param name="Diversity">The diversity of all pairs who share a set, in units.</param>
public readonly record struct SetsWorth(int Forbidden, long Diversity)
{
    /// <summary>How often the sets break the rule about sets; 0 where there is none.</summary>
    public int Broken { get; init; }

    /// <summary>Everything that must not be: forbidden pairs and broken rules count alike.</summary>
    public int Violations => Forbidden + Broken;

    /// <summary>Whether this is better.</summary>
    public bool IsBetterThan(SetsWorth other) =>
        Violations != other.Violations ? Violations < other.Violations : Diversity > other.Diversity;
}
