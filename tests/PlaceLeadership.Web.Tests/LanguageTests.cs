using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Wording;
using PlaceLeadership.Web.Tests.Place;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Tests;

public sealed class LanguageTests
{
    [Fact]
    public async Task A_Welsh_reader_gets_Welsh_pages_all_the_way()
    {
        await using var site = await Site.OpenAsync();
        var path = site.Place.Path(person: TestPlace.Bronwen);
        var page = await site.GetAsync(path);
        Assert.Equal("cy", page.Language);
        Assert.Equal("Diwrnod gwerth chweil – Harbour Town", page.Title);
        Assert.Contains("Nid yr wythnos hon", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("English", page.Text, StringComparison.Ordinal);

        var thanks = await site.PostAndFollowAsync(path + "?lang=cy", ("do", "kept"));
        Assert.Equal("cy", thanks.Language);
        Assert.Contains("Mae hynny'n ymateb llawn.", thanks.Text, StringComparison.Ordinal);
        Assert.Equal("cy", (await site.GetAsync(site.Place.Path(LinkPage.Pause, TestPlace.Bronwen))).Language);
        Assert.Equal("cy", (await site.GetAsync(site.Place.Path(LinkPage.Leave, TestPlace.Bronwen))).Language);
        Assert.Equal("cy", (await site.GetAsync(site.Place.Path(LinkPage.OneClick, TestPlace.Bronwen))).Language);
    }

    [Fact]
    public async Task Whoever_has_not_been_asked_can_switch_and_stays_in_the_language()
    {
        await using var site = await Site.OpenAsync();
        var path = site.Place.Path(person: TestPlace.Chris);
        var english = await site.GetAsync(path);
        Assert.Equal("en", english.Language);
        Assert.Contains($"href=\"{path}?lang=cy\" lang=\"cy\" hreflang=\"cy\"", english.Html, StringComparison.Ordinal);

        var welsh = await site.GetAsync(path + "?lang=cy");
        Assert.Equal("cy", welsh.Language);
        Assert.Contains($"href=\"{path}?lang=en\" lang=\"en\"", welsh.Html, StringComparison.Ordinal);
        Assert.Contains($"action=\"{path}?lang=cy\"", welsh.Html, StringComparison.Ordinal);
        Assert.Equal("cy", (await site.PostAndFollowAsync(path + "?lang=cy", ("do", "kept"))).Language);
    }

    [Theory]
    [InlineData("?lang=fr")]
    [InlineData("?lang=")]
    [InlineData("?lang=%22%3E%3Cscript%3E")]
    public async Task A_language_nobody_speaks_here_is_passed_over(string query)
    {
        await using var site = await Site.OpenAsync();
        var page = await site.GetAsync(site.Place.Path() + query);
        Assert.Equal("en", page.Language);
        Assert.DoesNotContain("<script", page.WithoutOurScript, StringComparison.Ordinal);
        Assert.Equal("en", (await site.GetAsync("/privacy" + query)).Language);
    }

    [Fact]
    public async Task A_programme_in_English_alone_offers_no_other_language()
    {
        var place = await TestPlace.LaunchAsync(EncodingTests.EnglishAlone);
        await using var site = await Site.OpenAsync(place);
        var page = await site.GetAsync(place.Path(person: TestPlace.Chris, step: new StepId("one")) + "?lang=cy");
        Assert.Equal("en", page.Language);
        Assert.DoesNotContain("Cymraeg", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_for_anybody_and_pages_that_refuse_exist_in_both_languages()
    {
        await using var site = await Site.OpenAsync();
        foreach (var path in new[] { "/", "/privacy", "/accessibility", "/a/forged", site.Place.Path(expires: TestPlace.Today) })
        {
            var english = await site.GetAsync(path);
            var welsh = await site.GetAsync(path + "?lang=cy");
            Assert.Equal(("en", "cy"), (english.Language, welsh.Language));
            Assert.NotEqual(english.Title, welsh.Title);
            Assert.Contains("Cymraeg", english.Text, StringComparison.Ordinal);
            Assert.Contains("English", welsh.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_words_are_the_same_in_both_languages_and_patterns_take_the_same_values()
    {
        var pairs = Texts.SelectMany(texts => texts.English.Texts.Zip(texts.Welsh.Texts)).ToList();
        Assert.True(pairs.Count > 100);
        Assert.All(pairs, pair =>
        {
            Assert.Equal(pair.First.Key, pair.Second.Key);
            Assert.NotEqual(pair.First.Words, pair.Second.Words);
            Assert.Equal(Holes(pair.First.Words), Holes(pair.Second.Words));
        });
    }

    [Fact]
    public async Task A_day_in_Welsh_is_mutated_where_the_sentence_asks_for_it()
    {
        Assert.All(
            Texts.SelectMany(texts => texts.Welsh.Texts), text => Assert.DoesNotMatch(@"(?i)\b(ar|tan|dewiswch) \{0", text.Words));

        await using var site = await Site.OpenAsync();
        var page = await site.GetAsync(site.Place.Path(person: TestPlace.Bronwen));
        Assert.Matches(@"Ar agor tan ddydd \w+ \d", page.Text);
    }

    private static IReadOnlyList<TextPair> Texts => TextPair.BuiltIn(typeof(PageWords).Assembly);

    private static string Holes(string pattern) => string.Join(',', System.Text.RegularExpressions.Regex
        .Matches(pattern, @"\{\d[^}]*\}").Select(hole => hole.Value).Order(StringComparer.Ordinal));
}
