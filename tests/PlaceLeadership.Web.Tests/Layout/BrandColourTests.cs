using System.Text.RegularExpressions;
using CsCheck;
using PlaceLeadership.Web.Layout;

namespace PlaceLeadership.Web.Tests.Layout;

public sealed partial class BrandColourTests
{
    private static readonly string Pages = Sheet();

    private static readonly Gen<string> Colours = Gen.Int[0, 0xffffff].Select(number => $"#{number:x6}");

    // As https://webaim.org/resources/contrastchecker/ shows them.
    [Theory]
    [InlineData("#000000", 21)]
    [InlineData("#0000ff", 8.59)]
    [InlineData("#767676", 4.54)]
    [InlineData("#777777", 4.48)]
    [InlineData("#ff0000", 4.0)]
    [InlineData("#808080", 3.95)]
    [InlineData("#ffffff", 1)]
    public void Contrast_with_white_is_what_others_reckon_too(string colour, double known) =>
        Assert.Equal(known, Palette.Contrast(colour, "#ffffff"), 0.006);

    [Theory]
    [InlineData("#777777", "4.4:1")]
    [InlineData("#ff0000", "3.9:1")]
    [InlineData("#949494", "3.0:1")]
    [InlineData("#ffff00", "1.0:1")]
    public void A_colour_that_white_cannot_stand_on_is_refused_with_its_contrast(string colour, string said)
    {
        Assert.Null(BrandColour.Read(colour, wrong => Assert.Contains($"white on it has a contrast of {said}", wrong, StringComparison.Ordinal)));
        Assert.Null(BrandColour.Read(colour.ToUpperInvariant(), wrong => Assert.Contains(said, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_colour_that_only_white_can_stand_on_is_refused_for_the_grounds_of_notices()
    {
        var said = new List<string>();
        Assert.Null(BrandColour.Read("#767676", said.Add));
        Assert.Contains("4.5:1, and it has 4.0:1 on the grounds of notices", Assert.Single(said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0a5568")]
    [InlineData("#0a556")]
    [InlineData("#0a55689")]
    [InlineData("#0a55 8")]
    [InlineData("#+a5568")]
    [InlineData("#0a556g")]
    [InlineData("teal")]
    [InlineData("#0a5568;}body{}")]
    public void What_is_no_colour_is_refused(string text)
    {
        var said = new List<string>();
        Assert.Null(BrandColour.Read(text, said.Add));
        Assert.StartsWith("is not a colour such as #0a5568", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_colour_is_taken_everything_stays_readable_in_light_and_in_dark()
    {
        var taken = 0;
        Colours.Sample(colour =>
        {
            var said = new List<string>();
            var brand = BrandColour.Read(colour, said.Add);
            var holds = new[] { "#ffffff" }.Concat(Palette.Grounds(Palette.Of(dark: false, Pages))).All(ground => Palette.Contrast(colour, ground) >= Palette.Needed);
            Assert.Equal((holds, holds ? 0 : 1), (brand is not null, said.Count));
            if (brand is not null)
            {
                Interlocked.Increment(ref taken);
                Assert.Equal(colour, Palette.Of(dark: false, brand.StyleSheet)["--header"]);
                AssertIsReadable(brand.StyleSheet);
            }
        }, iter: Sample.Of(2_000, all: 100_000));
        Assert.True(taken > 100, $"Only {taken} colours were taken.");
    }

    [Theory]
    [InlineData("#000000")]
    [InlineData("#00007f")]
    [InlineData("#0000ff")]
    [InlineData("#7f0000")]
    [InlineData("#006100")]
    [InlineData("#10201f")]
    public void Colours_at_the_edge_stay_readable_too(string colour) => AssertIsReadable(BrandColour.Read(colour, Assert.Fail)!.StyleSheet);

    [Fact]
    public void The_products_own_colours_keep_what_is_asked_of_a_places() => AssertIsReadable("");

    [Fact]
    public void Whoever_is_refused_is_told_of_a_shade_that_would_do() => Colours.Sample(colour =>
    {
        var said = new List<string>();
        if (BrandColour.Read(colour, said.Add) is null)
        {
            var better = Suggestion().Match(Assert.Single(said)).Groups[1].Value;
            Assert.NotNull(BrandColour.Read(better, Assert.Fail));
        }
    }, iter: Sample.Of(2_000, all: 100_000));

    [Fact]
    public void A_readers_own_colours_are_left_alone()
    {
        var sheet = BrandColour.Read("#7a1f5c", Assert.Fail)!.StyleSheet;
        Assert.Equal(2, Medium().Count(sheet));
        Assert.All(Medium().Matches(sheet), medium => Assert.Contains("(forced-colors: none)", medium.Value, StringComparison.Ordinal));
        Assert.StartsWith("@media", sheet, StringComparison.Ordinal);
    }

    private static void AssertIsReadable(string brand)
    {
        foreach (var dark in new[] { false, true })
        {
            var colours = Palette.Of(dark, Pages, brand);
            var grounds = Palette.Grounds(colours).ToList();
            Assert.InRange(grounds.Count, 4, 10);
            foreach (var text in new[] { "--govuk-link-colour", "--govuk-link-hover-colour", "--govuk-link-visited-colour", "--govuk-brand-colour" })
            {
                Assert.All(grounds, ground => Assert.True(Palette.Contrast(colours[text], ground) >= Palette.Needed, $"{text} {colours[text]} on {ground}, dark: {dark}"));
            }

            foreach (var (text, ground) in new[]
            {
                ("--button-text", "--button"), ("--on-button-edge", "--button-edge"), ("--second-text", "--second"), ("--on-second-edge", "--second-edge"),
                ("--on-header", "--header"), ("--govuk-inverse-text-colour", "--govuk-brand-colour"),
            })
            {
                Assert.True(
                    Palette.Contrast(colours[text], colours[ground]) >= Palette.Needed,
                    $"{text} {colours[text]} on {ground} {colours[ground]}, dark: {dark}: {Palette.Contrast(colours[text], colours[ground]):0.00}");
            }

            Assert.True(
                colours["--button"] == "#000000" || Luminous(colours["--button-edge"]) < Luminous(colours["--button"]), $"The edge {colours["--button-edge"]} is not darker than {colours["--button"]}.");
        }
    }

    private static double Luminous(string colour) => Palette.Contrast(colour, "#000000");

    private static string Sheet()
    {
        using var stream = typeof(PagesOptions).Assembly.GetManifestResourceStream("pages.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"would do, such as (#[0-9a-f]{6})\.$")]
    private static partial Regex Suggestion();

    [GeneratedRegex(@"@media[^{]*")]
    private static partial Regex Medium();
}
