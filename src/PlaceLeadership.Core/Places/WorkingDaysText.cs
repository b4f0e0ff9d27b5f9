using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Places;

/// <summary>
/// The days in a working pattern: names, ranges of two names, initials, or words for all of the week. Whatever else stands
/// there makes the whole text not understood, so that nobody gets a day that is not named.
/// </summary>
internal static partial class WorkingDaysText
{
    private const int EveryWeekday = 0b0011111;
    private const int WholeWeek = 0b1111111;
    private const int Weekend = 0b1100000;

    private static readonly FrozenDictionary<string, int> Names = Synonyms.Meaning(
        (0, "mo, mon, monday, mondays"),
        (1, "tu, tue, tues, tuesday, tuesdays"),
        (2, "we, wed, weds, wednesday, wednesdays"),
        (3, "th, thu, thur, thurs, thursday, thursdays"),
        (4, "fr, fri, friday, fridays"),
        (5, "sa, sat, saturday, saturdays"),
        (6, "su, sun, sunday, sundays"));

    private static readonly FrozenDictionary<string, int> WelshNames = Synonyms.Meaning(
        (0, "llun, lun"), (1, "mawrth, fawrth"), (2, "mercher, fercher"), (3, "iau"), (4, "gwener, wener"), (5, "sadwrn"), (6, "sul"));

    /// <summary>
    /// The weekdays that the text names: none when it names only weekend days, null when it cannot be understood.
    /// </summary>
    /// <param name="text">In lower case, every kind of dash as a hyphen.</param>
    /// <param name="mixed">Whether a range stands beside other days, so that hours after them may be those of the last alone.</param>
    public static Weekdays? Read(string text, out bool mixed)
    {
        mixed = false;
        if (Items(text) is not { } items)
        {
            return null;
        }

        if (WeekdayInitials.Decide([.. items.SelectMany(item => item.Marks)]) is not { } decided)
        {
            return null;
        }

        var (days, phrase, at) = (0, 0, 0);
        foreach (var item in items)
        {
            var mine = decided.Skip(at).Take(item.Marks.Count).ToList();
            if (item.IsRange && mine[0] == mine[1])
            {
                return null;
            }

            at += mine.Count;
            phrase |= item.Phrase;
            days |= mine.Aggregate(item.IsRange ? Between(mine[0], mine[1]) : 0, (all, day) => all | (1 << day));
        }

        // “Full time (Mon-Thu)” says two things.
        mixed = items.Count > 1 && items.Exists(item => item.IsRange);
        return phrase != 0 && (days & ~Weekend) != 0 ? null : (Weekdays)((days | phrase) & EveryWeekday);
    }

    private static int Between(int first, int last)
    {
        var days = 0;
        for (var day = first; day != last; day = (day + 1) % 7)
        {
            days |= 1 << day;
        }

        return days;
    }

    private static List<DayItem>? Items(string text)
    {
        var items = new List<DayItem>();
        text = WelshFrom().Replace(WelshTo().Replace(text, " - "), "from ");
        var tokens = Tokens().Matches(Abbreviation().Replace(text, "")).Where(match => !string.IsNullOrWhiteSpace(match.Value)).ToList();
        var start = 0;
        var end = tokens.Count;
        start += end > 0 && tokens[0].Value == "on" ? 1 : 0;
        end -= end > start && tokens[end - 1].Value == "only" ? 1 : 0;
        for (var at = start; at < end; at++)
        {
            if (tokens[at].Groups["apart"].Success)
            {
                continue;
            }

            var isFrom = tokens[at].Value == "from";
            at += isFrom ? 1 : 0;
            if (ItemAt(tokens, ref at, end) is not { } item || (isFrom && !item.IsRange))
            {
                return null;
            }

            items.Add(item);
        }

        return items.Count == 0 ? null : items;
    }

