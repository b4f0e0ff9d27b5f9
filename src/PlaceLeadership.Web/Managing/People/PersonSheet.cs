using PlaceLeadership.Application.People;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Managing.Cohorts;

namespace PlaceLeadership.Web.Managing.People;

/// <summary>What the page of a person shows.</summary>
/// <param name="Details">The person.</param>
/// <param name="Who">What stands for them in an address.</param>
/// <param name="Notice">What was just done, or null.</param>
public sealed record PersonSheet(PersonDetails Details, string Who, string? Notice)
{
    /// <summary>What the form about them says.</summary>
    public required PersonForm Form { get; init; }

    /// <summary>The pause that was asked for and has to be mended, or null.</summary>
    public PauseWish? Pause { get; init; }

    /// <summary>What is wrong with the letters that were asked for, or null.</summary>
    public ErrorItem? Letters { get; init; }

    /// <summary>What is wrong elsewhere, or null.</summary>
    public string? Problem { get; init; }

    internal IReadOnlyList<ErrorItem> Errors =>
    [
        .. Problem is { } problem ? [new ErrorItem("main", problem)] : Array.Empty<ErrorItem>(),
        .. Pause?.Problem is { } pause ? [new ErrorItem(Pause.Length == CohortPages.UntilDay ? "day" : "open", pause)] : Array.Empty<ErrorItem>(),
        .. Letters is { } letters ? [letters] : Array.Empty<ErrorItem>(),
        .. Form.Errors,
    ];
}

/// <summary>What the page on which somebody joins shows.</summary>
/// <param name="Id">The cohort.</param>
/// <param name="Place">Its place.</param>
/// <param name="Form">What was typed.</param>
public sealed record JoinSheet(CohortId Id, string Place, PersonForm Form);

/// <summary>A form about one person: a roster of one.</summary>
/// <param name="Cells">What stands in each column.</param>
/// <param name="Problems">What has to be mended or confirmed.</param>
public sealed record PersonForm(IReadOnlyDictionary<string, string> Cells, IReadOnlyList<RosterProblem> Problems)
{
    /// <summary>What stands in a field.</summary>
    public string this[RosterField field] => Cells.GetValueOrDefault(RosterHeaders.NameOf(field), "");

    /// <summary>The id and name of a field.</summary>
    public static string IdOf(RosterField field) => field.ToString().ToLowerInvariant();

    /// <summary>What is to be mended in a field; null for nothing.</summary>
    public string? ProblemOf(RosterField field) =>
        Problems.FirstOrDefault(problem => FieldOf(problem) == field) is { } found ? $"{found.What} {found.Mend}".Trim() : null;

    /// <summary>What can be confirmed as it stands.</summary>
    public IEnumerable<string> ToConfirm => Problems.Select(problem => problem.Confirm).OfType<string>().Distinct();

    internal IEnumerable<ErrorItem> Errors => Problems.Select(problem => new ErrorItem(IdOf(FieldOf(problem) ?? RosterField.Name), $"{problem.What} {problem.Mend}".Trim()));

    // A problem names its column as a spreadsheet does, such as “B (E-mail)”.
    private static RosterField? FieldOf(RosterProblem problem) => PersonWords.Fields.Cast<RosterField?>().FirstOrDefault(field =>
        problem.Column == RosterHeaders.NameOf(field!.Value) || problem.Column.EndsWith($"({RosterHeaders.NameOf(field.Value)})", StringComparison.Ordinal));
}
