using System.Collections.Frozen;

namespace PlaceLeadership.Core.Places;

/// <summary>Comparing words that people type: letters and digits count, case, spaces and punctuation do not.</summary>
internal static class Synonyms
{
    public static string Key(string text) =>
        string.Concat(text.Replace("&", "and", StringComparison.Ordinal).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>A look-up from lines of synonyms, separated by commas, to what they mean; one word has one meaning.</summary>
    public static FrozenDictionary<string, T> Meaning<T>(params (T Meaning, string Synonyms)[] lines) => lines
        .SelectMany(line => line.Synonyms.Split(',').Select(synonym => KeyValuePair.Create(Key(synonym), line.Meaning)))
        .Distinct()
        .ToDictionary(StringComparer.Ordinal)
        .ToFrozenDictionary(StringComparer.Ordinal);
}
