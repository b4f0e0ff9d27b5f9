using Microsoft.Playwright;
using NodaTime;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.EndToEnd.Tests;

/// <summary>What members, a facilitator and a manager do about pairs and sets on a phone, with scripts switched off.</summary>
public sealed class TogetherJourneyTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Fact]
    public async Task Whoever_leads_follows_the_link_on_the_answer_page_and_moves_the_meeting()
    {
        var gathering = await Gathering.OfAsync();
        var leader = await gathering.LeaderAsync();
        await using var site = await LiveSite.OpenAsync(place: gathering.Place);
        var page = await browsing.PhoneAsync(site);
        await page.GotoAsync(gathering.Path(LinkPage.Answer, leader, TestProgramme.MeetingTwo.About("date")) + "?lang=en");
        await page.Locator("a[href*='/m/']").ClickAsync();
        await page.GetByLabel("New day").FillAsync("2026-05-06");
        await page.GetByLabel("New time of day").FillAsync("14:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move the meeting" }).ClickAsync();

        await Assertions.Expect(page.GetByText("It is on Wednesday 6 May, 14:00.")).ToBeVisibleAsync();
        Assert.Equal(new LocalDateTime(2026, 5, 6, 14, 0), (await gathering.MeetingAsync(TestProgramme.MeetingTwo)).At);
    }

    [Fact]
    public async Task A_manager_names_a_facilitator_who_opens_the_link_and_calls_a_meeting_off()
    {
        var gathering = await Gathering.OfAsync();
        await gathering.GoToAsync(new LocalDate(2026, 3, 24));
        await using var site = await LiveSite.OpenAsync(place: gathering.Place);
        var page = await browsing.PhoneAsync(site);
        await page.GotoAsync("/manage");
        await ManagerTour.SignInAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Harbour Town" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Pairs and learning sets" }).ClickAsync();
        await page.GetByText("Name who facilitates set 1").ClickAsync();
        await page.GetByLabel("Name, as the members know them").FillAsync("Mo Rahman");
        await page.GetByRole(AriaRole.Button, new() { Name = "Name the facilitator" }).ClickAsync();
        var link = await page.GetByLabel("Copy this").InputValueAsync();
        Assert.StartsWith(site.Address + "/f/", link, StringComparison.Ordinal);

        var phone = await browsing.PhoneAsync(site);
        await phone.GotoAsync(link);
        await Assertions.Expect(phone.GetByText("asha@example.org")).ToBeVisibleAsync();
        await phone.GetByText("Move this meeting, or call it off").ClickAsync();
        await phone.GetByLabel("Yes, this meeting is not to take place").CheckAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Call the meeting off" }).ClickAsync();
        await Assertions.Expect(phone.GetByText("This meeting was called off.")).ToBeVisibleAsync();
        Assert.True((await gathering.MeetingAsync(TestProgramme.MeetingOne)).CalledOff);
    }
}
