using System.Globalization;

namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>Reads texts in every language of the programme.</summary>
internal sealed class Texts(IReadOnlyList<string> languages, ProblemList problems)
{
    private readonly Values _values = new(problems);

    /// <summary>A text of a single line.</summary>
    public LocalText? Line(Field? field, int charactersMax) =>
        Read(field, (one, text) =>
        {
            CheckLength(one, text, charactersMax);
            if (text.TrimEnd('\n').Any(letter => IsLineBreak(letter) || char.IsControl(letter)))
            {
                problems.Add(
                    one.Node.At,
                    $"{one.Label} must be a single line.",
                    "Write it without line breaks, tabs or control characters.");
            }
        });

    /// <summary>A Markdown text.</summary>
    public LocalText? Markdown(Field? field, int charactersMax) =>
        Read(field, (one, text) =>
        {
            CheckLength(one, text, charactersMax);
            if (text.Length > charactersMax)
            {
                return;
            }

            if (text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r')))
            {
                problems.Add(one.Node.At, $"{one.Label} contains a control character.", "Type the line again by hand.");
            }

            foreach (var (line, column, what, mend) in PlainMarkdown.ProblemsOf(text))
            {
                problems.Add(PlaceIn(one.Node, line, column), $"{one.Label} {what}.", mend);
            }
        });

    private static Place PlaceIn(Node node, int line, int column) =>
        node is Node.Scalar { Content: { } content }
            ? new Place(content.Line + line, content.Column + column)
            : node.At;

    private LocalText? Read(Field? field, Action<Field, string> check)
    {
        if (field is null or { Node: Node.Refused })
        {
            return null;
        }

        return field.Node is Node.Map ? InLanguages(field, check) : InOneLanguage(field, check);
    }

    private LocalText? InOneLanguage(Field field, Action<Field, string> check)
    {
        if (Checked(field, check) is not { } text)
        {
            return null;
        }

        if (languages.Count > 1)
        {
            problems.Add(
                field.Node.At,
                $"{field.Label} is written in one language, and the programme has {string.Join(", ", languages)}.",
                $"Write one line for each: {string.Join(", ", languages.Select(language => $"“{language}: …”"))}.");
        }

        return new LocalText(new Dictionary<string, string> { [languages[0]] = text });
    }

    private LocalText? InLanguages(Field field, Action<Field, string> check)
    {
        var fields = Fields.Open(field.Node, field.Label, languages, problems);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            if (Checked(fields?.Require(language, "…"), check) is { } text)
            {
                texts.Add(language, text);
            }
        }

        return texts.Count == languages.Count ? new LocalText(texts) : null;
    }

    private string? Checked(Field? field, Action<Field, string> check)
    {
        if (_values.Text(field) is not { } text)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(field!.Node.At, $"{field.Label} is blank.", "Write the text, or delete the line.");
            return null;
        }

        if (!IsWellFormed(text))
        {
            problems.Add(field!.Node.At, $"{field.Label} contains half a character.", "Type the text again by hand.");
            return null;
        }

        check(field!, text);
        return text.Trim();
    }

    private void CheckLength(Field field, string text, int charactersMax)
    {
        if (text.Length > charactersMax)
        {
            problems.Add(
                field.Node.At,
                $"{field.Label} has {text.Length} characters; it takes at most {charactersMax}.",
                "Shorten it.");
        }
    }

    private static bool IsLineBreak(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsWellFormed(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogatePair(text, at))
            {
                at++;
            }
            else if (char.IsSurrogate(text[at]))
            {
                return false;
            }
        }

        return true;
    }
}
