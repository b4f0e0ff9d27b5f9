using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Answering;

/// <summary>Says in the language of the page what is wrong with an answer.</summary>
internal static class AnswerProblems
{
    /// <summary>The problem in words.</summary>
    /// <param name="problem">What the check found. It speaks English.</param>
    /// <param name="step">The step.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="words">The words of the page.</param>
    public static AnswerProblem InWords(AnswerProblem problem, Step step, AnswerForm form, PageWords words)
    {
        var question = step.Questions.FirstOrDefault(question => question.Id == problem.Question);
        return question is null && !step.Id.IsWhole ? problem with { Message = words.Answer.NothingChosen }
            : words.Language == PageWords.English.Language ? problem
            : problem with { Message = Sentence(question, form, words.Answer) };
    }

    private static string Sentence(Question? question, AnswerForm form, AnsweringTexts words) => question switch
    {
        null => words.NothingFilledIn,
        Question.FreeText when form.Values[question.Id] is [var text] =>
            words.TooLong(text.Trim().Length, Answers.TextMax),
        Question.FreeText => words.OneAnswer,
        Question.Scale scale => words.ChooseNumber(scale.Low, scale.High),
        _ => words.ChooseOption,
    };
}
