using System.Globalization;
using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Places;

/// <summary>Texts of cells: what copying and pasting leaves behind is removed, what could do harm is refused.</summary>
internal static partial class CellText
{
    /// <summary>What to do about a text that lost letters on its way.</summary>
    public const string TypeAgain = "Type the cell again, and save the file as “CSV UTF-8” or as .xlsx.";

    private const int ShownCharsMax = 80;

    private static readonly string[] SpreadsheetErrors =
        ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"];

    private static readonly string[] NothingWords = ["-", "–", "—", "n/a", "none", "nil"];

    // As they are left when blanks and punctuation are taken away.
    private static readonly string[] NoAnswers =
    [
        "na", "nk", "none", "nil", "null", "tbc", "tbd", "tba", "tobeconfirmed", "tobeadvised", "notapplicable", "unknown", "notknown", "pending", "blank",
        "amherthnasol", "dim",
    ];

    private static readonly System.Text.Encoding Windows1252 = System.Text.CodePagesEncodingProvider.Instance
        .GetEncoding(1252, System.Text.EncoderFallback.ExceptionFallback, System.Text.DecoderFallback.ExceptionFallback)!;

    private static readonly System.Text.UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Unseen characters of pasted text go, line ends become one kind, blanks around the text go.</summary>
    public static string Clean(string cell) => cell.All(letter => letter is >= ' ' and <= '~') ? cell.Trim() : Spelling.Compose(
        string.Concat(cell.Where(letter => !IsLeftBehind(letter)).Select(letter => IsBlank(letter) ? ' ' : letter))
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Trim());

    /// <summary>Whether an optional cell says, in the ways people do, that there is nothing to say.</summary>
    public static bool SaysNothing(string cell) =>
        cell.Length == 0 || NothingWords.Contains(cell, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a cell that has to be filled is not, whatever was written instead.</summary>
    public static bool GivesNoAnswer(string cell) => SaysNothing(cell) || (cell[0] != '#' && NoAnswers.Contains(Synonyms.Key(cell), StringComparer.Ordinal))
        || cell.All(letter => char.IsPunctuation(letter) || char.IsSymbol(letter) || letter == ' ');

    /// <summary>Whether a cell says no more than that it is as the one above.</summary>
    public static bool PointsAbove(string cell) => cell is "\"" or "''" or "“" or "”" or "〃" or "↑"
        || Synonyms.Key(cell) is "ditto" or "asabove" or "sameasabove" or "seeabove" or "felyruchod";

    /// <summary>A cell as a problem quotes it.</summary>
    public static string Shown(string cell) => cell.Length <= ShownCharsMax ? cell : cell[..ShownCharsMax] + "…";

    /// <summary>One line of text, with single spaces between its words.</summary>
    public static Parsed<string> Line(string cell, int charsMax)
    {
        var block = Block(cell, charsMax);
        return block.Failed ? block
            : cell.Contains('\n', StringComparison.Ordinal) || cell.Contains('\t', StringComparison.Ordinal)
                ? Parsed<string>.Not("The text is broken by a new line or a tab.", "Write it on one line.")
                : string.Join(' ', cell.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>One line of text that names somebody or something, in which a question mark stands for a letter that was lost.</summary>
    public static Parsed<string> Named(string cell, int charsMax) =>
        LostLetter().IsMatch(cell) ? Parsed<string>.Not($"“{Shown(cell)}” seems to have lost a letter.", TypeAgain) : Line(cell, charsMax);

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
                TypeAgain);
        }

        if (SavedOnce(cell) is { } meant)
        {
            return Parsed<string>.Not(
                $"“{Shown(cell)}” was saved in the wrong encoding; it seems to mean “{Shown(meant)}”.",
                "Write it anew, or save the file again from its source as “CSV UTF-8” or as .xlsx.");
        }

        if (System.Net.WebUtility.HtmlDecode(cell) is var decoded && decoded != cell)
        {
            return Parsed<string>.Not($"“{Shown(cell)}” is written as web pages store it; it seems to mean “{Shown(decoded)}”.", "Write it as it is to be read.");
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

    /// <summary>The text before UTF-8 was taken for Windows-1252, such as Siân for SiÃ¢n; null when that did not happen.</summary>
    private static string? SavedOnce(string cell)
    {
        if (!cell.Any(letter => letter is >= '\u00C2' and <= '\u00F4'))
        {
            return null;
        }

        try
        {
            var meant = StrictUtf8.GetString(Windows1252.GetBytes(Unseen().Replace(cell, found => found.Value.Length > 1 ? "Ã\u00A0" : "Ã\u00AD")));
            return meant.All(letter => letter < '\u0250' || letter is >= '\u2010' and <= '\u2122') ? SavedOnce(meant) ?? meant : null;
        }
        catch (System.Text.EncoderFallbackException)
        {
            return null;
        }
        catch (System.Text.DecoderFallbackException)
        {
            return null;
        }
    }

    // At the very end it may be meant, as in “Who cares?”.
    [GeneratedRegex(@"\?(?=\p{L})|(?<=\p{L})\?(?=.*\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex LostLetter();

    // The second half of à is a blank and that of í is not seen, so neither is left of a cell that was cleaned.
    [GeneratedRegex(@"Ã (?=[a-z])|(?<=[a-z])Ã(?=[a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Unseen();

    // Joiners are part of some scripts, and marks that turn the direction of text are refused.
    private static bool IsLeftBehind(char letter) => letter is not ('\u200C' or '\u200D') && !IsUnwanted(letter)
        && CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    private static bool IsBlank(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.SpaceSeparator;

    private static bool IsUnwanted(char letter) => letter is not ('\n' or '\t') && (
        letter is '\uFFFD' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
        || CharUnicodeInfo.GetUnicodeCategory(letter) is
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
