using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Journeys.LearningSets.ByMail;

/// <summary>
/// The part of a mail that its writer wrote: what stands above the mail it answers and above a signature. How mail programs
/// begin both, in English and Welsh, is no standard but habit; RFC 3676, 4.3 has the signature after two hyphens and a space.
/// </summary>
internal static partial class OwnWords
{
    private const int HeadersWithin = 4;
    private const int IntroductionLinesMax = 3;
    private const int IntroductionCharactersMax = 400;

    /// <summary>The lines above, and those that stand below what is quoted with <c>&gt;</c>; without blanks around them, and none that is empty.</summary>
    public static (IReadOnlyList<string> Above, IReadOnlyList<string> Below) Of(string text)
    {
        IReadOnlyList<string> lines = [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Replace('\u00A0', ' ').Trim('\uFEFF', '\u200B').Trim())];
        var end = Enumerable.Range(0, lines.Count).TakeWhile(place => !Ends(lines, place)).Count();
        return ([.. lines.Take(end).Where(line => line.Length > 0)], end < lines.Count && MayHoldWordsBelow(lines, end) ? Below(lines, end) : []);
    }

    // Whoever quotes without marks leaves nothing that could be told from the quotation, and a signature is the end of a mail.
    private static bool MayHoldWordsBelow(IReadOnlyList<string> lines, int end) =>
        IsQuoted(lines[end]) || SentFrom().IsMatch(lines[end]) || IsIntroduction(lines, end);

    private static List<string> Below(IReadOnlyList<string> lines, int end) =>
    [
        .. Enumerable.Range(end, lines.Count - end).SkipWhile(place => !IsQuoted(lines[place]))
            .TakeWhile(place => IsQuoted(lines[place]) || !Ends(lines, place))
            .Select(place => lines[place]).Where(line => line.Length > 0 && !IsQuoted(line)),
    ];

    private static bool IsQuoted(string line) => line.StartsWith('>');

    private static bool Ends(IReadOnlyList<string> lines, int place)
    {
        var line = lines[place];
        return IsQuoted(line) || line == "--" || Rule().IsMatch(line) || Original().IsMatch(line) || SentFrom().IsMatch(line)
            || IsIntroduction(lines, place) || IsHeaders(lines, place);
    }

    // 'On ... wrote:' with a year or an hour in it, which may be broken over lines.
    private static bool IsIntroduction(IReadOnlyList<string> lines, int place)
    {
        if (!IntroductionBegins().IsMatch(lines[place]))
        {
            return false;
        }

        var further = lines.Skip(place + 1).Take(IntroductionLinesMax - 1).TakeWhile(line => line.Length > 0 && !IntroductionBegins().IsMatch(line));
        var introduction = lines[place];
        return Introduction().IsMatch(Cut(introduction)) || further.Any(line => Introduction().IsMatch(Cut(introduction += " " + line)));
    }

    private static string Cut(string line) => line.Length <= IntroductionCharactersMax ? line : "";

    private static bool IsHeaders(IReadOnlyList<string> lines, int place) => HeaderFrom().IsMatch(lines[place])
        && lines.Skip(place + 1).Take(HeadersWithin).Any(line => OtherHeader().IsMatch(line));

    [GeneratedRegex(@"\A(?:_{5,}|-{5,}|\*{5,}|={5,})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(
        @"\A(?:-{2,}\s*(?:original (?:message|appointment)|forwarded message|neges wreiddiol|neges a anfonwyd ymlaen)\s*-{2,}|begin forwarded message:)\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Original();

    [GeneratedRegex(
        @"\A(?:sent from|sent via|get outlook for|anfonwyd o|anfonwyd drwy|wedi'i anfon o)\b.{0,80}\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SentFrom();

    [GeneratedRegex(@"\A(?:on|ar)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex IntroductionBegins();

    [GeneratedRegex(
        @"\A(?:on|ar)\b.*\b(?:20[0-9]{2}|[0-9]{1,2}[:.][0-9]{2})\b.*\b(?:wrote|ysgrifennodd)\b[^:]*:\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Introduction();

    // What begins with a number is an hour that somebody wrote.
    [GeneratedRegex(@"\A\*?(?:from|oddi wrth|o):\*?\s*[^\s0-9]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HeaderFrom();

    [GeneratedRegex(
        @"\A\*?(?:sent|date|to|subject|anfonwyd|dyddiad|at|i|pwnc):\*?\s*\S", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherHeader();
}
