using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>
/// Holds the Markdown of messages to what plain, person-to-person mail can carry: no HTML, no images, and links that
/// lead to <c>https</c> or <c>mailto</c>.
/// </summary>
internal static class PlainMarkdown
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseAutoLinks().Build();

    /// <summary>What is wrong with a text, each with its line and column in the text, both from 0.</summary>
    public static IEnumerable<(int Line, int Column, string What, string Mend)> ProblemsOf(string text)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's own guard against quotes in lists in quotes in lists.
            return [(0, 0, "nests lists or quotes too deeply", "Write it with fewer levels.")];
        }

        return document.Descendants().Select(ProblemOf).OfType<(int, int, string, string)>();
    }

    private static (int, int, string, string)? ProblemOf(MarkdownObject piece) => piece switch
    {
        HtmlBlock or HtmlInline =>
            (piece.Line, piece.Column, "contains HTML", "Messages are plain: use Markdown, and write \\< for a bare <."),
        LinkInline { IsImage: true } =>
            (piece.Line, piece.Column, "contains an image", "Messages are plain: describe it, or link to a page that shows it."),
        LinkInline link when !IsAllowed(link.Url) => Link(piece, link.Url),
        AutolinkInline { IsEmail: false } link when !IsAllowed(link.Url) => Link(piece, link.Url),
        _ => null,
    };

    private static (int, int, string, string) Link(MarkdownObject piece, string? address) => (
        piece.Line,
        piece.Column,
        $"links to {Sentence.Quote(address ?? "")}",
        "Links begin with https:// or mailto: and are written out in full.");

    private static bool IsAllowed(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && ((uri.Scheme == Uri.UriSchemeHttps && uri.Host.Length > 0)
            || (uri.Scheme == Uri.UriSchemeMailto && uri.OriginalString.Contains('@')));
}
