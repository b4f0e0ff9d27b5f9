using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PlaceLeadership.Mail.Composing;

/// <summary>Markdown as a person would type it into a plain mail: links spelt out, lists with hyphens, no other marks.</summary>
internal static class PlainText
{
    public static string From(string markdown, MarkdownPipeline pipeline)
    {
        var text = new StringBuilder();
        Blocks(Markdown.Parse(markdown, pipeline), "", text);
        return text.ToString().TrimEnd('\n');
    }

    private static void Blocks(IEnumerable<Block> blocks, string indent, StringBuilder text)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case ListBlock list:
                    var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
                    foreach (var item in list.OfType<ListItemBlock>())
                    {
                        var mark = list.IsOrdered ? $"{number++}. " : "- ";
                        var lines = new StringBuilder();
                        Blocks(item, indent + new string(' ', mark.Length), lines);
                        text.Append(indent).Append(mark).Append(lines.ToString().Trim()).Append('\n');
                    }

                    text.Append('\n');
                    break;
                case QuoteBlock quote:
                    Blocks(quote, indent + "  ", text);
                    break;
                case LeafBlock { Inline: { } inline }:
                    text.Append(indent);
                    Inlines(inline, indent, text);
                    text.Append("\n\n");
                    break;
                case LeafBlock leaf:
                    text.Append(indent).Append(leaf.Lines.ToString()).Append("\n\n");
                    break;
                default:
                    break;
            }
        }
    }

    private static void Inlines(ContainerInline container, string indent, StringBuilder text)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case LineBreakInline line:
                    text.Append(line.IsHard ? "\n" + indent : " ");
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline auto:
                    text.Append(auto.Url);
                    break;
                case LinkInline link:
                    var before = text.Length;
                    Inlines(link, indent, text);
                    if (link.Url is { } url && !string.Equals(text.ToString(before, text.Length - before), url, StringComparison.Ordinal))
                    {
                        text.Append(" (").Append(url).Append(')');
                    }

                    break;
                case ContainerInline nested:
                    Inlines(nested, indent, text);
                    break;
                default:
                    break;
            }
        }
    }
}
