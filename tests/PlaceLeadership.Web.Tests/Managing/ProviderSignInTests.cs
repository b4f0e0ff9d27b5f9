using System.Net;
using System.Web;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Tests.Provider;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Managing;

/// <summary>Signing in at a provider, as colleagues and attackers find it.</summary>
public sealed class ProviderSignInTests : IAsyncLifetime
{
    private static readonly Grant Manager = new(Role.Manager, Scope.Everywhere);
    private static readonly ProviderPerson Ruth = new("ruth", "Ruth Adeyemi", "ruth@example.org");

    private TestPlace _place = null!;
    private TestProvider _provider = null!;
    private Site _site = null!;

    public static TheoryData<IdTokenFault> Faults => [.. Enum.GetValues<IdTokenFault>().Except([IdTokenFault.None])];

    public async ValueTask InitializeAsync()
    {
        _place = await TestPlace.LaunchAsync();
        _provider = await TestProvider.StartAsync(_place.Clock);
        _site = await Colleague.SiteAsync(_provider, _place);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task A_colleague_signs_in_is_granted_something_and_gets_to_the_cohorts()
    {
        using var ruth = new Colleague(_site, _provider, Ruth);
        var door = await ruth.GetAsync("/manage/sign-in");
        Assert.Contains("Sign in with your work account", door.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Manager key", door.Text, StringComparison.Ordinal);
        Assert.Contains($"form-action 'self' {_provider.Issuer.GetLeftPart(UriPartial.Authority)};", door.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var first = await ruth.SignInAsync();
        Assert.Equal("/manage", first.Response.Headers.Location!.ToString());
        Assert.Equal("/manage/you", (await ruth.GetAsync("/manage")).Response.Headers.Location!.ToString());
        var you = await ruth.GetAsync("/manage/you");
        Assert.Contains("Ruth Adeyemi", you.Text, StringComparison.Ordinal);
        Assert.Contains("nobody has granted you anything", you.Text, StringComparison.Ordinal);
        await GrantAsync(ruth, Manager);
        Assert.Contains("Harbour Town", (await ruth.GetAsync("/manage")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync($"/manage/cohorts/{TestPlace.CohortId}")).Status);
    }

    [Fact]
    public async Task Whoever_has_a_different_address_or_name_next_time_is_the_same_and_who_gets_the_address_later_is_not()
    {
        using var ruth = new Colleague(_site, _provider, Ruth);
        await ruth.SignInAsync();
        await GrantAsync(ruth, Manager);
        using var married = new Colleague(_site, _provider, Ruth with { Name = "Ruth Okafor", Email = "ruth.okafor@example.org" });
        await married.SignInAsync();
        Assert.Contains("Harbour Town", (await married.GetAsync("/manage")).Text, StringComparison.Ordinal);
        using var heir = new Colleague(_site, _provider, new ProviderPerson("another", "Ruth Adeyemi", "ruth@example.org"));
        await heir.SignInAsync();
        Assert.DoesNotContain("Harbour Town", (await heir.GetAsync("/manage")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_asks_the_provider_names_our_address_whatever_host_was_asked_and_proves_who_asks()
    {
        using var ruth = new Colleague(_site, _provider, Ruth);
        ruth.Headers["X-Forwarded-Host"] = "evil.example.org";
        ruth.Headers["Host"] = "evil.example.org";
        var query = HttpUtility.ParseQueryString((await ruth.PostAsync("/manage/sign-in/provider")).Response.Headers.Location!.Query);
        Assert.Equal("http://localhost/manage/signed-in", query["redirect_uri"]);
        Assert.Equal(("code", "S256", null), (query["response_type"], query["code_challenge_method"], query["response_mode"]));
        Assert.NotEmpty(query["state"]!);
        Assert.NotEmpty(query["nonce"]!);
    }

    [Fact]
    public async Task Nobody_comes_back_to_an_address_that_is_not_of_the_desk()
    {
        foreach (var to in new[] { "https://evil.example.org/", "//evil.example.org", "/\\evil.example.org", "/manage//evil.example.org", "/manage/\\evil", "javascript:alert(1)", "/privacy", "" })
        {
            using var ruth = new Colleague(_site, _provider, Ruth);
            Assert.Equal("/manage", (await ruth.SignInAsync(("to", to))).Response.Headers.Location!.ToString());
        }

        using var there = new Colleague(_site, _provider, Ruth);
        Assert.Equal("/manage/access", (await there.SignInAsync(("to", "/manage/access"))).Response.Headers.Location!.ToString());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task An_id_token_with_a_fault_signs_nobody_in(IdTokenFault fault)
    {
        using var ruth = new Colleague(_site, _provider, Ruth);
        _provider.Faults.NextIdToken = fault;
        await AssertRefusedAsync(ruth, (await ruth.LeaveAsync())!);
        await ruth.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync("/manage/you")).Status);
    }

    [Fact]
    public async Task An_answer_with_another_state_or_of_another_browser_or_a_second_time_signs_nobody_in()
    {
        using var ruth = new Colleague(_site, _provider, Ruth);
        using var thief = new Colleague(_site, _provider, Ruth);
        var back = (await ruth.LeaveAsync())!;
        await AssertRefusedAsync(thief, back);
        await AssertRefusedAsync(ruth, back.Replace("state=", "state=A", StringComparison.Ordinal));
        await AssertRefusedAsync(ruth, back[..back.IndexOf("&state=", StringComparison.Ordinal)]);
        var cookies = ruth.Cookies.ToDictionary();
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.GetAsync(back)).Status);

        // Again, with all that the browser had.
        foreach (var (name, value) in cookies)
        {
            thief.Cookies[name] = value;
        }

        await AssertRefusedAsync(thief, back);

        // With a state of its own and somebody else's code.
        var own = HttpUtility.ParseQueryString(new Uri(Colleague.Here, (await thief.LeaveAsync())!).Query);
        using var other = new Colleague(_site, _provider, Ruth with { Subject = "other" });
        own["code"] = HttpUtility.ParseQueryString(new Uri(Colleague.Here, (await other.LeaveAsync())!).Query)["code"];
        await AssertRefusedAsync(thief, "/manage/signed-in?" + own);
    }

    [Fact]
    public async Task Thousands_of_mutated_states_codes_and_cookies_sign_nobody_in()
    {
        using var ruth = new Colleague(_site, _provider, Ruth);
        var back = (await ruth.LeaveAsync())!;
        var cookies = ruth.Cookies.ToDictionary();
        var random = new Random(1);
        for (var number = 0; number < Sample.Of(200, all: 10_000); number++)
        {
            using var thief = new Colleague(_site, _provider, Ruth);
            foreach (var (name, value) in cookies)
            {
                thief.Cookies[name] = value;
            }

            var path = back;
            if (random.Next(2) == 0)
            {
                // The last letter of base64 holds bits that say nothing.
                var from = back.IndexOf("state=", StringComparison.Ordinal) + 6;
                path = Mutate(back, from, back.IndexOf('&', from) is > 0 and var end ? end - 1 : back.Length - 1, random);
            }
            else
            {
                // What counts stands in the names of these.
                var name = cookies.Keys.ElementAt(random.Next(cookies.Count));
                thief.Cookies.Remove(name);
                thief.Cookies[Mutate(name, ".AspNetCore.Correlation.".Length, name.Length - 1, random)] = cookies[name];
            }

            await AssertRefusedAsync(thief, path);
        }
    }

    [Fact]
    public async Task A_code_that_is_too_old_signs_nobody_in()
    {
        using var ruth = new Colleague(_site, _provider, Ruth);
        var back = (await ruth.LeaveAsync())!;
        _place.Clock.Advance(_provider.CodeLifetime + TimeSpan.FromSeconds(1));
        await AssertRefusedAsync(ruth, back);
    }

    [Theory]
    [InlineData(110, true)]
    [InlineData(-110, true)]
    [InlineData(600, false)]
    [InlineData(-3000, false)]
    public async Task A_clock_of_the_provider_that_is_a_little_off_does_no_harm_and_one_that_is_far_off_signs_nobody_in(int seconds, bool signsIn)
    {
        using var ruth = new Colleague(_site, _provider, Ruth);
        _provider.ClockShift = TimeSpan.FromSeconds(seconds);
        var back = (await ruth.LeaveAsync())!;
        if (signsIn)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await ruth.GetAsync(back)).Status);
        }
        else
        {
            await AssertRefusedAsync(ruth, back);
        }
    }

