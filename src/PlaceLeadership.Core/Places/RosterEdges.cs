namespace PlaceLeadership.Core.Places;

/// <summary>What stands beside the table: cells under no header.</summary>
internal static class RosterEdges
{
    /// <summary>
    /// In a text file a cell beyond the last header is nearly always a text that was not quoted, which shifts the row, so
    /// it is a problem; in a workbook it is a remark in the margin, so it is a note.
    /// </summary>
    public static void Report(
        IReadOnlyList<SheetRow> people, bool isText, RosterColumns columns, List<RosterProblem> problems, List<string> notes)
    {
        foreach (var column in columns.Headless.Where(column => people.Any(row => row[column].Length > 0)))
        {
            notes.Add($"Column {RosterSheet.LetterOf(column)} has no header and was not read.");
        }

        foreach (var row in people.Where(row => row.Cells.Skip(columns.Last + 1).Any(cell => cell.Length > 0)))
        {
            if (isText)
            {
                problems.Add(new RosterProblem(
                    row.Number, RosterSheet.LetterOf(columns.Last + 1), "The row has more cells than the header.",
                    "Put a text that holds the separator between quotation marks, or give the column a header."));
            }
            else
            {
                notes.Add($"Row {row.Number} has cells to the right of the last header; they were not read.");
            }
        }
    }
}
