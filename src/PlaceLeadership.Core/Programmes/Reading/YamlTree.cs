using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>
/// Builds the tree from the parser's events. The library's own model stops at the first repeated key and follows
/// aliases, so it could neither report everything at once nor be given a file of unknown origin.
/// </summary>
internal sealed class YamlTree
{
    private const int DepthMax = 16;

    private readonly ProblemList _problems;
    private readonly Parser _parser;
    private readonly string[] _lines;

    private YamlTree(string text, ProblemList problems)
    {
        _problems = problems;
        _lines = text.Split('\n');
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The one document of the file, or null when it could not be read; the reason is then reported.</summary>
    public static Node? Read(string yaml, ProblemList problems)
    {
        if (yaml.Length > ProgrammeReader.CharactersMax)
        {
            problems.Add(
                new Place(1, 1),
                $"The file has {yaml.Length} characters; a programme has at most {ProgrammeReader.CharactersMax}.",
                "Check that this is a programme, and shorten its texts.");
            return null;
        }

        var tabs = ReportTabs(yaml, problems);
        YamlTree? reader = null;
        try
        {
            reader = new YamlTree(yaml.TrimStart('\uFEFF').Replace('\t', ' '), problems);
            return reader.Document();
        }
        catch (TooDeepException tooDeep)
        {
            problems.Add(
                tooDeep.At,
                $"Lists and maps are nested more than {DepthMax} deep here.",
                "A programme never needs that: check the brackets and the indentation above.");
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException or ArgumentException)
        {
            // The scanner throws the second kind when brackets and blocks are mixed up, and the third at a tag that is no
            // address. After a tab, whatever follows from it would only distract.
            if (!tabs)
            {
                problems.Add(
                    PlaceOf((broken as YamlException)?.Start ?? reader?.LastMark ?? Mark.Empty),
                    $"From here on the file is not YAML: {Explanation(broken)}",
                    "Check indentation, colons, brackets and quotes in this line and the one above. A text that contains a"
                    + " colon and a space, or begins with a quote or a bracket, goes between quotes or under a “|”.");
            }
        }

        return null;
    }

    private static bool ReportTabs(string yaml, ProblemList problems)
    {
        if (!yaml.Contains('\t'))
        {
            return false;
        }

        var line = 0;
        foreach (var text in yaml.Split('\n'))
        {
            line++;
            var column = text.IndexOf('\t') + 1;
            if (column > 0)
            {
                problems.Add(new Place(line, column), "There is a tab in this line.", "Use spaces instead of tabs.");
            }
        }

        return true;
    }

    private Mark LastMark => _parser.Current?.End ?? Mark.Empty;

    private static string Explanation(Exception broken) =>
        broken switch
        {
            InvalidOperationException => "a bracket is opened and not closed.",
            ArgumentException => "an exclamation mark begins a YAML tag.",
            _ => broken.Message,
        };

    private Node? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
        {
            _problems.Add(
                new Place(1, 1), "The file is empty.", "Start from a copy of programmes/place-leadership.yaml.");
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = Next(depth: 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _problems.Add(
                PlaceOf(second.Start),
                "A second document begins here.",
                "Keep one programme in each file, and delete the line “---” if it is not meant.");
        }

        return root;
    }

    private Node Next(int depth)
    {
        var next = _parser.Consume<ParsingEvent>();
        var at = PlaceOf(next.Start);
        if (next is AnchorAlias alias)
        {
            _problems.Add(
                at,
                $"“*{alias.Value}” points to another part of the file.",
                "Write the value out in full: programmes use no aliases.");
            return new Node.Refused(at);
        }

        if (next is NodeEvent node)
        {
            RefuseAnchorAndTag(node, at);
        }

        return next switch
        {
            Scalar scalar => ScalarOf(scalar, at),
            _ when depth == DepthMax => throw new TooDeepException(at),
            SequenceStart => ListAt(at, depth + 1),
            MappingStart => MapAt(at, depth + 1),
            _ => throw new SyntaxErrorException(next.Start, next.End, "A value was expected."),
        };
    }

    private void RefuseAnchorAndTag(NodeEvent node, Place at)
    {
        if (!node.Anchor.IsEmpty)
        {
            _problems.Add(
                at, $"“&{node.Anchor.Value}” names this part of the file.", "Delete it: programmes use no anchors.");
        }

        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
        {
            _problems.Add(
                at, $"“{node.Tag.Value}” is a YAML tag.", "Delete it: programmes use no tags.");
        }
    }

    private Node.Scalar ScalarOf(Scalar scalar, Place at) => new(
        at,
        scalar.Value,
        ScalarTypes.Of(scalar.Value, scalar.Style),
        scalar.Style is ScalarStyle.Literal ? new Place(at.Line + 1, IndentationBelow(at.Line)) : null);

    private int IndentationBelow(int line)
    {
        var first = _lines.Skip(line).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? "";
        return first.Length - first.TrimStart(' ').Length + 1;
    }

    private Node.List ListAt(Place at, int depth)
    {
        var items = new List<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Next(depth));
        }

        return new Node.List(at, items);
    }

    private Node.Map MapAt(Place at, int depth)
    {
        var entries = new List<Entry>();
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Next(depth);
            var value = Next(depth);
            if (key is not Node.Scalar { Value: var name })
            {
                _problems.Add(key.At, "A key is a single word, and this is not.", "Check the brackets around it.");
            }
            else if (!seen.TryAdd(name, key.At))
            {
                _problems.Add(
                    key.At,
                    $"“{name}” stands here a second time; the first is in line {seen[name].Line}.",
                    "Keep one of the two.");
            }
            else
            {
                entries.Add(new Entry(name, key.At, value));
            }
        }

        return new Node.Map(at, entries);
    }

    private static Place PlaceOf(Mark mark) =>
        new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    // Never leaves this class: unwinds the recursion at the first bracket too many.
    private sealed class TooDeepException(Place at) : Exception
    {
        public Place At { get; } = at;
    }
}
