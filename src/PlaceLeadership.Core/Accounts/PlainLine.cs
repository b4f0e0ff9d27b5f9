using System.Globalization;
using System.Text;

namespace PlaceLeadership.Core.Accounts;

/// <summary>
/// Text of others on one line that reads as it is written: without line ends, control characters, and what turns the direction of writing or is
/// not seen. The joiners that some scripts need stay (Unicode 17, 23.2).
/// </summary>
internal static class PlainLine
{
    private const int Joiner = 0x200D;
    private const int NonJoiner = 0x200C;

    public static string Of(string text, int charactersMax)
    {
        var line = new StringBuilder(Math.Min(text.Length, charactersMax));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > charactersMax)
            {
                break;
            }

            if (rune.Value is Joiner or NonJoiner || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate))
            {
                line.Append(rune);
            }
        }

        return line.ToString().Trim();
    }
}
