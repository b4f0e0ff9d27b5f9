using System.Globalization;
using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>Reads single values and lists. Each returns null when the value is missing or was refused.</summary>
internal sealed partial class Values(ProblemList problems)
{
    /// <summary>The most characters of an id.</summary>
    public const int IdCharactersMax = 64;

    /// <summary>A whole number between two limits, both included.</summary>
    public int? Whole(Field? field, int least, int most)
    {
        if (field is null or { Node: Node.Refused })
        {
            return null;
        }

        var (node, label) = field;
        if (node is not Node.Scalar { Type: ScalarType.WholeNumber } scalar)
        {
            problems.Add(
                node.At,
                $"{label} must be a whole number{Instead(node)}.",
                $"Write a number from {least} to {most}, without quotes.");
        }
        else if (!int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || number < least || number > most)
        {
            problems.Add(
                node.At, $"{label} is {Sentence.Quote(scalar.Value)}.", $"Write a number from {least} to {most}.");
        }
        else
        {
            return number;
        }

        return null;
    }

    /// <summary>Lower-case words joined by hyphens.</summary>
    public string? Id(Field? field)
    {
        if (Text(field) is not { } id)
        {
            return null;
        }

        if (id.Length <= IdCharactersMax && Identifier().IsMatch(id))
        {
            return id;
        }

        problems.Add(
            field!.Node.At,
            $"{field.Label} is {Sentence.Quote(id)}.",
            $"Write lower-case letters and digits, words joined by hyphens, a letter first, at most {IdCharactersMax}"
            + " characters: “first-meeting”.");
        return null;
    }

    /// <summary>One of a few words.</summary>
    public string? OneOf(Field? field, IReadOnlyList<string> words)
    {
        if (Text(field) is not { } word)
        {
            return null;
        }

        if (words.Contains(word))
        {
            return word;
        }

        problems.Add(field!.Node.At, $"{field.Label} is {Sentence.Quote(word)}.", MeantOrOneOf(word, words));
        return null;
    }

    /// <summary>The way out for a word that is not among those allowed.</summary>
    public static string MeantOrOneOf(string word, IReadOnlyCollection<string> words) =>
        Suggestion.For(word, words) is { } meant
            ? $"Did you mean “{meant}”?"
            : words.Count == 0
                ? "None is defined in this programme: define it first, or delete this line."
                : $"Write one of: {string.Join(", ", words)}.";

    /// <summary>A text as written, not yet checked for anything but its type.</summary>
    public string? Text(Field? field)
    {
        if (field is null or { Node: Node.Refused })
        {
            return null;
        }

        if (field.Node is Node.Scalar { Type: ScalarType.Text } scalar)
        {
            return scalar.Value;
        }

        var mend = field.Node is Node.Scalar { Type: not ScalarType.Nothing } other
            ? $"Put it between quotes if it is meant: \"{other.Value}\"."
            : "Write a single text.";
        problems.Add(field.Node.At, $"{field.Label} must be a text{Instead(field.Node)}.", mend);
        return null;
    }

    /// <summary>The items of a list of a certain length; empty when the list is missing or was refused.</summary>
    public IReadOnlyList<Field> Items(Field? field, int least, int most)
    {
        if (field is null or { Node: Node.Refused })
        {
            return [];
        }

        if (field.Node is not Node.List list)
        {
            problems.Add(
                field.Node.At,
                $"{field.Label} must be a list{Instead(field.Node)}.",
                "Put it in square brackets, or write each item on a line of its own after a hyphen.");
            return [];
        }

        if (list.Items.Count < least)
        {
            problems.Add(list.At, $"{field.Label} has {Count(list)}; it needs at least {least}.", "Add what is missing.");
        }

        if (list.Items.Count > most)
        {
            problems.Add(list.At, $"{field.Label} has {Count(list)}; it takes at most {most}.", "Leave some out.");
        }

        return [.. list.Items.Select((item, at) => new Field(item, $"item {at + 1} in {field.Label}"))];
    }

    /// <summary>A list of words of which each may stand once.</summary>
    public IReadOnlyList<string> DistinctWords(Field? field, int least, IReadOnlyList<string> words)
    {
        var chosen = new List<string>();
        foreach (var item in Items(field, least, int.MaxValue))
        {
            if (OneOf(item, words) is { } word && IsNew(word, chosen, item))
            {
                chosen.Add(word);
            }
        }

        return chosen;
    }

    /// <summary>Whether a value is not yet among the others; otherwise it is reported.</summary>
    public bool IsNew(string value, IEnumerable<string> others, Field field)
    {
        if (!others.Contains(value))
        {
            return true;
        }

        problems.Add(field.Node.At, $"{field.Label} repeats {Sentence.Quote(value)}.", "Each may stand once: delete or rename one.");
        return false;
    }

    private static string Count(Node.List list) => list.Items.Count == 1 ? "1 item" : $"{list.Items.Count} items";

    private static string Instead(Node node) => node switch
    {
        Node.List => ", and this is a list",
        Node.Map => ", and this is a map",
        Node.Scalar { Type: ScalarType.Nothing } => ", and there is none",
        Node.Scalar { Type: ScalarType.TrueOrFalse } scalar => $", and YAML reads {Sentence.Quote(scalar.Value)} as true or false",
        Node.Scalar { Type: ScalarType.WholeNumber or ScalarType.Number } scalar =>
            $", and YAML reads {Sentence.Quote(scalar.Value)} as a number",
        Node.Scalar scalar => $", and {Sentence.Quote(scalar.Value)} is a text",
        _ => "",
    };

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(?:-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
