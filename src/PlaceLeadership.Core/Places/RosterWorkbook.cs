using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace PlaceLeadership.Core.Places;

/// <summary>
/// The sheet of an .xlsx workbook that holds the roster: the first with all headers that are needed, else the one with most,
/// visible ones before hidden ones. Hidden rows and columns count like others, and are named.
/// </summary>
internal static class RosterWorkbook
{
    private const int SpansNamedMost = 40;

    // No cache of shared strings on disk: it would leave names in a temporary folder.
    private static readonly OpenXmlConfiguration InMemory = new() { EnableSharedStringCache = false };

    private static readonly string LastCell = RosterSheet.LetterOf(RosterLimits.ColumnsMax - 1) + "1048576";

    private static RosterSheet NotAWorkbook => RosterSheet.Unreadable(
        "The file looks like a workbook, but cannot be read as .xlsx.",
        "Open it in a spreadsheet program, save it as .xlsx or as “CSV UTF-8” and upload that.");

    public static RosterSheet Read(ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        var bytes = file.ToArray();
        try
        {
            var (sheets, tooMuch) = WorkbookScan.Of(bytes, cancellation);
            return tooMuch is null ? WithRoster(bytes, sheets, cancellation) : RosterSheet.Unreadable(
                tooMuch, "Copy the roster alone into a new workbook, without pictures and other sheets.");
        }
        catch (Exception broken) when (broken is not (OutOfMemoryException or OperationCanceledException))
        {
            // A damaged package can fail anywhere in the reader, with whatever exception the place throws.
            return NotAWorkbook;
        }
    }

    private static RosterSheet WithRoster(byte[] file, IReadOnlyList<ScannedSheet> sheets, CancellationToken cancellation)
    {
        var read = sheets.Where(sheet => sheet.HasCells).OrderBy(sheet => sheet.Hidden)
            .Select(sheet => (Sheet: sheet, Table: TableOf(file, sheet, cancellation)))
            .Where(one => one.Table.Rows.Count + one.Table.Problems.Count > 0).ToList();
        if (read.Count == 0)
        {
            return sheets.Count == 0 ? NotAWorkbook : new RosterSheet([], [], []);
        }

        // A whole header is better than part of one, and otherwise the more columns the better; of equals the first.
        var found = read.MaxBy(one => RosterColumns.IsWhole(one.Table.Rows) ? int.MaxValue : RosterColumns.KnownIn(one.Table.Rows));
        var others = read.Where(one => one != found && RosterColumns.IsWhole(one.Table.Rows)).Select(one => one.Sheet).ToList();
        return found.Table with { Notes = [.. Notes(found.Sheet, sheets.Count, others), .. found.Table.Notes] };
    }

    private static IEnumerable<string> Notes(ScannedSheet sheet, int sheets, IReadOnlyList<ScannedSheet> others)
    {
        if (sheets > 1)
        {
            yield return $"Only the sheet “{CellText.Clean(sheet.Name)}” was read.";
        }

        foreach (var other in others)
        {
            yield return $"The sheet “{CellText.Clean(other.Name)}”{(other.Hidden ? ", which is hidden," : "")} looks like a roster too and was not read.";
        }

        if (sheet.Hidden)
        {
            yield return $"The sheet “{CellText.Clean(sheet.Name)}” is hidden; it was read.";
        }
    }

    private static IEnumerable<string> Hidden(ScannedSheet sheet, IReadOnlyList<SheetRow> rows)
    {
        var filled = rows.Select(row => row.Number).ToHashSet();
        var hidden = sheet.HiddenRows.Where(filled.Contains).Distinct().ToList();
        if (hidden.Count > 0)
        {
            yield return $"{(hidden.Count == 1 ? $"Row {hidden[0]} is hidden in the sheet; it was" : $"Rows {Spans(hidden)} are hidden in the sheet; they were")} read like the others. "
                + "Delete hidden rows of people who are not meant.";
        }

        foreach (var column in sheet.HiddenColumns.Order().Where(column => rows.Any(row => row[column].Length > 0)))
        {
            yield return $"Column {RosterSheet.LetterOf(column)} is hidden in the sheet; it was read like the others.";
        }
    }

    private static string Spans(IReadOnlyList<int> numbers)
    {
        var spans = new List<(int First, int Last)>();
        foreach (var number in numbers.Order())
        {
            var goesOn = spans.Count > 0 && spans[^1].Last == number - 1;
            (int, int) span = (goesOn ? spans[^1].First : number, number);
            spans = goesOn ? [.. spans[..^1], span] : [.. spans, span];
        }

        return string.Join(", ", spans.Take(SpansNamedMost).Select(span => span.First == span.Last ? $"{span.First}" : $"{span.First} to {span.Last}"))
            + (spans.Count > SpansNamedMost ? " and more" : "");
    }

    private static RosterSheet TableOf(byte[] file, ScannedSheet sheet, CancellationToken cancellation)
    {
        var rows = new List<SheetRow>();
        var (number, letters) = (0, 0L);
        // A range, because a sheet may claim to be 16,384 columns wide, which takes minutes to read. It goes down to the last
        // row a sheet can have, because rows below a range are left out without a word; the count below ends the reading.
        foreach (var raw in MiniExcel.QueryRange(
            new MemoryStream(file, writable: false), false, sheet.Name, ExcelType.XLSX, "A1", LastCell, InMemory))
        {
            cancellation.ThrowIfCancellationRequested();
            var cells = ((IDictionary<string, object?>)raw).Values.Select(TextOf).ToList();
            letters += cells.Sum(cell => cell.Length);
            if (++number > RosterLimits.SheetRowMax || letters > RosterLimits.WorkbookCharsMax)
            {
                return new RosterSheet(rows, [letters > RosterLimits.WorkbookCharsMax ? TooMuchText(number) : RosterCsv.TooLong], []);
            }

            if (SheetRow.Of(number, cells) is { } row)
            {
                rows.Add(row);
            }
        }

        return new RosterSheet(rows, [], [.. Hidden(sheet, rows)]) { Merges = sheet.Merges };
    }

    private static RosterProblem TooMuchText(int row) => new(
        row, "", $"The texts up to this row have more than {RosterLimits.WorkbookCharsMax} characters.", "Copy the roster alone into a new workbook.");

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        string text => text,
        TimeSpan time => $"{(int)time.TotalHours:00}:{time.Minutes:00}",
        // A time without a date is stored as a fraction of day 0, which is in 1899 or 1900.
        DateTime { Year: < 1901 } time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
