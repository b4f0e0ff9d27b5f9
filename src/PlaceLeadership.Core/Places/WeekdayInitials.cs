using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Places;

/// <summary>How a day is written.</summary>
internal enum DayForm
{
    /// <summary>Three letters or more.</summary>
    Name,

    /// <summary>Two letters.</summary>
    Short,

    /// <summary>One letter.</summary>
    Initial,
}

/// <summary>One day as written.</summary>
/// <param name="Days">The days that it can be, from Monday, 0; two for T and S.</param>
/// <param name="Form">How it is written.</param>
internal sealed record DayMark(IReadOnlyList<int> Days, DayForm Form);

/// <summary>
/// Days by their first letters, such as “M T W”, “MTWTF” or “M-F”. T and S begin two days each, so letters are only read where
/// they go through the week in order and all ways to do so name the same weekdays.
/// </summary>
internal static partial class WeekdayInitials
{
    private static readonly Dictionary<string, int[]> DaysOf = new()
    {
        ["m"] = [0],
        ["t"] = [1, 3],
        ["tu"] = [1],
        ["w"] = [2],
        ["th"] = [3],
        ["f"] = [4],
        ["s"] = [5, 6],
        ["su"] = [6],
    };

    public static IReadOnlyList<DayMark>? Of(string word) => Whole().IsMatch(word)
        ? [.. One().Matches(word).Select(letter => new DayMark(DaysOf[letter.Value], letter.Length == 1 ? DayForm.Initial : DayForm.Short))]
        : null;

    /// <summary>Which day each of the marks is; null when that, or whether days are meant at all, is not certain.</summary>
    public static IReadOnlyList<int>? Decide(IReadOnlyList<DayMark> marks)
    {
        if (marks.All(mark => mark.Form != DayForm.Initial))
        {
            return [.. marks.Select(mark => mark.Days[0])];
        }

        // “Wed m” is no Monday, and one letter alone may be a code.
        if (marks.Count == 1 || marks.Any(mark => mark.Form == DayForm.Name))
        {
            return null;
        }

        IReadOnlyList<IReadOnlyList<int>> ways = [[]];
        foreach (var mark in marks)
        {
            ways =
            [
                .. ways.SelectMany(way => mark.Days.Where(day => way.Count == 0 || day > way[^1])
                    .Select(IReadOnlyList<int> (day) => [.. way, day])),
            ];
        }

        return ways.Count > 0 && ways.All(way => way.Where(IsWeekday).SequenceEqual(ways[0].Where(IsWeekday))) ? ways[0] : null;
    }

    private static bool IsWeekday(int day) => day < 5;

    [GeneratedRegex("^(?:tu|th|su|[mtwfs])+$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex("tu|th|su|[mtwfs]", RegexOptions.CultureInvariant)]
    private static partial Regex One();
}
