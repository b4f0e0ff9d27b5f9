using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Places;

/// <summary>
/// A working pattern as people write it: days (“Mon-Wed”, “M T W”, “Tue, Thu”, “weekdays”), at most one span of hours
/// (“9-13”, “09:00–15:30”, “9am to 2pm”), or both. Blank means the full week. What is kept is what messages can use:
/// weekdays, whole hours from 08:00 to 18:00; a started hour does not count.
/// </summary>
internal static partial class WorkingPatternText
{
    private const string Example = "Write days and, if need be, one span of hours, such as “Mon-Fri”, “Mon, Tue, Thu” or “Tue-Thu 9-13”.";

    public static Parsed<WorkingPattern> Read(string cell)
    {
        if (CellText.SaysNothing(cell))
        {
            return WorkingPattern.FullWeek;
        }

        var text = Dashes().Replace(cell.ToLowerInvariant(), "-");
        if (Nights().IsMatch(text))
        {
            return WorkingHoursText.OnlyNights(cell);
        }

        var spans = WorkingHoursText.Spans(text);
        if (spans.Count > 1)
        {
            return Parsed<WorkingPattern>.Not(
                $"“{Shown(cell)}” has more than one span of hours.",
                "Write the one span that suits on all the days, such as “Mon-Thu 9-13”.");
        }

        var hours = spans.Count == 0
            ? (WorkingPattern.EarliestHour, WorkingPattern.LatestHour)
            : WorkingHoursText.Read(spans[0], cell);
        var days = WorkingDaysText.Read(spans.Count == 0 ? text : text.Remove(spans[0].Index, spans[0].Length).Insert(spans[0].Index, " "));

        return days is not { } named ? Parsed<WorkingPattern>.Not($"“{Shown(cell)}” was not understood.", Example)
            : hours.Failed ? Parsed<WorkingPattern>.Not(hours.What!, hours.Mend!)
            : named == Weekdays.None ? Parsed<WorkingPattern>.Not(
                $"“{Shown(cell)}” names only the weekend, and messages arrive from Monday to Friday.",
                "Add at least one weekday on which a message would suit, or leave the cell empty.")
            : new WorkingPattern(named, hours.Value.From, hours.Value.To);
    }

    private static string Shown(string cell) => cell.Length <= 80 ? cell : cell[..80] + "…";

    [GeneratedRegex(@"[‐‑‒–—−]|\b(?:to|till?|until|through)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"\bnights?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Nights();
}
