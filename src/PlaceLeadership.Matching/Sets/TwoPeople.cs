namespace PlaceLeadership.Matching.Sets;

/// <summary>Two people by their numbers, in either order.</summary>
public readonly record struct TwoPeople(int One, int Other);
