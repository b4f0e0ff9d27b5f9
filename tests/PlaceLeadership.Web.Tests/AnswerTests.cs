using System.Net;
using NodaTime;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

public sealed class AnswerTests
{
    private const string Secret = "the-words-of-asha";

    [Fact]
    public async Task The_page_shows_the_step_its_time_box_the_frames_the_questions_and_who_sees_the_answers()
    {
        await using var site = await Site.OpenAsync();
        var page = await site.GetAsync(site.Place.Path());

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("A day that was worth it – Harbour Town", page.Title);
        Assert.Equal("en", page.Language);
        Assert.Contains("About 15 minutes, whenever it suits you. Open until Wednesday 1 April.", page.Text, StringComparison.Ordinal);
        Assert.Contains("<em>worth it</em>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<summary>What, so what, now what</summary>", page.Html, StringComparison.Ordinal);
        Assert.Contains("What happened?", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("An unused frame", page.Text, StringComparison.Ordinal);
        Assert.Contains("What would you like to be different? For you alone: nobody else can read this.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Please do not name residents, patients, victims or colleagues.", page.Text, StringComparison.Ordinal);
        Assert.Contains("maxlength=\"10000\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Priya Shah", page.Text, StringComparison.Ordinal);
        Assert.Contains("01234 567890, weekdays until four", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Private", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("asha@", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_survey_says_beside_each_question_whether_the_answer_is_counted()
    {
        await using var site = await Site.OpenAsync();
        var page = await site.GetAsync(site.Place.Path(step: TestProgramme.Pulse));

        Assert.Contains("Can you say what you think? Counted together with everybody's, never with your name.", page.Text, StringComparison.Ordinal);
        Assert.Contains("How often? Counted together", page.Text, StringComparison.Ordinal);
        Assert.Contains("With whom? Counted together", page.Text, StringComparison.Ordinal);
        Assert.Contains("Anything else? For you alone: nobody else can read this.", page.Text, StringComparison.Ordinal);
        Assert.Contains("<span class=\"spoken\">, hardly</span>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"spoken\">, freely</span>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticks_of_a_reflection_are_for_its_author_alone()
    {
        await using var site = await Site.OpenAsync();
        var path = site.Place.Path(step: TestProgramme.Mixed);
        Assert.DoesNotContain("Counted together", (await site.GetAsync(path)).Text, StringComparison.Ordinal);

        await site.PostAndFollowAsync(path, ("do", "answer"), ("choice.ease", "-2"), ("choice.where", "home"), ("choice.where", "street"));

        Assert.Equal(["answered mixed"], await site.Place.FactsAsync());
        var kept = await site.Place.WordsAsync(step: TestProgramme.Mixed);
        Assert.Equal("-2", kept!["ease"]);
        Assert.Equal("home;street", kept["where"]);
        var mine = await site.PostAsync(path + "/mine");
        Assert.True(mine.IsTicked("q-ease---2"));
        Assert.True(mine.IsTicked("q-where--home") && mine.IsTicked("q-where--street") && !mine.IsTicked("q-where--work"));
    }

    [Fact]
    public async Task An_answer_is_saved_for_its_author_alone_and_only_the_fact_of_it_is_recorded()
    {
        await using var site = await Site.OpenAsync();
        var thanks = await site.PostAndFollowAsync(
            site.Place.Path(), ("do", "answer"), ("text.hope", $"  First line\r\n{Secret} "), ("text.hinder", ""));

        Assert.Equal(HttpStatusCode.OK, thanks.Status);
        Assert.Contains("Thank you. It is saved.", thanks.Text, StringComparison.Ordinal);
        Assert.Contains("Until Friday 12 June you can come back", thanks.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("counted together", thanks.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, thanks.Html, StringComparison.Ordinal);
        var words = await site.Place.WordsAsync();
        Assert.Equal([KeyValuePair.Create("hope", $"First line\n{Secret}")], words!);
        Assert.Equal(["answered thinking"], await site.Place.FactsAsync());
        Assert.DoesNotContain(await site.Place.RowsAsync(), row => row.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_survey_counts_ticks_and_keeps_words_private()
    {
        await using var site = await Site.OpenAsync();
        var thanks = await site.PostAndFollowAsync(
            site.Place.Path(step: TestProgramme.Pulse), ("do", "answer"), ("choice.voice", "6"), ("choice.often", "weekly"),
            ("choice.with-whom", "council"), ("choice.with-whom", "nhs"), ("text.more", Secret));

        Assert.Contains("What you ticked is counted together with everybody's, never with your name.", thanks.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["answer pulse often=weekly", "answer pulse voice=6", "answer pulse with-whom=council;nhs", "answered pulse"],
            (await site.Place.FactsAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(["more"], (await site.Place.WordsAsync(step: TestProgramme.Pulse))!.Keys);
        var mine = await site.PostAsync(site.Place.Path(step: TestProgramme.Pulse) + "/mine");
        Assert.Contains("What you ticked before is not shown here and stays counted.", mine.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kept", "Thank you. That is a full reply.", "kept thinking", "On Thursday 5 March you said that you reflected and kept it to yourself.")]
    [InlineData("not-this-week", "That is a good answer.", "not-this-week thinking", "On Thursday 5 March you said: not this week.")]
    public async Task Keeping_it_to_oneself_and_not_this_week_are_full_replies(string button, string headline, string fact, string soFar)
    {
        await using var site = await Site.OpenAsync();
        var thanks = await site.PostAndFollowAsync(site.Place.Path(), ("do", button), ("text.hope", " "));

        Assert.Contains(headline, thanks.Text, StringComparison.Ordinal);
        Assert.Equal([fact], await site.Place.FactsAsync());
        Assert.Null(await site.Place.WordsAsync());
        var page = await site.GetAsync(site.Place.Path());
        Assert.Contains(soFar, page.Text, StringComparison.Ordinal);
        Assert.Contains("Save my answer", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kept")]
    [InlineData("not-this-week")]
    public async Task Words_typed_before_a_button_that_does_not_keep_them_are_not_lost(string button)
    {
        await using var site = await Site.OpenAsync();
        var asked = await site.PostAsync(site.Place.Path(), ("do", button), ("text.hope", Secret));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("Save it, or clear the box first", asked.Text, StringComparison.Ordinal);
        Assert.Contains(Secret, asked.Html, StringComparison.Ordinal);
        Assert.Empty(await site.Place.FactsAsync());

        await site.PostAndFollowAsync(site.Place.Path(), ("do", "answer"), ("text.hope", Secret));
        await site.PostAndFollowAsync(site.Place.Path(), ("do", "not-this-week"), ("text.hope", Secret));
        Assert.Equal(Secret, (await site.Place.WordsAsync())!["hope"]);
    }

    [Fact]
    public async Task The_three_buttons_look_alike()
    {
        await using var site = await Site.OpenAsync();
        var page = await site.GetAsync(site.Place.Path());

        foreach (var (value, label) in new[]
        {
            ("answer", "Save my answer"), ("kept", "I reflected and kept it to myself"), ("not-this-week", "Not this week"),
        })
        {
            Assert.Contains($"<button type=\"submit\" name=\"do\" value=\"{value}\">{label}</button>", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_changed_mind_replaces_the_reply_and_does_not_count_twice()
    {
        await using var site = await Site.OpenAsync();
        await site.PostAndFollowAsync(site.Place.Path(), ("do", "not-this-week"));
        site.Place.Clock.Advance(TimeSpan.FromDays(3));
        await site.PostAndFollowAsync(site.Place.Path(), ("do", "answer"), ("text.hope", "Later"));

        Assert.Equal(["answered thinking"], await site.Place.FactsAsync());
        Assert.Contains("You answered on Thursday 5 March.", (await site.GetAsync(site.Place.Path())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_says_what_is_stored_and_not_what_its_address_claims()
    {
        await using var site = await Site.OpenAsync();
        var thanks = await site.GetAsync(site.Place.Path() + "/thanks");

        Assert.DoesNotContain("Thank you", thanks.Text, StringComparison.Ordinal);
        Assert.Contains("Save my answer", thanks.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_question_says_when_it_closed_and_shows_back_what_came_too_late()
    {
        await using var site = await Site.OpenAsync();
        var path = site.Place.Path(sentOn: new LocalDate(2026, 1, 25));
        var before = await site.Place.RowsAsync();
        var page = await site.GetAsync(path);
        Assert.Contains("This question closed on Sunday 22 February.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Save my answer", page.Text, StringComparison.Ordinal);

        var late = await site.PostAsync(path, ("do", "answer"), ("text.hope", Secret));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("This question closed on Sunday 22 February.", late.Text, StringComparison.Ordinal);
        Assert.Contains("was not stored. Here it is", late.Text, StringComparison.Ordinal);
        Assert.Contains(Secret, late.Text, StringComparison.Ordinal);
        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Fact]
    public async Task A_message_that_asks_for_nothing_says_so()
    {
        await using var site = await Site.OpenAsync();
        var page = await site.GetAsync(site.Place.Path(step: TestProgramme.Hello));

        Assert.Contains("This message asks for nothing.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_text_that_is_allowed_is_kept_to_the_last_character_with_its_line_ends()
    {
        await using var site = await Site.OpenAsync();
        var lines = string.Concat(Enumerable.Repeat("Dŵr, tŷ a \"gŵyl\"\n", 1_000))[..(Answers.TextMax - 1)] + "!";
        await site.PostAndFollowAsync(
            site.Place.Path(), ("do", "answer"), ("text.hope", lines.Replace("\n", "\r\n", StringComparison.Ordinal)));

        Assert.Equal(lines, (await site.Place.WordsAsync())!["hope"]);
    }
}
