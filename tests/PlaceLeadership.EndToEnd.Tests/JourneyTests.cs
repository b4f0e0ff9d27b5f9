using Microsoft.Playwright;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.EndToEnd.Tests;

/// <summary>What participants do on a phone, with scripts switched off.</summary>
public sealed class JourneyTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Fact]
    public async Task Somebody_answers_reads_back_changes_and_deletes()
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browsing.PhoneAsync(site);
        await page.GotoAsync(site.Place.Path());
        await page.GetByText("What, so what, now what").ClickAsync();
        await Assertions.Expect(page.GetByText("What happened?")).ToBeVisibleAsync();
        await page.GetByLabel("What would you like to be different?").FillAsync("A quieter door\nand a kettle");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save my answer" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Thank you. It is saved.");
        Assert.Equal("A quieter door\nand a kettle", (await site.Place.WordsAsync())!["hope"]);
        await page.ReloadAsync();
        Assert.Equal(["answered thinking"], await site.Place.FactsAsync());

        await page.GetByText("Back to the question").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what I wrote" }).ClickAsync();
        var field = page.GetByLabel("What would you like to be different?");
        await Assertions.Expect(field).ToHaveValueAsync("A quieter door\nand a kettle");
        await field.FillAsync("A kettle is enough");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save my answer" }).ClickAsync();
        Assert.Equal("A kettle is enough", (await site.Place.WordsAsync())!["hope"]);

        await page.GetByText("Back to the question").ClickAsync();
        await page.GetByText("Delete it without showing it").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete what I wrote" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("It is deleted.");
        Assert.Null(await site.Place.WordsAsync());
    }

    [Fact]
    public async Task Somebody_says_not_this_week_in_two_taps()
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browsing.PhoneAsync(site);
        await page.GotoAsync(site.Place.Path());
        await page.GetByRole(AriaRole.Button, new() { Name = "Not this week" }).ClickAsync();
        await Assertions.Expect(page.GetByText("That is a good answer.")).ToBeVisibleAsync();
        Assert.Equal(["not-this-week thinking"], await site.Place.FactsAsync());
    }

    [Fact]
    public async Task Somebody_pauses_until_a_day_and_goes_on_again()
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browsing.PhoneAsync(site);
        await page.GotoAsync(site.Place.Path());
        await page.GetByRole(AriaRole.Link, new() { Name = "Pause these messages" }).ClickAsync();
        await page.GetByLabel("Until a day I choose").CheckAsync();
        await page.GetByLabel("First day on which messages may come again").FillAsync("2026-04-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Wednesday 1 April is the first day on which one may come again.")).ToBeVisibleAsync();
        Assert.Equal(new Pause(TestPlace.Today, new LocalDate(2026, 4, 1)), (await site.Place.PersonAsync()).Pause);

        await page.GetByText("Change this pause, or go on again").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on again" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Good to have you back")).ToBeVisibleAsync();
        Assert.Null((await site.Place.PersonAsync()).Pause);
    }

    [Fact]
    public async Task Somebody_leaves()
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browsing.PhoneAsync(site);
        await page.GotoAsync(site.Place.Path());
        await page.GetByRole(AriaRole.Link, new() { Name = "Leave the programme" }).ClickAsync();
        Assert.Null((await site.Place.PersonAsync()).LeftOn);
        await page.GetByRole(AriaRole.Button, new() { Name = "Leave the programme" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Goodbye, and thank you")).ToBeVisibleAsync();
        Assert.Equal(TestPlace.Today, (await site.Place.PersonAsync()).LeftOn);
    }

    [Fact]
    public async Task A_mistake_is_told_at_the_top_with_the_focus_on_it_and_leads_to_the_field()
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browsing.PhoneAsync(site);
        await page.GotoAsync(site.Place.Path(step: TestProgramme.Mixed));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save my answer" }).ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Error: Many ways – Harbour Town");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Nothing is filled in yet." }).ClickAsync();
        await Assertions.Expect(page.Locator("#q-words")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Words_survive_a_store_that_is_away_for_a_while()
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browsing.PhoneAsync(site);
        await page.GotoAsync(site.Place.Path());
        await page.GetByLabel("What would you like to be different?").FillAsync("Do not lose me");
        site.Place.Tables.Trouble = new TimeoutException();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save my answer" }).ClickAsync();
        await Assertions.Expect(page.GetByText("We cannot store anything just now")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("What you wrote, so that nothing is lost")).ToHaveValueAsync("Do not lose me");

        site.Place.Tables.Trouble = null;
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Thank you. It is saved.")).ToBeVisibleAsync();
        Assert.Equal("Do not lose me", (await site.Place.WordsAsync())!["hope"]);
    }

    [Fact]
    public async Task A_browser_that_sends_five_megabytes_can_read_the_answer()
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browsing.PhoneAsync(site, scripts: true);
        await page.GotoAsync(site.Place.Path());
        await page.EvaluateAsync("(field => { field.hidden = true; field.style.display = 'none'; field.value = 'x'.repeat(5000000); })(document.getElementById('q-hope'))");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save my answer" }).ClickAsync();
        await Assertions.Expect(page.GetByText("That is more than we can take")).ToBeVisibleAsync();
        Assert.Null(await site.Place.WordsAsync());
    }

    [Fact]
    public async Task A_letter_in_the_local_inbox_opens_its_links_in_the_window()
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browsing.PhoneAsync(site);
        await page.GotoAsync("/inbox");
        await page.GetByRole(AriaRole.Link, new() { Name = "A day that was worth it" }).ClickAsync();
        await page.FrameLocator("iframe").GetByRole(AriaRole.Link, new() { Name = "The page" }).ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("What is stored, and who sees it");
    }
}
