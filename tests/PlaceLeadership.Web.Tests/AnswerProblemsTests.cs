using System.Net;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

public sealed class AnswerProblemsTests
{
    [Fact]
    public async Task Nothing_filled_in_is_said_at_the_top_with_a_link_to_the_first_field()
    {
        await using var site = await Site.OpenAsync();
        var before = await site.Place.RowsAsync();
        var page = await site.PostAsync(site.Place.Path(), ("do", "answer"), ("text.hope", "  "), ("text.hinder", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith("Error: A day that was worth it", page.Title, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#q-hope\">Nothing is filled in yet.", page.Html, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_kept_in_the_form_beside_everything_else()
    {
        await using var site = await Site.OpenAsync();
        var before = await site.Place.RowsAsync();
        var tooLong = new string('x', 10_001);
        var page = await site.PostAsync(site.Place.Path(), ("do", "answer"), ("text.hope", tooLong), ("text.hinder", "Short & <fine>"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(tooLong, page.Field("q-hope"));
        Assert.Equal("Short & <fine>", page.Field("q-hinder"));
        Assert.Contains("This is 10,001 characters long; the most we can keep is 10,000.", page.Text, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"q-hope-hint q-hope-problem\" aria-invalid=\"true\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-describedby=\"q-hinder-who q-hinder-problem\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Fact]
    public async Task Ticks_that_were_never_offered_are_refused_and_good_ones_stay_ticked()
    {
        await using var site = await Site.OpenAsync();
        var before = await site.Place.RowsAsync();
        var page = await site.PostAsync(
            site.Place.Path(step: TestProgramme.Pulse), ("do", "answer"), ("choice.voice", "9"), ("choice.often", "weekly"),
            ("choice.with-whom", "nhs"), ("choice.with-whom", "mars"), ("text.more", "Kept"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("<a href=\"#q-voice--1\">Choose a number from 1 to 7.</a>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#q-with-whom--council\">Choose from the options.</a>", page.Html, StringComparison.Ordinal);
        Assert.True(page.IsTicked("q-often--weekly") && page.IsTicked("q-with-whom--nhs"));
        Assert.Equal("Kept", page.Field("q-more"));
        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Fact]
    public async Task Problems_are_told_in_Welsh_to_a_Welsh_reader()
    {
        await using var site = await Site.OpenAsync();
        var page = await site.PostAsync(
            site.Place.Path(person: TestPlace.Bronwen), ("do", "answer"), ("text.hope", new string('x', 10_001)));

        Assert.StartsWith("Gwall: Diwrnod gwerth chweil", page.Title, StringComparison.Ordinal);
        Assert.Contains("Mae hwn yn 10,001 o nodau; y mwyaf y gallwn ei gadw yw 10,000.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("characters", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("everything")]
    public async Task A_form_without_a_button_we_know_stores_nothing_and_keeps_the_words(string button)
    {
        await using var site = await Site.OpenAsync();
        var before = await site.Place.RowsAsync();
        var page = await site.PostAsync(site.Place.Path(), ("do", button), ("text.hope", "Still here"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("no button was chosen", page.Text, StringComparison.Ordinal);
        Assert.Equal("Still here", page.Field("q-hope"));
        Assert.Equal(before, await site.Place.RowsAsync());
    }
}
