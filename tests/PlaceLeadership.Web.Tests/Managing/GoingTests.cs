using System.Net;
using System.Text.RegularExpressions;
using PlaceLeadership.Application.Going;
using PlaceLeadership.Application.Settling;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Tests.Provider;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Managing;

/// <summary>The page of a cohort says how it is going: arrangements, not people.</summary>
public sealed partial class GoingTests
{
    private static readonly string Cohort = $"/manage/cohorts/{TestPlace.CohortId}";
    private static readonly string[] Pages = ["", "/week/2026-05-04", "/week/2026-05-11", "/groups", "/history/2026-05-04"];

    [Fact]
    public async Task That_nobody_has_replied_for_nine_weeks_stands_on_top_of_the_page()
    {
        await using var site = await Manager.SiteAsync(await Replying.OfAsync(30, _ => []));
        var page = await (await Manager.SignedInAsync(site)).GetAsync(Cohort);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var how = page.Text.IndexOf("How is it going?", StringComparison.Ordinal);
        Assert.InRange(how, 0, page.Text.IndexOf("What goes out", StringComparison.Ordinal));
        foreach (var said in new[]
        {
            "Nobody, or next to nobody, has replied for 9 weeks. 1 thing needs a kind act.", "since the week from Monday 2 March 2026. Ask a few people",
            "For 66 days", "See what goes out this week", "Week from Monday 27 April 2026 2 or fewer of 30", "People who take part 30",
        })
        {
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        }

        Assert.Contains($"href=\"{Cohort}/week/2026-05-04\">See what goes out", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timetable_is_a_picture_with_today_in_it_and_a_table_behind_it()
    {
        await using var site = await Manager.SiteAsync(await Replying.OfAsync(3, _ => []));
        var page = await (await Manager.SignedInAsync(site)).GetAsync(Cohort);
        var picture = page.Html.Split("<svg class=\"timetable\"")[1].Split("</svg>")[0];
        Assert.Contains("role=\"img\"", picture, StringComparison.Ordinal);
        Assert.Contains("The 12 weeks of the timetable. This is week 10: Thought 10 (reflection, 10 minutes).", WebUtility.HtmlDecode(picture), StringComparison.Ordinal);
        Assert.Single(Regex.Matches(picture, ">today</text>"));
        Assert.Equal(11, Regex.Count(picture, "r=\"6\""));
        Assert.DoesNotContain("style=", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.WithoutOurScript, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("10, today Monday 4 May 2026 Thought 10 (reflection, 10 minutes)", page.Text, StringComparison.Ordinal);
        Assert.Contains("12 Monday 18 May 2026 Our set (set meeting, 180 minutes)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_named_only_where_mail_fails_with_a_link_to_them()
    {
        var place = await Replying.OfAsync(12, _ => []);
        await place.Desk<SettlementDesk>().ApplyAsync(new LetterId(TestPlace.CohortId, Replying.Id(4), 1), Actor.Provider, ProviderReport.Bounced, default);
        await using var site = await Manager.SiteAsync(place);
        var page = await (await Manager.SignedInAsync(site)).GetAsync(Cohort);
        var going = Going(page);
        Assert.Equal(["Person4"], Names().Matches(going).Select(match => match.Value).Distinct());
        Assert.Matches($"The mail provider refuses the address of Person4 Private.*href=\"{Cohort}/people/[^\"]+\">Change the address", going);
    }

    // Nothing on any page, of a cohort of whatever size, says who replied.
    [Theory]
    [InlineData(9)]
    [InlineData(24)]
    [InlineData(31)]
    public async Task Two_cohorts_that_differ_only_in_who_replied_look_the_same(int people)
    {
        var random = new Random(people);
        IReadOnlyList<int> counts = [.. Enumerable.Range(0, Replying.Weeks).Select(_ => random.Next(people + 1))];
        async Task<IReadOnlyList<string>> SeenAsync()
        {
            await using var site = await Manager.SiteAsync(await Replying.OfAsync(people, week => Enumerable.Range(0, people).OrderBy(_ => random.Next()).Take(counts[week - 1]).ToList()));
            var manager = await Manager.SignedInAsync(site);
            var seen = new List<string>();
            foreach (var path in Pages)
            {
                seen.Add(WithoutTokens(await manager.GetAsync(Cohort + path)));
            }

            return [.. seen, await PersonAsync(manager)];
        }

        var (one, other) = (await SeenAsync(), await SeenAsync());
        Assert.All(one.Zip(other), pages => Assert.Equal(pages.First, pages.Second));
    }

    // Nor does a cohort of fewer than ten say how many.
    [Fact]
    public async Task A_cohort_of_nine_looks_the_same_whatever_they_answer()
    {
        async Task<string> SeenAsync(int replies)
        {
            await using var site = await Manager.SiteAsync(await Replying.OfAsync(9, _ => Enumerable.Range(0, replies)));
            return WithoutTokens(await (await Manager.SignedInAsync(site)).GetAsync(Cohort));
        }

        var nobody = await SeenAsync(0);
        Assert.Contains("Fewer than 10 people take part.", nobody, StringComparison.Ordinal);
        Assert.Equal(nobody, await SeenAsync(9));
        Assert.Equal(nobody, await SeenAsync(4));
    }

    [Fact]
    public async Task A_script_is_told_the_same_as_the_page()
    {
        var place = await Replying.OfAsync(30, week => Enumerable.Range(0, week));
        await place.Desk<SettlementDesk>().ApplyAsync(new LetterId(TestPlace.CohortId, Replying.Id(4), 1), Actor.Provider, ProviderReport.Bounced, default);
        await using var provider = await TestProvider.StartAsync(place.Clock);
        await using var site = await Colleague.SiteAsync(provider, place, change: own => own with { Audience = provider.Audience });
        provider.ScriptRoles = ["PlaceLeadership.Manager"];
        using var script = new Script(site, provider.ScriptToken());
        var told = await script.ReadAsync($"/cohorts/{TestPlace.CohortId}/going");
        await using var pages = await Manager.SiteAsync(place);
        var page = await (await Manager.SignedInAsync(pages)).GetAsync(Cohort);
        var going = (await place.Desk<GoingReading>().ReadAsync(TestPlace.CohortId, default))!;
        Assert.Equal(going.Replies.Select(GoingWords.Of), told.GetProperty("replies").EnumerateArray().Select(stretch => stretch.GetProperty("words").GetString()));
        Assert.Equal(["2 or fewer of 30", "2 or fewer of 30", "3 of 30"], going.Replies.Take(3).Select(GoingWords.Of));
        Assert.Equal([2, 2, 3], told.GetProperty("replies").EnumerateArray().Take(3).Select(stretch => stretch.GetProperty("count").GetInt32()));
        foreach (var said in told.GetProperty("acts").EnumerateArray().Select(act => act.GetProperty("sentence").GetString()!)
            .Concat(told.GetProperty("totals").EnumerateArray().Select(total => $"{total.GetProperty("what")} {total.GetProperty("howMany")}"))
            .Concat([told.GetProperty("summary").GetString()!, told.GetProperty("repliesNote").GetString()!]))
        {
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        }

        var act = Assert.Single(told.GetProperty("acts").EnumerateArray());
        Assert.Equal("person", act.GetProperty("where").GetString());
        Assert.DoesNotContain(Replying.Id(4).Value, told.ToString(), StringComparison.Ordinal);
        Assert.True((await script.GetAsync($"/cohorts/{TestPlace.CohortId}/people/{act.GetProperty("person")}")).Response.IsSuccessStatusCode);
        Assert.Equal(12, told.GetProperty("weeks").GetArrayLength());
    }

    private static async Task<string> PersonAsync(Manager manager)
    {
        var link = (await manager.GetAsync(Cohort)).Html.Split('"').First(part => part.Contains("/people/", StringComparison.Ordinal) && !part.EndsWith("/join", StringComparison.Ordinal));
        return WithoutTokens(await manager.GetAsync(link));
    }

    private static string Going(Site.Reading page) => page.Html.Split("id=\"going\"")[1].Split("id=\"messages\"")[0].Replace('\n', ' ');

    // What stands for people and letters, and what forms carry, is anew in every place.
    private static string WithoutTokens(Site.Reading page)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return Tokens().Replace(page.Html, "");
    }

    [GeneratedRegex("""value="[^"]{20,}"|(?<=/people/)[^"]+""")]
    private static partial Regex Tokens();

    [GeneratedRegex("Person[0-9]+")]
    private static partial Regex Names();
}
