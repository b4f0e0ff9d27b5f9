using System.Collections.Frozen;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>The words for what is done to a coaching round alone, and how they are told; see <see cref="Cohorts.Journey.DeedSentences"/>.</summary>
internal static class CoachingDeeds
{
    /// <summary>Pairs of a coaching round were formed or mended.</summary>
    public const string PairsFormed = "pairs-formed";

    /// <summary>A coaching round was put away.</summary>
    public const string RoundOver = "round-over";

    /// <summary>How they are told.</summary>
    public static FrozenDictionary<string, string> Sentences { get; } = new Dictionary<string, string>
    {
        [PairsFormed] = "formed or mended the pairs of {1}, because that was due or somebody needed another partner",
        [RoundOver] = "put the pairs of {1} away, because the round is over",
    }.ToFrozenDictionary();
}
