using System.Globalization;

namespace PlaceLeadership.Core.Together;

/// <summary>
/// The row keys of pairs and sets. What can still change stands between the outbox and the people, so that tending reads it in
/// the same range; what is over lies outside.
/// </summary>
public static class GroupKeys
{
    /// <summary>Who must not be brought together.</summary>
    public const string Apart = "pair!apart";

    /// <summary>The start of the keys of open coaching rounds.</summary>
    public const string RoundPrefix = "pair|";

    /// <summary>What is known of the sets as a whole.</summary>
    public const string Formed = "peerset!formed";

    /// <summary>The start of the keys of learning sets.</summary>
    public const string SetPrefix = "peerset|";

    /// <summary>The first of all these keys; the last come before those of the people.</summary>
    public const string From = "pair!";

    /// <summary>The start of the keys of coaching rounds that are over.</summary>
    public const string PastRoundPrefix = "round|";

    /// <summary>The start of the keys of set meetings that are over.</summary>
    public const string PastMeetingPrefix = "meeting|";

    /// <summary>The key of an open coaching round.</summary>
    public static string Round(StepId stepId) => RoundPrefix + stepId;

    /// <summary>The key of a coaching round that is over.</summary>
    public static string PastRound(StepId stepId) => PastRoundPrefix + stepId;

    /// <summary>The key of a set.</summary>
    public static string Set(int number) => SetPrefix + number.ToString("D3", CultureInfo.InvariantCulture);

    /// <summary>The key of a set's facilitator, beside the identities of people.</summary>
    public static string Facilitator(int set) => "facilitator|" + set.ToString("D3", CultureInfo.InvariantCulture);

    /// <summary>The key of a set meeting that is over.</summary>
    public static string PastMeeting(int set, StepId stepId) => PastMeetings(set) + stepId;

    /// <summary>The start of the keys of a set's meetings that are over.</summary>
    public static string PastMeetings(int set) => $"{PastMeetingPrefix}{set.ToString("D3", CultureInfo.InvariantCulture)}|";
}
