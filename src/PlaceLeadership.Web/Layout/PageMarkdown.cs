using System.Collections.Concurrent;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace PlaceLeadership.Web.Layout;

/// <summary>
/// The text of a step as HTML: no raw HTML, no pictures, links to <c>https</c>, <c>http</c>, <c>mailto</c> and
/// <c>tel</c> alone, and headings below the page's own.
/// </summary>
internal static class PageMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();
    private static readonly string[] Schemes = ["https", "http", "mailto", "tel"];

    // A step's text is the same for everybody. Keyed by the text itself, so that versions cannot mix.
    private static readonly ConcurrentDictionary<string, MarkupString> Rendered = new(StringComparer.Ordinal);

    /// <summary>The text as HTML.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="isPersonal">Whether it was written for one person: then it is not remembered.</param>
    public static MarkupString ToHtml(string markdown, bool isPersonal = false) =>
        isPersonal ? Render(markdown) : Rendered.GetOrAdd(markdown, Render);

    private static MarkupString Render(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(heading.Level + 1, 6);
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage || !IsSafe(link.Url))
            {
                Unwrap(link);
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return new MarkupString(document.ToHtml(Pipeline));
    }

    private static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme);

    /// <summary>Leaves the words of a link and takes the link away.</summary>
    private static void Unwrap(LinkInline link)
    {
        Inline at = link;
        foreach (var child in link.ToList())
        {
            child.Remove();
            at.InsertAfter(child);
            at = child;
        }

        link.Remove();
    }
}
