namespace PlaceLeadership.Cli.Matching;

/// <summary>
/// Spreadsheet programs take a cell that starts with one of these for a formula. An apostrophe before it, which they do not show,
/// makes it a text.
/// </summary>
internal static class SpreadsheetCell
{
    private const string Formula = "=+-@\t\r";

    public static string Write(string text) => StartsFormula(text) ? "'" + text : text;

    public static string Read(string cell) => cell.StartsWith('\'') && StartsFormula(cell[1..]) ? cell[1..] : cell;

    private static bool StartsFormula(string text) => text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal);
}
