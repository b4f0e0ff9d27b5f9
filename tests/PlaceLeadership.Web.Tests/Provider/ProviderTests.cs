using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using PlaceLeadership.Tests.Provider;

namespace PlaceLeadership.Web.Tests.Provider;

/// <summary>The provider that tests sign in at keeps to OpenID Connect, and breaks exactly what it was told to break.</summary>
public sealed class ProviderTests
{
    private static readonly ProviderPerson Asha = new("asha-1", "Asha Rao", "asha@harbour.example")
    {
        Roles = ["manager"],
        Groups = ["g-1", "g-2"],
        Claims = new Dictionary<string, object> { ["tid"] = "harbour", ["amr"] = new[] { "mfa" } },
    };

    [Fact]
    public async Task It_describes_itself_under_the_address_that_its_tokens_name()
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        var found = await client.GetAsync(".well-known/openid-configuration");
        Assert.Equal(provider.Issuer.AbsoluteUri, found.GetProperty("issuer").GetString());
        Assert.Equal("127.0.0.1", provider.Issuer.Host);
        Assert.Equal(new Uri(provider.Issuer, "connect/endsession").AbsoluteUri, found.GetProperty("end_session_endpoint").GetString());
        Assert.Contains("S256", found.GetProperty("code_challenge_methods_supported").EnumerateArray().Select(method => method.GetString()));
        Assert.True(found.GetProperty("backchannel_logout_supported").GetBoolean());
        Assert.True(found.GetProperty("backchannel_logout_session_supported").GetBoolean());
        Assert.Equal(1, provider.Calls("/.well-known/openid-configuration"));
    }

    [Fact]
    public async Task Whoever_is_signed_in_is_told_of_in_an_id_token_of_a_published_key()
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        provider.SignedIn = Asha;
        var back = await client.AuthorizeAsync();
        Assert.Equal("af0ifjsldkj", back["state"]);
        using var answer = await client.RedeemAsync(back["code"]);
        var text = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id_token").GetString()!;
        var token = (await client.CheckAsync(text, provider.ClientId, "JWT")).SecurityToken as JsonWebToken;
        Assert.NotNull(token);
        Assert.Equal("asha-1", token.Subject);
        Assert.Equal(HandMadeClient.Nonce, token.GetPayloadValue<string>("nonce"));
        Assert.Equal("Asha Rao", token.GetPayloadValue<string>("name"));
        Assert.Equal("asha@harbour.example", token.GetPayloadValue<string>("email"));
        Assert.Equal("""["manager"]""", token.GetPayloadValue<JsonElement>("roles").GetRawText());
        Assert.Equal("""["g-1","g-2"]""", token.GetPayloadValue<JsonElement>("groups").GetRawText());
        Assert.Equal("harbour", token.GetPayloadValue<string>("tid"));
        Assert.Equal("""["mfa"]""", token.GetPayloadValue<JsonElement>("amr").GetRawText());
        Assert.Equal(provider.Session!.Id, token.GetPayloadValue<string>("sid"));
        Assert.Equal(provider.Session.Since.ToUnixTimeSeconds(), token.GetPayloadValue<long>("auth_time"));
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        provider.SignedIn = Asha;
        var code = (await client.AuthorizeAsync())["code"];
        using var first = await client.RedeemAsync(code);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await AssertRefusedAsync(await client.RedeemAsync(code), "invalid_grant");
    }

    [Fact]
    public async Task A_code_needs_its_verifier_the_secret_and_to_be_fresh()
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        provider.SignedIn = Asha;
        provider.CodeLifetime = TimeSpan.FromMinutes(1);
        await AssertRefusedAsync(await client.RedeemAsync((await client.AuthorizeAsync())["code"], verifier: new string('x', 43)), "invalid_grant");
        await AssertRefusedAsync(await client.RedeemAsync((await client.AuthorizeAsync())["code"], secret: "guessed"), "invalid_client");
        var code = (await client.AuthorizeAsync())["code"];
        provider.ClockShift = TimeSpan.FromMinutes(2);
        await AssertRefusedAsync(await client.RedeemAsync(code), "invalid_grant");
    }

    [Fact]
    public async Task Nobody_signs_in_without_PKCE()
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        provider.SignedIn = Asha;
        using var answer = await client.AskAsync(("code_challenge", null), ("code_challenge_method", null));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("code_challenge", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_sent_to_an_address_that_is_not_registered()
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        provider.SignedIn = Asha;
        using var answer = await client.AskAsync(("redirect_uri", "http://127.0.0.1:9/elsewhere"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await provider.AllowAsync(new Uri("http://127.0.0.1:9/elsewhere"));
        using var allowed = await client.AskAsync(("redirect_uri", "http://127.0.0.1:9/elsewhere"));
        Assert.StartsWith("http://127.0.0.1:9/elsewhere?code=", allowed.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_is_signed_in_or_the_test_says_so_an_error_comes_back()
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        Assert.Equal("login_required", (await client.AuthorizeAsync(("prompt", "none")))["error"]);
        Assert.Equal("access_denied", (await client.AuthorizeAsync())["error"]);
        provider.SignedIn = Asha;
        provider.Faults.NextRefusal = "temporarily_unavailable";
        Assert.Equal("temporarily_unavailable", (await client.AuthorizeAsync())["error"]);
        Assert.NotEmpty((await client.AuthorizeAsync(("prompt", "none")))["code"]);
    }

    [Fact]
    public async Task The_time_of_signing_in_is_new_only_where_the_client_asks_for_it()
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        provider.SignedIn = Asha;
        var began = provider.Session!.Since.ToUnixTimeSeconds();
        provider.ClockShift = TimeSpan.FromSeconds(100);
        Assert.Equal(began, AuthTime(await client.SignInAsync()));
        Assert.Equal(began, AuthTime(await client.SignInAsync(("max_age", "1000"))));
        Assert.Equal("login_required", (await client.AuthorizeAsync(("max_age", "50"), ("prompt", "none")))["error"]);
        Assert.InRange(AuthTime(await client.SignInAsync(("max_age", "50"))), began + 100, began + 150);
        provider.ClockShift = TimeSpan.FromSeconds(200);
        Assert.InRange(AuthTime(await client.SignInAsync(("prompt", "login"))), began + 200, began + 250);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_comes_back_with_the_state()
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        provider.SignedIn = Asha;
        var token = await client.SignInAsync();
        var back = await client.EndSessionAsync(
            ("client_id", provider.ClientId), ("post_logout_redirect_uri", HandMadeClient.AfterSignOut.AbsoluteUri), ("state", "s-1"));
        Assert.Equal("s-1", back["state"]);
        Assert.Null(provider.SignedIn);
        Assert.Equal(1, provider.EndSessionCalls);
        await client.EndSessionAsync(
            ("id_token_hint", token.EncodedToken), ("post_logout_redirect_uri", HandMadeClient.AfterSignOut.AbsoluteUri));
        Assert.Equal(2, provider.EndSessionCalls);
    }

    [Fact]
    public async Task A_script_gets_an_access_token_for_the_audience_with_its_roles()
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        provider.Audience = "api://harbour";
        provider.ScriptRoles = ["reporter"];
        foreach (var text in new[] { await provider.ScriptTokenAsync(), provider.ScriptToken() })
        {
            var token = (await client.CheckAsync(text, "api://harbour", "at+jwt")).SecurityToken as JsonWebToken;
            Assert.NotNull(token);
            Assert.Equal("script", token.Subject);
            Assert.Equal("""["reporter"]""", token.GetPayloadValue<JsonElement>("roles").GetRawText());
        }

        Assert.False((await client.CheckAsync(provider.ScriptToken(by: SignedBy.Impostor), "api://harbour", "at+jwt")).IsValid);
        Assert.False((await client.CheckAsync(provider.ScriptToken(by: SignedBy.Nobody), "api://harbour", "at+jwt")).IsValid);
        Assert.False((await client.CheckAsync(provider.ScriptToken(claims => claims["exp"] = 1), "api://harbour", "at+jwt")).IsValid);
    }

    [Fact]
    public async Task Tokens_are_issued_by_the_clock_of_the_provider()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var provider = await StartAsync(time);
        using var client = new HandMadeClient(provider);
        provider.ClockShift = TimeSpan.FromMinutes(-10);
        provider.SignedIn = Asha;
        provider.IdTokenLifetime = TimeSpan.FromMinutes(1);
        var token = await client.SignInAsync();
        Assert.Equal(new DateTime(2026, 3, 2, 8, 50, 0), token.IssuedAt);
        Assert.Equal(new DateTime(2026, 3, 2, 8, 51, 0), token.ValidTo);
    }

    [Theory]
    [InlineData(IdTokenFault.WrongNonce, "nonce", "of-another-sign-in")]
    [InlineData(IdTokenFault.WrongIssuer, "iss", "https://elsewhere.example/")]
    [InlineData(IdTokenFault.WrongAudience, "aud", "another-client")]
    public async Task One_id_token_says_what_is_wrong_and_the_next_is_right(IdTokenFault fault, string claim, string wrong)
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        provider.SignedIn = Asha;
        provider.Faults.NextIdToken = fault;
        Assert.Equal(wrong, (await client.SignInAsync()).GetPayloadValue<string>(claim));
        Assert.NotEqual(wrong, (await client.SignInAsync()).GetPayloadValue<string>(claim));
    }

    [Theory]
    [InlineData(IdTokenFault.SignedByImpostor, "RS256", "key-1")]
    [InlineData(IdTokenFault.SignedByStranger, "RS256", "stranger")]
    [InlineData(IdTokenFault.SignedByNobody, "none", "")]
    [InlineData(IdTokenFault.Expired, "RS256", "key-1")]
    public async Task One_id_token_does_not_hold(IdTokenFault fault, string algorithm, string key)
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        provider.SignedIn = Asha;
        provider.Faults.NextIdToken = fault;
        var token = await client.SignInAsync();
        Assert.Equal(algorithm, token.Alg);
        Assert.Equal(key, token.Kid);
        Assert.False((await client.CheckAsync(token.EncodedToken, provider.ClientId, "JWT")).IsValid);
        Assert.True((await client.CheckAsync((await client.SignInAsync()).EncodedToken, provider.ClientId, "JWT")).IsValid);
    }

    [Fact]
    public async Task An_id_token_is_changed_as_a_test_likes_it()
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        provider.SignedIn = Asha;
        provider.Faults.NextIdToken = IdTokenFault.WithoutSubject;
        provider.Faults.ChangeNextIdToken = claims => claims["name"] = new[] { "two", "names" };
        var token = await client.SignInAsync();
        Assert.False(token.TryGetPayloadValue<string>("sub", out _));
        Assert.Equal("""["two","names"]""", token.GetPayloadValue<JsonElement>("name").GetRawText());
        Assert.True((await client.CheckAsync(token.EncodedToken, provider.ClientId, "JWT")).IsValid);
    }

    [Fact]
    public async Task Too_many_groups_are_left_out_with_a_word_where_to_ask()
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        provider.SignedIn = Asha with { GroupsAreLeftOut = true };
        var token = await client.SignInAsync();
        Assert.False(token.TryGetPayloadValue<JsonElement>("groups", out _));
        Assert.Equal("""{"groups":"src1"}""", token.GetPayloadValue<JsonElement>("_claim_names").GetRawText());
        Assert.Equal(
            $$$"""{"src1":{"endpoint":"{{{provider.Issuer}}}getMemberObjects"}}""", token.GetPayloadValue<JsonElement>("_claim_sources").GetRawText());
    }

    [Fact]
    public async Task The_token_endpoint_fails_hangs_up_or_waits_once()
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        provider.SignedIn = Asha;
        provider.Faults.NextTokenAnswer = TokenEndpointFault.Fails;
        using var failed = await client.RedeemAsync((await client.AuthorizeAsync())["code"]);
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        provider.Faults.NextTokenAnswer = TokenEndpointFault.HangsUp;
        await Assert.ThrowsAsync<HttpRequestException>(async () => await client.RedeemAsync((await client.AuthorizeAsync())["code"]));
        Assert.Equal(2, provider.Calls("/connect/token"));

        var held = provider.Faults.HoldNextTokenAnswer();
        var waiting = client.SignInAsync();
        await held.Reached;
        Assert.False(waiting.IsCompleted);
        held.Release();
        Assert.Equal("asha-1", (await waiting).Subject);
    }

    [Fact]
    public async Task A_provider_ends_though_somebody_still_waits_for_it()
    {
        Task waiting;
        HandMadeClient client;
        await using (var provider = await StartAsync())
        {
            client = new HandMadeClient(provider);
            provider.SignedIn = Asha;
            var held = provider.Faults.HoldNextTokenAnswer();
            waiting = client.SignInAsync();
            await held.Reached;
        }

        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
        client.Dispose();
    }

    [Fact]
    public async Task Nothing_is_answered_while_it_is_away()
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        provider.SignedIn = Asha;
        provider.Faults.Away = true;
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(".well-known/openid-configuration"));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.AuthorizeAsync());
        provider.Faults.Away = false;
        Assert.Equal("asha-1", (await client.SignInAsync()).Subject);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_key_signs_from_now_on(bool keepOld)
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        provider.SignedIn = Asha;
        var before = await client.SignInAsync();
        provider.ChangeKey(keepOld);
        var after = await client.SignInAsync();
        Assert.Equal(("key-1", "key-2"), (before.Kid, after.Kid));
        Assert.Equal(keepOld, (await client.CheckAsync(before.EncodedToken, provider.ClientId, "JWT")).IsValid);
        Assert.True((await client.CheckAsync(after.EncodedToken, provider.ClientId, "JWT")).IsValid);
        Assert.True((await client.CheckAsync(provider.LogoutToken("asha-1", null), provider.ClientId, "logout+jwt")).IsValid);
    }

    [Fact]
    public async Task A_logout_token_says_who_is_out_and_nothing_that_an_id_token_says()
    {
        await using var provider = await StartAsync();
        using var client = new HandMadeClient(provider);
        var token = (await client.CheckAsync(provider.LogoutToken("asha-1", "s-1"), provider.ClientId, "logout+jwt")).SecurityToken as JsonWebToken;
        Assert.NotNull(token);
        Assert.Equal("""{"http://schemas.openid.net/event/backchannel-logout":{}}""", token.GetPayloadValue<JsonElement>("events").GetRawText());
        Assert.Equal(["aud", "events", "exp", "iat", "iss", "jti", "sid", "sub"], token.Claims.Select(claim => claim.Type).Order());
        Assert.NotEqual(token.Id, new JsonWebToken(provider.LogoutToken("asha-1", "s-1")).Id);
        Assert.False(new JsonWebToken(provider.LogoutToken("asha-1", null)).TryGetPayloadValue<string>("sid", out _));
        Assert.False((await client.CheckAsync(provider.LogoutToken(null, "s-1", by: SignedBy.Stranger), provider.ClientId, "logout+jwt")).IsValid);
    }

    private static async Task<TestProvider> StartAsync(TimeProvider? time = null) =>
        await TestProvider.StartAsync(time, [HandMadeClient.Redirect], [HandMadeClient.AfterSignOut]);

    private static long AuthTime(JsonWebToken token) => token.GetPayloadValue<long>("auth_time");

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, string error)
    {
        using (answer)
        {
            Assert.InRange((int)answer.StatusCode, 400, 499);
            Assert.Equal(error, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString());
        }
    }
}
