using System.Globalization;
using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Journeys.LearningSets.ByMail;

/// <summary>What a mail says about the times of a poll.</summary>
public abstract record MailVote
{
    private MailVote()
    {
    }

    /// <summary>These times.</summary>
    /// <param name="Numbers">Their numbers from 1, rising, each once; at least one.</param>
    public sealed record Times(IReadOnlyList<int> Numbers) : MailVote;

    /// <summary>None of the times.</summary>
    public sealed record None : MailVote;

    /// <summary>Nobody can be sure; a person has to read it.</summary>
    /// <param name="Reason">Why, in a sentence that repeats nothing of the mail.</param>
    public sealed record Unreadable(string Reason) : MailVote;
}

/// <summary>
/// Reads a vote for the date of a meeting out of a mail. It knows a few ways of saying it and nothing else: a word that it does
/// not know, a time, a date, a condition or a second thought makes the whole mail unreadable. It never guesses, since the mail
/// also reaches a person who can ask.
/// </summary>
public static partial class DatePollMail
{
    /// <summary>The most characters that are looked at; what somebody wrote above that is no vote.</summary>
    public const int CharactersMax = 2_000;

    private const int LinesMax = 20;
    private const int VoteCharactersMax = 200;

    private const string Empty = "There is nothing above the mail that was answered.";
    private const string Long = "It says more than a few numbers.";
    private const string NoVote = "It names none of the times.";
    private const string OtherWords = "It says something beside the numbers.";
    private const string Twice = "It answers more than once.";
    private const string Below = "Something of their own stands below the mail that was answered as well.";
    private const string After = "Something follows the numbers that may change them.";

    /// <summary>The vote in a mail.</summary>
    /// <param name="text">Its plain text, with whatever it quotes.</param>
    /// <param name="options">How many times there are to choose from, from 1.</param>
    /// <param name="name">The name of the person, which may stand below the numbers; empty when nobody knows it.</param>
    public static MailVote Read(string text, int options, string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options, 1);
        var (lines, below) = OwnWords.Of(text);
        if (!MailSignature.Is([.. below.Select(Plain)], name))
        {
            return new MailVote.Unreadable(Below);
        }

        if (lines.Count == 0)
        {
            return new MailVote.Unreadable(Empty);
        }

        if (lines.Count > LinesMax || lines.Sum(line => line.Length) > CharactersMax)
        {
            return new MailVote.Unreadable(Long);
        }

        var own = new Queue<string>(lines.Select(Plain));
        if (Greeting().Match(own.Peek()) is { Success: true } greeting && !Doubts().IsMatch(greeting.Groups["who"].Value))
        {
            var rest = own.Dequeue()[greeting.Length..].Trim();
            own = new Queue<string>(rest.Length > 0 ? own.Prepend(rest) : own);
        }

        var said = new List<Said>();
        while (own.TryPeek(out var line) && Vote(line, options) is { } vote)
        {
            own.Dequeue();
            if (vote.Problem is { } problem)
            {
                return new MailVote.Unreadable(problem);
            }

            said.Add(vote);
        }

