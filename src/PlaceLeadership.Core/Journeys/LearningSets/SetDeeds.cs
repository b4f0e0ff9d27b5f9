using System.Collections.Frozen;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>The words for what is done to learning sets alone, and how they are told; see <see cref="Cohorts.Journey.DeedSentences"/>.</summary>
internal static class SetDeeds
{
    /// <summary>Somebody was named to facilitate the set in the detail.</summary>
    public const string FacilitatorNamed = "facilitator-named";

    /// <summary>A set meeting was moved; the detail is the set.</summary>
    public const string MeetingMoved = "meeting-moved";

    /// <summary>A set meeting was called off; the detail is the set.</summary>
    public const string MeetingCalledOff = "meeting-called-off";

    /// <summary>The set in the detail was formed, mended, or one of its meetings settled.</summary>
    public const string SetKept = "set-kept";

    /// <summary>The set in the detail was dissolved.</summary>
    public const string SetDissolved = "set-dissolved";

    /// <summary>How they are told.</summary>
    public static FrozenDictionary<string, string> Sentences { get; } = new Dictionary<string, string>
    {
        [FacilitatorNamed] = "named who facilitates set {2}",
        [MeetingMoved] = "moved the meeting of set {2}",
        [MeetingCalledOff] = "called off the meeting of set {2}",
        [SetKept] = "formed set {2}, changed who is in it, or settled one of its meetings, because that was due",
        [SetDissolved] = "dissolved set {2}, because too few were left in it",
    }.ToFrozenDictionary();
}
