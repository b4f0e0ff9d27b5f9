namespace PlaceLeadership.Matching.Sets;

/// <summary>When a search stops, and the seed of its chance. The clock stops it and shortens its last run; without one, nothing depends on it.</summary>
/// <param name="Seed">The same seed and the same steps give the same sets.</param>
/// <param name="StepsMax">How many exchanges are tried, at most one person's with everybody above it.</param>
/// <param name="Time">How long it may take.</param>
public sealed record SearchLimits(ulong Seed, long StepsMax, TimeSpan Time)
{
    /// <summary>Stops early once sets are found that are worth this much or more; null searches on.</summary>
    public SetsWorth? Enough { get; init; }

    /// <summary>Stops after some time.</summary>
    public static SearchLimits For(TimeSpan time, ulong seed) => new(seed, long.MaxValue, time);

    /// <summary>Stops after some steps, however long they take.</summary>
    public static SearchLimits After(long steps, ulong seed) => new(seed, steps, TimeSpan.MaxValue);
}
