using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Places;

/// <summary>The days in a working pattern.</summary>
internal static partial class WorkingDaysText
{
    private const int DaysOfWeek = 7;
    private const int EveryWeekday = 0b0011111;
    private const int WholeWeek = 0b1111111;

    private static readonly FrozenDictionary<string, int> DayOf = Words.Meaning(
        (0, "mon, monday, mondays, llun"),
        (1, "tu, tue, tues, tuesday, tuesdays, mawrth"),
        (2, "wed, weds, wednesday, wednesdays, mercher"),
        (3, "th, thu, thur, thurs, thursday, thursdays, iau"),
        (4, "fri, friday, fridays, gwener"),
        (5, "sat, saturday, saturdays, sadwrn"),
        (6, "su, sun, sunday, sundays, sul"));

    private static readonly FrozenSet<string> Fillers =
        FrozenSet.Create(StringComparer.Ordinal, "and", "a", "from", "hours", "hrs", "h", "on", "only", "dydd", "between", "at");

    /// <summary>
    /// The weekdays that the text names: none when it names only weekend days, all when it names no day, null when it
    /// cannot be understood.
    /// </summary>
    public static Weekdays? Read(string text)
    {
        text = Everyday().Replace(text, "*");
        text = Office().Replace(text, "#");
        text = Weekend().Replace(text, "sat,sun");
        var tokens = Tokens().Matches(text).Select(match => match.Value)
            .Where(token => !Fillers.Contains(token))
            .ToList();
        if (tokens.Count == 0)
        {
            return Weekdays.All;
        }

        return Days(tokens) is { } days ? (Weekdays)(days & EveryWeekday) : null;
    }

    private static int? Days(List<string> tokens)
    {
        var days = 0;
        var last = -1;
        var range = false;
        foreach (var token in tokens)
        {
            if (token == "-")
            {
                if (last < 0 || range)
                {
                    return null;
                }

                range = true;
                continue;
            }

            if (token is "*" or "#")
            {
                days |= token == "*" ? WholeWeek : EveryWeekday;
                last = -1;
                if (range)
                {
                    return null;
                }

                continue;
            }

            if (Named(token, last) is not { } named)
            {
                return null;
            }

            if (range)
            {
                for (var day = last; day != named[0]; day = (day + 1) % DaysOfWeek)
                {
                    days |= 1 << day;
                }
            }

            days = named.Aggregate(days, (all, day) => all | (1 << day));
            (last, range) = (named[^1], false);
        }

        return range ? null : days;
    }

    // A name, or initials such as MTW: T is Thursday only where Tuesday has gone by.
    private static List<int>? Named(string token, int last)
    {
        if (DayOf.TryGetValue(token, out var day))
        {
            return [day];
        }

        if (!Initials().IsMatch(token))
        {
            return null;
        }

        List<int> days = [];
        foreach (Match initial in Initial().Matches(token))
        {
            last = initial.Value switch
            {
                "m" => 0,
                "tu" => 1,
                "t" => last is >= 1 and < 5 ? 3 : 1,
                "w" => 2,
                "th" => 3,
                "f" => 4,
                "s" => last == 5 ? 6 : 5,
                _ => 6,
            };
            days.Add(last);
        }

        return days;
    }

    [GeneratedRegex(@"\b(?:every\s*day|daily|all\s+days|7\s+days(?:\s+a\s+week)?|seven\s+days(?:\s+a\s+week)?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Everyday();

    [GeneratedRegex(@"\b(?:(?:every\s+)?week\s*-?days?|full[\s-]*time|full[\s-]*week|all\s+week|working\s+week|5\s+days(?:\s+a\s+week)?|five\s+days(?:\s+a\s+week)?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    [GeneratedRegex(@"\bweek\s*-?ends?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Weekend();

    // Commas, slashes and the like only separate; every other sign or number is a token that nothing understands.
    [GeneratedRegex(@"[\p{L}']+|\d+|[^\s,;:/&+.()\p{L}\d']", RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    [GeneratedRegex("^(?:tu|th|su|[mtwfs])+$", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();

    [GeneratedRegex("tu|th|su|[mtwfs]", RegexOptions.CultureInvariant)]
    private static partial Regex Initial();
}
