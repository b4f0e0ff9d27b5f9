namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>Where somebody can meet, as far as their access needs say so in words that are known.</summary>
public enum MeetingPlace
{
    /// <summary>Nothing known speaks against online or in person.</summary>
    Either,

    /// <summary>Only online.</summary>
    OnlineOnly,

    /// <summary>Only in person.</summary>
    InPersonOnly,
}

/// <summary>
/// Reads access needs, which people write freely. Only the phrases listed here decide anything, and only whether two people
/// can meet at all; whatever is written stands beside the set for its facilitator, word for word.
/// </summary>
public static class MeetingPlaces
{
    /// <summary>Phrases that mean <see cref="MeetingPlace.OnlineOnly"/>; case and punctuation do not count.</summary>
    public static IReadOnlyList<string> OnlineOnly { get; } =
        ["online only", "only online", "remote only", "only remotely", "virtual only", "cannot travel", "can t travel", "unable to travel"];

    /// <summary>Phrases that mean <see cref="MeetingPlace.InPersonOnly"/>.</summary>
    public static IReadOnlyList<string> InPersonOnly { get; } =
        ["in person only", "only in person", "face to face only", "only face to face", "cannot meet online", "can t meet online", "no online meetings", "no video calls"];

    /// <summary>Where a person can meet. A phrase behind "not" does not count; phrases that contradict each other say nothing.</summary>
    public static MeetingPlace Of(string? accessNeeds)
    {
        if (accessNeeds is null)
        {
            return MeetingPlace.Either;
        }

        var words = string.Concat(accessNeeds.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var text = $" {string.Join(' ', words)} ";
        return (Says(text, OnlineOnly), Says(text, InPersonOnly)) switch
        {
            (true, false) => MeetingPlace.OnlineOnly,
            (false, true) => MeetingPlace.InPersonOnly,
            _ => MeetingPlace.Either,
        };
    }

    internal static bool AreOpposed(MeetingPlace one, MeetingPlace other) =>
        one != other && one != MeetingPlace.Either && other != MeetingPlace.Either;

    private static bool Says(string text, IReadOnlyList<string> phrases) => phrases.Any(phrase =>
        text.Contains($" {phrase} ", StringComparison.Ordinal) && !text.Contains($" not {phrase} ", StringComparison.Ordinal));
}
