using System.Net;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

public sealed class PauseTests
{
    [Fact]
    public async Task The_page_says_what_happens_and_never_asks_why()
    {
        await using var site = await Site.OpenAsync();
        var page = await site.GetAsync(site.Place.Path(LinkPage.Pause));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("You need not say why. Nothing is sent to you while the pause lasts.", page.Text, StringComparison.Ordinal);
        Assert.Contains("let go. There is nothing to catch up on.", page.Text, StringComparison.Ordinal);
        Assert.Contains("it starts again gently", page.Text, StringComparison.Ordinal);
        Assert.Contains("Two weeks until Thursday 19 March", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"text\"", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two-weeks", "", 2026, 3, 19)]
    [InlineData("four-weeks", "", 2026, 4, 2)]
    [InlineData("day", "2026-03-06", 2026, 3, 6)]
    [InlineData("day", "2026-09-03", 2026, 9, 3)]
    [InlineData("day", " 1/4/2026 ", 2026, 4, 1)]
    [InlineData("day", "1.4.2026", 2026, 4, 1)]
    [InlineData("", "1 April 2026", 2026, 4, 1)]
    public async Task Somebody_pauses_until_a_day(string until, string day, int year, int month, int dayOfMonth)
    {
        await using var site = await Site.OpenAsync();
        var done = await site.PostAndFollowAsync(site.Place.Path(LinkPage.Pause), ("until", until), ("day", day));

        var pause = new Pause(TestPlace.Today, new LocalDate(year, month, dayOfMonth));
        Assert.Equal(pause, (await site.Place.PersonAsync()).Pause);
        Assert.Equal(["paused"], await site.Place.FactsAsync());
        Assert.Contains("You are on pause", done.Text, StringComparison.Ordinal);
        Assert.Contains("is the first day on which one may come again.", done.Text, StringComparison.Ordinal);
        Assert.Null((await site.Place.PersonAsync(TestPlace.Chris)).Pause);
    }

    [Fact]
    public async Task Somebody_pauses_until_they_say_and_goes_on_again()
    {
        await using var site = await Site.OpenAsync();
        var path = site.Place.Path(LinkPage.Pause);
        var done = await site.PostAndFollowAsync(path, ("until", "until-i-say"));
        Assert.Contains("Your messages are paused until you say.", done.Text, StringComparison.Ordinal);
        Assert.Equal(new Pause(TestPlace.Today, null), (await site.Place.PersonAsync()).Pause);
        Assert.Contains("Go on again", (await site.GetAsync(path)).Text, StringComparison.Ordinal);

        var back = await site.PostAndFollowAsync(path, ("do", "go-on"));

        Assert.Contains("Good to have you back", back.Text, StringComparison.Ordinal);
        var person = await site.Place.PersonAsync();
        Assert.Null(person.Pause);
        Assert.Equal(TestPlace.Today.PlusDays(1), person.WentOnFrom);
        Assert.Equal(["paused", "went-on"], await site.Place.FactsAsync());
        Assert.DoesNotContain("Go on again", (await site.GetAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_can_be_made_longer_and_is_still_one_pause()
    {
        await using var site = await Site.OpenAsync();
        var path = site.Place.Path(LinkPage.Pause);
        await site.PostAndFollowAsync(path, ("until", "two-weeks"));
        site.Place.Clock.Advance(TimeSpan.FromDays(4));
        await site.PostAndFollowAsync(path, ("until", "four-weeks"));

        Assert.Equal(new Pause(TestPlace.Today, TestPlace.Today.PlusDays(32)), (await site.Place.PersonAsync()).Pause);
    }

    [Theory]
    [InlineData("", "", "Choose how long the pause should last.", "until-two-weeks")]
    [InlineData("for-ever", "", "Choose how long the pause should last.", "until-two-weeks")]
    [InlineData("day", "", "Enter the day on which messages may come again", "day")]
    [InlineData("day", "soonish", "We could not read that day. Write it like this: 19/3/2026.", "day")]
    [InlineData("day", "2026-02-30", "We could not read that day.", "day")]
    [InlineData("day", "2026-03-05", "Choose a day after today: Friday 6 March or later.", "day")]
    [InlineData("day", "2025-12-24", "Choose a day after today", "day")]
    [InlineData("day", "2026-09-04", "Choose a day no later than Thursday 3 September, 26 weeks ahead.", "day")]
    public async Task What_needs_mending_is_said_beside_the_field_and_kept_in_it(string until, string day, string problem, string field)
    {
        await using var site = await Site.OpenAsync();
        var before = await site.Place.RowsAsync();
        var page = await site.PostAsync(site.Place.Path(LinkPage.Pause), ("until", until), ("day", day));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith("Error: Pause these messages", page.Title, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"#{field}\">", page.Html, StringComparison.Ordinal);
        Assert.Contains($"id=\"{field}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains(problem, page.Text, StringComparison.Ordinal);
        Assert.Contains($"name=\"day\" value=\"{day}\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(until == "day", page.IsTicked("until-day"));
        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Fact]
    public async Task Who_has_left_has_nothing_to_pause()
    {
        await using var site = await Site.OpenAsync();
        await site.PostAndFollowAsync(site.Place.Path(LinkPage.Leave), ("do", "leave"));
        var before = await site.Place.RowsAsync();
        Assert.Contains("there is nothing to pause", (await site.GetAsync(site.Place.Path(LinkPage.Pause))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await site.PostAsync(site.Place.Path(LinkPage.Pause), ("until", "two-weeks"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.PostAsync(site.Place.Path(LinkPage.OneClick), ("List-Unsubscribe", "One-Click"))).Status);
        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Fact]
    public async Task One_click_of_a_mail_program_pauses_until_the_person_says()
    {
        await using var site = await Site.OpenAsync();
        var path = site.Place.Path(LinkPage.OneClick);
        using var body = new StringContent("List-Unsubscribe=One-Click", null, "application/x-www-form-urlencoded");
        var answer = await Site.Reading.OfAsync(await site.Browser.PostAsync(path, body));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("You are on pause Your messages are paused until you say.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(new Pause(TestPlace.Today, null), (await site.Place.PersonAsync()).Pause);
        Assert.Equal(["paused"], await site.Place.FactsAsync());
        Assert.Null((await site.Place.PersonAsync()).LeftOn);
        await site.PostAsync(path, ("List-Unsubscribe", "One-Click"));
        Assert.Equal(["paused"], await site.Place.FactsAsync());
    }

    [Fact]
    public async Task One_click_also_works_as_multipart_form_data()
    {
        await using var site = await Site.OpenAsync();
        using var body = new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } };
        using var answer = await site.Browser.PostAsync(site.Place.Path(LinkPage.OneClick), body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull((await site.Place.PersonAsync()).Pause);
    }

    [Fact]
    public async Task Fetching_a_one_click_link_only_asks_and_another_body_stores_nothing()
    {
        await using var site = await Site.OpenAsync();
        var path = site.Place.Path(LinkPage.OneClick);
        var page = await site.GetAsync(path);
        Assert.Contains("Stop these messages for now?", page.Text, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"List-Unsubscribe\" value=\"One-Click\" />", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.PostAsync(path, ("List-Unsubscribe", "no"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.PostAsync(path)).Status);
        Assert.Null((await site.Place.PersonAsync()).Pause);
    }
}
