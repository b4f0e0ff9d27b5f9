using System.Net;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

public sealed class LeaveTests
{
    [Fact]
    public async Task The_page_explains_offers_a_pause_and_asks_to_confirm()
    {
        await using var site = await Site.OpenAsync();
        var page = await site.GetAsync(site.Place.Path(LinkPage.Leave));

        Assert.Contains("You can leave Leading together at any time. You need not say why, and nobody will ask.", page.Text, StringComparison.Ordinal);
        Assert.Contains("What you wrote stays yours alone.", page.Text, StringComparison.Ordinal);
        Assert.Contains("take a pause", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"leave\">Leave the programme</button>", page.Html, StringComparison.Ordinal);
        Assert.Null((await site.Place.PersonAsync()).LeftOn);
    }

    [Fact]
    public async Task Leaving_is_stored_once_and_ends_with_a_kind_goodbye()
    {
        await using var site = await Site.OpenAsync();
        await site.PostAndFollowAsync(site.Place.Path(), ("do", "answer"), ("text.hope", "Mine"));
        var path = site.Place.Path(LinkPage.Leave);
        var goodbye = await site.PostAndFollowAsync(path, ("do", "leave"));

        Assert.Contains("Goodbye, and thank you", goodbye.Text, StringComparison.Ordinal);
        Assert.Contains("choose 'Show what I wrote'", goodbye.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", goodbye.Html, StringComparison.Ordinal);
        Assert.Equal(TestPlace.Today, (await site.Place.PersonAsync()).LeftOn);
        Assert.Equal("Mine", (await site.Place.WordsAsync())!["hope"]);
        var rows = await site.Place.RowsAsync();
        await site.PostAndFollowAsync(path, ("do", "leave"));
        Assert.Equal(rows, await site.Place.RowsAsync());
        Assert.Equal(["answered thinking", "left"], (await site.Place.FactsAsync()).Order(StringComparer.Ordinal));
        Assert.Null((await site.Place.PersonAsync(TestPlace.Chris)).LeftOn);
    }

    [Fact]
    public async Task A_post_that_does_not_confirm_changes_nothing()
    {
        await using var site = await Site.OpenAsync();
        var before = await site.Place.RowsAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await site.PostAsync(site.Place.Path(LinkPage.Leave))).Status);
        Assert.Equal(before, await site.Place.RowsAsync());
    }
}
