using Microsoft.Playwright;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.EndToEnd.Tests;

/// <summary>What a programme manager does on a phone, with scripts switched off.</summary>
public sealed class ManagerJourneyTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const string Header = "Name,E-mail,Organisation,Sector,Language,Working pattern,Preferred hour\r\n";

    [Fact]
    public async Task A_manager_launches_from_a_roster_with_a_mistake_pauses_takes_up_ends_and_deletes()
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browsing.PhoneAsync(site);
        Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        Task SeesAsync(string text) => Assertions.Expect(page.GetByText(text)).ToBeVisibleAsync();
        async Task<Cohort?> CohortAsync() => (await site.Place.Desk<CohortReader>().FindAsync(new CohortId("elmbridge"), default))?.Cohort.Value;

        await page.GotoAsync("/manage");
        await Assertions.Expect(page).ToHaveTitleAsync("Sign in to manage cohorts");
        await ManagerTour.SignInAsync(page);
        await Assertions.Expect(page).ToHaveTitleAsync("Cohorts");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Launch a cohort" }).ClickAsync();
        await ManagerTour.FillAsync(page, "elmbridge");
        await ManagerTour.ChooseAsync(page, Header + "Ada Quill,ada at example.org,Vale Council,council,,,");
        await PressAsync("Check, and show me what would happen");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "people.csv: 1 mistake" }).ClickAsync();
        await SeesAsync("people.csv, row 2, B (E-mail)");
        Assert.Null(await CohortAsync());

        await ManagerTour.ChooseAsync(page, Header + "Ada Quill,ada@example.org,Vale Council,council,,,");
        await PressAsync("Check, and show me what would happen");
        await Assertions.Expect(page).ToHaveTitleAsync("Is this right?");
        await SeesAsync("ada@example.org");
        Assert.Null(await CohortAsync());
        await PressAsync("Launch");
        await SeesAsync("The cohort is launched.");
        Assert.Equal(new LocalDate(2026, 4, 13), (await CohortAsync())!.Start);
        await page.ReloadAsync();

        await page.GetByLabel("Until a day", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("First day on which messages go out again").FillAsync("2026-04-20");
        await PressAsync("Pause the cohort");
        await SeesAsync("The cohort is paused.");
        Assert.Equal(new LocalDate(2026, 4, 20), (await CohortAsync())!.Pause!.Until);
        await PressAsync("Take the cohort up again");
        await SeesAsync("The cohort goes on.");
        Assert.Null((await CohortAsync())!.Pause);

        await page.GetByRole(AriaRole.Link, new() { Name = "End this cohort now" }).ClickAsync();
        Assert.Null((await CohortAsync())!.EndedOn);
        await PressAsync("End the cohort now");
        await SeesAsync("The cohort has ended.");
        Assert.Equal(TestPlace.Today, (await CohortAsync())!.EndedOn);

        await page.GetByRole(AriaRole.Link, new() { Name = "Delete this cohort with everything" }).ClickAsync();
        await page.GetByLabel("Type the id of the cohort to confirm: elmbridge").FillAsync("elm");
        await PressAsync("Delete it with everything");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Nothing was deleted.");
        Assert.NotNull(await CohortAsync());
        await page.GetByLabel("Type the id of the cohort to confirm: elmbridge").FillAsync("elmbridge");
        await PressAsync("Delete it with everything");
        await SeesAsync("Nothing is stored of 'elmbridge' any more");
        Assert.Null(await CohortAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "All cohorts" }).ClickAsync();
        await SeesAsync("Harbour Town");
        await PressAsync("Sign out");
        await page.GotoAsync("/manage");
        await Assertions.Expect(page).ToHaveTitleAsync("Sign in to manage cohorts");
    }

    [Fact]
    public async Task Launch_pressed_twice_in_a_hurry_launches_once()
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browsing.PhoneAsync(site);
        await page.GotoAsync("/manage");
        await ManagerTour.SignInAsync(page);
        await page.GotoAsync("/manage/launch");
        await ManagerTour.FillAsync(page, "elmbridge");
        await ManagerTour.ChooseAsync(page, Header + "Ada Quill,ada@example.org,Vale Council,council,,,");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check, and show me what would happen" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Launch", Exact = true }).DblClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Elmbridge Vale");
        Assert.Single((await site.Place.Desk<CohortReader>().ReadAsync(new CohortId("elmbridge"), default))!.Value.View.Participants);
        Assert.Single(await site.Place.Desk<CohortReader>().IdentitiesAsync(new CohortId("elmbridge"), default));
    }
}
