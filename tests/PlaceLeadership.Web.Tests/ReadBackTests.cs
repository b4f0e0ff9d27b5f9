using System.Net;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

public sealed class ReadBackTests
{
    private const string Secret = "only-asha-knows";

    [Fact]
    public async Task Words_are_never_on_a_page_that_was_only_fetched()
    {
        await using var site = await Answered();
        foreach (var path in new[] { "", "/thanks", "/deleted", "?lang=en", "/mine", "/delete" })
        {
            Assert.DoesNotContain(Secret, (await site.GetAsync(site.Place.Path() + path)).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task While_words_are_kept_and_not_shown_there_is_no_empty_form_that_could_replace_them()
    {
        await using var site = await Answered();
        var page = await site.GetAsync(site.Place.Path());

        Assert.Contains("You answered on Thursday 5 March.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Show what I wrote", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Save my answer", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_shows_the_words_ready_to_be_changed_and_saving_replaces_them()
    {
        await using var site = await Answered();
        var mine = await site.PostAsync(site.Place.Path() + "/mine");
        Assert.Equal(HttpStatusCode.OK, mine.Status);
        Assert.Equal(Secret, mine.Field("q-hope"));
        Assert.Contains("Delete what I wrote", mine.Text, StringComparison.Ordinal);

        await site.PostAndFollowAsync(site.Place.Path(), ("do", "answer"), ("text.hope", "Second thoughts"));

        Assert.Equal("Second thoughts", (await site.Place.WordsAsync())!["hope"]);
        Assert.Equal(["answered thinking"], await site.Place.FactsAsync());
    }

    [Fact]
    public async Task What_was_deleted_cannot_be_read_back_and_the_reply_stays_a_fact()
    {
        await using var site = await Answered();
        var deleted = await site.PostAndFollowAsync(site.Place.Path() + "/delete");

        Assert.Contains("It is deleted.", deleted.Text, StringComparison.Ordinal);
        Assert.Null(await site.Place.WordsAsync());
        Assert.DoesNotContain(await site.Place.RowsAsync(), row => row.StartsWith("Reflections/", StringComparison.Ordinal));
        Assert.Equal(["answered thinking"], await site.Place.FactsAsync());
        var mine = await site.PostAsync(site.Place.Path() + "/mine");
        Assert.Contains("Nothing you wrote is kept here.", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, mine.Html, StringComparison.Ordinal);
        Assert.Contains("Save my answer", mine.Text, StringComparison.Ordinal);
        Assert.Contains("It is deleted.", (await site.PostAndFollowAsync(site.Place.Path() + "/delete")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_that_says_deleted_does_not_say_so_while_there_are_words()
    {
        await using var site = await Answered();
        Assert.DoesNotContain("It is deleted.", (await site.GetAsync(site.Place.Path() + "/deleted")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeping_it_to_oneself_later_leaves_earlier_words_until_they_are_deleted()
    {
        await using var site = await Answered();
        var thanks = await site.PostAndFollowAsync(site.Place.Path(), ("do", "kept"));

        Assert.Contains("What you wrote earlier is still kept for you alone, until you delete it.", thanks.Text, StringComparison.Ordinal);
        Assert.Equal(Secret, (await site.Place.WordsAsync())!["hope"]);
    }

    [Fact]
    public async Task After_closing_words_can_still_be_read_and_deleted_but_not_changed()
    {
        await using var site = await Answered();
        site.Place.Clock.Advance(TimeSpan.FromDays(40));
        var page = await site.GetAsync(site.Place.Path());
        Assert.Contains("This question closed on Wednesday 1 April.", page.Text, StringComparison.Ordinal);
        Assert.Contains("What you wrote is still yours. With this link you can read it and delete it until Friday 12 June.", page.Text, StringComparison.Ordinal);

        var mine = await site.PostAsync(site.Place.Path() + "/mine");
        Assert.Contains(Secret, mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", mine.Html, StringComparison.Ordinal);
        await site.PostAndFollowAsync(site.Place.Path() + "/delete");

        Assert.Null(await site.Place.WordsAsync());
    }

    [Fact]
    public async Task Whoever_has_left_can_still_read_and_delete()
    {
        await using var site = await Answered();
        await site.PostAndFollowAsync(site.Place.Path(LinkPage.Leave), ("do", "leave"));
        var page = await site.GetAsync(site.Place.Path());
        Assert.Contains("You have left the programme, so there is nothing to answer here.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pause these messages", page.Text, StringComparison.Ordinal);
        Assert.Contains(Secret, (await site.PostAsync(site.Place.Path() + "/mine")).Text, StringComparison.Ordinal);
        await site.PostAndFollowAsync(site.Place.Path() + "/delete");
        Assert.Null(await site.Place.WordsAsync());
    }

    [Fact]
    public async Task Nobody_reads_the_words_of_somebody_else()
    {
        await using var site = await Answered();
        foreach (var path in new[] { site.Place.Path(person: TestPlace.Chris), site.Place.Path(step: TestProgramme.Mixed) })
        {
            Assert.DoesNotContain(Secret, (await site.PostAsync(path + "/mine")).Html, StringComparison.Ordinal);
            await site.PostAsync(path + "/delete");
        }

        Assert.Equal(Secret, (await site.Place.WordsAsync())!["hope"]);
    }

    [Fact]
    public async Task Fetching_fifty_times_or_asking_for_the_head_changes_nothing()
    {
        await using var site = await Answered();
        await site.PostAndFollowAsync(site.Place.Path(LinkPage.Pause), ("until", "two-weeks"));
        var before = await site.Place.RowsAsync();
        var addresses = Enum.GetValues<LinkPage>().Select(purpose => site.Place.Path(purpose))
            .SelectMany(path => new[] { path, path + "/done", path + "/thanks", path + "/deleted", path + "/mine", path + "/delete", path + "?do=leave&until=until-i-say" })
            .Concat(["/", "/privacy", "/accessibility", "/health/live", "/health/ready", "/pages.css"])
            .ToList();
        foreach (var address in addresses)
        {
            for (var time = 0; time < 50; time++)
            {
                using var get = await site.Browser.GetAsync(address);
                using var head = await site.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
                Assert.Equal(get.StatusCode, head.StatusCode);
            }
        }

        Assert.Equal(before, await site.Place.RowsAsync());
    }

    private static async Task<Site> Answered()
    {
        var site = await Site.OpenAsync();
        await site.PostAndFollowAsync(site.Place.Path(), ("do", "answer"), ("text.hope", Secret));
        return site;
    }
}
