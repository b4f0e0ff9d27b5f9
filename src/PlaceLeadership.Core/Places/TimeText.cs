using System.Globalization;
using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Places;

/// <summary>How certain it is which half of the day a written time means.</summary>
internal enum TimeForm
{
    /// <summary>From 1 to 12, without am or pm and without a leading zero: it can be either half of the day.</summary>
    Bare,

    /// <summary>On a clock of 24 hours: a leading zero, or later than 12.</summary>
    Clock24,

    /// <summary>With am or pm.</summary>
    Half,

    /// <summary>Noon or midnight.</summary>
    Word,
}

/// <summary>A time of day as people write it.</summary>
/// <param name="Minutes">Minutes since midnight, as written.</param>
/// <param name="Form">How certain the half of the day is.</param>
internal readonly partial record struct TimeText(int Minutes, TimeForm Form)
{
    /// <summary>Everything that can be a time; used inside other expressions.</summary>
    public const string Expression =
        @"(?:noon|midday|midnight|(?:[0-9]{3,4}|[0-9]{1,2}(?:[:.h][0-9]{2}(?::[0-9]{2})?)?)(?:\s*[ap]\.?m\b\.?)?)";

    public static TimeText? Match(string text)
    {
        var match = Parts().Match(text.Trim().ToLowerInvariant());
        if (!match.Success)
        {
            return null;
        }

        if (match.Groups["word"].Success)
        {
            return new TimeText(match.Groups["word"].Value == "midnight" ? 0 : 12 * 60, TimeForm.Word);
        }

        var digits = match.Groups["hour"].Value;
        var hour = int.Parse(digits, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value;
        if (minute > 59 || hour > 24 || (hour == 24 && minute > 0) || (half.Length > 0 && (hour is 0 or > 12)))
        {
            return null;
        }

        var form = half.Length > 0 ? TimeForm.Half : hour > 12 || digits[0] == '0' ? TimeForm.Clock24 : TimeForm.Bare;
        hour = half switch { "a" => hour % 12, "p" => (hour % 12) + 12, _ => hour };
        return new TimeText((hour * 60) + minute, form);
    }

    [GeneratedRegex(@"^(?:(?<word>noon|midday|midnight)|(?:(?<hour>[0-9]{1,2})(?<minute>[0-9]{2})|(?<hour>[0-9]{1,2})(?:[:.h](?<minute>[0-9]{2})(?::[0-9]{2})?)?)(?:\s*(?<half>[ap])\.?m\.?)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
