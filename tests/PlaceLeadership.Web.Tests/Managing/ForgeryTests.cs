using System.Net;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Managing;

/// <summary>Acts that a signed-in manager's browser is tricked into.</summary>
public sealed class ForgeryTests
{
    private static readonly string Cohort = $"/manage/cohorts/{TestPlace.CohortId}";

    public static TheoryData<string> Acts =>
    [
        "/manage/sign-out", "/manage/launch", "/manage/access", "/manage/you/code", Cohort + "/pause", Cohort + "/take-up", Cohort + "/settle", Cohort + "/end", Cohort + "/delete",
        Cohort + "/groups/apart", Cohort + "/groups/no-longer-apart", Cohort + "/groups/meeting", Cohort + "/groups/facilitator/1",
    ];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task An_act_without_the_proof_of_this_sign_in_changes_nothing(string act)
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var another = await Manager.SignedInAsync(site);
        var before = await site.Place.RowsAsync();
        foreach (var proof in new[] { "", "forged", another.Proof, manager.Proof[..^1] })
        {
            manager.Proof = proof;
            var answer = await manager.PostAsync(act, ("confirm", TestPlace.CohortId.Value), ("length", "open"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal("Nothing was changed", answer.Title);
            Assert.False(answer.Response.Headers.Contains("Set-Cookie"));
        }

        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example.org")]
    [InlineData("Origin", "http://localhost:8080")]
    [InlineData("Origin", "null")]
    public async Task A_form_on_another_site_changes_nothing_even_with_the_proof(string header, string value)
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var before = await site.Place.RowsAsync();
        manager.Headers[header] = value;
        foreach (var act in Acts)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await manager.PostAsync(act.Data, ("confirm", TestPlace.CohortId.Value), ("length", "open"))).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await manager.SignInAsync(Manager.Key)).Status);
        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", "http://localhost")]
    public async Task A_form_of_ours_is_let_through(string header, string value)
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        manager.Headers[header] = value;
        Assert.Equal(HttpStatusCode.SeeOther, (await manager.PostAsync(Cohort + "/end")).Status);
    }

    [Fact]
    public async Task A_GET_changes_nothing_whatever_it_says()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var before = await site.Place.RowsAsync();
        foreach (var act in Acts)
        {
            await manager.GetAsync($"{act.Data}?proof={manager.Proof}&confirm={TestPlace.CohortId}&length=open&do=launch");
        }

        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Fact]
    public async Task The_pages_carry_the_safe_headers_and_no_script_and_addresses_leak_nowhere()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        foreach (var page in new[] { "/manage", "/manage/launch", Cohort, Cohort + "/week/2026-03-02", Cohort + "/end", Cohort + "/delete", "/manage/nowhere" })
        {
            var answer = await manager.GetAsync(page);
            Assert.Equal("no-store", answer.Response.Headers.GetValues("Cache-Control").Single());
            Assert.Equal("same-origin", answer.Response.Headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("default-src 'none'", answer.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.DoesNotContain("<script", answer.WithoutOurScript, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("style=", answer.Html, StringComparison.OrdinalIgnoreCase);
        }
    }
}
