using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Places;

/// <summary>
/// A working pattern as people write it: days (“Mon-Wed”, “M T W”, “Tue, Thu”, “weekdays”), at most one span of hours
/// (“9-13”, “09:00–15:30”, “9am to 2pm”), or both. Blank means the full week. What is kept is what messages can use:
/// weekdays, whole hours from 08:00 to 18:00; a started hour does not count. It is read exactly or not at all; the guide to
/// rosters lists what is understood.
/// </summary>
internal static partial class WorkingPatternText
{
    private const string Example = "Write days and, if need be, one span of hours, such as “Mon-Fri”, “Mon, Tue, Thu” or “Tue-Thu 9-13”.";

    public static Parsed<WorkingPattern> Read(string cell)
    {
        // “none” and “nil” say something else than nothing here: no day.
        if (CellText.SaysNothing(cell) && cell.ToLowerInvariant() is not ("none" or "nil"))
        {
            return WorkingPattern.FullWeek;
        }

        // A word leaves a second blank, by which it is told from a sign.
        var text = Dashes().Replace(cell.ToLowerInvariant(), dash => dash.Length == 1 ? "-" : "- ");
        if (text.Contains("..", StringComparison.Ordinal) || text.Contains('…', StringComparison.Ordinal) || LoneDot().IsMatch(text))
        {
            return Parsed<WorkingPattern>.Not($"“{CellText.Shown(cell)}” can be a range or two days.", Example);
        }

        if (Nights().IsMatch(text))
        {
            return WorkingHoursText.OnlyNights(cell);
        }

        if (Date().IsMatch(text))
        {
            return Parsed<WorkingPattern>.Not(
                $"“{CellText.Shown(cell)}” is a date; spreadsheet programs make one of hours such as 9-5.",
                "Write hours as 09:00-17:00, or format the cell as text and write it again.");
        }

        var spans = WorkingHoursText.Spans(text);
        return spans.Count > 1
            ? Parsed<WorkingPattern>.Not(
                $"“{CellText.Shown(cell)}” has more than one span of hours.",
                "Write the one span that suits on all the days, such as “Mon-Thu 9-13”.")
            : Read(cell, text, spans.Count == 0 ? null : spans[0]);
    }

    private static Parsed<WorkingPattern> Read(string cell, string text, Match? span)
    {
        var hours = span is null ? (WorkingPattern.EarliestHour, WorkingPattern.LatestHour) : WorkingHoursText.Read(span, cell);
        return Days(text, span) is not { } named ? Parsed<WorkingPattern>.Not($"“{CellText.Shown(cell)}” was not understood.", Example)
            : hours.Failed ? Parsed<WorkingPattern>.Not(hours.What!, hours.Mend!)
            : named == Weekdays.None ? Parsed<WorkingPattern>.Not(
                $"“{CellText.Shown(cell)}” names only the weekend, and messages arrive from Monday to Friday.",
                "Add at least one weekday on which a message would suit, or leave the cell empty.")
            : new WorkingPattern(named, hours.Value.From, hours.Value.To);
    }

    // Days stand before the hours or after them, and then the hours are those of all of them.
    private static Weekdays? Days(string text, Match? span)
    {
        if (span is null)
        {
            return WorkingDaysText.Read(text, out _);
        }

        var before = text[..span.Index];
        var apart = SetOff().Match(before);
        before = (apart.Success ? before[..apart.Index] + ":" : before).TrimEnd();
        var after = text[(span.Index + span.Length)..].Trim().Trim(',', ';', ':', '.').Trim();
        var setOff = before.Length == 0 || before[^1] is ',' or ';' or ':' || span.Groups["open"].Success;
        before = before.TrimEnd(',', ';', ':').Trim();
        if (before.Length == 0 && after.Length == 0)
        {
            return Weekdays.All;
        }

        return (before.Length == 0 || after.Length == 0)
            && WorkingDaysText.Read(before + after, out var mixed) is { } days && (!mixed || setOff) ? days : null;
    }

    [GeneratedRegex(@"[‐‑‒–—−]|\b(?:to|till?|until|through)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Dashes();

    // “Mon-Fri - 9-5”, “Mon-Fri @ 9-5”; a hyphen without a blank before it begins a range.
    [GeneratedRegex(@"(?<=\S)\s[-@]\s?$", RegexOptions.CultureInvariant)]
    private static partial Regex SetOff();

    [GeneratedRegex(@"\s\.\s", RegexOptions.CultureInvariant)]
    private static partial Regex LoneDot();

    [GeneratedRegex(@"\bnights?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Nights();

    [GeneratedRegex(@"^(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
