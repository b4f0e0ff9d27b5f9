using System.Globalization;
using System.Text.RegularExpressions;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Places;

/// <summary>Reads a working pattern by the guide to rosters alone: the text is put into codes, and the codes must have one of a few shapes.</summary>
internal static partial class GuideReader
{
    private static readonly string[][] Names =
    [
        ["mon", "monday", "mondays", "mo", "llun", "lun"], ["tue", "tues", "tuesday", "tuesdays", "tu", "mawrth", "fawrth"],
        ["wed", "weds", "wednesday", "wednesdays", "we", "mercher", "fercher"], ["thu", "thur", "thurs", "thursday", "thursdays", "th", "iau"],
        ["fri", "friday", "fridays", "fr", "gwener", "wener"], ["sat", "saturday", "saturdays", "sa", "sadwrn"], ["sun", "sunday", "sundays", "su", "sul"],
    ];

    // Every choice of days in the order of the week, by how their first letters look.
    private static readonly ILookup<string, int> ByLetters = Enumerable.Range(1, 127)
        .SelectMany(days => Spellings(days).Select(letters => (letters, days & 31)))
        .Distinct()
        .ToLookup(pair => pair.letters, pair => pair.Item2);

    private const string Welsh = @"(?:ll?un|[mf]awrth|[mf]ercher|iau|g?wener|sadwrn|sul)\b";

    public static WorkingPattern? Read(string cell)
    {
        // A word for “to” is a wave, so that only a sign that stands apart sets the hours off.
        var text = Regex.Replace(cell.ToLowerInvariant().Replace('–', '-'), @"\bto\b", "~");
        text = Regex.Replace(text, @"(?<=^|[\s,;:])between\s+(?<one>[^\s-~]+(?:\s[ap]\.?m\.?)?)\s+and\s+(?=[0-9]|noon|midnight)", "${one}~");
        if (text is "" or "-")
        {
            return WorkingPattern.FullWeek;
        }

        var hours = Hours().Matches(text);
        if (hours.Count > 1)
        {
            return null;
        }

        var (from, to) = (8, 18);
        var days = text;
        var setOff = true;
        if (hours is [var span])
        {
            if (Span(span.Groups[1].Value, span.Groups[2].Value) is not var (first, last))
            {
                return null;
            }

            var before = Regex.Replace(text[..span.Index].Trim(), @"(?<=^|[\s,;:])from$", "").Trim();
            before = Regex.Replace(before, @"(?<=\S)\s[-@]$", ":");
            var after = text[(span.Index + span.Length)..].Trim(' ', ',', ':', ';', '.');
            setOff = before.Length == 0 || ",:;".Contains(before[^1], StringComparison.Ordinal);
            days = (before.TrimEnd(' ', ',', ':', ';') + (before.TrimEnd(' ', ',', ':', ';').Length > 0 && after.Length > 0 ? " ! " : "") + after).Trim();
            if (Window(first, last) is not var (least, most))
            {
                return null;
            }

            (from, to) = (least, most);
            if (days.Length == 0)
            {
                return new WorkingPattern(Weekdays.All, from, to);
            }
        }

        return DaysOf(days.Replace('~', '-'), setOff) is { } named and not 0 ? new WorkingPattern((Weekdays)named, from, to) : null;
    }

