namespace PlaceLeadership.Core.Places;

/// <summary>A table of texts as it stands in the file, before anybody asks what it means. Empty rows are left out.</summary>
internal sealed record RosterSheet(IReadOnlyList<SheetRow> Rows, IReadOnlyList<RosterProblem> Problems, IReadOnlyList<string> Notes)
{
    /// <summary>Whether it was a text file, in which a missing quotation mark shifts cells.</summary>
    public bool IsText { get; init; }

    public IReadOnlyList<SheetMerge> Merges { get; init; } = [];

    public static RosterSheet Unreadable(string what, string mend) => new([], [new RosterProblem(0, "", what, mend)], []);

    /// <summary>The name that spreadsheet programs give a column, counted from 0: A, B … Z, AA.</summary>
    public static string LetterOf(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : LetterOf((column / 26) - 1) + LetterOf(column % 26);
}

/// <summary>One row that is not empty.</summary>
/// <param name="Number">As the spreadsheet program numbers it, from 1.</param>
/// <param name="Cells">Texts without blanks around them, from column A; blank cells at the end may be missing.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    public string this[int column] => column < Cells.Count ? Cells[column] : "";

    public SheetRow With(int column, string text) => this with
    {
        Cells = [.. Enumerable.Range(0, Math.Max(Cells.Count, column + 1)).Select(at => at == column ? text : this[at])],
    };

    public static SheetRow? Of(int number, IEnumerable<string> cells)
    {
        var clean = cells.Take(RosterLimits.ColumnsMax).Select(CellText.Clean).ToList();
        return clean.TrueForAll(cell => cell.Length == 0) ? null : new SheetRow(number, clean);
    }
}
