using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Places;

/// <summary>The span of hours in a working pattern.</summary>
internal static partial class WorkingHoursText
{
    private const int Day = 24 * 60;
    private const int Noon = 12 * 60;

    public static IReadOnlyList<Match> Spans(string text) => Span().Matches(text);

    /// <summary>The whole hours of the span that messages can use.</summary>
    public static Parsed<(int From, int To)> Read(Match span, string cell)
    {
        if (TimeText.Match(span.Groups["from"].Value) is not { } first || TimeText.Match(span.Groups["to"].Value) is not { } last)
        {
            return Parsed<(int, int)>.Not($"“{span.Value}” is not a span of hours.", "Write it as 9-17 or 09:00-15:30.");
        }

        var (from, to) = OnTheClock(first, last);
        if (from == to)
        {
            return Parsed<(int, int)>.Not($"“{span.Value}” ends when it begins.", "Write it as 9-17 or 09:00-15:30.");
        }

        // A shift across midnight may reach into the day at either end.
        var evening = Usable(from, from < to ? to : Day);
        var morning = from < to ? default : Usable(0, to);
        var best = Length(morning) > Length(evening) ? morning : evening;
        if (Length(best) >= 1)
        {
            return best;
        }

        var nights = OnlyNights(cell);
        return Math.Min(from < to ? to : Day, WorkingPattern.LatestHour * 60) > Math.Max(from, WorkingPattern.EarliestHour * 60)
            ? Parsed<(int, int)>.Not(
                $"“{span.Value}” holds no whole hour between 08:00 and 18:00.", "Write a span with at least one whole hour, such as 9-10.")
            : Parsed<(int, int)>.Not(nights.What!, nights.Mend!);
    }

    public static Parsed<WorkingPattern> OnlyNights(string cell) => Parsed<WorkingPattern>.Not(
        $"“{(cell.Length <= 80 ? cell : cell[..80] + "…")}” is outside 08:00 to 18:00, and messages arrive only then.",
        "Write hours between 8 and 18 in which a message would not disturb, such as 15-18, or leave the cell empty.");

    // “9-5” and “1-5” are read as office hours: without am, pm or a leading zero a clock of twelve hours is meant.
    private static (int From, int To) OnTheClock(TimeText first, TimeText last)
    {
        var (from, to) = (first.Minutes, last.Minutes);
        if (last.HasHalf && !first.Exact && to > Noon && from + Noon < to)
        {
            return from < WorkingPattern.EarliestHour * 60 || from == Noon ? (from + Noon, to) : (from, to);
        }

        if (!first.Exact && !last.Exact && from < to && to < WorkingPattern.EarliestHour * 60)
        {
            return (from + Noon, to + Noon);
        }

        return !last.Exact && to < from && from <= Noon && to + Noon > from ? (from, to + Noon) : (from, to);
    }

    private static (int From, int To) Usable(int from, int to) => (
        Math.Max((from + 59) / 60, WorkingPattern.EarliestHour),
        Math.Min(to / 60, WorkingPattern.LatestHour));

    private static int Length((int From, int To) hours) => hours.To - hours.From;

    [GeneratedRegex(@"(?<![\d:.])(?<from>" + TimeText.Expression + @")\s*-\s*(?<to>" + TimeText.Expression + @")(?![\d:.]\d|\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
