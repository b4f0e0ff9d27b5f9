namespace PlaceLeadership.Core.Places;

/// <summary>
/// Reads a roster from the bytes of a spreadsheet file: .xlsx, or CSV as spreadsheet programs really write it (UTF-8 with
/// or without a mark, UTF-16, Windows-1252; comma, semicolon, tab or bar; quoted line breaks; a first line “sep=;”). The
/// header is the first row that names columns, titles above it are passed over; columns may stand in any order under their usual names.
/// </summary>
public static class RosterReader
{
    /// <summary>
    /// Reads the file whole and reports every problem at once. Never throws for what the file holds; a file that cannot be
    /// read at all is one problem in row 0. The limits are those of <see cref="RosterLimits"/>.
    /// </summary>
    /// <param name="file">The content of the file; the kind is recognised from it and not from the name.</param>
    /// <param name="fileName">The name it was uploaded under; only its ending is looked at, to word a problem.</param>
    /// <param name="confirmed">The answers to questions that an earlier reading asked; null while there are none.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public static RosterReading Read(
        ReadOnlyMemory<byte> file, string fileName, Confirmations? confirmed = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var sheet = RosterFile.Open(file, fileName, cancellation);
        var problems = sheet.Problems.ToList();
        var notes = sheet.Notes.ToList();
        var drafts = sheet.Rows.Count == 0 ? [] : Drafts(sheet, confirmed ?? Confirmations.None, problems, notes, cancellation);
        if (drafts.Count == 0 && problems.Count == 0)
        {
            problems.Add(new RosterProblem(0, "", "The file holds no people.", "Write one person into each row below the header."));
        }

        return problems.Count == 0
            ? new RosterReading([.. drafts.Select(draft => new RosterRow(draft.Number, draft.Entry()))], [], notes)
            : new RosterReading([], [.. problems.OrderBy(problem => problem.Row).ThenBy(PlaceOf)], notes);
    }

    private static IReadOnlyList<RosterDraft> Drafts(
        RosterSheet sheet, Confirmations confirmed, List<RosterProblem> problems, List<string> notes, CancellationToken cancellation)
    {
        var header = RosterColumns.HeaderOf(sheet.Rows);
        if (header > 0)
        {
            notes.Add($"The headers are in row {sheet.Rows[header].Number}; what stands above them was not read.");
        }

        var columns = RosterColumns.From(sheet.Rows[header], problems, notes);
        if (!columns.Known.Any())
        {
            return [];
        }

        var people = RosterMerges.Fill(sheet.Rows.Skip(header + 1).Where(row => IsPerson(row, columns, notes)), sheet.Merges, columns, notes).ToList();
        if (people.Count > RosterLimits.PeopleMax)
        {
            problems.Add(new RosterProblem(
                people[RosterLimits.PeopleMax].Number, "",
                $"The roster has {people.Count} people; the limit is {RosterLimits.PeopleMax}, and this row is the first above it.",
                "Split the roster: one file for each cohort."));
            return [];
        }

        columns.AskAboutManagers(people, confirmed, problems);
        RosterEdges.Report(people, sheet.IsText, columns, problems, notes);
        var drafts = new List<RosterDraft>();
        foreach (var row in people)
        {
            cancellation.ThrowIfCancellationRequested();
            drafts.Add(new RosterRowReader(columns, row, confirmed, problems, notes).Read());
        }

        RosterDuplicates.Report(drafts, columns.Title(RosterField.Email), problems);
        RosterLineManagers.Report(drafts, columns.Title(RosterField.LineManager), confirmed, problems, notes, cancellation);
        return RosterOrganisations.Unify(drafts, columns, confirmed, problems, notes, cancellation);
    }

    private static bool IsPerson(SheetRow row, RosterColumns columns, List<string> notes)
    {
        var filled = columns.Known.Select(column => row[column]).Where(cell => cell.Length > 0).ToList();
        if (filled.Count > 0 && !(IsTotal(row) && filled.Count <= 2))
        {
            return true;
        }

        notes.Add(filled.Count == 0
            ? $"Row {row.Number} has nothing in the columns of a roster and was not read."
            : $"Row {row.Number} (“{string.Join(' ', filled)}”) is a total and was not read.");
        return false;
    }

    private static bool IsTotal(SheetRow row) => Spelling.Fold(row.Cells.First(cell => cell.Length > 0)).Split(' ') is ["total" or "cyfanswm" or "count", ..]
        && row.Cells.All(cell => !cell.Contains('@', StringComparison.Ordinal));

    // Problems of the whole row first, then by column letter: A before Z before AA.
    private static (int Length, string Letters) PlaceOf(RosterProblem problem)
    {
        var end = problem.Column.IndexOf(" (", StringComparison.Ordinal);
        return end < 0 ? (problem.Column.Length == 0 ? 0 : 1, problem.Column) : (end, problem.Column[..end]);
    }
}
