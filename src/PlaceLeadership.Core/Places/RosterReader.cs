namespace PlaceLeadership.Core.Places;

/// <summary>
/// Reads a roster from the bytes of a spreadsheet file: .xlsx, or CSV as spreadsheet programs really write it (UTF-8 with
/// or without a mark, UTF-16, Windows-1252; comma, semicolon, tab or bar; quoted line breaks; a first line “sep=;”). The
/// header is the first row that names columns, titles above it are passed over; columns may stand in any order under their usual names.
/// </summary>
public static class RosterReader
{
    /// <summary>
    /// Reads the file whole and reports every problem at once, up to <see cref="RosterLimits.ShownMax"/>. Never throws for what the file holds; a file that cannot be
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
            ? new RosterReading([.. drafts.Select(draft => new RosterRow(draft.Number, draft.Entry()))], [], Shown(notes))
            : new RosterReading([], Shown([.. problems.OrderBy(problem => problem.Row).ThenBy(PlaceOf)]), Shown(notes));
    }

    // Nobody reads thousands; where so much is wrong, one thing is.
    private static IReadOnlyList<RosterProblem> Shown(IReadOnlyList<RosterProblem> problems) => problems.Count <= RosterLimits.ShownMax ? problems :
    [
        .. problems.Take(RosterLimits.ShownMax),
        new RosterProblem(0, "", $"{problems.Count - RosterLimits.ShownMax} more problems are not shown.", "Mend these first; a column in the wrong place is often all."),
    ];

    private static IReadOnlyList<string> Shown(IReadOnlyList<string> notes) => notes.Count <= RosterLimits.ShownMax ? notes
        : [.. notes.Take(RosterLimits.ShownMax), $"{notes.Count - RosterLimits.ShownMax} more notes are not shown."];

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

        var rows = new RosterPeople(columns, confirmed, problems, notes);
        var people = RosterMerges.Fill(rows.In([.. sheet.Rows.Skip(header + 1)]), sheet.Merges, columns, notes);
        if (people.Count > RosterLimits.PeopleMax)
        {
            problems.Add(new RosterProblem(
                people[RosterLimits.PeopleMax].Number, "",
                $"The roster has {people.Count} people; the limit is {RosterLimits.PeopleMax}, and this row is the first above it.",
                "Split the roster: one file for each cohort."));
            return [];
        }

        columns.AskAboutManagers(people, confirmed, problems);
        rows.AskWhoTakesPart(people);
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

    // Problems of the whole row first, then by column letter: A before Z before AA.
    private static (int Length, string Letters) PlaceOf(RosterProblem problem)
    {
        var end = problem.Column.IndexOf(" (", StringComparison.Ordinal);
        return end < 0 ? (problem.Column.Length == 0 ? 0 : 1, problem.Column) : (end, problem.Column[..end]);
    }
}
