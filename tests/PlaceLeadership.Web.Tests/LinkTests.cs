using System.Net;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

public sealed class LinkTests
{
    public static TheoryData<LinkPage> Purposes => new(TestPlace.PurposesWithPage);

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task An_expired_link_says_what_to_do_and_nothing_about_whose_it_was(LinkPage purpose)
    {
        await using var site = await Site.OpenAsync();
        await AssertRefusedAsync(
            site, site.Place.Path(purpose, expires: TestPlace.Today), purpose, HttpStatusCode.Gone, "This link has run out");
    }

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task A_forged_link_says_what_to_do_and_nothing_else(LinkPage purpose)
    {
        await using var site = await Site.OpenAsync();
        var good = site.Place.Path(purpose);
        var foreign = new LinkTokens(KeyRing.New()).Issue(TestPlace.Link(purpose));
        foreach (var path in new[]
        {
            $"/{TestPlace.Letter(purpose)}/{foreign}", good[..^2], good[..^1] + (good[^1] == 'A' ? "B" : "A"), good + "x",
            good[..6] + good[7..], $"/{TestPlace.Letter(purpose)}/x", $"/{TestPlace.Letter(purpose)}/.", $"/{TestPlace.Letter(purpose)}/{new string('a', 4_000)}",
            $"/{TestPlace.Letter(purpose)}/%ff%20", $"/{TestPlace.Letter(purpose)}/%3Cscript%3E",
        })
        {
            await AssertRefusedAsync(site, path, purpose, HttpStatusCode.NotFound, null);
        }
    }

    [Fact]
    public async Task A_link_made_for_one_purpose_opens_no_other_page()
    {
        await using var site = await Site.OpenAsync();
        foreach (var made in Enum.GetValues<LinkPage>())
        {
            foreach (var used in TestPlace.PurposesWithPage.Where(purpose => purpose != made))
            {
                await AssertRefusedAsync(
                    site, $"/{TestPlace.Letter(used)}/{site.Place.Token(TestPlace.Link(made))}", used, HttpStatusCode.NotFound,
                    "We do not know this link");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task A_good_link_to_a_cohort_or_person_that_is_gone_looks_like_one_that_has_run_out(LinkPage purpose)
    {
        await using var site = await Site.OpenAsync();
        await AssertRefusedAsync(
            site, site.Place.Path(purpose, person: new ParticipantId("pnobody00001")), purpose, HttpStatusCode.Gone, "This link has run out");
        var elsewhere = site.Place.Token(TestPlace.Link(purpose) with { Cohort = new CohortId("gone") });
        await AssertRefusedAsync(
            site, $"/{TestPlace.Letter(purpose)}/{elsewhere}", purpose, HttpStatusCode.Gone, "This link has run out");
    }

    [Fact]
    public async Task Nothing_is_read_from_the_store_for_a_link_that_is_not_good()
    {
        await using var site = await Site.OpenAsync();
        site.Place.Tables.Trouble = new InvalidOperationException("The store was asked.");
        foreach (var purpose in TestPlace.PurposesWithPage)
        {
            Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync(site.Place.Path(purpose, expires: TestPlace.Today))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await site.PostAsync($"/{TestPlace.Letter(purpose)}/forged", Act(purpose))).Status);
        }
    }

    [Fact]
    public async Task The_answer_page_leads_to_pause_and_leave_pages_that_work()
    {
        await using var site = await Site.OpenAsync();
        var page = await site.GetAsync(site.Place.Path());
        foreach (var (letter, says) in new[] { ("p", "You need not say why."), ("l", "You can leave Leading together at any time.") })
        {
            var address = System.Text.RegularExpressions.Regex.Match(page.Html, $"href=\"(/{letter}/[^\"]+)\"").Groups[1].Value;
            Assert.Contains(says, (await site.GetAsync(address)).Text, StringComparison.Ordinal);
        }
    }

    private static (string, string)[] Act(LinkPage purpose) => purpose switch
    {
        LinkPage.Answer => [("do", "answer"), ("text.hope", "x")],
        LinkPage.Pause => [("until", "until-i-say")],
        LinkPage.Leave => [("do", "leave")],
        _ => [("List-Unsubscribe", "One-Click")],
    };

    private static async Task AssertRefusedAsync(Site site, string path, LinkPage purpose, HttpStatusCode status, string? title)
    {
        var before = await site.Place.RowsAsync();
        IReadOnlyList<string> acts = purpose == LinkPage.Answer ? ["", "/mine", "/delete"] : [""];
        var readings = new List<Site.Reading> { await site.GetAsync(path) };
        foreach (var act in acts)
        {
            readings.Add(await site.PostAsync(path + act, Act(purpose)));
        }

        foreach (var reading in readings)
        {
            Assert.Equal(status, reading.Status);
            Assert.Contains("newest", reading.Text, StringComparison.Ordinal);
            if (title is not null)
            {
                Assert.Equal(title, reading.Title);
            }

            foreach (var secret in new[] { "Harbour", "Leading", "Priya", "Asha", TestPlace.CohortId.Value, TestPlace.Asha.Value, "worth it" })
            {
                Assert.DoesNotContain(secret, reading.Text, StringComparison.Ordinal);
            }
        }

        Assert.Equal(before, await site.Place.RowsAsync());
    }
}
