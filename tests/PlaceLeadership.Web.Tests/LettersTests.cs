using System.Net;
using NodaTime;
using PlaceLeadership.Application.Explaining;
using PlaceLeadership.Application.People;
using PlaceLeadership.Application.Settling;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

public sealed class LettersTests
{
    [Fact]
    public async Task The_page_asks_how_often_and_on_which_of_their_own_days_and_fetching_it_changes_nothing()
    {
        await using var site = await Site.OpenAsync();
        await site.Place.Desk<RosterDesk>().ChangeAsync(
            TestPlace.CohortId, Actor.Manager, TestPlace.Asha, entry => entry with { Pattern = new WorkingPattern(Weekdays.Tuesday | Weekdays.Thursday, 9, 17) }, default);
        var before = await site.Place.RowsAsync();
        var page = await site.GetAsync(site.Place.Path(LinkPage.Pause));

        Assert.StartsWith("Pause these messages, or choose when they come", page.Title, StringComparison.Ordinal);
        Assert.Matches("<legend[^>]*>How often should a letter come\\?</legend>", page.Html);
        Assert.Matches("<label [^>]*for=\"on\">On which day\\?</label>", page.Html);
        Assert.True(page.IsTicked("often-every-week"));
        Assert.Contains("As the programme has it Tuesday Thursday At which hour?", page.Text.Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        await site.GetAsync(site.Place.Path(LinkPage.Pause) + "/letters");
        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Theory]
    [InlineData("every-second-week", "tuesday", "You get a letter every second week, on Tuesday.")]
    [InlineData("every-second-week", "", "You get a letter every second week, on the day that the programme has.")]
    [InlineData("every-week", "tuesday", "You get a letter every week, on Tuesday.")]
    public async Task Somebody_chooses_and_reads_what_was_noted(string often, string on, string noted)
    {
        await using var site = await Site.OpenAsync();
        var path = site.Place.Path(LinkPage.Pause);
        var done = await site.PostAndFollowAsync(path, ("do", "letters"), ("often", often), ("on", on));

        Assert.Contains($"That is noted {noted}", done.Text, StringComparison.Ordinal);
        var choice = new LetterChoice(on.Length > 0 ? IsoDayOfWeek.Tuesday : null, often == "every-second-week");
        Assert.Equal(choice, LetterChoice.Of(await site.Place.PersonAsync()));
        Assert.Equal(new LetterChoice(null, false), LetterChoice.Of(await site.Place.PersonAsync(TestPlace.Chris)));
        Assert.Empty(await site.Place.FactsAsync());
        var again = await site.GetAsync(path);
        Assert.True(again.IsTicked($"often-{often}"));
        Assert.Matches($"<option value(=\"{on}\"{(on.Length == 0 ? ")?" : ")")} selected", again.Html);

