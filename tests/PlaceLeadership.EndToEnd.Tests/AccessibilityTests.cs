using Microsoft.Playwright;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.EndToEnd.Tests;

/// <summary>Every page held to WCAG 2.2 AA as far as a machine can tell, in light and dark, by keyboard and very narrow.</summary>
public sealed class AccessibilityTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Fact]
    public async Task No_page_has_a_barrier_that_a_machine_can_find_in_light_in_dark_or_in_forced_colours()
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browsing.PhoneAsync(site, scripts: true);
        await Axe.LoadAsync(page);
        var seen = 0;
        await foreach (var name in Tour.AllPagesAsync(page, site))
        {
            await NoBarrierAsync(page, name);

            seen++;
        }

        Assert.Equal(Tour.Stops, seen);
    }

    [Fact]
    public async Task No_page_about_people_who_are_brought_together_has_a_barrier_is_too_wide_or_too_small_to_press()
    {
        var gathering = await Gathering.OfAsync();
        await using var site = await LiveSite.OpenAsync(place: gathering.Place);
        var page = await browsing.PhoneAsync(site, scripts: true, width: 320, height: 640);
        await Axe.LoadAsync(page);
        var seen = 0;
        await foreach (var name in TogetherTour.AllPagesAsync(page, gathering))
        {
            await NoBarrierAsync(page, name);

            Assert.Equal(0, await WidthOverAsync(page));
            Assert.Empty(await TooSmallAsync(page));
            seen++;
        }

        Assert.Equal(TogetherTour.Stops, seen);
    }

    [Theory]
    [InlineData("for=\"q-hope\"", "", "label", ColorScheme.Light)]
    [InlineData("<html lang=\"en\">", "<html>", "html-has-lang", ColorScheme.Light)]
    [InlineData("--govuk-secondary-text-colour: #4e565b", "--govuk-secondary-text-colour: #c9ced2", "color-contrast", ColorScheme.Light)]
    [InlineData("--govuk-secondary-text-colour: #b3b8b8", "--govuk-secondary-text-colour: #444848", "color-contrast", ColorScheme.Dark)]
    public async Task A_planted_barrier_is_found(string good, string bad, string rule, ColorScheme scheme)
    {
        await using var site = await LiveSite.OpenAsync(html => html.Replace(good, bad, StringComparison.Ordinal));
        var page = await browsing.PhoneAsync(site, scripts: true, scheme);
        await Axe.LoadAsync(page);
        await page.GotoAsync(site.Place.Path());
        Assert.Contains(await Axe.FindAsync(page), found => found.StartsWith(rule, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(320, 640)]
    [InlineData(360, 740)]
    [InlineData(1280, 800)]
    public async Task Nothing_has_to_be_scrolled_sideways(int width, int height)
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browsing.PhoneAsync(site, scripts: true, width: width, height: height);
        await foreach (var name in Tour.AllPagesAsync(page, site))
        {
            var over = await WidthOverAsync(page);
            Assert.True(over <= 0, $"{name} is {over} pixels too wide at {width}.");
        }
    }

    [Fact]
    public async Task Everything_that_can_be_pressed_is_big_enough_for_a_thumb()
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browsing.PhoneAsync(site, scripts: true);
        await foreach (var name in Tour.AllPagesAsync(page, site))
        {
            var small = await TooSmallAsync(page);
            Assert.True(small.Length == 0, $"{name}: {string.Join("; ", small)}");
        }
    }

    [Fact]
    public async Task The_tab_key_reaches_everything_in_the_order_of_the_page_and_shows_where_it_is()
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browsing.PhoneAsync(site, scripts: true);
        await page.GotoAsync(site.Place.Path());
        var reached = new List<string>();
        for (var press = 0; press < 40; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            var at = await page.EvaluateAsync<string>(
                "(e => e === document.body ? '' : (getComputedStyle(e).outlineStyle === 'none' ? 'UNSEEN ' : '') + (e.innerText || e.id).trim())(document.activeElement)");
            if (at.Length == 0)
            {
                break;
            }

            reached.Add(at);
        }

        Assert.Equal(
            [
                "Skip to the main part", "the map", "What, so what, now what", "q-hope", "q-hinder", "Save my answer",
                "I reflected and kept it to myself", "Not this week", "priya@example.org", "Pause these messages",
                "Leave the programme", "What is stored, and who sees it", "Accessibility",
            ],
            reached);
    }

    [Fact]
    public async Task A_survey_can_be_answered_with_the_keyboard_alone()
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browsing.PhoneAsync(site);
        await page.GotoAsync(site.Place.Path(step: TestProgramme.Pulse));
        foreach (var key in new[] { "Tab", "Tab", "ArrowRight", "ArrowRight", "ArrowRight", "Tab", "Tab", "Space", "Tab", "Tab" })
        {
            await page.Keyboard.PressAsync(key);
        }

        await page.Keyboard.TypeAsync("Typed");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Thank you. It is saved.")).ToBeVisibleAsync();
        Assert.Contains("answer pulse voice=3", await site.Place.FactsAsync());
        Assert.Contains("answer pulse with-whom=council", await site.Place.FactsAsync());
        Assert.Equal("Typed", (await site.Place.WordsAsync(step: TestProgramme.Pulse))!["more"]);
    }

    // In the dark, in the light, and in the colours of the reader's own computer.
    internal static async Task NoBarrierAsync(IPage page, string name)
    {
        foreach (var look in new[]
        {
            new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark, ForcedColors = ForcedColors.None },
            new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark, ForcedColors = ForcedColors.Active },
            new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None },
        })
        {
            await page.EmulateMediaAsync(look);
            var found = await Axe.FindAsync(page);
            Assert.True(found.Count == 0, $"{name} in {look.ColorScheme}, forced colours {look.ForcedColors}: {string.Join("; ", found)}");
        }
    }

    internal static Task<int> WidthOverAsync(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    private static Task<string[]> TooSmallAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        [...document.querySelectorAll('button, input:not([type=hidden]), textarea, select, summary, nav a, .ways-out a, .govuk-back-link, .govuk-error-summary a')]
          .map(e => [e, e.getBoundingClientRect()])
          .filter(([e, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
          .map(([e, box]) => e.outerHTML.slice(0, 80) + ' ' + box.width + 'x' + box.height)
        """);
}
