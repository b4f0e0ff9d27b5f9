namespace PlaceLeadership.Core.LearningSets.Forming;

/// <summary>What a division into sets is worth: fewer forbidden pairs first, then more diversity.</summary>
/// <param name="Forbidden">Pairs who share a set though they must not.</param>
/// <param name="Diversity">The diversity of all pairs who share a set, in units.</param>
public readonly record struct SetsWorth(int Forbidden, long Diversity)
{
    /// <summary>Whether this is better.</summary>
    public bool IsBetterThan(SetsWorth other) =>
        Forbidden != other.Forbidden ? Forbidden < other.Forbidden : Diversity > other.Diversity;
}
