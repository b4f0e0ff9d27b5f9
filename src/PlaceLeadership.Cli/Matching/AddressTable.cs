using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using PlaceLeadership.Cli.CommandLine;

namespace PlaceLeadership.Cli.Matching;

/// <summary>A small .csv file about people, who are named by their addresses. Problems are gathered, not thrown.</summary>
internal sealed class AddressTable
{
    private readonly FileInfo _file;
    private readonly List<string> _problems;
    private readonly IReadOnlyDictionary<string, string> _known;

    private AddressTable(FileInfo file, IReadOnlyDictionary<string, string> known, List<string> problems) =>
        (_file, _known, _problems) = (file, known, problems);

    /// <summary>The rows without the header, which is a first row in which nothing is an address; none if there is no such file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="known">The addresses of the roster, in any case, as they are written there.</param>
    /// <param name="problems">Where problems go, each with file, row, column and a way out.</param>
    /// <param name="read">Reads one row.</param>
    public static async Task ReadAsync(
        FileInfo file, IReadOnlyDictionary<string, string> known, List<string> problems, Action<AddressTable, AddressRow> read, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            problems.Add($"There is no file {file.FullName}.");
            return;
        }

        var table = new AddressTable(file, known, problems);
        var text = await File.ReadAllTextAsync(file.FullName, cancellation).ConfigureAwait(false);
        foreach (var row in Rows(text).SkipWhile((row, index) => index == 0 && !row.Cells.Any(cell => cell.Contains('@', StringComparison.Ordinal))))
        {
            read(table, row);
        }
    }

    /// <summary>Notes a problem of a cell, which spreadsheet programs call A, B, C.</summary>
    public void Problem(AddressRow row, int column, string what, string mend) =>
        _problems.Add($"{_file.Name}, row {row.Number}, {(char)('A' + column)}: {what} {mend}");

    /// <summary>The address as the roster has it; null, and a problem, when nobody has it.</summary>
    public string? Known(AddressRow row, int column)
    {
        if (row[column].Length == 0)
        {
            Problem(row, column, "There is no address.", "Write one, or delete the row.");
            return null;
        }

        if (_known.TryGetValue(row[column], out var address))
        {
            return address;
        }

        // Without a roster that can be read, nobody is known.
        if (_known.Count > 0)
        {
            Problem(row, column, $"Nobody in the roster has the address {row[column]}.", "Correct it, or delete the row if the person has left.");
        }

        return null;
    }

    private static IEnumerable<AddressRow> Rows(string text)
    {
        var line = text.Split('\r', '\n')[0];
        var delimiter = ",;\t".MaxBy(one => line.Count(letter => letter == one));
        using var csv = new CsvParser(
            new StringReader(text),
            new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter.ToString(), IgnoreBlankLines = false, BadDataFound = null });
        while (csv.Read())
        {
            IReadOnlyList<string> cells = [.. (csv.Record ?? []).Select(cell => SpreadsheetCell.Read(cell.Trim()))];
            if (cells.Any(cell => cell.Length > 0))
            {
                yield return new AddressRow(csv.Row, cells);
            }
        }
    }
}

/// <summary>A row that is not empty.</summary>
/// <param name="Number">As spreadsheet programs number it, from 1.</param>
/// <param name="Cells">Its cells, without blanks around them.</param>
internal sealed record AddressRow(int Number, IReadOnlyList<string> Cells)
{
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}