        var rows = await site.Place.RowsAsync();
        await site.PostAndFollowAsync(path, ("do", "letters"), ("often", often), ("on", on));
        Assert.Equal(rows, await site.Place.RowsAsync());
    }

    [Fact]
    public async Task It_says_when_the_next_message_comes_and_the_history_says_who_chose_what()
    {
        await using var site = await Site.OpenAsync();
        await SendWhatIsDueAsync(site.Place);
        var done = await site.PostAndFollowAsync(
            site.Place.Path(LinkPage.Pause), ("do", "letters"), ("often", "every-second-week"), ("on", "tuesday"));

        Assert.Contains("The next message comes on Tuesday 17 March, as things stand.", done.Text, StringComparison.Ordinal);
        var (cohort, timetable) = (await site.Place.Desk<CohortReader>().FindAsync(TestPlace.CohortId, default))!.Value;
        Assert.Contains(
            await site.Place.Desk<History>().OfAsync(cohort.Value, timetable, TestPlace.Asha, null, null, default),
            line => line.Sentence == "Asha Private chose a letter every second week, on Tuesday.");
    }

    [Theory]
    [InlineData("", "", "Choose how often a letter should come.", "often-every-week")]
    [InlineData("never", "tuesday", "Choose how often a letter should come.", "often-every-week")]
    [InlineData("every-week", "saturday", "Choose one of the days on which you work", "on")]
    [InlineData("every-week", "2", "Choose one of the days on which you work", "on")]
    public async Task What_needs_mending_is_said_beside_the_field(string often, string on, string problem, string field)
    {
        await using var site = await Site.OpenAsync();
        var before = await site.Place.RowsAsync();
        var page = await site.PostAsync(site.Place.Path(LinkPage.Pause), ("do", "letters"), ("often", often), ("on", on));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith("Error: Pause these messages", page.Title, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"#{field}\">", page.Html, StringComparison.Ordinal);
        Assert.Contains($"id=\"{field}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains(problem, page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Fact]
    public async Task A_day_on_which_they_do_not_work_any_more_stays_what_they_chose()
    {
        await using var site = await Site.OpenAsync();
        var path = site.Place.Path(LinkPage.Pause);
        await site.PostAndFollowAsync(path, ("do", "letters"), ("often", "every-week"), ("on", "monday"));
        await site.Place.Desk<RosterDesk>().ChangeAsync(
            TestPlace.CohortId, Actor.Manager, TestPlace.Asha, entry => entry with { Pattern = new WorkingPattern(Weekdays.Friday, 9, 17) }, default);

        Assert.Contains("<option value=\"monday\" selected", (await site.GetAsync(path)).Html, StringComparison.Ordinal);
        await site.PostAndFollowAsync(path, ("do", "letters"), ("often", "every-second-week"), ("on", "monday"));
        Assert.Equal(new LetterChoice(IsoDayOfWeek.Monday, true), LetterChoice.Of(await site.Place.PersonAsync()));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await site.PostAsync(path, ("do", "letters"), ("often", "every-week"), ("on", "tuesday"))).Status);
    }

    [Fact]
    public async Task Neither_who_has_left_nor_who_gets_more_letters_a_week_is_offered_it()
    {
        await using var site = await Site.OpenAsync();
        await site.PostAndFollowAsync(site.Place.Path(LinkPage.Leave), ("do", "leave"));
        await RefusedAsync(site);

        var daily = await TestPlace.LaunchAsync(TestProgramme.Yaml.Replace("weeks: 8", "weeks: 8\nrhythm: {letters-per-week: 3}", StringComparison.Ordinal));
        await using var often = await Site.OpenAsync(daily);
        Assert.StartsWith("Pause these messages – ", (await often.GetAsync(daily.Path(LinkPage.Pause))).Title, StringComparison.Ordinal);
        await RefusedAsync(often);
    }

    [Fact]
    public async Task A_Welsh_reader_chooses_in_Welsh()
    {
        await using var site = await Site.OpenAsync();
        var path = site.Place.Path(LinkPage.Pause, TestPlace.Bronwen);
        var page = await site.GetAsync(path);
        Assert.Contains("Dydd Mercher", page.Text, StringComparison.Ordinal);
        var done = await site.PostAndFollowAsync(path + "?lang=cy", ("do", "letters"), ("often", "every-second-week"), ("on", "wednesday"));
        Assert.Equal("cy", done.Language);
        Assert.Contains("Cewch lythyr bob yn ail wythnos, ar ddydd Mercher.", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_chooses_hour_and_language_and_the_next_letter_is_by_them()
    {
        await using var site = await Site.OpenAsync();
        await SendWhatIsDueAsync(site.Place);
        var path = site.Place.Path(LinkPage.Pause);
        var page = await site.GetAsync(path);
        Assert.Contains("At which hour?", page.Text, StringComparison.Ordinal);
        Assert.Contains("In which language should we write to you?", page.Text, StringComparison.Ordinal);
        var done = await site.PostAndFollowAsync(path, ("do", "letters"), ("often", "every-week"), ("on", ""), ("hour", "14"), ("language", "both"));

        Assert.Contains("Messages come at 14:00. They are in both languages.", done.Text, StringComparison.Ordinal);
        var person = await site.Place.PersonAsync();
        Assert.Equal((14, Language.NotKnown), (person.Hour, person.Language));
        var entry = (await site.Place.Desk<CohortReader>().IdentitiesAsync(TestPlace.CohortId, default))[TestPlace.Asha].Value.Entry;
        Assert.Equal((14, Language.NotKnown), (entry.PreferredHour, entry.Language));
        var (cohort, timetable) = (await site.Place.Desk<CohortReader>().FindAsync(TestPlace.CohortId, default))!.Value;
        Assert.Contains(
            await site.Place.Desk<History>().OfAsync(cohort.Value, timetable, TestPlace.Asha, null, null, default),
            line => line.Sentence == "Asha Private chose at which hour, or in which language, messages come.");
        var again = await site.GetAsync(path);
        Assert.Matches("<option value=\"14\" selected", again.Html);
        Assert.Matches("<option value=\"both\" selected", again.Html);

        var rows = await site.Place.RowsAsync();
        await site.PostAndFollowAsync(path, ("do", "letters"), ("often", "every-week"), ("on", ""), ("hour", "14"), ("language", "both"));
        Assert.Equal(rows, await site.Place.RowsAsync());
    }

    [Theory]
    [InlineData("3", "en", "Choose one of the hours in which you work.", "hour")]
    [InlineData("noon", "en", "Choose one of the hours in which you work.", "hour")]
    [InlineData("10", "fr", "Choose a language, or both.", "language")]
    public async Task An_hour_or_a_language_that_is_not_offered_changes_nothing_and_the_rest_stays_as_chosen(string hour, string language, string problem, string field)
    {
        await using var site = await Site.OpenAsync();
        var before = await site.Place.RowsAsync();
        var page = await site.PostAsync(
            site.Place.Path(LinkPage.Pause), ("do", "letters"), ("often", "every-second-week"), ("on", "tuesday"), ("hour", hour), ("language", language));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains($"<a href=\"#{field}\">", page.Html, StringComparison.Ordinal);
        Assert.Contains(problem, page.Text, StringComparison.Ordinal);
        Assert.True(page.IsTicked("often-every-second-week"));
        Assert.Matches("<option value=\"tuesday\" selected", page.Html);
        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Fact]
    public async Task Where_letters_come_more_often_hour_and_language_are_still_chosen()
    {
        var daily = await TestPlace.LaunchAsync(TestProgramme.Yaml.Replace("weeks: 8", "weeks: 8\nrhythm: {letters-per-week: 3}", StringComparison.Ordinal));
        await using var site = await Site.OpenAsync(daily);
        var done = await site.PostAndFollowAsync(daily.Path(LinkPage.Pause), ("do", "letters"), ("hour", "11"), ("language", "cy"));

        Assert.Contains("Messages come at 11:00. They are in Welsh.", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("every week", done.Text, StringComparison.Ordinal);
        Assert.Equal((11, Language.Welsh), ((await daily.PersonAsync()).Hour, (await daily.PersonAsync()).Language));
    }

    private static async Task RefusedAsync(Site site)
    {
        var path = site.Place.Path(LinkPage.Pause);
        var before = await site.Place.RowsAsync();
        Assert.DoesNotContain("How often", (await site.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("How often", (await site.GetAsync(path + "/letters")).Text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Conflict, (await site.PostAsync(path, ("do", "letters"), ("often", "every-second-week"), ("on", ""))).Status);
        Assert.Equal(before, await site.Place.RowsAsync());
    }

    private static async Task SendWhatIsDueAsync(TestPlace place)
    {
        await place.Desk<Tender>().TendAsync(TestPlace.CohortId, Instant.FromDateTimeOffset(place.Clock.GetUtcNow()), default);
        foreach (var message in await place.Desk<CohortReader>().OutboxAsync(TestPlace.CohortId, default))
        {
            await place.Desk<SettlementDesk>().ApplyAsync(message.Value.Id, Actor.Provider, ProviderReport.Accepted, default);
        }
    }
}
