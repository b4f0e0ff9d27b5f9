using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>
/// What makes two people worth sharing a set, in points that add up. The diversity of a set is the sum over its pairs. The
/// usual weights let the sector count most, because a set is where the sectors of a place meet, and interests least, because
/// few people write them down with care.
/// </summary>
public sealed record SeatingWeights
{
    /// <summary>The largest weight: all of them together stay within what the search can count.</summary>
    public const int Most = 1_000;

    /// <summary>Points for two people of different sectors.</summary>
    public int Sector { get; init; } = 6;

    /// <summary>Points for two people of different organisations.</summary>
    public int Organisation { get; init; } = 4;

    /// <summary>Points for each level between two people, up to <see cref="LevelsMost"/>; none when a level is not known.</summary>
    public int Level { get; init; } = 1;

    /// <summary>How many levels apart still count more.</summary>
    public int LevelsMost { get; init; } = 3;

    /// <summary>
    /// Points when one offers a strength that the other wants to grow in, and the same again the other way round. See
    /// <see cref="Interests"/> for when a strength meets a wish.
    /// </summary>
    public int Interest { get; init; } = 2;

    internal int Between(Profile one, Profile other) =>
        (one.Sector == other.Sector ? 0 : Sector)
        + (one.Organisation == other.Organisation ? 0 : Organisation)
        + (one.Level is { } first && other.Level is { } second ? Level * Math.Min(LevelsMost, Math.Abs(first - second)) : 0);

    internal void Check()
    {
        foreach (var weight in new[] { Sector, Organisation, Level, LevelsMost, Interest })
        {
            if (weight is < 0 or > Most)
            {
                throw new ArgumentException($"A weight cannot be {weight}: it goes from 0 to {Most}.");
            }
        }
    }
}
