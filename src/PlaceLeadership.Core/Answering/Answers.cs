using System.Globalization;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Answering;

/// <summary>Answers that passed.</summary>
/// <param name="Private">By question: what the author alone may read, kept encrypted.</param>
/// <param name="Counted">By question: engagement facts. Only surveys count answers, and never words.</param>
/// <param name="Told">By question: what the journey of the step hears and acts on.</param>
public sealed record CheckedAnswers(
    IReadOnlyDictionary<string, string> Private, IReadOnlyDictionary<string, string> Counted, IReadOnlyDictionary<string, string> Told);

/// <summary>Checks a form against the questions of a step.</summary>
public static class Answers
{
    /// <summary>The most characters of one free text.</summary>
    public const int TextMax = 10_000;

    /// <summary>Separates the options of a multiple choice where they are stored.</summary>
    public const char OptionSeparator = ';';

    /// <summary>The answers, or every problem with them. No question has to be answered, but something must be.</summary>
    public static (CheckedAnswers? Answers, IReadOnlyList<AnswerProblem> Problems) Check(Step step, AnswerForm form)
    {
        var problems = new List<AnswerProblem>();
        var kept = new Dictionary<string, string>();
        var counted = new Dictionary<string, string>();
        var told = new Dictionary<string, string>();
        foreach (var question in step.Questions)
        {
            var given = form.Values.GetValueOrDefault(question.Id) ?? [];
            IReadOnlyList<string> values = [.. given.Select(value => value.Trim()).Where(value => value.Length > 0)];
            if (values.Count == 0)
            {
                continue;
            }

            if (ProblemWith(question, values) is { } problem)
            {
                problems.Add(new AnswerProblem(question.Id, problem));
                continue;
            }

            var target = question is Question.FreeText ? kept
                : !step.Id.IsWhole ? told
                : step.Kind.CountsAnswers ? counted : kept;
            target[question.Id] = string.Join(OptionSeparator, values);
        }

        if (problems.Count == 0 && kept.Count + counted.Count + told.Count == 0)
        {
            problems.Add(new AnswerProblem("", "Nothing is filled in yet. Answer any one question, or choose one of the other buttons."));
        }

        return problems.Count > 0 ? (null, problems) : (new CheckedAnswers(kept, counted, told), []);
    }

    private static string? ProblemWith(Question question, IReadOnlyList<string> values) => question switch
    {
        Question.FreeText when values.Count > 1 => "Give one answer here.",
        Question.FreeText when values[0].Length > TextMax => string.Create(
            CultureInfo.InvariantCulture,
            $"This is {values[0].Length:N0} characters long; the most we can keep is {TextMax:N0}. Shorten it and send it again."),
        Question.FreeText => null,
        Question.Scale scale when values.Count != 1
            || !int.TryParse(values[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || number < scale.Low || number > scale.High => $"Choose a number from {scale.Low} to {scale.High}.",
        Question.SingleChoice choice when values.Count != 1 || !Offered(choice.Options, values) => "Choose one of the options.",
        Question.MultipleChoice choice when !Offered(choice.Options, values) => "Choose from the options.",
        _ => null,
    };

    private static bool Offered(IReadOnlyList<Option> options, IReadOnlyList<string> values) =>
        values.Distinct().Count() == values.Count && values.All(value => options.Any(option => option.Id == value));
}
