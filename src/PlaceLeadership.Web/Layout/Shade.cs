using System.Globalization;

namespace PlaceLeadership.Web.Layout;

/// <summary>A colour of the screen (sRGB).</summary>
internal readonly record struct Shade(byte Red, byte Green, byte Blue)
{
    private const int Digits = 6;

    public static Shade White { get; } = new(255, 255, 255);

    public static Shade Black { get; } = new(0, 0, 0);

    /// <summary>How bright it is, from 0 to 1: the relative luminance of https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.</summary>
    public double Luminance => (0.2126 * Light(Red)) + (0.7152 * Light(Green)) + (0.0722 * Light(Blue));

    /// <summary>The colour that is written as <c>#rrggbb</c>, or null.</summary>
    public static Shade? Read(string text) =>
        text.Length == Digits + 1 && text[0] == '#' && text.AsSpan(1).IndexOfAnyExcept(System.Buffers.SearchValues.Create("0123456789abcdefABCDEF")) < 0
            ? Of(int.Parse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
            : null;

    /// <summary>From 1 to 21, whichever of the two is the text: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.</summary>
    public double ContrastWith(Shade other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>So many of <paramref name="steps"/> equal steps on the way to another; all of them are the other itself.</summary>
    public Shade Towards(Shade other, int step, int steps)
    {
        return new Shade(Between(Red, other.Red), Between(Green, other.Green), Between(Blue, other.Blue));

        byte Between(byte from, byte to) => (byte)(((from * (steps - step)) + (to * step) + (steps / 2)) / steps);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private static Shade Of(int number) => new((byte)(number >> 16), (byte)(number >> 8), (byte)number);

    private static double Light(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
