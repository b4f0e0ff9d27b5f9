using System.Globalization;

namespace PlaceLeadership.Core.Places;

/// <summary>
/// One e-mail address as mail systems deliver it: the plain form of RFC 5321 (a dot-atom, an @, a host name with a dot),
/// without quoting, comments or display names. Letters beyond ASCII are refused because not every system carries them.
/// </summary>
public static class EmailText
{
    private const int CharsMax = 254;
    private const int LocalCharsMax = 64;
    private const int LabelCharsMax = 63;
    private const string OneAddress = "Write one address and nothing else, such as name@example.org.";

    /// <summary>What is wrong with an address, and how to mend it; null when nothing is.</summary>
    public static (string What, string Mend)? ProblemOf(string address) => Read(address) is { What: { } what, Mend: { } mend } ? (what, mend) : null;

    internal static Parsed<string> Read(string cell)
    {
        var ats = cell.Count(letter => letter == '@');
        if (CellText.ErrorIn(cell) is { } error)
        {
            return Parsed<string>.Not(error, OneAddress);
        }

        if (cell.Any(letter => char.GetUnicodeCategory(letter) == UnicodeCategory.Control))
        {
            return Parsed<string>.Not("The address holds a new line or a control character.", OneAddress);
        }

        if (ats > 1)
        {
            return Parsed<string>.Not($"“{CellText.Shown(cell)}” holds more than one address.", OneAddress);
        }

        if (cell.Contains(' ', StringComparison.Ordinal) || cell.Contains('<', StringComparison.Ordinal))
        {
            return Parsed<string>.Not($"“{CellText.Shown(cell)}” holds more than the bare address.", OneAddress);
        }

        return ats == 1 && cell.Length <= CharsMax && IsLocal(cell[..cell.IndexOf('@', StringComparison.Ordinal)])
            && IsHost(cell[(cell.IndexOf('@', StringComparison.Ordinal) + 1)..])
                ? cell
                : Parsed<string>.Not($"“{CellText.Shown(cell)}” is not an e-mail address.", OneAddress);
    }

    private static bool IsLocal(string local) =>
        local.Length is > 0 and <= LocalCharsMax
        && local.Split('.').All(atom => atom.Length > 0
            && atom.All(letter => char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-/=?^_`{|}~".Contains(letter, StringComparison.Ordinal)));

    private static bool IsHost(string host)
    {
        var labels = host.Split('.');
        return labels.Length > 1
            && labels.All(label => label.Length is > 0 and <= LabelCharsMax
                && label[0] != '-' && label[^1] != '-'
                && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            && labels[^1].Length > 1
            && char.IsAsciiLetter(labels[^1][0]);
    }
}
