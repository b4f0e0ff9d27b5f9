namespace PlaceLeadership.Matching.Sets;

/// <summary>The best division into sets that a search has seen.</summary>
/// <param name="SetOf">The set of each person.</param>
/// <param name="Worth">What it is worth, summed up from nothing.</param>
/// <param name="Steps">How many exchanges were tried.</param>
public sealed record FormedSets(IReadOnlyList<int> SetOf, SetsWorth Worth, long Steps);
