using System.Globalization;

namespace PlaceLeadership.Core.Places;

/// <summary>Texts of cells: what copying and pasting leaves behind is removed, what could do harm is refused.</summary>
internal static class CellText
{
    private static readonly string[] SpreadsheetErrors =
        ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"];

    private static readonly string[] NothingWords = ["-", "–", "—", "n/a", "none", "nil"];

    /// <summary>Unseen characters of pasted text go, line ends become one kind, blanks around the text go.</summary>
    public static string Clean(string cell) => Spelling.Compose(
        string.Concat(cell.Where(letter => !IsLeftBehind(letter)).Select(letter => IsBlank(letter) ? ' ' : letter))
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Trim());

    /// <summary>Whether an optional cell says, in the ways people do, that there is nothing to say.</summary>
    public static bool SaysNothing(string cell) =>
        cell.Length == 0 || NothingWords.Contains(cell, StringComparer.OrdinalIgnoreCase);

    /// <summary>One line of text, with single spaces between its words.</summary>
    public static Parsed<string> Line(string cell, int charsMax)
    {
        var block = Block(cell, charsMax);
        return block.Failed ? block
            : cell.Contains('\n', StringComparison.Ordinal) || cell.Contains('\t', StringComparison.Ordinal)
                ? Parsed<string>.Not("The text is broken by a new line or a tab.", "Write it on one line.")
                : string.Join(' ', cell.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Text that may have several lines.</summary>
    public static Parsed<string> Block(string cell, int charsMax)
    {
        if (ErrorIn(cell) is { } error)
        {
            return Parsed<string>.Not(error, "Replace the formula by the text that is meant.");
        }

        if (cell.Any(IsUnwanted))
        {
            return Parsed<string>.Not(
                "The text holds a control character or one that was lost in saving.",
                "Type the cell again, and save the file as “CSV UTF-8” or as .xlsx.");
        }

        if (cell.Length > 0 && "=+-@".Contains(cell[0], StringComparison.Ordinal))
        {
            return Parsed<string>.Not(
                $"The text starts with “{cell[0]}”, which spreadsheet programs take for a formula.",
                "Start it with a letter.");
        }

        return cell.Length > charsMax
            ? Parsed<string>.Not($"The text has {cell.Length} characters.", $"Shorten it to {charsMax}.")
            : cell;
    }

    /// <summary>What is wrong when the cell holds a spreadsheet program's error instead of a text.</summary>
    public static string? ErrorIn(string cell) =>
        SpreadsheetErrors.Contains(cell, StringComparer.Ordinal) ? $"The cell shows the error {cell}." : null;

    // Joiners are part of some scripts, and marks that turn the direction of text are refused.
    private static bool IsLeftBehind(char letter) => letter is not ('\u200C' or '\u200D') && !IsUnwanted(letter)
        && CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    private static bool IsBlank(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.SpaceSeparator;

    private static bool IsUnwanted(char letter) => letter is not ('\n' or '\t') && (
        letter is '\uFFFD' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
        || CharUnicodeInfo.GetUnicodeCategory(letter) is
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
