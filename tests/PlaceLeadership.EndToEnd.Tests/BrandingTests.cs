using Microsoft.Playwright;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.EndToEnd.Tests;

/// <summary>A place that shows its own name, colour, logo and contact, in a browser.</summary>
public sealed class BrandingTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const string HeaderColour = "getComputedStyle(document.querySelector('header')).backgroundColor";
    private const string BrandsColour = "rgb(122, 31, 92)";

    [Fact]
    public async Task No_page_of_a_branded_place_has_a_barrier_in_light_in_dark_or_in_forced_colours()
    {
        await using var site = await LiveSite.OpenAsync(brand: Branded.Whole());
        var page = await browsing.PhoneAsync(site, scripts: true);
        await Axe.LoadAsync(page);
        foreach (var path in new[] { "/", "/privacy", site.Place.Path(), site.Place.Path(step: TestProgramme.Pulse), "/manage/sign-in" })
        {
            await page.GotoAsync(path);
            await AccessibilityTests.NoBarrierAsync(page, path);
        }

        await ManagerTour.SignInAsync(page);
        foreach (var path in new[] { "/manage", "/manage/launch", $"/manage/cohorts/{TestPlace.CohortId}" })
        {
            await page.GotoAsync(path);
            await AccessibilityTests.NoBarrierAsync(page, path);
        }
    }

    [Theory]
    [InlineData("--govuk-link-colour: #7a1f5c", "--govuk-link-colour: #e59fce", ColorScheme.Light)]
    [InlineData("--govuk-link-colour: #", "--govuk-link-colour: #4a1238; --other: #", ColorScheme.Dark)]
    public async Task A_colour_that_slipped_through_would_be_found(string good, string bad, ColorScheme scheme)
    {
        await using var site = await LiveSite.OpenAsync(sent => sent.Replace(good, bad, StringComparison.Ordinal), brand: Branded.Whole());
        var page = await browsing.PhoneAsync(site, scripts: true, scheme);
        await Axe.LoadAsync(page);
        await page.GotoAsync(site.Place.Path());
        Assert.Contains(await Axe.FindAsync(page), found => found.StartsWith("color-contrast", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_browser_that_keeps_our_policy_shows_logo_and_colour_and_gives_way_to_a_readers_own()
    {
        await using var site = await LiveSite.OpenAsync(brand: Branded.Whole());
        var page = await browsing.PhoneAsync(site);
        await page.GotoAsync(site.Place.Path());
        Assert.Equal(40, await page.EvaluateAsync<int>("document.querySelector('.logo').naturalWidth"));
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ForcedColors = ForcedColors.None });
            Assert.Equal(BrandsColour, await page.EvaluateAsync<string>(HeaderColour));
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ForcedColors = ForcedColors.Active });
            Assert.NotEqual(BrandsColour, await page.EvaluateAsync<string>(HeaderColour));
            foreach (var (name, system) in new[] { ("--button", "ButtonFace"), ("--header", "Canvas"), ("--govuk-link-colour", "LinkText") })
            {
                Assert.Equal(system, await page.EvaluateAsync<string>($"getComputedStyle(document.documentElement).getPropertyValue('{name}')"));
            }
        }
    }

    [Fact]
    public async Task The_longest_name_and_contact_fit_a_narrow_phone()
    {
        var brand = Branded.Whole() with { Name = new string('W', 60), Contact = new string('w', 200) };
        await using var site = await LiveSite.OpenAsync(brand: brand);
        var page = await browsing.PhoneAsync(site, scripts: true, width: 320, height: 640);
        foreach (var path in new[] { "/", site.Place.Path(), "/manage/sign-in" })
        {
            await page.GotoAsync(path);
            Assert.Equal(0, await AccessibilityTests.WidthOverAsync(page));
        }
    }
}
