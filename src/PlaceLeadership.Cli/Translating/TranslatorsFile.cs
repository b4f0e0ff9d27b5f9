using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PlaceLeadership.Cli.Matching;
using PlaceLeadership.Core.Wording;

namespace PlaceLeadership.Cli.Translating;

/// <summary>A text in the file that came back.</summary>
/// <param name="Number">Its row, as spreadsheet programs number it.</param>
internal sealed record TranslatedRow(int Number, string Where, string Key, string English, string Welsh);

/// <summary>Something wrong with a translator's file.</summary>
/// <param name="Place">Where, such as <c>, row 3</c>; may be empty.</param>
internal sealed record TranslationProblem(string Place, string What, string Mend);

/// <summary>
/// All texts in one .csv file: a row for each, with English and Welsh side by side, what is filled in, and what a translator should
/// know. Spreadsheet programs open it, and may move columns, use semicolons and end lines in their way.
/// </summary>
internal static class TranslatorsFile
{
    private static readonly string[] Needed = ["where", "key", "english", "welsh"];

    /// <summary>With the mark by which spreadsheet programs know it.</summary>
    public static Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    public static string Write(IEnumerable<TextSource> sources)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture);
        Row([.. Needed, "filled in", "note"]);
        foreach (var source in sources)
        {
            var (_, english, welsh) = source.Texts;
            var head = english.Head;
            foreach (var (key, words, note) in english.Texts)
            {
                Row([source.Where, key, words, welsh.Texts.FirstOrDefault(text => text.Key == key)?.Words ?? "", string.Join(' ', TextChecks.FilledIn(words)), (head + "\n" + note).Trim()]);
                head = "";
            }
        }

        csv.Flush();
        return writer.ToString();

        void Row(IReadOnlyList<string> cells)
        {
            foreach (var cell in cells)
            {
                csv.WriteField(SpreadsheetCell.Write(cell));
            }

            csv.NextRecord();
        }
    }

    /// <summary>The rows, or why they cannot be told.</summary>
    public static (IReadOnlyList<TranslatedRow> Rows, IReadOnlyList<TranslationProblem> Problems) Read(string text)
    {
        var header = text.Split('\r', '\n')[0];
        var open = false;
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ",;\t".MaxBy(one => header.Count(letter => letter == one)).ToString(),
            IgnoreBlankLines = false,
            BadDataFound = _ => open = true,
        });
        var columns = csv.Read() ? csv.Record!.Select(cell => cell.Trim()).ToList() : [];
        var at = Needed.Select(name => columns.FindIndex(column => column.Equals(name, StringComparison.OrdinalIgnoreCase))).ToList();
        var missing = Needed.Where((_, index) => at[index] < 0).ToList();
        if (missing.Count > 0)
        {
            return ([], [.. missing.Select(name => new TranslationProblem(", row 1", $"There is no column '{name}'.", "Keep the first row as --out writes it."))]);
        }

        List<TranslatedRow> rows = [];
        while (csv.Read())
        {
            IReadOnlyList<string> cells = [.. csv.Record!.Select(cell => SpreadsheetCell.Read(cell.ReplaceLineEndings("\n")))];
            if (open)
            {
                return ([], [new TranslationProblem($", row {csv.Row}", "A quotation mark in this row is out of place, so cells cannot be told apart.", "Save the file from a spreadsheet program, or write it anew with --out and copy the Welsh.")]);
            }

            if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                rows.Add(new TranslatedRow(csv.Row, Cell(0).Trim(), Cell(1).Trim(), Cell(2), Cell(3)));
            }

            string Cell(int column) => at[column] < cells.Count ? cells[at[column]] : "";
        }

        return (rows, []);
    }
}
