namespace PlaceLeadership.Core.Programmes;

/// <summary>Texts of the product itself, which are there in both languages whatever a programme has.</summary>
internal static class TwoLanguages
{
    public static LocalText Text(string english, string welsh) =>
        new(new Dictionary<string, string> { ["en"] = english, ["cy"] = welsh });

    /// <summary>What comes last, after 'and' with a space on each side: in Welsh <c>ac</c> before a vowel, else <c>a</c>.</summary>
    public static string And(string last, string language) => (language != "cy" ? " and "
        : last.Length > 0 && "aeiouwyâêîôûŵŷ".Contains(char.ToLowerInvariant(last[0]), StringComparison.Ordinal) ? " ac " : " a ") + last;

    /// <summary>Words in a row, with 'and' before the last.</summary>
    public static string Listed(IReadOnlyList<string> words, string language) => words.Count < 2
        ? string.Concat(words)
        : string.Join(", ", words.SkipLast(1)) + And(words[^1], language);
}
