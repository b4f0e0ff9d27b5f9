using System.Globalization;

namespace PlaceLeadership.Core.Places;

/// <summary>Cells of one column, one below the other, that were made into one: its text stands in the first alone.</summary>
internal sealed record SheetMerge(int Column, int FirstRow, int LastRow)
{
    /// <summary>The rows of a range such as C2:C4; null for one that goes over one row, or is none.</summary>
    public static SheetMerge? Of(string range) =>
        range.Split(':') is [var first, var last] && Cell(first) is var (column, top) && Cell(last) is var (_, bottom) && bottom > top
            ? new SheetMerge(column, top, bottom)
            : null;

    public override string ToString() => $"{RosterSheet.LetterOf(Column)}{FirstRow} to {RosterSheet.LetterOf(Column)}{LastRow}";

    private static (int Column, int Row)? Cell(string reference)
    {
        var letters = reference.TakeWhile(char.IsAsciiLetterUpper).ToArray();
        return letters.Length is >= 1 and <= 3 && int.TryParse(reference.AsSpan(letters.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? (letters.Aggregate(0, (number, letter) => (number * 26) + letter - 'A' + 1) - 1, row)
            : null;
    }
}