    private static DayItem? ItemAt(List<Match> tokens, ref int at, int end)
    {
        if (at >= end)
        {
            return null;
        }

        var token = tokens[at];
        var phrase = token.Groups["all"].Success ? WholeWeek
            : token.Groups["office"].Success ? EveryWeekday
            : token.Groups["weekend"].Success ? Weekend : 0;
        var next = at + 1 < end ? tokens[at + 1].Value : "";
        if (phrase != 0)
        {
            return next == "-" ? null : new DayItem([], phrase, false);
        }

        if (MarksOf(tokens, ref at, end) is not { } first)
        {
            return null;
        }

        if (at + 1 >= end || tokens[at + 1].Value != "-")
        {
            return new DayItem(first, 0, false);
        }

        at += 2;
        return MarksOf(tokens, ref at, end) is [var last] && first is [var only] && (at + 1 >= end || tokens[at + 1].Value != "-")
            ? new DayItem([only, last], 0, true)
            : null;
    }

    private static IReadOnlyList<DayMark>? MarksOf(List<Match> tokens, ref int at, int end)
    {
        if (at >= end)
        {
            return null;
        }

        var word = tokens[at].Value;
        if (IsDydd(word) && at + 1 < end && WelshNames.ContainsKey(tokens[at + 1].Value))
        {
            word = tokens[++at].Value;
        }

        if (WelshNames.TryGetValue(word, out var welsh))
        {
            // “a” is the Welsh “and”; beside an English day it would be the start of “a.m.”.
            at += at + 2 < end && tokens[at + 1].Value is "a" or "ac" && (WelshNames.ContainsKey(tokens[at + 2].Value) || IsDydd(tokens[at + 2].Value)) ? 1 : 0;
            return [new DayMark([welsh], DayForm.Name)];
        }

        return Names.TryGetValue(word, out var day) ? [new DayMark([day], word.Length == 2 ? DayForm.Short : DayForm.Name)]
            : WeekdayInitials.Of(word);
    }

    private static bool IsDydd(string word) => word is "dydd" or "ddydd";

    // “i” is “to” between two Welsh days and nowhere else: “Llun i Iau”, “o ddydd Llun hyd at ddydd Gwener”.
    private const string WelshDay = @"(?:ll?un|[mf]awrth|[mf]ercher|iau|g?wener|sadwrn|sul)\b";

    [GeneratedRegex(@"(?<=\b" + WelshDay + @")\s+(?:i|tan|hyd(?:\s+at)?)\s+(?=(?:dd?ydd\s+)?" + WelshDay + ")", RegexOptions.CultureInvariant)]
    private static partial Regex WelshTo();

    [GeneratedRegex(@"(?<!\S)o\s+(?=(?:dd?ydd\s+)?" + WelshDay + ")", RegexOptions.CultureInvariant)]
    private static partial Regex WelshFrom();

    [GeneratedRegex(@"(?<=\p{L}\p{L})\.(?=\s*-)", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();

    // Commas, slashes and the like only separate; every other sign or number is a token that nothing understands.
    [GeneratedRegex(
        @"(?<all>\b(?:every\s*day|daily|all\s+days|all\s+week|(?:7|seven)\s+days(?:\s+a\s+week)?)\b)"
        + @"|(?<office>\b(?:(?:every\s+)?week[\s-]?days|every\s+week[\s-]?day|full[\s-]*time|full[\s-]*week|working\s+week)\b|(?<!\p{L})f(?:\s*/\s*|\.)?t\b\.?)"
        + @"|(?<weekend>\bweek[\s-]?ends?\b)"
        + @"|(?<apart>[,;/&+.]|\band\b)|\p{L}+|\s+|.", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Tokens();
}

/// <summary>One thing that names days: a name, a range of two, initials, or a word for many days.</summary>
/// <param name="Marks">The days; two for a range, none for a word.</param>
/// <param name="Phrase">The days of a word such as “weekdays”.</param>
/// <param name="IsRange">Whether everything between the two marks is meant too.</param>
internal sealed record DayItem(IReadOnlyList<DayMark> Marks, int Phrase, bool IsRange);
