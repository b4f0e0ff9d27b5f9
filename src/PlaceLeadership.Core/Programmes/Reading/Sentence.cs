namespace PlaceLeadership.Core.Programmes.Reading;

internal static class Sentence
{
    private const int QuotedMax = 60;

    /// <summary>The words with a capital letter.</summary>
    public static string Start(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>A value from the file between quotes, on one line and cut when long.</summary>
    public static string Quote(string value)
    {
        var line = string.Concat(value.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return line.Length <= QuotedMax ? $"“{line}”" : $"“{line[..QuotedMax]}…”";
    }
}
