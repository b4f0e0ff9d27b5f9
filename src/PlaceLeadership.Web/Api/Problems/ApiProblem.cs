using System.Text.Json.Serialization;
using PlaceLeadership.Application.Launching;

namespace PlaceLeadership.Web.Api.Problems;

/// <summary>What did not work, as RFC 9457 has it.</summary>
/// <param name="Type">Which kind of problem it is; for programs.</param>
/// <param name="Title">The kind of problem in a few words; for people.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened, and what to do.</param>
internal sealed record ApiProblem(string Type, string Title, int Status, string Detail)
{
    /// <summary>Where what was sent is invalid: everything that has to be mended, at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ApiMistake>? Errors { get; init; }
}

/// <summary>Something that has to be mended in what was sent.</summary>
/// <param name="Field">The field it is about; empty for all of it.</param>
/// <param name="Row">The row or line in the text of that field, from 1; null for all of it.</param>
/// <param name="Column">The column, in words; null for the whole row.</param>
/// <param name="What">What is wrong, as a sentence.</param>
/// <param name="Mend">What to do about it; empty where that says it.</param>
/// <param name="Confirm">The statement that answers it when it is sent along in 'confirm'; null where only mending helps.</param>
internal sealed record ApiMistake(string Field, int? Row, string? Column, string What, string Mend, string? Confirm)
{
    public static ApiMistake Of(string field, string what, string mend = "") => new(field, null, null, what, mend, null);

    public static ApiMistake Of(LaunchProblem problem) => new(
        problem.Field, problem.Row == 0 ? null : problem.Row, problem.Column.Length == 0 ? null : problem.Column, problem.What, MendOf(problem), problem.Confirm);

    // A page offers them.
    private static string MendOf(LaunchProblem problem) => problem is { Field: LaunchFields.Division, Mend: "" }
        ? $"Write {string.Join(", or ", LaunchOrder.Divisions.Select(division => $"'{division.Word}'"))}." : problem.Mend;
}
