using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Web.Layout;

namespace PlaceLeadership.Web.Answering;

/// <summary>What the page behind an answer link shows.</summary>
/// <param name="View">The step, and the reply so far.</param>
/// <param name="Path">The path of the page, for its forms.</param>
/// <param name="PausePath">Where to pause.</param>
/// <param name="LeavePath">Where to leave.</param>
/// <param name="WordsUntil">The last day on which the link shows the person's words, in words.</param>
public sealed record AnswerSheet(ReplyView View, string Path, string PausePath, string LeavePath, string WordsUntil)
{
    /// <summary>What stands in the fields: empty, what was just sent, or what the person asked to see.</summary>
    public AnswerForm Filled { get; init; } = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>Where the words are that this step looks back on, or null.</summary>
    public string? LookBackPath { get; init; }

    /// <summary>What the reader may do beside replying, in words, and where; or null.</summary>
    public (string Words, string Path)? Offer { get; init; }

    /// <summary>What needs mending.</summary>
    public IReadOnlyList<AnswerProblem> Problems { get; init; } = [];

    /// <summary>Whether the person asked to see the kept words.</summary>
    public bool ShowsWords { get; init; }

    /// <summary>Whether what stands in the fields came too late and was not stored.</summary>
    public bool CameTooLate { get; init; }

    /// <summary>
    /// Whether the form is on the page. While words are kept and not shown it is not: an empty form would replace them
    /// unseen.
    /// </summary>
    public bool HasForm => View.Open && (ShowsWords || Problems.Count > 0 || !View.HasText);

    /// <summary>The errors, each leading to its field.</summary>
    public IReadOnlyList<ErrorItem> Errors =>
    [
        .. Problems.Select(problem => new ErrorItem(
            View.Step.Questions.FirstOrDefault(question => question.Id == problem.Question) is { } question
                ? AnswerFields.FocusId(question)
                : View.Step.Questions is [var first, ..] ? AnswerFields.FocusId(first) : "reply",
            problem.Message)),
    ];

    /// <summary>The values in the field of a question.</summary>
    public IReadOnlyList<string> Values(Question question) => Filled.Values.GetValueOrDefault(question.Id) ?? [];

    /// <summary>The problem with a question, or null.</summary>
    public string? ProblemWith(Question question) =>
        Problems.FirstOrDefault(problem => problem.Question == question.Id)?.Message;
}