    [Fact]
    public async Task While_the_provider_is_away_nobody_is_told_that_it_is_their_fault_and_whoever_is_in_stays_in()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", Manager);
        using var late = new Colleague(_site, _provider, Ruth);
        var back = (await late.LeaveAsync())!;
        _provider.Faults.NextTokenAnswer = TokenEndpointFault.HangsUp;
        var broken = await late.GetAsync(back);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, broken.Status);
        Assert.Contains("cannot be reached just now", broken.Text, StringComparison.Ordinal);
        _provider.Faults.Away = true;
        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync("/manage")).Status);
        await using var other = await Colleague.SiteAsync(_provider, _place);
        using var early = new Colleague(other, _provider, Ruth);
        var away = await early.PostAsync("/manage/sign-in/provider");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.Status);
        Assert.Contains("Try again in a few minutes", away.Text, StringComparison.Ordinal);
        _provider.Faults.Away = false;
        await early.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await early.GetAsync("/manage/you")).Status);
    }

    [Fact]
    public async Task Whoever_says_no_at_the_provider_is_told_so()
    {
        using var ruth = new Colleague(_site, _provider, Ruth);
        _provider.Faults.NextRefusal = "access_denied";
        await AssertRefusedAsync(ruth, (await ruth.LeaveAsync())!);
    }

    [Fact]
    public async Task Signing_out_signs_out_at_the_provider_too()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", Manager);
        var out_ = await ruth.PostAsync("/manage/sign-out");
        Assert.Equal(HttpStatusCode.SeeOther, out_.Status);
        var home = await ruth.FollowAsync(out_.Response.Headers.Location!);
        Assert.StartsWith("http://localhost/manage/sign-in", home.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, _provider.EndSessionCalls);
        await AssertOutAsync(ruth);
    }

    [Fact]
    public async Task Signing_out_works_here_though_the_provider_is_away()
    {
        await using var site = await Colleague.SiteAsync(_provider, _place);
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", Manager);
        using var again = new Colleague(site, _provider, Ruth);
        (again.Cookies["placelead-manage"], again.Proof) = (ruth.Cookies["placelead-manage"], ruth.Proof);
        _provider.Faults.Away = true;
        Assert.Equal("/manage/sign-in", (await again.PostAsync("/manage/sign-out")).Response.Headers.Location!.ToString());
        await AssertOutAsync(ruth);
    }

    [Fact]
    public async Task The_provider_signs_one_sign_in_out_or_all_of_somebody()
    {
        using var one = await Colleague.SignedInAsync(_site, _provider, "ruth", Manager);
        var sid = _provider.Session!.Id;
        using var two = await Colleague.SignedInAsync(_site, _provider, "ruth");
        using var other = await Colleague.SignedInAsync(_site, _provider, "other", Manager);
        Assert.Equal(HttpStatusCode.OK, (await BackChannelAsync(_provider.LogoutToken("ruth", sid))).Status);
        await AssertOutAsync(one);
        Assert.Equal(HttpStatusCode.OK, (await two.GetAsync("/manage/you")).Status);
        Assert.Equal(HttpStatusCode.OK, (await BackChannelAsync(_provider.LogoutToken("ruth", null))).Status);
        await AssertOutAsync(two);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/manage/you")).Status);
        Assert.Equal(HttpStatusCode.OK, (await BackChannelAsync(_provider.LogoutToken(null, _provider.Session!.Id))).Status);
        await AssertOutAsync(other);
    }

    [Fact]
    public async Task A_logout_token_that_is_none_or_is_handed_in_again_signs_nobody_out()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", Manager);
        foreach (var token in new[]
        {
            "", "x", "a.b.c",
            _provider.LogoutToken("ruth", null, by: SignedBy.Stranger), _provider.LogoutToken("ruth", null, by: SignedBy.Impostor),
            _provider.LogoutToken("ruth", null, by: SignedBy.Nobody),
            _provider.LogoutToken("ruth", null, claims => claims["iss"] = "https://elsewhere.example/"), _provider.LogoutToken("ruth", null, claims => claims["aud"] = "another"),
            _provider.LogoutToken("ruth", null, claims => claims["nonce"] = "1"), _provider.LogoutToken("ruth", null, claims => claims.Remove("events")),
            _provider.LogoutToken("ruth", null, claims => claims["events"] = "[]"), _provider.LogoutToken("ruth", null, claims => claims.Remove("jti")),
            _provider.LogoutToken("ruth", null, claims => claims["exp"] = claims["iat"] = _place.Clock.GetUtcNow().AddHours(-1).ToUnixTimeSeconds()),
            _provider.LogoutToken("ruth", null, claims => claims.Remove("exp")), _provider.LogoutToken(null, null), _provider.LogoutToken("ruth", null, type: "at+jwt"),
        })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await BackChannelAsync(token)).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync("/manage/you")).Status);
        var good = _provider.LogoutToken("ruth", null, claims => claims["exp"] = _place.Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds());
        Assert.Equal(HttpStatusCode.OK, (await BackChannelAsync(good)).Status);
        await AssertOutAsync(ruth);
        _place.Clock.Advance(TimeSpan.FromMinutes(5));
        using var back = await Colleague.SignedInAsync(_site, _provider, "ruth");
        Assert.Equal(HttpStatusCode.OK, (await BackChannelAsync(good)).Status);
        Assert.Equal(HttpStatusCode.OK, (await back.GetAsync("/manage/you")).Status);
    }

    [Fact]
    public async Task What_the_provider_gave_reaches_no_browser_and_is_encrypted_in_the_tables()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", Manager);
        var row = Assert.Single(await _place.Tables.RangeAsync(Table.Identities, "~desk", "account|", "account|~", default).Where(row => row.Shape == SessionStore.Shape).ToListAsync());
        Assert.DoesNotContain("eyJ", row.Body + string.Concat(ruth.Cookies.Values) + (await ruth.GetAsync("/manage/you")).Html, StringComparison.Ordinal);
        var refresh = SessionStore.Read(row).Provider!.Refresh!;
        Assert.Equal(4, string.Concat(ruth.Cookies["placelead-manage"]).Split('~').Length);
        _place.Clock.Advance(TimeSpan.FromMinutes(11));
        await ruth.GetAsync("/manage/you");
        Assert.NotEqual(refresh, SessionStore.Read(Assert.Single(await _place.Tables.RangeAsync(Table.Identities, "~desk", "account|", "account|~", default).Where(row => row.Shape == SessionStore.Shape).ToListAsync())).Provider!.Refresh);
    }

    [Fact]
    public async Task Another_site_sends_nobody_to_the_provider()
    {
        using var ruth = new Colleague(_site, _provider, Ruth);
        ruth.Headers["Sec-Fetch-Site"] = "cross-site";
        Assert.Equal(HttpStatusCode.Forbidden, (await ruth.PostAsync("/manage/sign-in/provider")).Status);
    }

    [Fact]
    public async Task A_discovery_document_that_speaks_for_another_address_signs_nobody_in()
    {
        _provider.SpeaksFor = new Uri("https://elsewhere.example/");
        _provider.Faults.ChangeNextIdToken = claims => claims["iss"] = "https://elsewhere.example/";
        using var ruth = new Colleague(_site, _provider, Ruth);
        await AssertRefusedAsync(ruth, (await ruth.LeaveAsync())!.Replace(Uri.EscapeDataString(_provider.Issuer.AbsoluteUri), "https%3A%2F%2Felsewhere.example%2F", StringComparison.Ordinal));
    }

    [Fact]
    public async Task That_the_provider_is_away_stands_in_the_log()
    {
        using var ruth = new Colleague(_site, _provider, Ruth);
        _provider.Faults.Away = true;
        await ruth.PostAsync("/manage/sign-in/provider");
        Assert.Contains("The sign-in service could not be reached", _site.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_who_hands_in_a_thousand_answers_fills_no_table()
    {
        using var stranger = new Colleague(_site, _provider, Ruth);
        for (var number = 0; number < 100; number++)
        {
            await AssertRefusedAsync(stranger, $"/manage/signed-in?state={number}&code=1");
        }

        // Ten, and the sixteenth, the thirty-second and the sixty-fourth.
        var acts = await ActsAsync();
        Assert.Equal(13, acts.Count);
        Assert.Contains(acts, act => act.Detail.EndsWith("the 64th time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Thousands_of_mutated_logout_tokens_sign_nobody_out()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", Manager);
        var (good, random) = (_provider.LogoutToken("ruth", null), new Random(2));
        for (var number = 0; number < Sample.Of(300, all: 10_000); number++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await BackChannelAsync(Mutate(good, 0, good.Length - 1, random))).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync("/manage/you")).Status);
    }

    [Fact]
    public async Task Two_instances_and_a_restart_in_the_middle_of_a_sign_in_make_no_difference()
    {
        await using var second = await Colleague.SiteAsync(_provider, _place);
        using var ruth = new Colleague(_site, _provider, Ruth);
        var back = (await ruth.LeaveAsync())!;
        await _site.DisposeAsync();
        using var there = new Colleague(second, _provider, Ruth);
        foreach (var (name, value) in ruth.Cookies)
        {
            there.Cookies[name] = value;
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await there.GetAsync(back)).Status);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/manage/you")).Status);
        await using var third = await Colleague.SiteAsync(_provider, _place);
        using var later = new Colleague(third, _provider, Ruth);
        later.Cookies["placelead-manage"] = there.Cookies["placelead-manage"];
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync("/manage/you")).Status);
        _site = third;
    }

    [Fact]
    public async Task What_protects_a_sign_in_on_its_way_is_encrypted_in_the_tables()
    {
        using var ruth = new Colleague(_site, _provider, Ruth);
        await ruth.LeaveAsync();
        var keys = await _place.Tables.RangeAsync(Table.Directory, "protection-keys", "!", "~", default).ToListAsync();
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains("<sealed", key.Body, StringComparison.Ordinal));
        Assert.All(keys, key => Assert.DoesNotContain("masterKey", key.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_platform_says_of_who_signed_in_is_not_believed()
    {
        using var nobody = new Colleague(_site, _provider, Ruth);
        foreach (var name in new[] { "X-MS-CLIENT-PRINCIPAL", "X-MS-CLIENT-PRINCIPAL-ID", "X-MS-CLIENT-PRINCIPAL-NAME", "X-MS-TOKEN-AAD-ID-TOKEN" })
        {
            nobody.Headers[name] = "eyJhdXRoX3R5cCI6ImFhZCIsImNsYWltcyI6W3sidHlwIjoicm9sZXMiLCJ2YWwiOiJQbGFjZUxlYWRlcnNoaXAuTWFuYWdlciJ9XX0=";
        }

        await AssertOutAsync(nobody);
    }

    [Fact]
    public async Task Before_granting_somebody_shows_again_that_it_is_they()
    {
        using var head = await Colleague.SignedInAsync(_site, _provider, "head", new Grant(Role.Administrator, Scope.Everywhere));
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth");
        _place.Clock.Advance(TimeSpan.FromMinutes(11));
        (string, string)[] grant = [("do", "grant"), ("whom", ruth.Id.Value), ("role", "manager"), ("for", "everywhere")];
        var asked = await head.PostAsync("/manage/access", grant);
        var back = Uri.UnescapeDataString(asked.Response.Headers.Location!.ToString()["/manage/sign-in/again?to=".Length..]);
        Assert.StartsWith("/manage/access?chosen=", back, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed so far", (await head.GetAsync(asked.Response.Headers.Location!.ToString())).Text, StringComparison.Ordinal);
        Assert.Empty((await _place.Desk<AccountStore>().FindAsync(ruth.Id, default))!.Grants);

        // Signing in without being asked for more than the cookie of the provider is not enough.
        await head.SignInAsync();
        await head.ReadProofAsync();
        var proved = await head.SignInAsync(("again", "yes"), ("to", back));
        Assert.Equal(back, proved.Response.Headers.Location!.ToString());
        var filled = await head.GetAsync(back);
        Assert.Contains($"<option value=\"{ruth.Id}\" selected>", filled.Html, StringComparison.Ordinal);
        Assert.Contains("Nothing was granted yet", filled.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(" selected>", (await head.GetAsync($"/manage/access?whom={ruth.Id}&role=manager&for=everywhere&chosen=forged")).Html, StringComparison.Ordinal);
        await head.ReadProofAsync();
        Assert.Equal("/manage/access?done=granted", (await head.PostAsync("/manage/access", grant)).Response.Headers.Location!.ToString());
        Assert.Equal([Manager], (await _place.Desk<AccountStore>().FindAsync(ruth.Id, default))!.Grants);
    }

    [Fact]
    public async Task Whoever_signs_in_again_leaves_no_sign_in_behind()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", Manager);
        var before = ruth.Cookies["placelead-manage"];
        await ruth.SignInAsync();
        using var thief = new Colleague(_site, _provider, Ruth);
        thief.Cookies["placelead-manage"] = before;
        await AssertOutAsync(thief);
        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync("/manage/you")).Status);
    }

    [Fact]
    public async Task Whoever_leaves_out_on_the_way_that_they_are_to_be_asked_again_is_not_believed()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", Manager);
        _place.Clock.Advance(TimeSpan.FromMinutes(11));
        var away = await ruth.PostAsync("/manage/sign-in/provider", ("again", "yes"), ("to", "/manage"));
        var address = away.Response.Headers.Location!.ToString();
        Assert.Contains("prompt=login", address, StringComparison.Ordinal);
        Assert.Contains("max_age=0", address, StringComparison.Ordinal);

        // The session at the provider is of before.
        var query = HttpUtility.ParseQueryString(new Uri(address).Query);
        query.Remove("prompt");
        query.Remove("max_age");
        var back = await ruth.FollowAsync(new Uri($"{address[..address.IndexOf('?', StringComparison.Ordinal)]}?{query}"));
        await ruth.GetAsync(back.PathAndQuery);
        await ruth.ReadProofAsync();
        var answer = await ruth.PostAsync($"/manage/cohorts/{TestPlace.CohortId}/delete", ("confirm", TestPlace.CohortId.Value));
        Assert.Contains("/manage/sign-in/again", answer.Response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.NotNull(await _place.Desk<Core.Cohorts.CohortReader>().ReadAsync(TestPlace.CohortId, default));
    }

    [Fact]
    public async Task Of_whom_the_provider_wants_more_signs_in_again_and_everybody_else_stays_in_with_their_roles()
    {
        using var ruth = await RoleAsync("ruth", "PlaceLeadership.Manager");
        using var ben = await RoleAsync("ben", "PlaceLeadership.Manager");
        _provider.Faults.AskedAgain = subject => subject == "ruth" ? "interaction_required" : null;
        for (var minute = 0; minute < 20; minute++)
        {
            _place.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(HttpStatusCode.OK, (await ben.GetAsync($"/manage/cohorts/{TestPlace.CohortId}")).Status);
            await ruth.GetAsync("/manage/you");
        }

        await AssertOutAsync(ruth);
        Assert.Single(await ActsAsync(), act => act.What == AccessDeeds.SignedOutByProvider && act.By == ruth.Id);
    }

    [Fact]
    public async Task A_provider_that_takes_us_no_more_stands_in_the_log_and_signs_nobody_out_before_its_word_ends()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", Manager);
        _provider.Faults.AskedAgain = _ => "invalid_client";
        _place.Clock.Advance(TimeSpan.FromMinutes(12));
        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync("/manage/you")).Status);
        Assert.Contains("does not take this server", _site.Log.All, StringComparison.Ordinal);
        Assert.Contains("invalid_client", _site.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_instances_that_ask_again_at_once_sign_nobody_out()
    {
        await using var second = await Colleague.SiteAsync(_provider, _place);
        using var here = await RoleAsync("ruth", "PlaceLeadership.Manager");
        using var there = new Colleague(second, _provider, here.Person);
        foreach (var (name, value) in here.Cookies)
        {
            there.Cookies[name] = value;
        }

        // The second has its answer while that of the first is on its way, longer than the provider takes one token twice.
        _place.Clock.Advance(TimeSpan.FromMinutes(11));
        var held = _provider.Faults.HoldNextTokenAnswer();
        var first = Task.Run(() => here.GetAsync("/manage/you"));
        await held.Reached;
        _place.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/manage/you")).Status);
        _place.Clock.Advance(TimeSpan.FromSeconds(40));
        held.Release();
        Assert.Equal(HttpStatusCode.OK, (await first).Status);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/manage/you")).Status);
    }

    [Fact]
    public async Task Whoever_leaves_a_page_while_the_provider_is_asked_stays_in_and_it_is_asked_once()
    {
        using var ruth = await RoleAsync("ruth", "PlaceLeadership.Manager");
        _place.Clock.Advance(TimeSpan.FromMinutes(11));
        var asked = _provider.Calls("/connect/token");
        var held = _provider.Faults.HoldNextTokenAnswer();
        using var leaving = new CancellationTokenSource();
        var left = ruth.GetAsync("/manage/you", leaving.Token);
        await held.Reached;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await LooksAsync();
        _place.Clock.Advance(TimeSpan.FromSeconds(40));
        var next = ruth.GetAsync("/manage/you");
        await LooksAsync();
        held.Release();
        Assert.Equal(HttpStatusCode.OK, (await next).Status);
        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync("/manage/you")).Status);

        // A token that is taken once was sent once.
        Assert.Equal(1, _provider.Calls("/connect/token") - asked);
    }

    // Until the server has noticed what was done.
    private async Task LooksAsync()
    {
        using var somebody = new Colleague(_site, _provider, Ruth);
        for (var look = 0; look < 50; look++)
        {
            await somebody.GetAsync("/manage/sign-in");
        }
    }

    [Fact]
    public async Task A_sign_in_at_one_organisation_is_not_ended_by_another_that_uses_the_same_word_for_one()
    {
        const string Other = "https://other.example/";
        await using var site = await Colleague.SiteAsync(_provider, _place, change: own => own with { Issuers = [_provider.Issuer.AbsoluteUri, Other] });
        using var ruth = await Colleague.SignedInAsync(site, _provider, "ruth");
        using var nobody = new Colleague(site, _provider, Ruth);
        var token = _provider.LogoutToken(null, _provider.Session!.Id, claims => claims["iss"] = Other);
        Assert.Equal(HttpStatusCode.OK, (await nobody.PostAsync("/manage/back-channel-logout", ("logout_token", token))).Status);
        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync("/manage/you")).Status);
        Assert.DoesNotContain(await ActsAsync(), act => act.What == AccessDeeds.SignedOutByProvider);
    }

    [Fact]
    public async Task Whom_the_provider_signs_out_while_they_are_on_the_way_back_does_not_arrive()
    {
        using var ruth = new Colleague(_site, _provider, Ruth);
        var back = await ruth.LeaveAsync();
        var signIn = _provider.Session!.Id;
        var held = _provider.Faults.HoldNextTokenAnswer();
        var arriving = ruth.GetAsync(back!);
        await held.Reached;
        Assert.Equal(HttpStatusCode.OK, (await BackChannelAsync(_provider.LogoutToken(null, signIn))).Status);
        held.Release();
        Assert.Equal(HttpStatusCode.BadRequest, (await arriving).Status);
        await AssertOutAsync(ruth);

        // Another sign-in of the same person is another.
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SignInAsync(("again", "yes"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync("/manage/you")).Status);
    }

    [Fact]
    public async Task Who_is_signed_out_everywhere_while_they_are_on_the_way_back_does_not_arrive_and_signs_in_anew()
    {
        using var ruth = new Colleague(_site, _provider, Ruth);
        var back = await ruth.LeaveAsync();
        var held = _provider.Faults.HoldNextTokenAnswer();
        var arriving = ruth.GetAsync(back!);
        await held.Reached;
        _place.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.OK, (await BackChannelAsync(_provider.LogoutToken("ruth", null))).Status);
        held.Release();
        Assert.Equal(HttpStatusCode.BadRequest, (await arriving).Status);
        await AssertOutAsync(ruth);

        _place.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SignInAsync(("again", "yes"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync("/manage/you")).Status);
    }

    [Fact]
    public async Task Sign_outs_that_make_no_sense_are_refused_and_while_the_provider_is_away_it_is_asked_to_come_again()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth");
        foreach (var change in new Action<IDictionary<string, object>>[]
        {
            claims => claims["iat"] = -99_999_999_999_999L, claims => claims["iat"] = long.MaxValue, claims => claims["iat"] = "soon", claims => claims["events"] = "x",
            claims => claims["events"] = new[] { "http://schemas.openid.net/event/backchannel-logout" },
        })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await BackChannelAsync(_provider.LogoutToken("ruth", null, change))).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync("/manage/you")).Status);
        await using var fresh = await Colleague.SiteAsync(_provider, _place);
        using var nobody = new Colleague(fresh, _provider, Ruth);
        _provider.Faults.Away = true;
        Assert.Equal(
            HttpStatusCode.ServiceUnavailable, (await nobody.PostAsync("/manage/back-channel-logout", ("logout_token", _provider.LogoutToken("ruth", null)))).Status);
    }

    private async Task<Colleague> RoleAsync(string subject, string role)
    {
        var colleague = new Colleague(_site, _provider, new ProviderPerson(subject, subject, $"{subject}@example.org") { Roles = [role] });
        await colleague.SignInAsync();
        return colleague;
    }

    private Task<IReadOnlyList<AccessAct>> ActsAsync() =>
        _place.Desk<AccessLog>().ListAsync(_place.Clock.Now() - Duration.FromDays(1), _place.Clock.Now() + Duration.FromDays(1), default);

    private Task GrantAsync(Colleague whom, Grant grant) =>
        _place.Desk<AccountStore>().GrantAsync(whom.Id, grant, new AccessAct(_place.Clock.Now(), AccountId.CommandLine, AccessDeeds.Granted), default);

    private async Task<Site.Reading> BackChannelAsync(string token)
    {
        using var nobody = new Colleague(_site, _provider, Ruth);
        return await nobody.PostAsync("/manage/back-channel-logout", ("logout_token", token));
    }

    private static async Task AssertOutAsync(Colleague who) =>
        Assert.Equal("/manage/sign-in?to=%2Fmanage%2Fyou", (await who.GetAsync("/manage/you")).Response.Headers.Location?.ToString());

    private static async Task AssertRefusedAsync(Colleague who, string back)
    {
        var answer = await who.GetAsync(back);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Signing in did not work", answer.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("placelead-manage", string.Join(' ', answer.Response.Headers.TryGetValues("Set-Cookie", out var set) ? set : []), StringComparison.Ordinal);
        Assert.False(who.Cookies.ContainsKey("placelead-manage"));
    }

    private static string Mutate(string good, int from, int to, Random random)
    {
        while (true)
        {
            var at = random.Next(from, to);
            var bad = random.Next(3) switch
            {
                0 => good[..at] + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[random.Next(64)] + good[(at + 1)..],
                1 => good[..at] + good[Math.Min(to, at + 1 + random.Next(4))..],
                _ => good[..at] + (char)('A' + random.Next(26)) + good[at..],
            };
            if (bad != good)
            {
                return bad;
            }
        }
    }
}
