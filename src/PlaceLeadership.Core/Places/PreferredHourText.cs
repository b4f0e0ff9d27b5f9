using System.Globalization;

namespace PlaceLeadership.Core.Places;

/// <summary>
/// The hour at which somebody likes messages to arrive: “9”, “09:00”, “2 pm”, or a fraction of a day, which is how
/// spreadsheets store a time. Minutes are dropped, for messages go out on the hour.
/// </summary>
internal static class PreferredHourText
{
    private const int UsualHour = 9;

    public static Parsed<int> Read(string cell, WorkingPattern pattern)
    {
        if (CellText.SaysNothing(cell))
        {
            return Math.Clamp(UsualHour, pattern.FromHour, pattern.ToHour - 1);
        }

        if (HourOf(cell) is not { } hour)
        {
            return Parsed<int>.Not(
                $"“{cell}” is not an hour.",
                $"Write an hour such as 9, 09:00 or 2 pm, from {pattern.FromHour} to {pattern.ToHour - 1}.");
        }

        if (hour >= pattern.FromHour && hour < pattern.ToHour)
        {
            return hour;
        }

        var afternoon = hour + 12 >= pattern.FromHour && hour + 12 < pattern.ToHour ? $" ({hour + 12} for {hour} pm)" : "";
        return Parsed<int>.Not(
            $"The hour {hour} is outside the working pattern, of which messages can use {pattern.FromHour}:00 to {pattern.ToHour}:00.",
            $"Write an hour from {pattern.FromHour} to {pattern.ToHour - 1}{afternoon}, or change the working pattern.");
    }

    // A fraction goes first, for 0.25 is six o'clock and not 00:25. The thousandth of an hour is for fractions that were
    // rounded: 08:00 may be written as 0.333333.
    private static int? HourOf(string cell)
    {
        var isNumber = decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number is > 0 and < 1)
        {
            return (int)((number * 24) + 0.001m);
        }

        return TimeText.Match(cell) is { } time ? time.Minutes / 60 : isNumber && number < 24 ? (int)number : null;
    }
}
