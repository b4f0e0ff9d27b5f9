using System.Globalization;
using System.Text.RegularExpressions;

namespace PlaceLeadership.Application.Linking;

/// <summary>
/// The tokens of private links in what somebody pasted: a link, a line, a whole mail, as mail programs break, quote, wrap and rewrite them.
/// </summary>
public static partial class PastedTokens
{
    private const int TextLengthMax = 100_000;
    private const int PiecesMost = 6;
    private const int LinksMost = 50;

    /// <summary>What may be a token: after each beginning of a link its first piece alone, then with the pieces that lines broke off it.</summary>
    /// <param name="text">What was pasted.</param>
    /// <param name="letter">What the path of such links begins with.</param>
    public static IEnumerable<string> In(string text, string letter)
    {
        var shown = string.Concat(text.Take(TextLengthMax).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format));
        foreach (var way in new[] { shown, Uri.UnescapeDataString(shown) }.Distinct())
        {
            foreach (var link in Links().Matches(way).Where(link => link.Groups["letter"].Value == letter).Take(LinksMost))
            {
                var pieces = link.Groups["piece"].Captures.Select(piece => piece.Value).ToList();
                for (var count = 1; count <= Math.Min(pieces.Count, PiecesMost); count++)
                {
                    yield return string.Concat(pieces.Take(count));
                }
            }
        }
    }

    // A line may end within it, with the sign of a soft break or before the mark of a quotation.
    [GeneratedRegex(@"/(?<letter>[a-z])/(?<piece>[A-Za-z0-9_-]+)(?:=?\s[\s>|]*(?<piece>[A-Za-z0-9_-]+))*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();
}
