using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>What is to be planned. Ids in the history and in wishes to be apart may be of people who have left.</summary>
/// <param name="Profiles">Everybody who takes part in at least one of the rounds.</param>
/// <param name="Rounds">The rounds ahead, in their order.</param>
public sealed record CoachingRequest(IReadOnlyList<Profile> Profiles, IReadOnlyList<RoundAhead> Rounds)
{
    /// <summary>Most people; a larger cohort is kept in parts of this size.</summary>
    public const int PeopleMax = 500;

    /// <summary>Most rounds ahead: with one each week, two years.</summary>
    public const int RoundsMax = 104;

    /// <summary>Two who are never together because one of them asked for it or declined the other, in either order. Kept for the whole cohort.</summary>
    public IReadOnlyList<(string One, string Other)> Apart { get; init; } = [];

    /// <summary>The rounds so far, the earliest first.</summary>
    public IReadOnlyList<PastRound> History { get; init; } = [];

    /// <summary>What makes a good pair.</summary>
    public PairingWeights Weights { get; init; } = PairingWeights.Default;

    /// <summary>The seed of chance, which decides among equally good plans.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The search ends once at most one part in so many of the bound is missing: 5,000 is 0.02 %.</summary>
    public int GoodEnough { get; init; } = 5_000;

    /// <summary>So many rounds with everybody in each of them.</summary>
    public static IReadOnlyList<RoundAhead> Everybody(int rounds) => [.. Enumerable.Repeat(new RoundAhead([]), rounds)];
}

/// <summary>A round to plan.</summary>
/// <param name="Away">Ids of those who are not active in its weeks.</param>
public sealed record RoundAhead(IReadOnlyCollection<string> Away);

/// <summary>A round as it was.</summary>
/// <param name="Groups">Two or three ids each; all of a group have met.</param>
public sealed record PastRound(IReadOnlyList<IReadOnlyList<string>> Groups)
{
    /// <summary>Ids of those who had nobody.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Ids of those who got their pair after the others, because they joined or were matched again.</summary>
    public IReadOnlyList<string> MatchedLate { get; init; } = [];
}
