using System.Net;
using PlaceLeadership.Application.Explaining;
using PlaceLeadership.Application.People;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

public sealed class LinkingTests
{
    [Fact]
    public async Task Somebody_in_two_programmes_lets_them_take_turns_once_they_have_said_that_both_are_theirs()
    {
        await using var site = await Site.OpenAsync();
        var (own, other) = (site.Place.Path(LinkPage.Pause), await site.Place.AlsoAsync());
        var pause = await site.GetAsync(own);
        Assert.Matches($"<a href=\"{own}/programmes[^\"]*\">I take part in more than one programme</a>", pause.Html);
        var before = await site.Place.RowsAsync();
        await site.GetAsync(own + "/programmes");

        var asked = await site.PostAsync(own + "/programmes", ("do", "look"), ("other", $"Need a pause? https://place.example.org{other}"));
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.StartsWith("Are both of these you?", asked.Title, StringComparison.Ordinal);
        Assert.Contains("This programme: Asha Private: Leading together, Harbour Town The other programme: Asha Private: Leading together, Hill Town", asked.Text, StringComparison.Ordinal);
        Assert.Equal(before, await site.Place.RowsAsync());

        var done = await site.PostAndFollowAsync(own + "/programmes", ("do", "link"), ("other", other));
        Assert.Contains("Your programmes take turns", done.Text, StringComparison.Ordinal);

        // Whoever finds one link does not learn of the other programme.
        Assert.Contains("This programme takes turns with one other.", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hill Town", (await site.GetAsync(own + "/programmes")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour Town", (await site.GetAsync(other + "/programmes")).Text, StringComparison.Ordinal);

        var slot = (await site.Place.PersonAsync()).Slot;
        Assert.NotNull(slot);
        Assert.Equal(slot, (await PersonElsewhereAsync(site.Place)).Slot);
        var ended = await site.PostAndFollowAsync(other + "/programmes", ("do", "end"));
        Assert.Contains("This programme writes by itself again", ended.Text, StringComparison.Ordinal);
        Assert.Null((await PersonElsewhereAsync(site.Place)).Slot);
        Assert.DoesNotContain("takes turns with", (await site.GetAsync(own + "/programmes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_tells_managers_that_it_was_chosen_and_never_of_the_other_programme()
    {
        await using var site = await Site.OpenAsync();
        await site.PostAsync(site.Place.Path(LinkPage.Pause) + "/programmes", ("do", "link"), ("other", await site.Place.AlsoAsync()));
        await site.PostAsync(site.Place.Path(LinkPage.Pause) + "/programmes", ("do", "end"));
        var (cohort, timetable) = (await site.Place.Desk<CohortReader>().FindAsync(TestPlace.CohortId, default))!.Value;
        var told = (await site.Place.Desk<History>().OfAsync(cohort.Value, timetable, TestPlace.Asha, null, null, default)).Select(line => line.Sentence).ToList();
        Assert.Contains("Asha Private let the letters take turns with those of another programme.", told);
        Assert.Contains("Asha Private let the letters come without taking turns again.", told);
        Assert.DoesNotContain(told, sentence => sentence.Contains("ill", StringComparison.OrdinalIgnoreCase) && sentence.Contains("own", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Paste the link to pause from a letter of the other programme.")]
    [InlineData("asha@elsewhere.example.org", "That is no link to pause that works here.")]
    [InlineData("https://place.example.org/p/forged", "That is no link to pause that works here.")]
    [InlineData("answer", "That is no link to pause that works here.")]
    [InlineData("own", "That link is of this programme.")]
    [InlineData("left", "One of the two programmes has ended, or you have left it")]
    public async Task What_is_no_link_of_another_programme_is_said_beside_the_field_and_changes_nothing(string pasted, string problem)
    {
        await using var site = await Site.OpenAsync();
        var path = site.Place.Path(LinkPage.Pause) + "/programmes";
        var other = await site.Place.AlsoAsync();
        await site.Place.Desk<RosterDesk>().LeaveAsync(TestPlace.OtherCohortId, Actor.Manager, TestPlace.AshaElsewhere, default);
        pasted = pasted switch { "answer" => site.Place.Path(), "own" => site.Place.Path(LinkPage.Pause), "left" => other, _ => pasted };
        var before = await site.Place.RowsAsync();
        foreach (var button in new[] { "look", "link" })
        {
            var page = await site.PostAsync(path, ("do", button), ("other", pasted));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
            Assert.Contains("<a href=\"#other\">", page.Html, StringComparison.Ordinal);
            Assert.Contains(problem, page.Text, StringComparison.Ordinal);
            Assert.Contains(WebUtility.HtmlEncode(pasted), page.Html, StringComparison.Ordinal);
        }

        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Fact]
    public async Task A_name_that_looks_like_markup_is_a_name_and_who_has_left_is_led_to_what_is_theirs()
    {
        await using var site = await Site.OpenAsync();
        var other = await site.Place.AlsoAsync("<b>Hill</b>", "Asha <i>Private</i>");
        var own = site.Place.Path(LinkPage.Pause);
        var asked = await site.PostAsync(own + "/programmes", ("do", "look"), ("other", other + "\" onfocus=\"x"));
        Assert.DoesNotContain("<b>Hill", asked.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>Private", asked.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\" onfocus", asked.Html, StringComparison.Ordinal);

        await site.Place.Desk<RosterDesk>().LeaveAsync(TestPlace.CohortId, Actor.Manager, TestPlace.Asha, default);
        var gone = await site.GetAsync(own + "/programmes");
        Assert.Equal(HttpStatusCode.SeeOther, gone.Status);
    }

    private static async Task<Participant> PersonElsewhereAsync(TestPlace place) =>
        (await place.Desk<CohortReader>().FindPersonAsync(TestPlace.OtherCohortId, TestPlace.AshaElsewhere, default))!.Value.Person.Value;
}
