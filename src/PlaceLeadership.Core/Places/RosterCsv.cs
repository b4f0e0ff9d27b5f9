using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;

namespace PlaceLeadership.Core.Places;

/// <summary>Text separated by commas, semicolons, tabs or bars, as spreadsheet programs write it.</summary>
internal static partial class RosterCsv
{
    private const int CellCharsMax = 32_767;
    private const int HeaderCharsMax = 65_536;
    private const int CellsMax = RosterLimits.SheetRowMax * RosterLimits.ColumnsMax;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public static RosterSheet Read(string text, CancellationToken cancellation)
    {
        // Excel reads a first line “sep=;” as an instruction and does not show it, so it is no row.
        var told = SeparatorLine().Match(text);
        text = told.Success ? text[told.Length..] : text;
        var delimiter = told.Success ? told.Groups["sep"].Value[0] : DelimiterOf(text[..Math.Min(text.Length, HeaderCharsMax)]);
        return text.AsSpan().Count(delimiter) > CellsMax
            ? RosterSheet.Unreadable(
                $"The file has more than {CellsMax} cells.", "Delete the empty rows and columns around the roster.")
            : Read(text, delimiter, cancellation);
    }

    private static RosterSheet Read(string text, char delimiter, CancellationToken cancellation)
    {
        var rows = new List<SheetRow>();
        var problems = new List<RosterProblem>();
        var open = false;
        using var parser = Parser(text, delimiter, bad => open |= NeverCloses(bad));
        try
        {
            while (parser.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                if (parser.Row > RosterLimits.SheetRowMax)
                {
                    problems.Add(TooLong);
                    break;
                }

                // Cells are taken apart when they are asked for, and only then a missing quotation mark is found.
                var cells = parser.Record ?? [];
                if (open)
                {
                    problems.Add(new RosterProblem(
                        parser.Row, "", "A quotation mark opens in this row and never closes, so the rest of the file is one cell.",
                        "Remove the quotation mark or close it, and put no line breaks outside quoted cells."));
                    break;
                }

                if (SheetRow.Of(parser.Row, cells) is { } row)
                {
                    rows.Add(row);
                }
            }
        }
        catch (CsvHelperException)
        {
            problems.Add(new RosterProblem(
                parser.Row, "", $"A cell is longer than {CellCharsMax} characters or cannot be read.",
                "Check the quotation marks in this row, or save the file as .xlsx."));
        }

        return new RosterSheet(rows, problems, []);
    }

    public static RosterProblem TooLong { get; } = new(
        RosterLimits.SheetRowMax + 1, "", $"The table goes on after row {RosterLimits.SheetRowMax}.",
        $"Delete the empty rows below the roster, and split a roster of more than {RosterLimits.PeopleMax} people.");

    // The delimiter that makes most of one of the first rows into known headers; when none does, the one that makes most cells.
    private static char DelimiterOf(string text) => Delimiters
        .Select(delimiter => (Delimiter: delimiter, Rows: FirstRows(text, delimiter)))
        .OrderByDescending(guess => guess.Rows.Select(RosterColumns.KnownIn).DefaultIfEmpty().Max())
        .ThenByDescending(guess => guess.Rows.Count == 0 ? 0 : guess.Rows[0].Cells.Count)
        .First().Delimiter;

    private static List<SheetRow> FirstRows(string text, char delimiter)
    {
        var rows = new List<SheetRow>();
        using var parser = Parser(text, delimiter, _ => { });
        try
        {
            while (rows.Count < RosterColumns.HeaderWithin && parser.Read())
            {
                if (SheetRow.Of(parser.Row, parser.Record ?? []) is { } row)
                {
                    rows.Add(row);
                }
            }
        }
        catch (CsvHelperException)
        {
            // The same text is read again with the chosen delimiter, and the problem is reported there.
        }

        return rows;
    }

    private static CsvParser Parser(string text, char delimiter, Action<string> bad) => new(
        new StringReader(text),
        new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            MaxFieldSize = CellCharsMax + 2,
            BadDataFound = found => bad(found.Field),
        });

    private static bool NeverCloses(string field) =>
        field.StartsWith('"') && field.Count(letter => letter == '"') % 2 == 1;

    [GeneratedRegex(@"^""?sep=(?<sep>[,;|\t])""?[ \t]*(?:\r\n|\n|\r|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SeparatorLine();
}
