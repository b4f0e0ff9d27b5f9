using System.Globalization;
using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Places;

/// <summary>A time of day as people write it.</summary>
/// <param name="Minutes">Minutes since midnight, as written.</param>
/// <param name="Exact">Whether it can only be meant as it stands: am or pm, a leading zero, noon, or later than 12.</param>
/// <param name="HasHalf">Whether am or pm is written.</param>
internal readonly partial record struct TimeText(int Minutes, bool Exact, bool HasHalf)
{
    /// <summary>Everything that can be a time; used inside other expressions.</summary>
    public const string Expression = @"(?:noon|midday|midnight|[0-9]{1,2}(?:[:.h][0-9]{2}(?::[0-9]{2})?)?(?:\s*[ap]\.?m\b\.?)?)";

    public static TimeText? Match(string text)
    {
        var match = Parts().Match(text.Trim().ToLowerInvariant());
        if (!match.Success)
        {
            return null;
        }

        if (match.Groups["word"].Success)
        {
            return new TimeText(match.Groups["word"].Value == "midnight" ? 0 : 12 * 60, Exact: true, HasHalf: true);
        }

        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value;
        if (minute > 59 || hour > 24 || (hour == 24 && minute > 0) || (half.Length > 0 && (hour is 0 or > 12)))
        {
            return null;
        }

        var exact = half.Length > 0 || hour > 12 || match.Groups["hour"].Value[0] == '0';
        hour = half switch { "a" => hour % 12, "p" => (hour % 12) + 12, _ => hour };
        return new TimeText((hour * 60) + minute, exact, half.Length > 0);
    }

    [GeneratedRegex(@"^(?:(?<word>noon|midday|midnight)|(?<hour>[0-9]{1,2})(?:[:.h](?<minute>[0-9]{2})(?::[0-9]{2})?)?(?:\s*(?<half>[ap])\.?m\.?)?)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Parts();
}