    private static int? DaysOf(string text, bool setOff)
    {
        text = Regex.Replace(text, @"^on\s+|\s+only$", "");
        text = Regex.Replace(text, @"\bfull time\b|(?<!\p{L})f/?t\b\.?|\bweekdays\b", "[o]");
        text = Regex.Replace(text, @"\bdaily\b", "[a]");
        text = Regex.Replace(text, @"\bweekend\b", "[e]");
        text = Regex.Replace(text, @"\bdd?ydd (?=(?:ll?un|[mf]awrth|[mf]ercher|iau|g?wener)\b)", "");
        text = Regex.Replace(text, $@"(?<=\b{Welsh})\s+(?:i|tan|hyd at)\s+(?={Welsh})", "-");
        text = Regex.Replace(text, $@"(?<!\S)o (?={Welsh}-)", "from ");
        text = Regex.Replace(text, @"\band\b|[/&+;.]", ",");
        text = Regex.Replace(text, @"\p{L}+", word => Code(word.Value));
        text = Regex.Replace(text, @"\s*-\s*", "-");
        text = Regex.Replace(text, @"[\s,]+", " ").Trim();
        if (!Shape().IsMatch(text))
        {
            return null;
        }

        var items = text.Replace("from ", "", StringComparison.Ordinal).Split(' ');
        if (items.Length > 1 && items.Any(item => item.Contains('-', StringComparison.Ordinal)) && !setOff)
        {
            return null;
        }

        if (text.Contains('<', StringComparison.Ordinal))
        {
            return Letters(items);
        }

        var (phrases, days) = (0, 0);
        foreach (var item in items)
        {
            phrases |= item is "[o]" ? 31 : item is "[a]" ? 127 : item is "[e]" ? 96 : 0;
            var ends = item[0] == '[' ? [] : item.Split('-').Select(end => end[0] - '0').ToList();
            if (ends is [var one, var other] && one == other)
            {
                return null;
            }

            for (var day = 0; day < 7; day++)
            {
                var inside = ends.Count == 1 ? day == ends[0] : ends.Count == 2 && (day - ends[0] + 7) % 7 <= (ends[1] - ends[0] + 7) % 7;
                days |= inside ? 1 << day : 0;
            }
        }

        return phrases != 0 && (days & 31) != 0 ? null : (phrases | days) & 31;
    }

    // Letters: only in the order of the week, never beside whole names, never one alone.
    private static int? Letters(string[] items)
    {
        var all = string.Concat(items);
        if (Regex.IsMatch(all, @"[0-6](?!s)"))
        {
            return null;
        }

        var spelled = all.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal);
        spelled = Regex.Replace(spelled, "([0-6])s", short_ => short_.Groups[1].Value);
        var flat = spelled.Replace("-", "", StringComparison.Ordinal);
        var fitting = ByLetters[flat].ToList();
        if (flat.Length < 2 || fitting.Count == 0)
        {
            return null;
        }

        if (all.Contains('[', StringComparison.Ordinal))
        {
            return null;
        }

        if (fitting.Count != 1)
        {
            return null;
        }

        if (!spelled.Contains('-', StringComparison.Ordinal))
        {
            return fitting[0];
        }

