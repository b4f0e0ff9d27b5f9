using System.Globalization;
using System.Text;

namespace PlaceLeadership.Web.Layout;

/// <summary>A place's colour, and the shades of it that pages need so that everything stays readable in light and in dark.</summary>
public sealed class BrandColour
{
    // What text needs: https://www.w3.org/TR/WCAG22/#contrast-minimum.
    private const double ContrastMin = 4.5;

    // A button in the dark is lighter than it has to be, so that its edge can be darker and still carry its text.
    private const double DarkButtonContrastMin = 7;
    private const int Steps = 64;

    // What links stand on in the light: a page, and its notices, menu and foot. As in pages.scss, from which a test takes them.
    private static readonly Shade[] LightGrounds = [Shade.White, new(0xf3, 0xf1, 0xea)];
    private static readonly Shade[] DarkGrounds = [new(0x17, 0x1a, 0x1c), new(0x1f, 0x24, 0x27), new(0x23, 0x28, 0x2b)];
    private static readonly Shade DarkButtonText = new(0x10, 0x20, 0x1f);

    private readonly Shade _light;
    private readonly Shade _edge;
    private readonly Shade _dark;
    private readonly Shade _darkHover;
    private readonly Shade _darkEdge;

    private BrandColour(Shade shade)
    {
        _light = shade;
        _edge = shade.Towards(Shade.Black, 2, 5);
        _dark = Nearest(shade, Shade.White, HoldsInTheDark);
        _darkHover = _dark.Towards(Shade.White, 1, 2);
        _darkEdge = Nearest(_dark.Towards(Shade.Black, 2, 5), _dark, edge => edge.ContrastWith(DarkButtonText) >= ContrastMin);
        StyleSheet = Rules();
        Css = new PageAsset("brand.css", "text/css; charset=utf-8", Encoding.UTF8.GetBytes(StyleSheet));
    }

    /// <summary>What sets it, after the style sheet of all pages.</summary>
    public string StyleSheet { get; }

    internal PageAsset Css { get; }

    /// <summary>The colour that is written as <c>#rrggbb</c>; null when it is none, or when people could not read what has it.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="wrong">Is told what is wrong with it, and what would do.</param>
    public static BrandColour? Read(string text, Action<string> wrong)
    {
        if (Shade.Read(text) is not { } shade)
        {
            wrong("is not a colour such as #0a5568: a hash and six digits from 0 to f.");
            return null;
        }

        if (!HoldsInTheLight(shade))
        {
            wrong($"is too light to be read: white on it has a contrast of {Number(shade.ContrastWith(LightGrounds[0]))}:1, and it has "
                + $"{Number(shade.ContrastWith(LightGrounds[1]))}:1 on the grounds of notices and of the foot, where each needs 4.5:1. "
                + $"A darker shade would do, such as {Nearest(shade, Shade.Black, HoldsInTheLight)}.");
            return null;
        }

        return new BrandColour(shade);
    }

    // White is among the grounds, so this holds white on it as well.
    private static bool HoldsInTheLight(Shade shade) => LightGrounds.All(ground => shade.ContrastWith(ground) >= ContrastMin);

    private static bool HoldsInTheDark(Shade shade) =>
        DarkGrounds.All(ground => shade.ContrastWith(ground) >= ContrastMin) && shade.ContrastWith(DarkButtonText) >= DarkButtonContrastMin;

    // Ends at the latest at what it goes towards, which holds wherever this is asked.
    private static Shade Nearest(Shade from, Shade towards, Func<Shade, bool> holds) =>
        Enumerable.Range(0, Steps).Select(step => from.Towards(towards, step, Steps)).Where(holds).Append(towards).First();

    // Down, so that 4.49 is not shown as what is needed.
    private static string Number(double contrast) => (Math.Floor(contrast * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture);

    // Silent where a reader's own colours hold, and the dark never reaches paper.
    private string Rules() =>
        $$"""
        @media (forced-colors: none) {
          :root {
            --govuk-brand-colour: {{_light}};
            --govuk-link-colour: {{_light}};
            --govuk-link-hover-colour: {{_edge}};
            --button: {{_light}};
            --button-edge: {{_edge}};
            --header: {{_light}};
          }
        }
        @media screen and (prefers-color-scheme: dark) and (forced-colors: none) {
          :root {
            --govuk-brand-colour: {{_dark}};
            --govuk-link-colour: {{_dark}};
            --govuk-link-hover-colour: {{_darkHover}};
            --button: {{_dark}};
            --button-edge: {{_darkEdge}};
          }
        }

        """;
}
