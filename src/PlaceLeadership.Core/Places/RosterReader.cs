namespace PlaceLeadership.Core.Places;

/// <summary>
/// Reads a roster from the bytes of a spreadsheet file: .xlsx, or CSV as spreadsheet programs really write it (UTF-8 with
/// or without a mark, UTF-16, Windows-1252; comma, semicolon, tab or bar; quoted line breaks; a first line “sep=;”). The
/// first row that is not empty is the header; columns may stand in any order under their usual names.
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
    public static RosterReading Read(ReadOnlyMemory<byte> file, string fileName, Confirmations? confirmed = null)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var sheet = RosterFile.Open(file, fileName);
        var problems = sheet.Problems.ToList();
        var notes = sheet.Notes.ToList();
        var drafts = sheet.Rows.Count == 0 ? [] : Drafts(sheet, confirmed ?? Confirmations.None, problems, notes);
        if (drafts.Count == 0 && problems.Count == 0)
        {
            problems.Add(new RosterProblem(0, "", "The file holds no people.", "Write one person into each row below the header."));
        }

        return problems.Count == 0
            ? new RosterReading([.. drafts.Select(draft => new RosterRow(draft.Number, draft.Entry()))], [], notes)
            : new RosterReading([], [.. problems.OrderBy(problem => problem.Row).ThenBy(PlaceOf)], notes);
    }

    private static IReadOnlyList<RosterDraft> Drafts(
        RosterSheet sheet, Confirmations confirmed, List<RosterProblem> problems, List<string> notes)
    {
        var columns = RosterColumns.From(sheet.Rows[0], problems, notes);
        if (!columns.Known.Any())
        {
            return [];
        }

        var people = sheet.Rows.Skip(1).Where(row => IsPerson(row, columns, notes)).ToList();
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
        var drafts = people.Select(row => new RosterRowReader(columns, row, problems).Read()).ToList();
        RosterDuplicates.Report(drafts, columns.Title(RosterField.Email), problems);
        RosterLineManagers.Report(drafts, columns.Title(RosterField.LineManager), confirmed, problems, notes);
        return RosterOrganisations.Unify(drafts, columns, confirmed, problems, notes);
    }

    private static bool IsPerson(SheetRow row, RosterColumns columns, List<string> notes)
    {
        var isPerson = columns.Known.Any(column => row[column].Length > 0);
        if (!isPerson)
        {
            notes.Add($"Row {row.Number} has nothing in the columns of a roster and was not read.");
        }

        return isPerson;
    }

    // Problems of the whole row first, then by column letter: A before Z before AA.
    private static (int Length, string Letters) PlaceOf(RosterProblem problem)
    {
        var end = problem.Column.IndexOf(" (", StringComparison.Ordinal);
        return end < 0 ? (problem.Column.Length == 0 ? 0 : 1, problem.Column) : (end, problem.Column[..end]);
    }
}
