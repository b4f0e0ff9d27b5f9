using System.Text.RegularExpressions;

namespace PlaceLeadership.Web.Inbox;

/// <summary>Finds the addresses in a plain text, as mail programs do.</summary>
internal static partial class PlainLinks
{
    /// <summary>The text in pieces, in order, each with whether it is an address.</summary>
    public static IEnumerable<(string Piece, bool IsLink)> Split(string text)
    {
        var at = 0;
        foreach (var match in Address().Matches(text).Select(match => (match.Index, match.Length)))
        {
            if (match.Index > at)
            {
                yield return (text[at..match.Index], false);
            }

            yield return (text.Substring(match.Index, match.Length), true);
            at = match.Index + match.Length;
        }

        yield return (text[at..], false);
    }

    [GeneratedRegex(@"https?://[^\s<>""()]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
