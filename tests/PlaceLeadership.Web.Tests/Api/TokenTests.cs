using System.Net;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using NodaTime;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Tests.Provider;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Api;

/// <summary>Which tokens the API takes, as scripts and attackers find it.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private TestPlace _place = null!;
    private TestProvider _provider = null!;
    private Site _site = null!;

    public async ValueTask InitializeAsync()
    {
        _place = await TestPlace.LaunchAsync();
        _provider = await TestProvider.StartAsync(_place.Clock);
        _provider.ScriptRoles = ["PlaceLeadership.Manager"];
        _site = await Colleague.SiteAsync(_provider, _place, change: own => own with { Audience = _provider.Audience });
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _provider.DisposeAsync();
    }

    public static TheoryData<string> Wrong =>
    [
        "expired", "of tomorrow", "without an end", "for another", "for nobody", "of another issuer", "of no issuer", "of nobody", "by a stranger", "by an impostor", "by nobody",
        "with a nonce", "with at_hash", "bound to a key", "logout+jwt", "JWT that says no client", "an event", "dpop+jwt",
    ];

    [Fact]
    public async Task A_script_gets_a_token_at_the_provider_and_in_with_it()
    {
        var answer = await AskAsync(await _provider.ScriptTokenAsync());
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Harbour Town", answer.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("at+jwt", "client_id")]
    [InlineData("application/at+jwt", "client_id")]
    [InlineData("JWT", "client_id")]
    [InlineData("JWT", "scp")]
    [InlineData("JWT", "azpacr")]
    public async Task Access_tokens_of_the_kinds_that_providers_give_let_in(string type, string claim) => Assert.Equal(HttpStatusCode.OK, (await AskAsync(_provider.ScriptToken(
        claims =>
        {
            claims.Remove("client_id");
            claims[claim] = "1";
        },
        type: type))).Status);

    [Fact]
    public async Task Without_a_token_nobody_gets_in_also_not_with_a_cookie()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", new Grant(Role.Manager, Scope.Everywhere));
        foreach (var answer in new[] { await AskAsync(null), await ruth.GetAsync("/api/v1/cohorts"), await ruth.PostAsync($"/api/v1/cohorts/{TestPlace.CohortId}/end") })
        {
            AssertRefused(answer, "Bearer realm=\"placelead\"");
        }

        Assert.Null((await _place.Desk<Core.Cohorts.CohortReader>().FindAsync(TestPlace.CohortId, default))!.Value.Cohort.Value.EndedOn);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_token_that_is_wrong_lets_nobody_in(string how)
    {
        var hours = (int count) => (object)_place.Clock.GetUtcNow().AddHours(count).ToUnixTimeSeconds();
        AssertRefused(await AskAsync(how switch
        {
            "expired" => _provider.ScriptToken(claims => claims["exp"] = hours(-1)),
            "of tomorrow" => _provider.ScriptToken(claims => (claims["nbf"], claims["exp"]) = (hours(24), hours(25))),
            "without an end" => _provider.ScriptToken(claims => claims.Remove("exp")),
            "for another" => _provider.ScriptToken(claims => claims["aud"] = _provider.ClientId),
            "for nobody" => _provider.ScriptToken(claims => claims.Remove("aud")),
            "of another issuer" => _provider.ScriptToken(claims => claims["iss"] = "https://elsewhere.example/"),
            "of no issuer" => _provider.ScriptToken(claims => claims.Remove("iss")),
            "of nobody" => _provider.ScriptToken(claims => claims.Remove("sub")),
            "by a stranger" => _provider.ScriptToken(by: SignedBy.Stranger),
            "by an impostor" => _provider.ScriptToken(by: SignedBy.Impostor),
            "by nobody" => _provider.ScriptToken(by: SignedBy.Nobody),
            "with a nonce" => _provider.ScriptToken(claims => claims["nonce"] = "n"),
            "with at_hash" => _provider.ScriptToken(claims => claims["at_hash"] = "n"),
            "bound to a key" => _provider.ScriptToken(claims => claims["cnf"] = new Dictionary<string, object> { ["jkt"] = "k" }),
            "an event" => _provider.ScriptToken(claims => claims["events"] = new Dictionary<string, object>()),
            "JWT that says no client" => _provider.ScriptToken(claims => claims.Remove("client_id"), type: "JWT"),
            _ => _provider.ScriptToken(type: how),
        }));
    }

    [Fact]
    public async Task An_id_token_or_a_logout_token_lets_nobody_in_though_access_tokens_are_for_the_same_client()
    {
        await using var site = await Colleague.SiteAsync(_provider, _place);
        string? id = null;
        _provider.Faults.ChangeNextIdToken = claims => id = _provider.ScriptToken(
            own =>
            {
                own.Clear();
                foreach (var (name, value) in claims.Where(claim => claim.Key != "nonce"))
                {
                    own[name] = value;
                }

                own["roles"] = _provider.ScriptRoles;
            },
            type: "JWT");
        using var ruth = await Colleague.SignedInAsync(site, _provider, "ruth", new Grant(Role.Manager, Scope.Everywhere));
        Assert.Equal(_provider.ClientId, new JsonWebToken(id).Audiences.Single());
        AssertRefused(await AskAsync(id, site));
        AssertRefused(await AskAsync(_provider.LogoutToken("ruth", null, type: "JWT"), site));
        _provider.Audience = _provider.ClientId;
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(_provider.ScriptToken(), site)).Status);
    }

    [Fact]
    public async Task Hundreds_of_mutated_tokens_let_nobody_in()
    {
        var good = _provider.ScriptToken();
        var random = new Random(1);
        for (var number = 0; number < Sample.Of(300, all: 10_000); number++)
        {
            AssertRefused(await AskAsync(Mutate(good, random)));
        }

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(good)).Status);
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("bearer")]
    [InlineData("DPoP")]
    public async Task Only_a_bearer_is_let_in_however_that_is_written(string scheme)
    {
        using var script = new Script(_site, null) { Headers = { ["Authorization"] = $"{scheme} {_provider.ScriptToken()}" } };
        Assert.Equal(scheme == "bearer" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await script.GetAsync("/cohorts")).Status);
        script.Headers["Authorization"] = "Bearer " + new string('x', 100_000);
        AssertRefused(await script.GetAsync("/cohorts"));
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_with_the_next_token_and_a_grant_with_the_next_request()
    {
        _provider.ScriptRoles = [];
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(_provider.ScriptToken())).Status);
        var id = AccountId.Of(_provider.Issuer.AbsoluteUri, _provider.ScriptId);
        var grant = new Grant(Role.Evaluator, Scope.Everywhere);
        var accounts = _place.Desk<AccountStore>();
        var act = new AccessAct(_place.Clock.Now(), AccountId.CommandLine, AccessDeeds.Granted);
        await accounts.GrantAsync(id, grant, act, default);
        var token = _provider.ScriptToken();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(token)).Status);
        await accounts.TakeAwayAsync(id, grant, act, default);
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(token)).Status);
    }

    [Fact]
    public async Task Whoever_comes_for_the_first_time_is_noted_by_name_so_that_somebody_can_grant_to_them()
    {
        _provider.ScriptRoles = [];
        await AskAsync(_provider.ScriptToken());
        await AskAsync(_provider.ScriptToken());
        var account = Assert.Single(await _place.Desk<AccountStore>().ListAsync(default));
        Assert.Equal(_provider.ScriptId, account.Called);
        await AskAsync(_provider.ScriptToken(by: SignedBy.Stranger));
        var acts = await _place.Desk<AccessLog>().ListAsync(_place.Clock.Now() - Duration.FromDays(1), _place.Clock.Now() + Duration.FromDays(1), default);
        Assert.Single(acts, known => known.What == AccessDeeds.SignedIn);
        Assert.Single(acts, known => known.What == AccessDeeds.SignInRefused && known.By is null);
    }

    [Fact]
    public async Task A_token_that_says_no_name_takes_none_from_the_account_that_it_is_of()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth");
        _place.Clock.Advance(TimeSpan.FromHours(25));
        await AskAsync(_provider.ScriptToken(claims => claims["sub"] = "ruth"));
        var account = await _place.Desk<AccountStore>().FindAsync(ruth.Id, default);
        Assert.Equal(("Ruth Of-Test", "ruth@example.org"), (account!.Name, account.Address));
    }

    [Fact]
    public async Task Of_several_organisations_the_roles_of_the_first_alone_count()
    {
        const string Partner = "https://partner.example/";
        await using var site = await Colleague.SiteAsync(
            _provider, _place, change: own => own with { Audience = _provider.Audience, Issuers = [_provider.Issuer.AbsoluteUri, Partner] });
        string Token(string issuer) => _provider.ScriptToken(claims =>
        {
            claims["iss"] = issuer;
            claims["roles"] = new[] { "PlaceLeadership.Manager", "PlaceLeadership.Administrator" };
        });
        foreach (var (issuer, status) in new[] { (_provider.Issuer.AbsoluteUri, HttpStatusCode.OK), (Partner, HttpStatusCode.Forbidden) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/accounts");
            request.Headers.Authorization = new("Bearer", Token(issuer));
            using var answer = await site.Browser.SendAsync(request);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task While_the_provider_or_the_store_is_away_a_script_is_told_to_come_again()
    {
        var token = _provider.ScriptToken();
        await using var other = await Colleague.SiteAsync(_provider, _place, change: own => own with { Audience = _provider.Audience });
        _provider.Faults.Away = true;
        AssertAway(await AskAsync(token, other));
        _provider.Faults.Away = false;
        _place.Tables.Trouble = new IOException("Away.");
        AssertAway(await AskAsync(token));
        _place.Tables.Trouble = null;
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(token)).Status);
    }

    [Fact]
    public async Task Where_there_is_only_a_manager_key_there_is_no_such_address()
    {
        await using var site = await Manager.SiteAsync(_place);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(_provider.ScriptToken(), site)).Status);
    }

    private async Task<Site.Reading> AskAsync(string? token, Site? site = null)
    {
        using var script = new Script(site ?? _site, token);
        return await script.GetAsync("/cohorts");
    }

    private static void AssertRefused(Site.Reading answer, string challenge = "Bearer realm=\"placelead\", error=\"invalid_token\"")
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(challenge, answer.Response.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/problem+json", answer.Response.Content.Headers.ContentType!.MediaType);
    }

    private static void AssertAway(Site.Reading answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal("application/problem+json", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(answer.Response.Headers.RetryAfter);
    }

    // The last letter of base64 holds bits that say nothing.
    private static string Mutate(string good, Random random)
    {
        while (true)
        {
            var at = random.Next(good.Length - 1);
            var bad = random.Next(3) switch
            {
                0 => good[..at] + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[random.Next(64)] + good[(at + 1)..],
                1 => good[..at] + good[(at + 1)..],
                _ => good[..at] + (char)('A' + random.Next(26)) + good[at..],
            };
            if (bad != good)
            {
                return bad;
            }
        }
    }
}
