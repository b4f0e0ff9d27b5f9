using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Answering;

/// <summary>
/// The names of the fields of an answer. Words and choices are told apart by name alone, so that words can be shown back
/// even when the store, and with it the questions, cannot be read.
/// </summary>
internal static class AnswerFields
{
    /// <summary>The name of the field that says which button was pressed.</summary>
    public const string Button = "do";

    public const string Answer = "answer";
    public const string Kept = "kept";
    public const string NotThisWeek = "not-this-week";

    private const string Text = "text.";
    private const string Choice = "choice.";

    /// <summary>The field of a question.</summary>
    public static string Of(Question question) => (question is Question.FreeText ? Text : Choice) + question.Id;

    /// <summary>The id of the element that an error about this question leads to.</summary>
    public static string FocusId(Question question) => question switch
    {
        Question.FreeText => Id(question),
        Question.Scale scale => Id(question, scale.Low),
        Question.SingleChoice choice => Id(question, choice.Options[0].Id),
        Question.MultipleChoice choice => Id(question, choice.Options[0].Id),
        _ => Id(question),
    };

    /// <summary>The id of the element of a question, or of one of its options.</summary>
    public static string Id(Question question, object? option = null) =>
        option is null ? $"q-{question.Id}" : $"q-{question.Id}--{option}";

    /// <summary>Whether a field holds somebody's own words.</summary>
    public static bool IsText(string name) => name.StartsWith(Text, StringComparison.Ordinal);

    /// <summary>The answers in a form, by question.</summary>
    public static AnswerForm Read(SentForm form) => new(form.Fields
        .Select(field => (Question: QuestionOf(field.Name), field.Value))
        .Where(field => field.Question is not null)
        .GroupBy(field => field.Question!, field => field.Value, StringComparer.Ordinal)
        .ToDictionary(question => question.Key, IReadOnlyList<string> (question) => [.. question], StringComparer.Ordinal));

    /// <summary>Answers as they are kept, as a form shows them.</summary>
    public static AnswerForm Of(Step step, IReadOnlyDictionary<string, string> kept) => new(step.Questions
        .Where(question => kept.ContainsKey(question.Id))
        .ToDictionary(
            question => question.Id,
            IReadOnlyList<string> (question) => question is Question.MultipleChoice
                ? kept[question.Id].Split(Answers.OptionSeparator)
                : [kept[question.Id]],
            StringComparer.Ordinal));

    private static string? QuestionOf(string name) =>
        IsText(name) ? name[Text.Length..]
        : name.StartsWith(Choice, StringComparison.Ordinal) ? name[Choice.Length..]
        : null;
}
