using System.Text;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Layout;

public sealed class BrandLogoTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "holds a script")]
    [InlineData("<g><script href=\"#a\"/></g>", "holds a script")]
    [InlineData("<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>", "is not of SVG")]
    [InlineData("<metadata><p xmlns=\"http://www.w3.org/1999/xhtml\"/></metadata>", "is not of SVG")]
    [InlineData("<rect onload=\"alert(1)\"/>", "holds an act (onload")]
    [InlineData("<rect ONCLICK=\"alert(1)\"/>", "holds an act (ONCLICK")]
    [InlineData("<foreignObject><p/></foreignObject>", "holds <foreignObject>")]
    [InlineData("<image href=\"https://example.org/pixel.png\"/>", "(href)")]
    [InlineData("<image xmlns:l=\"http://www.w3.org/1999/xlink\" l:href=\"//example.org/pixel.png\"/>", "(href)")]
    [InlineData("<image href=\"pixel.png\"/>", "(href)")]
    [InlineData("<image href=\"data:image/svg+xml;base64,AAAA\"/>", "(href)")]
    [InlineData("<a href=\"javascript:alert(1)\"><rect/></a>", "(href)")]
    [InlineData("<use href=\"https://example.org/a.svg#a\"/>", "(href)")]
    [InlineData("<use xml:base=\"https://example.org/a.svg\" href=\"#a\"/>", "(base)")]
    [InlineData("<rect fill=\"url(https://example.org/a.svg#a)\"/>", "(fill)")]
    [InlineData("<rect fill=\"url(#a) url( 'https://example.org/a.svg#a' )\"/>", "(fill)")]
    [InlineData("<rect style=\"background: u\\72l(https://example.org/)\"/>", "(style)")]
    [InlineData("<style>@import 'https://example.org/a.css';</style>", "(style)")]
    [InlineData("<style>rect { fill: url(\"https://example.org/a.svg#a\") }</style>", "(style)")]
    [InlineData("<style>rect { fill: u<!-- -->rl(https://example.org/a.svg#a) }</style>", "(style)")]
    [InlineData("<style>rect { fill: u<![CDATA[rl(https://example.org/a.svg#a)]]> }</style>", "(style)")]
    [InlineData("<style>rect { background: image-set('https://example.org/a.png' 1x) }</style>", "(style)")]
    [InlineData("<rect><set attributeName=\"href\" to=\"https://example.org\"/></rect>", "moves")]
    [InlineData("<animate attributeName=\"x\"/>", "moves")]
    [InlineData("<?xml-stylesheet href=\"https://example.org/a.css\"?>", "instruction for programs")]
    [InlineData("<rect>", "cannot be read")]
    [InlineData("&outside;", "cannot be read")]
    public void An_SVG_that_runs_moves_or_fetches_something_is_refused(string holds, string because) => Assert.Contains(because, Refusal("logo.svg", Svg(holds)), StringComparison.Ordinal);

    [Theory]
    [InlineData("<?xml-stylesheet href=\"a.css\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", "instruction for programs")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>", "<!DOCTYPE")]
    [InlineData("<svg/>", "does not begin with <svg xmlns=")]
    [InlineData("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "does not begin with <svg xmlns=")]
    [InlineData("<html><script>alert(1)</script></html>", "does not begin with <svg xmlns=")]
    [InlineData("", "cannot be read")]
    public void What_is_no_SVG_is_refused(string file, string because) => Assert.Contains(because, Refusal("logo.svg", Encoding.UTF8.GetBytes(file)), StringComparison.Ordinal);

    [Theory]
    [InlineData("<rect width=\"10\" height=\"10\" fill=\"#0a5568\"/>")]
    [InlineData("<defs><linearGradient id=\"a\"/></defs><rect fill=\"url(#a)\" style=\"stroke: url('#a')\"/>")]
    [InlineData("<style>.a { fill: url( \"#a\" ) }</style><use xmlns:l=\"http://www.w3.org/1999/xlink\" l:href=\"#a\"/>")]
    [InlineData("<image href=\"data:image/png;base64,iVBORw0KGgo=\"/><title>Vale</title>")]
    [InlineData("<metadata><r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><r:li r:resource=\"http://purl.org/dc/dcmitype/StillImage\"/></r:RDF></metadata>")]
    [InlineData("<n:namedview xmlns:n=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" xmlns:i=\"http://www.inkscape.org/namespaces/inkscape\" i:export-filename=\"C:\\logo.png\"/>")]
    public void A_picture_is_taken(string holds) => Assert.NotNull(BrandLogo.Read("LOGO.SVG", Svg(holds), Assert.Fail));

    [Fact]
    public void A_PNG_is_taken_and_what_only_says_that_it_is_one_is_not()
    {
        Assert.NotNull(BrandLogo.Read("logo.png", Branded.Png, Assert.Fail));
        Assert.Contains("holds something else", Refusal("logo.png", Svg("")), StringComparison.Ordinal);
        Assert.Contains("holds something else", Refusal("logo.png", []), StringComparison.Ordinal);
        Assert.Contains("holds something else", Refusal("logo.png", Branded.Png[..20]), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Refusal("logo.svg", Branded.Png), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("logo.gif")]
    [InlineData("logo")]
    [InlineData("logo.svg.html")]
    public void Other_kinds_of_file_are_refused(string name) => Assert.Contains("does not end in .svg or .png", Refusal(name, Branded.Png), StringComparison.Ordinal);

    [Fact]
    public void A_logo_of_100_kB_is_taken_and_one_byte_more_is_not()
    {
        var padding = BrandLogo.BytesMax - Svg("").Length;
        Assert.NotNull(BrandLogo.Read("logo.svg", Svg(new string(' ', padding)), Assert.Fail));
        Assert.Contains("more than 100 kB", Refusal("logo.svg", Svg(new string(' ', padding + 1))), StringComparison.Ordinal);
    }

    private static string Refusal(string name, byte[] content)
    {
        var said = new List<string>();
        Assert.Null(BrandLogo.Read(name, content, said.Add));
        return Assert.Single(said);
    }

    private static byte[] Svg(string holds) => Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">{holds}</svg>");
}
