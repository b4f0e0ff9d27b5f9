using System.Text.RegularExpressions;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Core.Journeys.LearningSets.ByMail;

/// <summary>
/// What people put below a mail: a goodbye, and then who they are, how to reach them and when they work. None of it may hold a
/// number that could be one of a time, or a word that could be a second thought; what is not known is not taken for a signature.
/// </summary>
internal static partial class MailSignature
{
    private const int LinesMax = 13;
    private const int LineCharactersMax = 250;

    /// <summary>Whether these lines are nothing else. Without a goodbye, their own name at most.</summary>
    /// <param name="lines">The lines, with straight quotation marks and single blanks.</param>
    /// <param name="name">The name of the person; empty when nobody knows it.</param>
    public static bool Is(IReadOnlyList<string> lines, string name)
    {
        if (lines.Count == 0)
        {
            return true;
        }

        if (lines.Count > LinesMax || lines.Any(line => line.Length > LineCharactersMax))
        {
            return false;
        }

        return IsGoodbye(lines[0], name)
            ? lines.Skip(1).All(line => IsGoodbye(line, name) || IsName(line, name) || Courtesy().IsMatch(line) || WorkingHours().IsMatch(line) || IsAboutThem(line))
            : lines.Count == 1 && IsName(lines[0], name);
    }

    // 'Diolch / Thanks', 'Many thanks, Ada'.
    private static bool IsGoodbye(string line, string name)
    {
        var said = Slashes().Split(line);
        return said.All(part => Goodbye().IsMatch(part))
            || (line.Split(',', 2) is [var goodbye, var who] && Goodbye().IsMatch(goodbye) && IsName(who, name));
    }

    // A house, a floor, a postcode, an extension and pronouns are known, and what is left has no number that could be a time's.
    private static bool IsAboutThem(string line)
    {
        var rest = Known().Replace(line, " ").Trim();
        return !DatePollMail.Doubts().IsMatch(rest) && !SmallNumber().IsMatch(rest)
            && rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Word().IsMatch(word));
    }

    private static bool IsName(string line, string name)
    {
        if (!line.All(letter => char.IsLetter(letter) || letter is ' ' or '.' or ',' or '-' or '\''))
        {
            return false;
        }

        var known = Words(DatePollMail.Plain(name));
        var words = Words(line);
        return words.Count > 0 && words.All(word => known.Contains(word) || (word.Length == 1 && known.Any(other => other[0] == word[0])));
    }

    private static HashSet<string> Words(string text) => [.. Bare(text).Split([' ', ',', '.', '-', ':'], StringSplitOptions.RemoveEmptyEntries)];

    // 'Siân' is 'sian' on many a phone.
    private static string Bare(string text) => string.Concat(text.ToLowerInvariant().Select(Launch.WithoutAccent));

    [GeneratedRegex(@" ?[/|] ?", RegexOptions.CultureInvariant)]
    private static partial Regex Slashes();

    [GeneratedRegex(
        @"\A(?:(?:many )?thanks(?: again| so much| a lot)?|thank you(?: very much)?|cheers|ta|(?:(?:kind|kindest|best|warm|warmest) )?(?:regards|wishes)|all the best|best|yours(?: sincerely)?|diolch(?: yn fawr(?: iawn)?| o galon)?|cofion(?: (?:gorau|cynnes))?|hwyl(?: fawr)?|yn gywir)(?: and (?:best wishes|regards|kind regards))?[,.! ]*\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Goodbye();

    // What may hold a small number or small letters and still says nothing of a time.
    [GeneratedRegex(
        @"\(?\b(?:she|he|they|hi|ef|fe|nhw|ze|xe) ?/ ?(?:her|him|them|hers|his|theirs|they|she|he|ei|ef|fo|nhw|hir|xem)(?: ?/ ?(?:hers?|his|theirs?|them|they))?\b\)?"
        + @"|\b(?:GIR ?0AA|[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2})\b"
        + @"|\b(?i:floor|level|room|unit|suite|block|llawr|ystafell|uned) [0-9]{1,4}[A-Z]?\b"
        + @"|\b[0-9]{1,4}[A-Za-z]?(?:[-–/][0-9]{1,4}[A-Za-z]?)? (?:\p{Lu}[\p{L}'.-]* ){0,3}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Way|Place|Square|Hill|Court|Park|Terrace|Gardens|Crescent|Row|Walk|Parade|Quay|Green|Mews|Grove|View)\b"
        + @"|\b[0-9]{1,4}[A-Za-z]? (?:Stryd|Heol|Ffordd|Lôn|Rhodfa|Maes|Cilgant|Teras|Clos|Sgwâr)\b"
        + @"|\b(?i:ext|extension|est|estyniad)\.?:? ?[0-9]{1,6}\b|\(0\)"
        + @"|(?<=\A|[ |/])(?i:[tmefw]|tel|mob|mobile|phone|fax|email|e-mail|web|ffôn|symudol|ebost|e-bost):",
        RegexOptions.CultureInvariant)]
    private static partial Regex Known();

    private const string Days = @"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?|weekdays?)\.?";
    private const string Clock = @"[0-9]{1,2}(?:[:.]?[0-9]{2})? ?(?:[ap]\.?m\.?)?";
    private const string When = @"(?:" + Days + "|" + Clock + @"|full[- ]time|part[- ]time|term[- ]time|compressed hours|(?:mornings?|afternoons?)|\([^()]{0,20}\))";

    [GeneratedRegex(
        @"\A(?:i (?:usually |normally |currently )?work|(?:my )?(?:normal |usual |core |contracted )?(?:working|work|office) (?:days|hours|pattern)(?: are| is)?):? ?(?:" + When + @"(?: ?(?:,|;|&|/|-|–|to|and|from|until|till|only) ?(?:and )?| |\z|(?=[.!]?\z))){1,14}[.!]?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WorkingHours();

    // Sentences that many public bodies put below every mail. They speak of the mail or of hours, never of a choice.
    [GeneratedRegex(
        @"\A(?:my (?:working|work) (?:hours|days|pattern) may (?:not be|be different (?:from|to)|differ from) yours?(?: working (?:hours|days|pattern))?"
        + @"|i (?:work|may work|am working) flexibly"
        + @"|(?:please )?(?:do not|don't) feel (?:obliged|pressured|you (?:have|need)|under (?:any )?(?:pressure|obligation)|any (?:pressure|obligation))(?: to)? (?:to )?(?:reply|respond|answer)(?: to (?:this|my) e-?mail)?(?: outside(?: of)? your (?:own |normal |usual )?working (?:hours|pattern|days))?"
        + @"|please (?:consider|think of) the environment before (?:you print|printing)(?: this e-?mail)?"
        + @"|(?:we|i) welcome correspondence in (?:welsh|english)(?: (?:and|or|&) (?:welsh|english))?"
        + @"|croesewir gohebiaeth yn (?:gymraeg|saesneg)(?: (?:neu|a|ac|na) (?:yn )?(?:gymraeg|saesneg))?"
        + @"|rwy'n dysgu cymraeg|i am learning welsh)[.!]?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Courtesy();

    // Capital letters, a small joining word, an address, a site, a telephone.
    [GeneratedRegex(
        @"\A(?:\(?\p{Lu}[\p{L}'.&()/-]*|of|and|the|for|in|at|yr?|o|a|ac|i|ar|[,&|/·•–-]|[\w.+-]+@[\w.-]+|(?:https?://|www\.)\S+|\+?[0-9(][0-9()-]*)[,:;]?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<![0-9+])[0-9]{1,2}(?![0-9])|\+[0-9](?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex SmallNumber();
}
