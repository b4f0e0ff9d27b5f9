using PlaceLeadership.Core.Answering;
namespace PlaceLeadership.Core.Answering;

/// <summary>What somebody put into the form.</summary>
/// <param name="Values">The raw values by question id; a multiple choice may have several.</param>
public sealed record AnswerForm(IReadOnlyDictionary<string, IReadOnlyList<string>> Values);

/// <summary>A problem with one answer.</summary>
/// <param name="Question">The question, or empty for the form as a whole.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record AnswerProblem(string Question, string Message);
