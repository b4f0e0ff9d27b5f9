using System.Net;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Api;

/// <summary>A script says who may do what.</summary>
public sealed class AccountApiTests : IAsyncLifetime
{
    private ApiPlace _api = null!;
    private Colleague _ruth = null!;
    private Script _head = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await ApiPlace.OpenAsync();
        _ruth = await Colleague.SignedInAsync(_api.Site, _api.Provider, "ruth");
        _head = _api.As("PlaceLeadership.Administrator");
    }

    public async ValueTask DisposeAsync()
    {
        _head.Dispose();
        _ruth.Dispose();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task A_place_with_a_slash_in_its_name_is_granted_listed_and_taken_away()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await _head.PutAsync($"/accounts/{_ruth.Id}/grants/manager@place:Bath%2FWells%20100%25")).Status);
        Assert.Equal(["manager@place:bath/wells 100%"], await GrantsAsync());
        Assert.True(new Access(_ruth.Id, (await RuthAsync())!.Grants).May(Right.RunCohort, new Whereabouts(new CohortId("bath"), "Bath/Wells 100%")));
        Assert.Equal(HttpStatusCode.NoContent, (await _head.DeleteAsync($"/accounts/{_ruth.Id}/grants/manager@place:bath%2fwells%20100%25")).Status);
        Assert.Empty(await GrantsAsync());
    }

    [Theory]
    [InlineData("cohort:elmbridge%0A2026")]
    [InlineData("cohort:%1B%5B2J")]
    [InlineData("cohort:no%20such%2Fid")]
    [InlineData("cohort:")]
    [InlineData("place:Vale%1B%5B2J")]
    [InlineData("place:Vale%E2%80%AEelaV")]
    [InlineData("place:Vale%E2%81%A6elaV")]
    [InlineData("place:%20")]
    [InlineData("place:many")]
    public async Task What_can_be_no_cohort_and_no_place_is_not_granted_and_stands_nowhere(string scope)
    {
        scope = scope.Replace("many", new string('x', 201), StringComparison.Ordinal);
        var answer = await _head.PutAsync($"/accounts/{_ruth.Id}/grants/manager@{scope}");
        if (answer.Status != HttpStatusCode.BadRequest)
        {
            Assert.Equal("grant", Assert.Single(ApiPlace.Mistakes(answer, HttpStatusCode.UnprocessableEntity)).Field);
        }

        Assert.Empty(await GrantsAsync());
        Assert.DoesNotContain(await _api.ActsAsync(), act => act.What == AccessDeeds.Granted);
        using var head = await Colleague.SignedInAsync(_api.Site, _api.Provider, "head", new Grant(Role.Administrator, Scope.Everywhere));
        await head.SignInAsync(("again", "yes"));
        await head.ReadProofAsync();
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await head.PostAsync("/manage/access", ("do", "grant"), ("whom", _ruth.Id.Value), ("role", "manager"), ("for", Uri.UnescapeDataString(scope)))).Status);
        Assert.Empty(await GrantsAsync());
    }

    [Theory]
    [InlineData("a%23b")]
    [InlineData("a%3Fb")]
    [InlineData("a%5Cb")]
    [InlineData("a%2Fb")]
    [InlineData("a%7Cb")]
    [InlineData("a%0Ab")]
    [InlineData("a%20b")]
    [InlineData("many")]
    public async Task What_can_be_nobodys_id_names_no_account(string id)
    {
        id = id.Replace("many", new string('a', 65), StringComparison.Ordinal);
        foreach (var answer in new[]
        {
            await _head.PutAsync($"/accounts/{id}/grants/manager@everywhere"), await _head.DeleteAsync($"/accounts/{id}/grants/manager@everywhere"),
            await _head.DeleteAsync($"/accounts/{id}"), await _head.PostAsync($"/accounts/{id}/sign-out"),
        })
        {
            Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.Response.Content.Headers.ContentType?.MediaType));
        }

        Assert.Null(AccountId.Parse(Uri.UnescapeDataString(id)));
        Assert.Equal(_ruth.Id, AccountId.Parse(_ruth.Id.Value));
    }

    [Fact]
    public async Task An_administrator_signs_somebody_out_everywhere_and_whoever_is_one_of_a_place_does_not()
    {
        using (var local = _api.As("PlaceLeadership.Administrator:place:harbour town"))
        {
            foreach (var refused in new[] { await local.PostAsync($"/accounts/{_ruth.Id}/sign-out"), await local.DeleteAsync($"/accounts/{_ruth.Id}") })
            {
                Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
                Assert.False(ApiPlace.Json(refused).TryGetProperty("errors", out _));
            }
        }

        Assert.Equal(HttpStatusCode.OK, (await _ruth.GetAsync("/manage/you")).Status);
        using var head = _api.As("PlaceLeadership.Administrator");
        Assert.Equal(HttpStatusCode.NoContent, (await head.PostAsync($"/accounts/{_ruth.Id}/sign-out")).Status);
        Assert.Equal("/manage/sign-in?to=%2Fmanage%2Fyou", (await _ruth.GetAsync("/manage/you")).Response.Headers.Location!.ToString());
        Assert.Contains(await _api.ActsAsync(), act => act.What == AccessDeeds.SignedOutByAdministrator && act.Whom == _ruth.Id);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("2026-13-01")]
    [InlineData("1999-01-04")]
    public async Task A_week_of_the_history_that_cannot_be_read_is_said_to_be_so(string week) =>
        Assert.Equal("week", Assert.Single(ApiPlace.Mistakes(await _head.GetAsync($"/access-history?week={week}"), HttpStatusCode.UnprocessableEntity)).Field);

    private Task<Account?> RuthAsync() => _api.Place.Desk<AccountStore>().FindAsync(_ruth.Id, default);

    private async Task<IReadOnlyList<string>> GrantsAsync() =>
    [
        .. (await _head.ReadAsync("/accounts")).GetProperty("accounts").EnumerateArray().Single(account => account.GetProperty("id").GetString() == _ruth.Id.Value)
            .GetProperty("grants").EnumerateArray().Select(grant => grant.GetString()!),
    ];
}