        // Every way in order, with what lies between the ends of ranges; they must all agree.
        var ways = Enumerable.Range(1, 127).Where(days => Spellings(days).Contains(flat)).Select(days => Filled(days, spelled)).Distinct().ToList();
        return ways.Count == 1 ? ways[0] : null;
    }

    private static int Filled(int days, string spelled)
    {
        var order = Enumerable.Range(0, 7).Where(day => (days & (1 << day)) != 0).ToList();
        var (at, filled) = (0, days);
        for (var place = 0; place < spelled.Length; place++)
        {
            if (spelled[place] == '-')
            {
                filled |= Enumerable.Range(order[at - 1], order[at] - order[at - 1]).Aggregate(0, (all, day) => all | (1 << day));
            }
            else
            {
                at++;
            }
        }

        return filled & 31;
    }

    private static IEnumerable<string> Spellings(int days)
    {
        IEnumerable<string> all = [""];
        for (var day = 0; day < 7; day++)
        {
            if ((days & (1 << day)) != 0)
            {
                var here = day;
                all = all.SelectMany(text => new[] { text + "mtwtfss"[here], text + (char)('0' + here) }).ToList();
            }
        }

        return all;
    }

    private static string Code(string word)
    {
        var day = Array.FindIndex(Names, names => names.Contains(word));
        return day >= 0 ? day + (word.Length == 2 ? "s" : "")
            : word is "from" or "o" or "a" or "e" ? word
            : Regex.IsMatch(word, "^(?:tu|th|su|[mtwfs])+$")
                ? "<" + word.Replace("tu", "1s", StringComparison.Ordinal).Replace("th", "3s", StringComparison.Ordinal).Replace("su", "6s", StringComparison.Ordinal) + ">"
                : "!";
    }

    private static (int, int)? Window(int from, int to)
    {
        // What ends before it begins is a question; midnight at the end is the end of the day.
        to = to == 0 ? 1440 : to;
        var best = Enumerable.Range(8, 10).Where(hour => hour * 60 >= from && (hour + 1) * 60 <= to).ToList();
        return best.Count == 0 ? null : (best[0], best[^1] + 1);
    }

    // The table of the guide, asked for each way to understand both ends.
    private static (int From, int To)? Span(string first, string last)
    {
        if (Time(first) is not var (from, fromKind) || Time(last) is not var (to, toKind) || from == to)
        {
            return null;
        }

        var length = (to - from + 1440) % 720;
        if (fromKind == 'b' && toKind == 'b')
        {
            var hour = from / 60;
            return (hour is 8 or 9 && length < 600) || (hour is 10 or 11 or 12 && length < 420) ? (from, from + length)
                : hour is 1 or 2 or 3 && length <= 540 ? (from + 720, from + 720 + length) : null;
        }

        if (fromKind == 'b' && toKind == 'h')
        {
            var bare = from % 720;
            var sameHalf = to >= 720 ? bare + 720 : bare;
            return sameHalf < to ? (sameHalf, to) : to >= 720 && bare >= 300 && to - bare <= 840 ? (bare, to) : null;
        }

        if (fromKind == 'b')
        {
            return from >= 300 && to > from && to - from <= 840 ? (from, to) : null;
        }

        if (toKind != 'b')
        {
            return (from, to);
        }

        if (fromKind == '2' && (to >= 600 || from >= 720))
        {
            return to > from ? (from, to) : to + 1440 - from <= 840 && !(to < 600 && to + 720 > from) ? (from, to) : null;
        }

        return length > 60 ? (from, (from + length) % 1440) : null;
    }

    private static (int Minutes, char Kind)? Time(string text)
    {
        text = text.Trim();
        if (text is "noon" or "midnight")
        {
            return (text == "noon" ? 720 : 0, 'w');
        }

        var half = text.EndsWith('m') || text.EndsWith("m.", StringComparison.Ordinal) ? text.Contains('a', StringComparison.Ordinal) ? 'a' : 'p' : ' ';
        var digits = Regex.Match(text, "^[0-9.:]+(?<![.])").Value.Replace(".", ":", StringComparison.Ordinal);
        if (digits.Length == 0)
        {
            return null;
        }

        if (!digits.Contains(':', StringComparison.Ordinal) && digits.Length > 2)
        {
            digits = digits[..^2] + ":" + digits[^2..];
        }

        var parts = digits.Split(':');
        var hour = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var minute = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return hour > 24 || minute > 59 || (half != ' ' && hour is 0 or > 12) ? null
            : half != ' ' ? (((hour % 12) + (half == 'p' ? 12 : 0)) * 60 + minute, 'h')
            : ((hour * 60) + minute, hour > 12 || digits[0] == '0' ? '2' : 'b');
    }

    [GeneratedRegex(@"(?<![\d:.])((?:noon|midnight|\d{3,4}|\d{1,2}(?:[:.]\d{2})?)(?:\s*[ap]\.?m\b\.?)?)\s*[-~]\s*((?:noon|midnight|\d{3,4}|\d{1,2}(?:[:.]\d{2})?)(?:\s*[ap]\.?m\b\.?)?)(?![:.]?\d)")]
    private static partial Regex Hours();

    [GeneratedRegex(@"^(?:(?:\[[oae]\]|(?:from )?(?:[0-6]s?|<[^>]>)-(?:[0-6]s?|<[^>]>)|[0-6]s?|<[^>]+>)(?: |$))+$")]
    private static partial Regex Shape();
}