        return said.Count == 0 ? new MailVote.Unreadable(own.Count == 0 || MailSignature.Is([.. own], name) ? NoVote : OtherWords)
            : !MailSignature.Is([.. own], name) ? new MailVote.Unreadable(After)
            // Several lines are one list when each is a single number and none says that it is the only one.
            : said.Count > 1 && said.Any(vote => vote.Numbers.Count != 1 || vote.All || vote.Only) ? new MailVote.Unreadable(Twice)
            : said[0].All ? new MailVote.Times([.. Enumerable.Range(1, options)])
            : said[0].Numbers.Count == 0 ? new MailVote.None()
            : new MailVote.Times([.. said.SelectMany(vote => vote.Numbers).Distinct().Order()]);
    }

    private sealed record Said(IReadOnlyList<int> Numbers, bool All = false, bool Only = false, string? Problem = null);

    /// <summary>What a line says of the times; null when it is no such line.</summary>
    private static Said? Vote(string line, int options)
    {
        if (AllOfThem().IsMatch(line))
        {
            return new Said([], All: true);
        }

        if (NoneOfThem().IsMatch(line))
        {
            return new Said([]);
        }

        var list = line.Length > VoteCharactersMax ? Match.Empty : List().Match(line) is { Success: true } found ? found : Either().Match(line);
        if (!list.Success)
        {
            return null;
        }

        // 'I can do 2' and '2 work' may be how many, not which; 'both' is two.
        IReadOnlyList<int> numbers = [.. list.Groups["n"].Captures.Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture))];
        if ((numbers.Count == 1 && !list.Groups["noun"].Success && (list.Groups["can"].Success || list.Groups["many"].Success))
            || (numbers.Count != 2 && list.Groups["both"].Success))
        {
            return null;
        }

        return numbers.Any(number => number < 1 || number > options)
            ? new Said([], Problem: options == 1 ? "The only time is number 1." : string.Create(CultureInfo.InvariantCulture, $"The numbers go from 1 to {options}."))
            : new Said(numbers, Only: list.Groups["only"].Success);
    }

    internal static string Plain(string line) => Spaces().Replace(line.Replace('’', '\'').Replace('‘', '\''), " ");

    private const string Item = @"(?:(?<noun>options?|numbers?|times?|slots?|opsiwn|opsiynau|dewis|dewisiadau|rhif|rhifau|amser|amserau) )?#?(?<n>0|[1-9][0-9]?)";
    private const string Separator = @"(?: ?[,;&+] ?(?:(?:and|a|ac) )?| (?:and|a|ac) |\.? )";
    private const string Yes = @"(?:(?:yes|ie|iawn)[,:]?(?: (?:to|i))? )?";
    private const string Only = @"(?<only>(?:(?:sorry|sori),? )?(?:only|just|dim ond) )?";
    private const string Can = @"(?<can>(?:i |we )?(?:can|could)(?: only)? (?:do|make|manage) |(?:i'm |i am )?(?:free|available) for |gall(?:af|wn) (?:i )?wneud )?";
    private const string Many = @"(?:work|suit|are (?:fine|good|ok))";
    private const string Me = @"(?: (?:for |with )?(?:me|us))?";
    private const string Suits = @"(?: (?<both>both))?(?: (?:(?<many>(?:would )?(?:work|suit)(?: best)?|(?:are|would be) (?:fine|good|ok|best))|(?:works|suits)(?: best)?|is (?:fine|good|ok|best))"
        + Me + @"| (?<many>for me)| (?:sydd orau|(?:sy'n|yn) (?:iawn|gyfleus|gweithio)(?: orau)?)(?: i mi)?)?(?<only> (?:only|yn unig))?";
    private const string Polite = @"(?:[,.!]? ?(?:please|thanks|thank you|many thanks|pl[iî]s|diolch|os gwelwch yn dda)){0,2}[.!]*";
    private const string Regret = @"(?:,? (?:sorry|sori|i'm afraid|mae'n ddrwg gen i))?";
    private const string OfThem = @"(?: (?:ohonynt|ohonyn nhw|o'r (?:rhain|rheini|rheina)))?";

    [GeneratedRegex(
        @"\A(?:[-*•] )?" + Yes + Only + "(?<both>both )?(?:mae )?" + Can + Item + "(?:" + Separator + Item + ")*" + Suits + "(?(only)" + Regret + ")" + Polite + @"\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex List();

    // Without 'either' it may be a choice that somebody else is to make.
    [GeneratedRegex(
        @"\A" + Yes + @"(?:either|naill ai) " + Item + "(?:, ?" + Item + @")*,? (?:or|neu) " + Item + Suits + Polite + @"\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Either();

    // 'All is good' and 'all the best' are about no time, and 'any' is nothing without what it does.
    [GeneratedRegex(
        @"\A" + Yes + Can + @"(?:all(?: of (?:them|these|those))?(?: " + Many + Me + @")?|any of (?:them|these|those) (?:works?|suits?|would work|is fine|are fine|would be fine)" + Me
        + "|(?:pob un|i gyd)" + OfThem + @"(?: yn (?:iawn|gyfleus|gweithio)(?: i mi)?)?)" + Polite + @"\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AllOfThem();

    [GeneratedRegex(
        @"\A(?:(?:sorry|sori|mae'n ddrwg gen i),? )?(?:none(?: of (?:them|these|those))?(?: (?:works?|suits?|would work|(?:is|are) (?:any )?(?:good|possible|suitable|convenient))" + Me
        + ")?|dim un" + OfThem + @"(?: (?:sy'n|yn) (?:gyfleus|gweithio|addas)(?: i mi)?)?)" + Regret + Polite + @"\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoneOfThem();

    // A name without a comma could be anything, so then the line ends with it.
    [GeneratedRegex(
        @"\A(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|helo|annwyl|shwmae|s'mae|bore da|prynhawn da|noswaith dda)\b(?<who>(?: [\p{L}'.-]+){0,3}) ?(?:[,!:-](?= |\z)|\.?\z)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Greeting();

    [GeneratedRegex(
        @"\b(?:not?|none|never|cannot|can't|cant|can|could|won't|don't|but|except|only|just|instead|actually|sorry|apologies|ignore|wait|rather|or|if|unless|maybe|perhaps|possibly|probably|hopefully|provisional(?:ly)?|tentative(?:ly)?|pending|tb[ac]|subject to|is(?!-)|are|confirm(?:ed|ing|ation)?|[cg]adarnhau|depend(?:s|ing)|either|neither|any|prefer(?:red|ably)?|first|second|third|fourth|fifth|last|latter|former|one|two|three|four|five|all|options?|times?|ps|p\.s|n[io]d|ddim|dim|ond|heblaw|unig|efallai|neu|os|mae'n|cyntaf|ail|trydydd|pedwerydd|pumed|olaf|oni|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|today|tomorrow|morning|afternoon|dydd|llun|mawrth|mercher|iau|gwener|bore|prynhawn|heddiw|yfory|january|february|march|april|may|june|july|august|september|october|november|december|am|pm)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    internal static partial Regex Doubts();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
