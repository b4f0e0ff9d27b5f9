using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Tests.Programmes;

/// <summary>Measures of plain English.</summary>
internal static partial class Prose
{
    public static IReadOnlyList<string> Words(string text) =>
        [.. Word().Matches(text).Select(match => match.Value.ToLowerInvariant())];

    public static IReadOnlyList<string> Sentences(string text) =>
        [.. SentenceEnd().Split(text).Where(sentence => Words(sentence).Count > 0)];

    /// <summary>
    /// Reading ease after Flesch (1948): 206.835 less 1.015 for each word of the average sentence and 84.6 for each
    /// syllable of the average word. 60 and above is plain English.
    /// </summary>
    public static double ReadingEase(string text)
    {
        var words = Words(text);
        return 206.835
            - (1.015 * words.Count / Sentences(text).Count)
            - (84.6 * words.Sum(Syllables) / words.Count);
    }

    // Groups of vowels, less a silent e: near enough for a hundred words at a time.
    private static int Syllables(string word)
    {
        var groups = Vowels().Count(word);
        return Math.Max(1, SilentE().IsMatch(word) ? groups - 1 : groups);
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?:;]+(?=\s|\z|"")")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();

    [GeneratedRegex("[^aeiouyl]e(?:s|d)?$")]
    private static partial Regex SilentE();
}
