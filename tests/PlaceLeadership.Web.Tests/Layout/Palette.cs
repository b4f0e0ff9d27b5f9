using System.Globalization;
using System.Text.RegularExpressions;

namespace PlaceLeadership.Web.Tests.Layout;

/// <summary>The colours that a style sheet sets, and what WCAG says of two of them, reckoned apart from the product.</summary>
internal static partial class Palette
{
    /// <summary>What every text needs.</summary>
    public const double Needed = 4.5;

    /// <summary>The names and values of the custom properties of pages in this scheme, the later ones counting.</summary>
    public static Dictionary<string, string> Of(bool dark, params string[] sheets)
    {
        var colours = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var block in sheets.SelectMany(sheet => Blocks().Matches(sheet)).Where(block => Counts(block.Groups["when"].Value, dark)))
        {
            foreach (Match found in Properties().Matches(block.Groups["all"].Value))
            {
                colours[found.Groups["name"].Value] = found.Groups["value"].Value;
            }
        }

        return colours;
    }

    /// <summary>What text and links can stand on.</summary>
    public static IEnumerable<string> Grounds(Dictionary<string, string> colours) =>
        colours.Where(colour => colour.Key.EndsWith("-background-colour", StringComparison.Ordinal) || colour.Key == "--field").Select(colour => colour.Value);

    /// <summary>
    /// The contrast of https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio, from the channels' light by the curve of sRGB.
    /// </summary>
    public static double Contrast(string one, string other)
    {
        var lights = new[] { one, other }.Select(Light).Order().ToArray();
        return (lights[1] + 0.05) / (lights[0] + 0.05);
    }

    private static double Light(string colour)
    {
        var channels = Enumerable.Range(0, 3).Select(at => int.Parse(colour.AsSpan(1 + (2 * at), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0);
        return channels.Select(share => share > 0.04045 ? Math.Pow((share + 0.055) / 1.055, 2.4) : share / 12.92)
            .Zip([0.2126, 0.7152, 0.0722], (light, weight) => light * weight).Sum();
    }

    private static bool Counts(string when, bool dark) => when switch
    {
        "" or "(forced-colors: none)" => true,
        "screen and (prefers-color-scheme: dark)" or "screen and (prefers-color-scheme: dark) and (forced-colors: none)" => dark,
        _ => false,
    };

    [GeneratedRegex(@"(?:@media (?<when>[^{]+?)\s*\{\s*)?:root\s*\{(?<all>[^}]*)\}")]
    private static partial Regex Blocks();

    [GeneratedRegex(@"(?<name>--[a-z-]+):\s*(?<value>#[0-9a-f]{6})\b")]
    private static partial Regex Properties();
}
