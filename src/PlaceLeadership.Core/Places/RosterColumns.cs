namespace PlaceLeadership.Core.Places;

/// <summary>Which column holds which field, found from the header row.</summary>
internal sealed class RosterColumns
{
    private static readonly RosterField[] Required =
        [RosterField.Name, RosterField.Email, RosterField.Organisation, RosterField.Sector];

    private readonly Dictionary<RosterField, int> _columnOf = [];
    private readonly SheetRow _header;

    private RosterColumns(SheetRow header) => _header = header;

    /// <summary>Among how many rows the header is looked for; above it people write titles.</summary>
    public const int HeaderWithin = 20;

    /// <summary>How many of the columns of a roster a row names.</summary>
    public static int KnownIn(SheetRow row) => FieldsOf(row).Count;

    /// <summary>How many of them the header of these rows names.</summary>
    public static int KnownIn(IReadOnlyList<SheetRow> rows) => rows.Count == 0 ? 0 : KnownIn(rows[HeaderOf(rows)]);

    /// <summary>Whether the header of these rows names all that is needed.</summary>
    public static bool IsWhole(IReadOnlyList<SheetRow> rows) => rows.Count > 0 && FieldsOf(rows[HeaderOf(rows)]) is var fields
        && Required.All(field => fields.Contains(field) || (field == RosterField.Name && fields.Contains(RosterField.LastName)));

    /// <summary>The place of the header among the rows: of the first ones that which names most columns, where it names several.</summary>
    public static int HeaderOf(IReadOnlyList<SheetRow> rows) =>
        rows.Take(HeaderWithin).Index().MaxBy(row => KnownIn(row.Item) is >= 2 and var known ? known : 0).Index;

    private static HashSet<RosterField> FieldsOf(SheetRow row) => [.. row.Cells.Select(RosterHeaders.FieldOf).OfType<RosterField>()];

    public int Count => _header.Cells.Count(cell => cell.Length > 0);

    /// <summary>The last column that has a header, counted from 0.</summary>
    public int Last => _header.Cells.ToList().FindLastIndex(cell => cell.Length > 0);

    public IEnumerable<int> Known => _columnOf.Values;

    /// <summary>Those with a header that means nothing to a roster.</summary>
    public IEnumerable<int> Unknown => Enumerable.Range(0, Last + 1).Where(IsUnknown);

    /// <summary>The column of the field, if there is one.</summary>
    public IEnumerable<int> Of(RosterField field) => _columnOf.TryGetValue(field, out var column) ? [column] : [];

    public IEnumerable<int> Headless => Enumerable.Range(0, Last + 1).Where(column => _header[column].Length == 0);

    /// <summary>Reads the header; reports missing and doubled columns, notes those that are not known.</summary>
    public static RosterColumns From(SheetRow header, List<RosterProblem> problems, List<string> notes)
    {
        var columns = new RosterColumns(header);
        for (var column = 0; column < header.Cells.Count; column++)
        {
            columns.Take(column, problems, notes);
        }

        if (columns._columnOf.Count == 0)
        {
            problems.Add(new RosterProblem(
                header.Number, "", "This row names none of the columns of a roster.",
                $"Put a header row first with at least {string.Join(", ", Required.Select(RosterHeaders.NameOf))}; the template shows all columns."));
            return columns;
        }

        columns.ReportMissing(problems);
        return columns;
    }

    /// <summary>
    /// Asks about each filled column that may hold line managers under another name: without them a safeguard would be off.
    /// </summary>
    public void AskAboutManagers(IReadOnlyList<SheetRow> people, Confirmations confirmed, List<RosterProblem> problems)
    {
        foreach (var column in Unknown.Where(column => RosterHeaders.LooksLikeManager(_header[column])
            && people.Any(row => !CellText.SaysNothing(row[column]))))
        {
            var statement = $"{Shown(_header[column])} is no line manager";
            if (!confirmed.Has(statement))
            {
                problems.Add(new RosterProblem(
                    _header.Number, Title(column), "The column looks like the line manager, whom nobody may be brought together with.",
                    $"Give it the header “{RosterHeaders.NameOf(RosterField.LineManager)}” and keep one such column, or confirm “{statement}”.")
                {
                    Confirm = statement,
                });
            }
        }
    }

    public bool Are(IReadOnlyList<RosterField> fields, int column) =>
        fields.Any(field => _columnOf.TryGetValue(field, out var its) && its == column);

    public bool Has(RosterField field) => _columnOf.ContainsKey(field);

    public string Text(SheetRow row, RosterField field) => _columnOf.TryGetValue(field, out var column) ? row[column] : "";

    /// <summary>Letter and header, by which a person finds the cell.</summary>
    public string Title(RosterField field) =>
        _columnOf.TryGetValue(field, out var column) ? Title(column) : RosterHeaders.NameOf(field);

    private bool IsUnknown(int column) => _header[column].Length > 0 && !_columnOf.ContainsValue(column);

    public string Header(int column) => Shown(_header[column]);

    public string Title(int column) => $"{RosterSheet.LetterOf(column)} ({Header(column)})";

    private void Take(int column, List<RosterProblem> problems, List<string> notes)
    {
        var header = _header[column];
        if (header.Length == 0)
        {
            return;
        }

        if (RosterHeaders.FieldOf(header) is not { } field)
        {
            notes.Add($"Column {Title(column)} is not a column of a roster and was not read.");
        }
        else if (!_columnOf.TryAdd(field, column))
        {
            problems.Add(new RosterProblem(
                _header.Number, Title(column), $"Column {Title(_columnOf[field])} already holds the {RosterHeaders.NameOf(field)}.",
                "Keep one of the two columns, or rename the one that means something else."));
        }
    }

    private void ReportMissing(List<RosterProblem> problems)
    {
        if (!Has(RosterField.Name) && (Has(RosterField.FirstName) || Has(RosterField.LastName)))
        {
            if (!Has(RosterField.FirstName) || !Has(RosterField.LastName))
            {
                Missing(Has(RosterField.FirstName) ? RosterField.LastName : RosterField.FirstName);
            }
        }
        else if (!Has(RosterField.Name))
        {
            Missing(RosterField.Name);
        }

        foreach (var field in Required.Where(field => field != RosterField.Name && !Has(field)))
        {
            Missing(field);
        }

        void Missing(RosterField field) => problems.Add(new RosterProblem(
            _header.Number, RosterHeaders.NameOf(field), $"There is no column {RosterHeaders.NameOf(field)}.",
            $"Add a column with the header “{RosterHeaders.NameOf(field)}”."));
    }

    private static string Shown(string header) => header.ReplaceLineEndings(" ") is { Length: > 40 } tooLong ? tooLong[..40] + "…" : header.ReplaceLineEndings(" ");
}
