using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>A round that goes on with other people, or in which somebody declined.</summary>
/// <param name="Profiles">Everybody who is in the round from now on: whoever left is gone, whoever joins is there.</param>
/// <param name="Groups">The groups of the round so far, who left included.</param>
public sealed record RematchRequest(IReadOnlyList<Profile> Profiles, IReadOnlyList<IReadOnlyList<string>> Groups)
{
    /// <summary>
    /// Two of a group who do not want to go on together; nobody has to give a reason. They are not put together again. Whoever
    /// calls keeps them with the cohort as two who are apart, for the rounds to come; who declined is not kept.
    /// </summary>
    public IReadOnlyList<(string One, string Other)> Declined { get; init; } = [];

    /// <summary>Two who are never together.</summary>
    public IReadOnlyList<(string One, string Other)> Apart { get; init; } = [];

    /// <summary>The rounds before this one.</summary>
    public IReadOnlyList<PastRound> History { get; init; } = [];

    /// <summary>What makes a good pair.</summary>
    public PairingWeights Weights { get; init; } = PairingWeights.Default;
}

/// <summary>The round after a repair.</summary>
/// <param name="Round">Who meets whom now.</param>
/// <param name="NewPartner">Ids of those who have somebody in their group whom they did not have before.</param>
public sealed record RematchedRound(CoachingRound Round, IReadOnlyList<string> NewPartner);
