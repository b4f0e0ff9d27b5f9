using System.Net;
using System.Text.RegularExpressions;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Layout;

public sealed partial class BrandTests
{
    private const string Told = "How to reach the team: 01632 960 001, Monday to Friday, or <team@vale.example.org>";

    [Fact]
    public async Task Staff_see_the_name_logo_colour_and_contact_of_their_place()
    {
        await using var site = await Manager.SiteAsync(configure: options => options.Brand = Branded.Whole());
        foreach (var page in new[] { await site.GetAsync("/manage/sign-in"), await (await Manager.SignedInAsync(site)).GetAsync("/manage") })
        {
            Assert.Equal(Branded.Name, Line(page));
            Assert.DoesNotContain("<p class=\"place\">PlaceLeadership", page.Html, StringComparison.Ordinal);
            Assert.Contains(Told, page.Text, StringComparison.Ordinal);
            Assert.Single(Sheets(page), address => address.StartsWith("/brand.css?v=", StringComparison.Ordinal));

            // The name stands beside it, and is not read twice.
            Assert.Equal("", Logo().Match(page.Html).Groups["alt"].Value);
        }
    }

    [Fact]
    public async Task Participants_see_their_programme_and_place_behind_the_logo()
    {
        await using var site = await Site.OpenAsync(configure: options => options.Brand = Branded.Whole());
        await using var plain = await Site.OpenAsync();
        var (page, before) = (await site.GetAsync(site.Place.Path()), await plain.GetAsync(plain.Place.Path()));
        Assert.Equal(Line(before), Line(page));
        Assert.Equal(before.Title, page.Title);
        Assert.Equal(Branded.Name, WebUtility.HtmlDecode(Logo().Match(page.Html).Groups["alt"].Value));
        Assert.Contains(Told, page.Text, StringComparison.Ordinal);
        Assert.Contains("Sut i gysylltu â'r tîm: 01632", (await site.GetAsync(site.Place.Path(person: TestPlace.Bronwen))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_and_pages_of_trouble_are_the_places_own_as_well()
    {
        await using var site = await Site.OpenAsync(configure: options => options.Brand = Branded.Whole());
        Assert.Equal("Leading together in a place – Vale & Elder Leads", (await site.GetAsync("/")).Title);
        foreach (var path in new[] { "/", "/privacy", "/nowhere", "/a/forged" })
        {
            var page = await site.GetAsync(path);
            Assert.Equal(Branded.Name, Line(page));
            Assert.Contains(Told, page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Colour_and_logo_may_be_kept_for_ever_and_change_their_address_when_they_change()
    {
        await using var site = await Site.OpenAsync(configure: options => options.Brand = Branded.Whole());
        var page = await site.GetAsync("/");
        var (sheet, logo) = (Sheets(page)[^1], Logo().Match(page.Html).Groups["src"].Value);
        foreach (var (address, type) in new[] { (sheet, "text/css"), (logo, "image/svg+xml") })
        {
            var answer = await site.Browser.GetAsync(address);
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            Assert.Equal(HttpStatusCode.NotModified, (await site.Browser.SendAsync(again)).StatusCode);
        }

        Assert.Equal(BrandColour.Read(Branded.Colour, Assert.Fail)!.StyleSheet, await site.Browser.GetStringAsync(sheet));
        Assert.Equal(Branded.Svg, await site.Browser.GetStringAsync(logo));
        await using var other = await Site.OpenAsync(configure: options => options.Brand = Branded.Whole() with
        {
            Colour = BrandColour.Read("#004b23", Assert.Fail),
            Logo = BrandLogo.Read("logo.png", Branded.Png, Assert.Fail),
        });
        var changed = await other.GetAsync("/");
        Assert.NotEqual((sheet, logo), (Sheets(changed)[^1], Logo().Match(changed.Html).Groups["src"].Value));
        var png = await other.Browser.GetAsync(Logo().Match(changed.Html).Groups["src"].Value);
        Assert.Equal("image/png", png.Content.Headers.ContentType!.ToString());
        Assert.Equal(Branded.Png, await png.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_logo_that_is_opened_by_itself_runs_and_fetches_nothing()
    {
        await using var site = await Site.OpenAsync(configure: options => options.Brand = Branded.Whole());
        var policy = (await site.Browser.GetAsync("/brand-logo")).Headers.GetValues("Content-Security-Policy").Single().Split("; ");
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("sandbox", policy);
        Assert.DoesNotContain(policy, part => part.StartsWith("script-src", StringComparison.Ordinal) || part.StartsWith("img-src", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_policy_of_pages_stays_as_it_is_and_no_style_stands_in_them()
    {
        await using var site = await Site.OpenAsync(configure: options => options.Brand = Branded.Whole());
        await using var plain = await Site.OpenAsync();
        var page = await site.GetAsync(site.Place.Path());
        Assert.Equal((await plain.GetAsync("/")).Response.Headers.GetValues("Content-Security-Policy"), page.Response.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("style=", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_says_nothing_of_itself_has_the_pages_of_the_product()
    {
        await using var site = await Manager.SiteAsync();
        var page = await site.GetAsync("/manage/sign-in");
        Assert.Equal("PlaceLeadership", Line(page));
        Assert.Single(Sheets(page));
        Assert.DoesNotMatch(Logo(), page.Html);
        Assert.DoesNotContain("How to reach the team", page.Text, StringComparison.Ordinal);
        Assert.Equal("Leading together in a place", (await site.GetAsync("/")).Title);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/brand.css")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/brand-logo")).Status);
    }

    private static string Line(Site.Reading page) => WebUtility.HtmlDecode(Place().Match(page.Html).Groups[1].Value);

    private static List<string> Sheets(Site.Reading page) => [.. StyleSheet().Matches(page.Html).Select(found => found.Groups[1].Value)];

    [GeneratedRegex("<p class=\"place\">(?:<img [^>]*>)?([^<]*)</p>")]
    private static partial Regex Place();

    [GeneratedRegex("<img class=\"logo\" src=\"(?<src>[^\"]*)\" alt=\"(?<alt>[^\"]*)\"")]
    private static partial Regex Logo();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]*)\"")]
    private static partial Regex StyleSheet();
}
