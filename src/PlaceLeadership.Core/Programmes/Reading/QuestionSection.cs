namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>Reads the questions of a step.</summary>
internal sealed class QuestionSection(Texts texts, ProblemList problems)
{
    private const int QuestionsMax = 12;
    private const int OptionsMax = 12;
    private const int TextCharactersMax = 300;
    private const int LabelCharactersMax = 100;
    private const int ScaleEndMax = 100;
    private const int ScalePointsMax = 11;

    private static readonly string[] KeysOfAll = ["id", "kind", "text"];
    private static readonly string[] Kinds = ["text", "scale", "single", "multiple"];

    private readonly Values _values = new(problems);

    public IReadOnlyList<Question> Read(Field? field, string owner)
    {
        var questions = new List<Question>();
        foreach (var (item, at) in _values.Items(field, 1, QuestionsMax).Select((item, at) => (item, at)))
        {
            var question = Read(item, $"question {at + 1} of {owner}", out var idField);
            if (question is not null && _values.IsNew(question.Id, questions.Select(other => other.Id), idField!))
            {
                questions.Add(question);
            }
        }

        return questions;
    }

    private Question? Read(Field item, string owner, out Field? idField)
    {
        var kind = KindAhead(item.Node);
        var fields = Fields.Open(item.Node, owner, [.. KeysOfAll, .. KeysOf(kind)], problems);
        idField = fields?.Require("id", "first-thought");
        var id = _values.Id(idField);
        kind = _values.OneOf(fields?.Require("kind", "text"), Kinds) ?? kind;
        var text = texts.Line(fields?.Require("text", "What stays with you?"), TextCharactersMax)
            ?? LocalText.English("");
        if (fields is null)
        {
            return null;
        }

        return kind switch
        {
            "scale" => Scale(id ?? "", text, fields),
            "single" => new Question.SingleChoice(id ?? "", text, Options(fields)),
            "multiple" => new Question.MultipleChoice(id ?? "", text, Options(fields)),
            "text" => new Question.FreeText(id ?? "", text),
            _ => null,
        };
    }

    // Which keys a question may have depends on its kind; a misspelt kind is taken for what was probably meant.
    private static string? KindAhead(Node node) =>
        (node as Node.Map)?.Find("kind") is Node.Scalar { Value: var word }
            ? Kinds.Contains(word) ? word : Suggestion.For(word, Kinds)
            : null;

    private static string[] KeysOf(string? kind) => kind switch
    {
        "text" => [],
        "scale" => ["low", "high", "low-label", "high-label"],
        "single" or "multiple" => ["options"],
        _ => ["low", "high", "low-label", "high-label", "options"],
    };

    private Question.Scale Scale(string id, LocalText text, Fields fields)
    {
        var low = _values.Whole(fields.Require("low", "1"), -ScaleEndMax, ScaleEndMax);
        var high = _values.Whole(fields.Require("high", "7"), -ScaleEndMax, ScaleEndMax);
        if (low >= high)
        {
            problems.Add(
                fields.Find("low")!.Node.At,
                $"The scale of {fields.Owner} goes from {low} to {high}.",
                "Let “low” be the smaller number.");
        }
        else if (high - low + 1 > ScalePointsMax)
        {
            problems.Add(
                fields.Find("high")!.Node.At,
                $"The scale of {fields.Owner} has {high - low + 1} points; nobody can tell so many apart.",
                $"Use at most {ScalePointsMax}, such as 1 to 7.");
        }

        return new Question.Scale(
            id,
            text,
            low ?? 0,
            high ?? 1,
            texts.Line(fields.Require("low-label", "not at all"), LabelCharactersMax) ?? text,
            texts.Line(fields.Require("high-label", "very much"), LabelCharactersMax) ?? text);
    }

    private List<Option> Options(Fields fields)
    {
        var options = new List<Option>();
        foreach (var item in _values.Items(fields.Require("options", "[{id: yes-often, text: Often}, …]"), 2, OptionsMax))
        {
            var inner = Fields.Open(item.Node, item.Label, ["id", "text"], problems);
            var idField = inner?.Require("id", "often");
            var id = _values.Id(idField);
            var text = texts.Line(inner?.Require("text", "Often"), LabelCharactersMax) ?? LocalText.English("");
            if (id is not null && _values.IsNew(id, options.Select(option => option.Id), idField!))
            {
                options.Add(new Option(id, text));
            }
        }

        return options;
    }
}
