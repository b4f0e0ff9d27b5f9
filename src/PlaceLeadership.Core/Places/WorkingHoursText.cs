using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Places;

/// <summary>The span of hours in a working pattern.</summary>
internal static partial class WorkingHoursText
{
    private const int HalfDay = 12 * 60;
    private const int Day = 2 * HalfDay;

    public static IReadOnlyList<Match> Spans(string text) => Span().Matches(text);

    /// <summary>The whole hours of the span that messages can use.</summary>
    public static Parsed<(int From, int To)> Read(Match span, string cell)
    {
        var written = span.Value.Trim(' ', '(', ')');
        if (TimeText.Match(span.Groups["from"].Value) is not { } first || TimeText.Match(span.Groups["to"].Value) is not { } last)
        {
            return Parsed<(int, int)>.Not($"“{written}” is not a span of hours.", "Write it as 9-17 or 09:00-15:30.");
        }

        if (first.Minutes == last.Minutes)
        {
            return Parsed<(int, int)>.Not($"“{written}” ends when it begins.", "Write it as 9-17 or 09:00-15:30.");
        }

        if (ClockSpan.Of(first, last) is not var (from, to))
        {
            return Parsed<(int, int)>.Not(
                $"“{written}” can mean more than one span of hours.",
                "Write it on a clock of 24 hours, such as 06:00-14:00, or with am and pm.");
        }

        // Midnight at the end is the end of that day. Whatever else ends before it begins may be a slip or a night.
        to = to == 0 ? Day : to;
        if (to <= from)
        {
            return Math.Max(Length(Usable(from, Day)), Length(Usable(0, to))) >= 1 ? Backwards(written, from, to) : Nights();
        }

        var usable = Usable(from, to);
        return Length(usable) >= 1 ? usable
            : Math.Min(to, WorkingPattern.LatestHour * 60) > Math.Max(from, WorkingPattern.EarliestHour * 60)
            ? Parsed<(int, int)>.Not(
                $"“{written}” holds no whole hour between 08:00 and 18:00.", "Write a span with at least one whole hour, such as 9-10.")
            : Nights();

        Parsed<(int, int)> Nights()
        {
            var nights = OnlyNights(cell);
            return Parsed<(int, int)>.Not(nights.What!, nights.Mend!);
        }
    }

    private static Parsed<(int, int)> Backwards(string written, int from, int to) => Parsed<(int, int)>.Not(
        $"“{written}” ends before it begins.",
        (to + HalfDay > from && to < HalfDay ? $"Write {Clock(from)}-{Clock(to + HalfDay)} if that is meant. " : "")
        + "For a shift through the night, write hours between 8 and 18 in which a message would not disturb, or leave the cell empty.");

    private static string Clock(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";

    public static Parsed<WorkingPattern> OnlyNights(string cell) => Parsed<WorkingPattern>.Not(
        $"“{CellText.Shown(cell)}” is outside 08:00 to 18:00, and messages arrive only then.",
        "Write hours between 8 and 18 in which a message would not disturb, such as 15-18, or leave the cell empty.");

    private static (int From, int To) Usable(int from, int to) => (
        Math.Max((from + 59) / 60, WorkingPattern.EarliestHour),
        Math.Min(to / 60, WorkingPattern.LatestHour));

    private static int Length((int From, int To) hours) => hours.To - hours.From;

    [GeneratedRegex(
        @"(?<![\d:.])(?:(?<=^|[\s,;:])(?:from|(?<between>between))\s+)?(?<open>\(\s*)?(?<from>" + TimeText.Expression + ")" + Unit
        + @"(?(between)\s+and\s+|\s*-\s*)(?<to>" + TimeText.Expression
        + @")(?![\d:.]\d|\d)" + Unit + @"(?(open)\s*\))", RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    private const string Unit = @"(?:\s*(?:hrs?|hours?)\b)?";
}
