using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Places;

/// <summary>What stands where a name belongs and may be none: nobody is to be greeted by it before a person has looked.</summary>
internal static partial class NameDoubts
{
    private const string Alone = "Write the name alone, as the person is addressed; a remark goes into a column of its own.";

    /// <summary>What is doubtful in a name and what to do; null when nothing is.</summary>
    public static (string What, string Mend)? Of(string name)
    {
        var shown = $"“{CellText.Shown(name)}”";
        return name.Contains('@', StringComparison.Ordinal) ? ($"{shown} is an e-mail address and no name.", "Write the name as the person is addressed.")
            : name.Contains('?', StringComparison.Ordinal) ? ($"{shown} seems to have lost a letter.", CellText.TypeAgain)
            : Nobody().IsMatch(Spelling.Fold(name)) || PersonName.Parts(name).Count == 0 ? ($"{shown} names nobody.", "Write the name, or delete the row until there is one.")
            : Remark().IsMatch(name) ? ($"{shown} says more than a name.", Alone)
            : Several().IsMatch(name) ? ($"{shown} seems to name more than one person.", "Give each person a row.")
            : name.FirstOrDefault(letter => !Belongs(letter)) is var sign and not '\0' ? ($"{shown} holds “{sign}”, which belongs in no name.", Alone)
            : null;
    }

    /// <summary>The statement that it is a name nevertheless.</summary>
    public static string Confirmed(string name) => $"{name} is the name";

    private static bool Belongs(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || Spelling.IsUnseen(letter) || Spelling.IsApostrophe(letter)
        || letter is ' ' or '.' or ',' or '-' or '·' or '"' or '“' or '”' or (>= '\u2010' and <= '\u2015') || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.SpacingCombiningMark;

    [GeneratedRegex(@"\b(?:vacan(?:t|cy)|tb[acdn]|to be (?:confirmed|appointed|advised|announced|decided|named)|swydd wag)\b|^ *(?:a *n +other|not? (?:known|yet known|applicable)|unknown|nobody|none|test) *$", RegexOptions.CultureInvariant)]
    private static partial Regex Nobody();

    [GeneratedRegex(@"[()\[\]{}]|\b(?:maternity|paternity|secondment|seconded|on leave|withdrawn|withdrew|no longer|cancelled|declined|leaver|cover for|covering|job ?share|deputi[sz]ing)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Remark();

    [GeneratedRegex(@"[/&;+|\\]| and ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Several();
}
