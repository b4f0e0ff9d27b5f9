namespace PlaceLeadership.Core.Places;

/// <summary>What came of reading a roster: either people and no problem, or problems and no people.</summary>
/// <param name="Rows">
/// The people in the order of the file. Empty as soon as there is one problem, so that half a roster cannot be stored.
/// </param>
/// <param name="Problems">Everything that has to be mended in the file, from top to bottom and left to right.</param>
/// <param name="Notes">What the reader decided by itself and a person may want to check; nothing that has to be mended.</param>
public sealed record RosterReading(
    IReadOnlyList<RosterRow> Rows,
    IReadOnlyList<RosterProblem> Problems,
    IReadOnlyList<string> Notes);

/// <summary>One person of a roster.</summary>
/// <param name="Number">The row as the spreadsheet program numbers it; the header is usually row 1.</param>
/// <param name="Entry">What the row says.</param>
public sealed record RosterRow(int Number, RosterEntry Entry);

/// <summary>Something in a roster that has to be mended before it can be used.</summary>
/// <param name="Row">The row as the spreadsheet program numbers it, or 0 when the whole file is meant.</param>
/// <param name="Column">
/// Letter and header such as “B (E-mail)”; only the header when the column is missing; empty when the whole row or file is
/// meant.
/// </param>
/// <param name="What">What is wrong, as a sentence.</param>
/// <param name="Mend">What to do about it, as a sentence.</param>
public sealed record RosterProblem(int Row, string Column, string What, string Mend)
{
    /// <summary>The statement that answers it when it is confirmed; null when only mending the file helps.</summary>
    public string? Confirm { get; init; }
}
