using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PlaceLeadership.Core.Wording;

/// <summary>
/// The texts of one folder in one language, as they stand in its <c>en.yaml</c> or <c>cy.yaml</c>: a map from keys to texts, with
/// notes to translators as comments above a key.
/// </summary>
/// <param name="Head">The comment at the top, which is about all of them.</param>
/// <param name="Texts">The texts, in the order of the file.</param>
public sealed record TextFile(string Head, IReadOnlyList<Text> Texts)
{
    private const string Indent = "  ";

    private static readonly (string Of, string As)[] Escapes = [("\\", "\\\\"), ("\"", "\\\""), ("\n", "\\n")];

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is no map from keys to texts; the message says in which line.</exception>
    public static TextFile Read(string yaml)
    {
        var lines = yaml.Split('\n');
        var texts = new List<Text>();
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            parser.Consume<MappingStart>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<Scalar>();
                texts.Add(new Text(key.Value, parser.Consume<Scalar>().Value, CommentAbove(lines, (int)key.Start.Line - 1)));
            }

            parser.Consume<DocumentEnd>();
            parser.Consume<StreamEnd>();
        }
        catch (YamlException broken)
        {
            throw new FormatException($"line {broken.Start.Line}: {broken.Message}", broken);
        }

        return new TextFile(CommentAbove(lines, Array.FindIndex(lines, line => !line.StartsWith('#'))), texts);
    }

    /// <summary>The file; reading it gives the same again.</summary>
    public string Write()
    {
        var blocks = new List<string>();
        foreach (var text in Texts)
        {
            var block = Comment(text.Note) + text.Key + ":" + Scalar(text.Words) + "\n";
            if (blocks.Count > 0 && IsOneLine(blocks[^1].Split('\n')[^2]) && IsOneLine(block))
            {
                blocks[^1] += block;
            }
            else
            {
                blocks.Add(block);
            }
        }

        return Comment(Head) + (Head.Length > 0 ? "\n" : "") + string.Join('\n', blocks);
    }

    private static bool IsOneLine(string block) => block.TrimEnd('\n') is var line && !line.Contains('\n', StringComparison.Ordinal) && line[0] is not (' ' or '#');

    private static string Comment(string note) => string.Concat(note.Split('\n').Where(line => line.Length > 0).Select(line => $"# {line}\n"));

    private static string CommentAbove(string[] lines, int at)
    {
        var first = at;
        while (first > 0 && lines[first - 1].StartsWith('#'))
        {
            first--;
        }

        return string.Join('\n', lines[first..at].Select(line => line[1..].Trim()));
    }

    // Without quotes wherever that is safe for whoever changes a word; a text of several lines as it is.
    private static string Scalar(string words)
    {
        if (words.Length == 0 || char.IsWhiteSpace(words[0]) || char.IsWhiteSpace(words[^1]))
        {
            return $" \"{Escapes.Aggregate(words, (text, escape) => text.Replace(escape.Of, escape.As, StringComparison.Ordinal))}\"";
        }

        return char.IsLetter(words[0]) && !words.Contains('\n', StringComparison.Ordinal) && !words.Contains(": ", StringComparison.Ordinal)
            && !words.Contains(" #", StringComparison.Ordinal) && !words.EndsWith(':')
                ? " " + words
                : " |-\n" + string.Join('\n', words.Split('\n').Select(line => line.Length == 0 ? "" : Indent + line));
    }
}
