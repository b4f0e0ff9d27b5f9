using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Managing;

public sealed class SignInTests
{
    private static readonly string[] Pages =
    [
        "/manage", "/manage/", "/manage/launch", "/manage/launch/roster.csv", $"/manage/cohorts/{TestPlace.CohortId}",
        $"/manage/cohorts/{TestPlace.CohortId}/week/2026-03-02", $"/manage/cohorts/{TestPlace.CohortId}/history/2026-03-02", $"/manage/cohorts/{TestPlace.CohortId}/end",
        $"/manage/cohorts/{TestPlace.CohortId}/delete", $"/manage/cohorts/{TestPlace.CohortId}/deleted", "/manage/nothing/here",
        "/manage/you", "/manage/access", "/manage/access/history", $"/manage/cohorts/{TestPlace.CohortId}/evidence",
        $"/manage/cohorts/{TestPlace.CohortId}/groups", $"/manage/cohorts/{TestPlace.CohortId}/groups/facilitator/1",
        $"/manage/cohorts/{TestPlace.CohortId}/people/join", $"/manage/cohorts/{TestPlace.CohortId}/people/somebody",
    ];

    private static readonly string[] Acts =
    [
        "/manage/sign-out", "/manage/launch", "/manage/access", "/manage/you/code", $"/manage/cohorts/{TestPlace.CohortId}/pause", $"/manage/cohorts/{TestPlace.CohortId}/take-up",
        $"/manage/cohorts/{TestPlace.CohortId}/settle", $"/manage/cohorts/{TestPlace.CohortId}/end",
        $"/manage/cohorts/{TestPlace.CohortId}/delete", "/manage/nothing/here",
        $"/manage/cohorts/{TestPlace.CohortId}/groups/apart", $"/manage/cohorts/{TestPlace.CohortId}/groups/no-longer-apart",
        $"/manage/cohorts/{TestPlace.CohortId}/groups/meeting", $"/manage/cohorts/{TestPlace.CohortId}/groups/facilitator/1",
        $"/manage/cohorts/{TestPlace.CohortId}/people/join", $"/manage/cohorts/{TestPlace.CohortId}/people/somebody",
    ];

    [Fact]
    public async Task Every_address_of_a_manager_is_among_these()
    {
        await using var site = await Manager.SiteAsync();
        var known = Pages.Concat(Acts).Select(path => path.Replace(TestPlace.CohortId.Value, "{id}", StringComparison.Ordinal)
            .Replace("2026-03-02", "{day}", StringComparison.Ordinal).Replace("facilitator/1", "facilitator/{set:int}", StringComparison.Ordinal).Replace("somebody", "{who}", StringComparison.Ordinal).TrimEnd('/')).ToHashSet();
        var mapped = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(path => path.StartsWith("/manage", StringComparison.Ordinal) && path is not ("/manage/sign-in" or "/manage/{**rest}"))
            .ToHashSet();
        Assert.True(mapped.Count > 10);
        Assert.Subset(known, mapped);
    }

    [Fact]
    public async Task Without_signing_in_nothing_is_reached_read_or_changed()
    {
        await using var site = await Manager.SiteAsync();
        var before = await site.Place.RowsAsync();
        site.Place.Tables.Trouble = new InvalidOperationException("The store was asked.");
        var outside = Manager.Outside(site);
        foreach (var cookie in new[] { null, "placelead-manage=", "placelead-manage=forged", "placelead-manage=1~a~b~99999999999.x", "placelead-manage=2~a~key~b.x", "other=1" })
        {
            outside.Cookie = cookie;
            foreach (var page in Pages)
            {
                AssertShownTheDoor(await outside.GetAsync(page));
            }

            foreach (var act in Acts)
            {
                AssertShownTheDoor(await outside.PostAsync(act, ("confirm", TestPlace.CohortId.Value), ("length", "open")));
            }
        }

        site.Place.Tables.Trouble = null;
        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Fact]
    public async Task Without_a_manager_key_there_are_no_such_pages()
    {
        await using var site = await Site.OpenAsync();
        foreach (var page in Pages.Append("/manage/sign-in"))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(page)).Status);
        }
    }

    [Fact]
    public async Task Signing_in_gives_a_cookie_that_neither_scripts_nor_other_sites_can_use()
    {
        await using var site = await Manager.SiteAsync();
        var cookie = (await Manager.Outside(site).SignInAsync(Manager.Key)).Response.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("; path=/manage;", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("max-age=43200", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(Manager.Key, cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-Proto", "https", null)]
    [InlineData("Host", "prompts.example.org", "https://prompts.example.org/")]
    public async Task Where_people_come_by_https_the_cookie_never_travels_in_the_open(string header, string value, string? address)
    {
        await using var site = await Manager.SiteAsync(configure: options => options.PublicAddress = address is null ? null : new Uri(address));
        var manager = Manager.Outside(site);
        manager.Headers[header] = value;
        Assert.Contains("; secure", (await manager.SignInAsync(Manager.Key)).Response.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_told_in_plain_words_and_stands_in_no_log_and_no_page()
    {
        await using var site = await Manager.SiteAsync();
        foreach (var wrong in new[] { "not-the-key-but-something-like-it", Manager.Key + "x", Manager.Key[..^1] })
        {
            var page = await Manager.Outside(site).SignInAsync(wrong);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains("That is not the manager key.", page.Text, StringComparison.Ordinal);
            Assert.False(page.Response.Headers.Contains("Set-Cookie"));
            Assert.DoesNotContain(wrong, page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(wrong, site.Log.All, StringComparison.Ordinal);
        }

        await Manager.SignedInAsync(site);
        Assert.Contains("wrong key", site.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(Manager.Key, site.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_guesses_is_told_to_wait_ever_longer_and_nobody_is_locked_out()
    {
        await using var site = await Manager.SiteAsync();
        var guesser = Manager.Outside(site);
        for (var number = 0; number < 10; number++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guesser.SignInAsync($"guess number {number} of many")).Status);
        }

        foreach (var seconds in new[] { "60", "120", "240" })
        {
            var refused = await guesser.SignInAsync("one guess more");
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
            Assert.Equal(seconds, refused.Response.Headers.GetValues("Retry-After").Single());
            Assert.Contains("many wrong ones were tried from here", refused.Text, StringComparison.Ordinal);
        }

        // What a client says of itself is not believed: it would begin anew with each guess.
        guesser.Headers["X-Forwarded-For"] = "198.51.100.99";
        Assert.Equal(HttpStatusCode.TooManyRequests, (await guesser.SignInAsync("and one more")).Status);

        // From the very same address, as all come through a proxy that says nothing of them.
        await Manager.SignedInAsync(site);
    }

    [Fact]
    public async Task The_key_is_hidden_while_it_is_typed_and_may_be_pasted_or_remembered()
    {
        await using var site = await Manager.SiteAsync();
        var field = System.Text.RegularExpressions.Regex.Match((await site.GetAsync("/manage/sign-in")).Html, "<input [^>]*id=\"key\"[^>]*>").Value;
        Assert.Contains("type=\"password\"", field, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"current-password\"", field, StringComparison.Ordinal);
        Assert.DoesNotContain("maxlength", field, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onpaste", field, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_key_works_after_a_year_as_on_the_first_day()
    {
        await using var site = await Manager.SiteAsync();
        site.Place.Clock.Advance(TimeSpan.FromDays(366));
        await Manager.SignedInAsync(site);
    }

    [Fact]
    public async Task Each_sign_in_has_a_secret_of_32_bytes_of_its_own()
    {
        await using var site = await Manager.SiteAsync();
        var secrets = new HashSet<string>();
        for (var number = 0; number < 50; number++)
        {
            secrets.Add((await Manager.SignedInAsync(site)).Cookie!.Split('~')[3].Split('.')[0]);
        }

        Assert.Equal(50, secrets.Count);
        Assert.All(secrets, secret => Assert.Equal(32, System.Buffers.Text.Base64Url.DecodeFromChars(secret).Length));
    }

    [Fact]
    public async Task Sixty_wrong_keys_at_once_from_one_address_slow_that_address_alone()
    {
        await using var site = await Manager.SiteAsync();
        var (guesser, somebody) = (System.Net.IPAddress.Parse("198.51.100.7"), System.Net.IPAddress.Parse("198.51.100.8"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => site.PostFromAsync(guesser, null, "/manage/sign-in", ("key", $"guess number {number} of many"))));
        Assert.Equal(50, answers.Count(answer => answer.Status == 429));
        Assert.Equal(422, (await site.PostFromAsync(somebody, null, "/manage/sign-in", ("key", "mistyped"))).Status);
        Assert.Equal(303, (await site.PostFromAsync(guesser, null, "/manage/sign-in", ("key", Manager.Key))).Status);
    }

    [Theory]
    [InlineData("10.1.2.3", "198.51.100.7", "198.51.100.7")]
    [InlineData("10.1.2.3", "203.0.113.9, 198.51.100.7:5017", "198.51.100.7")]
    [InlineData("10.1.2.3", "203.0.113.9, 198.51.100.7, 10.9.9.9", "198.51.100.7")]
    [InlineData("::ffff:10.1.2.3", "2001:db8::7", "2001:db8::7")]
    [InlineData("10.1.2.3", "nonsense", "10.1.2.3")]
    [InlineData("198.51.100.8", "203.0.113.9", "198.51.100.8")]
    [InlineData("198.51.100.8", null, "198.51.100.8")]
    public async Task Where_somebody_comes_from_is_believed_from_the_proxies_that_are_named_alone(string connection, string? passedOn, string from)
    {
        await using var site = await Manager.SiteAsync(configure: options => options.TrustedProxies = [System.Net.IPNetwork.Parse("10.0.0.0/8")]);
        await site.PostFromAsync(System.Net.IPAddress.Parse(connection), passedOn, "/manage/sign-in", ("key", "mistyped"));
        var acts = await site.Place.Desk<Core.Accounts.AccessLog>().ListAsync(NodaTime.Instant.FromUtc(2026, 1, 1, 0, 0), NodaTime.Instant.FromUtc(2027, 1, 1, 0, 0), default);
        Assert.Equal(from, Assert.Single(acts).From);
    }

    [Fact]
    public async Task A_sign_in_lasts_twelve_hours_of_real_time_while_somebody_uses_it()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        for (var hour = 1; hour < 12; hour++)
        {
            site.Place.Clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/manage")).Status);
        }

        site.Place.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/manage")).Status);
        site.Place.Clock.Advance(TimeSpan.FromSeconds(1));
        AssertShownTheDoor(await manager.GetAsync("/manage"));
    }

    [Fact]
    public async Task A_sign_in_that_nobody_uses_for_two_hours_is_over()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        site.Place.Clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/manage")).Status);
        site.Place.Clock.Advance(TimeSpan.FromHours(2));
        AssertShownTheDoor(await manager.GetAsync("/manage"));
        AssertShownTheDoor(await manager.PostAsync("/manage/sign-out"));
    }

    [Fact]
    public async Task Whoever_signs_out_everywhere_ends_every_sign_in_at_the_next_request_on_every_instance()
    {
        var place = await TestPlace.LaunchAsync();
        await using var one = await Manager.SiteAsync(place);
        await using var two = await Manager.SiteAsync(place);
        var (manager, colleague) = (await Manager.SignedInAsync(one), await Manager.SignedInAsync(two));
        Assert.Contains("also those of colleagues", (await manager.GetAsync("/manage/you")).Text, StringComparison.Ordinal);
        AssertShownTheDoor(await manager.PostAsync("/manage/sign-out", ("do", "everywhere")));
        AssertShownTheDoor(await colleague.GetAsync("/manage"));
        AssertShownTheDoor(await colleague.PostAsync($"/manage/cohorts/{TestPlace.CohortId}/take-up"));
        Assert.Empty(await SessionsAsync(place));
        await Manager.SignedInAsync(two);
    }

    [Fact]
    public async Task Where_somebody_is_signed_in_is_listed_and_each_can_be_ended_alone()
    {
        await using var site = await Manager.SiteAsync();
        var lost = await Manager.SignedInAsync(site);
        site.Place.Clock.Advance(TimeSpan.FromMinutes(20));
        var (here, third) = (await Manager.SignedInAsync(site), await Manager.SignedInAsync(site));
        var page = await here.GetAsync("/manage/you");
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page.Text, "this device"));
        var others = System.Text.RegularExpressions.Regex.Matches(page.Html, "name=\"other\" value=\"([0-9a-f]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2, others.Count);
        var landed = await here.PostAsync("/manage/sign-out", ("other", others[^1]));
        Assert.Equal("/manage/you", landed.Response.Headers.Location?.OriginalString);
        AssertShownTheDoor(await lost.GetAsync("/manage"));
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/manage")).Status);
        Assert.Equal(HttpStatusCode.OK, (await third.GetAsync("/manage")).Status);

        // One that is over already, and one that never was.
        foreach (var over in new[] { others[^1], "0123456789abcdef" })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await here.PostAsync("/manage/sign-out", ("other", over))).Status);
        }

        Assert.Equal(2, (await SessionsAsync(site.Place)).Count);
    }

    [Fact]
    public async Task What_only_an_attack_brings_leaves_a_line_in_the_log_that_says_nothing_of_what_was_sent()
    {
        await using var site = await Manager.SiteAsync();
        var (forger, victim) = (Manager.Outside(site), await Manager.SignedInAsync(site));
        Assert.DoesNotContain("Refused:", site.Log.All, StringComparison.Ordinal);
        forger.Cookie = victim.Cookie![..^3] + "abc";
        AssertShownTheDoor(await forger.GetAsync("/manage"));
        await forger.GetAsync("/p/forged-by-somebody");
        victim.Headers["Origin"] = "https://elsewhere.example.org";
        await victim.PostAsync("/manage/sign-out");
        foreach (var sign in new[] { "a cookie that was not made here", "a private link that was not made here", "a form that another site sent" })
        {
            Assert.Single(System.Text.RegularExpressions.Regex.Matches(site.Log.All, $"Refused: {sign}"));
        }

        Assert.DoesNotContain("forged-by-somebody", site.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere.example.org", site.Log.All, StringComparison.Ordinal);

        // Whoever sends many fills no log.
        for (var number = 0; number < 120; number++)
        {
            await forger.GetAsync($"/p/forged-{number}");
        }

        Assert.InRange(System.Text.RegularExpressions.Regex.Count(site.Log.All, "Refused: "), 60, 120);
    }

    [Fact]
    public async Task What_is_kept_of_a_sign_in_opens_nothing()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var row = Assert.Single(await SessionsAsync(site.Place));
        var secret = manager.Cookie!.Split('~')[3].Split('.')[0];
        Assert.DoesNotContain(secret, row.Key + row.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(manager.Proof, row.Key + row.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_changed_anywhere_is_worth_nothing()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var good = manager.Cookie!;
        for (var at = good.IndexOf('=', StringComparison.Ordinal) + 1; at < good.Length; at++)
        {
            manager.Cookie = good[..at] + (good[at] == 'A' ? 'B' : 'A') + good[(at + 1)..];
            AssertShownTheDoor(await manager.GetAsync("/manage"));
        }

        manager.Cookie = good;
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/manage")).Status);
    }

    [Fact]
    public async Task Of_thousands_of_mutated_cookies_none_is_taken_and_for_none_is_anything_read()
    {
        await using var site = await Manager.SiteAsync();
        var goods = new[] { (await Manager.SignedInAsync(site)).Cookie!, (await Manager.SignedInAsync(site)).Cookie! };
        site.Place.Tables.Trouble = new InvalidOperationException("The store was asked.");
        var thief = Manager.Outside(site);
        var random = new Random(1);
        for (var number = 0; number < Sample.Of(1_000, all: 10_000); number++)
        {
            var good = goods[random.Next(2)];
            var from = good.IndexOf('=', StringComparison.Ordinal) + 1;
            var at = random.Next(from, good.Length);
            thief.Cookie = random.Next(5) switch
            {
                0 => good[..at] + (char)('!' + random.Next(90)) + good[(at + 1)..],
                1 => good[..at] + good[Math.Min(good.Length, at + 1 + random.Next(4))..],
                2 => good[..at] + (char)('A' + random.Next(26)) + good[at..],
                3 => good[..good.LastIndexOf('.')] + goods.First(other => other != good)[good.LastIndexOf('.')..],
                _ => good[..from] + string.Concat(good[from..].OrderBy(_ => random.Next())),
            };
            if (!goods.Contains(thief.Cookie))
            {
                AssertShownTheDoor(await thief.GetAsync("/manage"));
            }
        }
    }

    [Fact]
    public async Task Another_instance_with_the_same_keys_knows_the_sign_in_and_another_manager_key_ends_it()
    {
        var place = await TestPlace.LaunchAsync();
        await using var one = await Manager.SiteAsync(place);
        await using var two = await Manager.SiteAsync(place);
        await using var changed = await Manager.SiteAsync(place, options => options.ManagerKey = "another-key-of-the-managers-2");
        var manager = await Manager.SignedInAsync(one);
        var there = Manager.Outside(two);
        (there.Cookie, there.Proof) = (manager.Cookie, manager.Proof);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/manage")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await there.PostAsync($"/manage/cohorts/{TestPlace.CohortId}/take-up")).Status);
        var outside = Manager.Outside(changed);
        outside.Cookie = manager.Cookie;
        AssertShownTheDoor(await outside.GetAsync("/manage"));
    }

    [Fact]
    public async Task Who_has_signed_out_is_out_on_every_instance_and_after_a_restart_also_with_the_old_cookie()
    {
        var place = await TestPlace.LaunchAsync();
        await using var one = await Manager.SiteAsync(place);
        await using var two = await Manager.SiteAsync(place);
        var manager = await Manager.SignedInAsync(one);
        var (cookie, proof) = (manager.Cookie, manager.Proof);
        var colleague = await Manager.SignedInAsync(one);
        await manager.PostAsync("/manage/sign-out");
        await using var restarted = await Manager.SiteAsync(place);
        foreach (var site in new[] { one, two, restarted })
        {
            var thief = Manager.Outside(site);
            (thief.Cookie, thief.Proof) = (cookie, proof);
            AssertShownTheDoor(await thief.GetAsync("/manage"));
            AssertShownTheDoor(await thief.PostAsync($"/manage/cohorts/{TestPlace.CohortId}/delete", ("confirm", TestPlace.CohortId.Value)));
            Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/manage/sign-in")).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await colleague.GetAsync("/manage")).Status);
    }

    [Fact]
    public async Task What_is_kept_of_a_sign_in_goes_once_it_is_over()
    {
        await using var site = await Manager.SiteAsync();
        await Manager.SignedInAsync(site);
        await Manager.SignedInAsync(site);
        Assert.Equal(2, (await SessionsAsync(site.Place)).Count);
        site.Place.Clock.Advance(TimeSpan.FromHours(13));
        await Manager.SignedInAsync(site);
        Assert.Single(await SessionsAsync(site.Place));
    }

    private static async Task<IReadOnlyList<Core.Storing.Row>> SessionsAsync(TestPlace place)
    {
        var rows = new List<Core.Storing.Row>();
        await foreach (var row in place.Tables.RangeAsync(Core.Storing.Table.Identities, "~desk", "account|key|", "account|key|~", default))
        {
            rows.Add(row);
        }

        return rows;
    }

    [Fact]
    public async Task Over_https_the_cookie_is_this_hosts_alone_and_the_browser_is_told_to_come_by_https_only()
    {
        await using var site = await Manager.SiteAsync();
        Assert.False((await site.GetAsync("/privacy")).Response.Headers.Contains("Strict-Transport-Security"));
        var manager = Manager.Outside(site);
        manager.Headers["X-Forwarded-Proto"] = "https";
        var answer = await manager.SignInAsync(Manager.Key);
        Assert.Equal("max-age=31536000", answer.Response.Headers.GetValues("Strict-Transport-Security").Single());
        var cookie = answer.Response.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-placelead-manage=", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/;", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);

        // Planted under the plain name, which a neighbour under the same domain may write, it is not looked at.
        manager.Cookie = cookie.Split(';')[0].Replace("__Host-", "", StringComparison.Ordinal);
        AssertShownTheDoor(await manager.GetAsync("/manage"));
        manager.Cookie = cookie.Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/manage")).Status);
    }

    [Fact]
    public async Task Signing_out_takes_the_cookie_away()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        Assert.Equal("/manage", (await manager.GetAsync("/manage/sign-in")).Response.Headers.Location!.ToString());
        var answer = await manager.PostAsync("/manage/sign-out");
        AssertShownTheDoor(answer);
        Assert.StartsWith("placelead-manage=; max-age=0", answer.Response.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_a_page_leads_there_once_somebody_has_signed_in_and_to_no_other_site()
    {
        await using var site = await Manager.SiteAsync();
        var link = $"/manage/cohorts/{TestPlace.CohortId}/week/2026-03-02?part=2";
        var door = (await Manager.Outside(site).GetAsync(link)).Response.Headers.Location!.ToString();
        Assert.Equal($"/manage/sign-in?to={Uri.EscapeDataString(link)}", door);
        Assert.Contains($"name=\"to\" value=\"{link}\"", (await site.GetAsync(door)).Html, StringComparison.Ordinal);
        Assert.Equal(link, await ToAsync(link));
        foreach (var elsewhere in new[] { "https://other.example.org/", "//other.example.org/", "/manage//other.example.org", "/manage/\\other.example.org", "/a/b", "/manage/x\r\ny", "/managed", "/manage/\u00e9", "/manage/../x", "/manage/%2e%2e/%2fother.example.org", "/manage/" + new string('x', 3_000) })
        {
            Assert.Equal("/manage", await ToAsync(elsewhere));
        }

        async Task<string> ToAsync(string to) => (await Manager.Outside(site).PostAsync("/manage/sign-in", ("key", Manager.Key), ("to", to))).Response.Headers.Location!.ToString();
    }

    [Fact]
    public async Task What_somebody_typed_while_their_sign_in_ended_is_given_back_and_sent_after_the_next()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        manager.Headers["Sec-Fetch-Site"] = "same-origin";
        var elsewhere = await Manager.SignedInAsync(site);
        await elsewhere.PostAsync("/manage/sign-out", ("do", "everywhere"));
        var pause = $"/manage/cohorts/{TestPlace.CohortId}/pause";
        (string, string)[] typed = [("length", "day"), ("day", "2026-03-27")];

        var kept = await manager.PostAsync(pause, typed);
        Assert.Equal(HttpStatusCode.Forbidden, kept.Status);
        Assert.Contains("what you typed is still here", kept.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/manage/sign-in\" target=\"_blank\"", kept.Html, StringComparison.Ordinal);
        Assert.Equal(typed, Hidden(kept));
        Assert.Contains("You asked to pause the cohort.", kept.Text, StringComparison.Ordinal);
        Assert.Null(await PauseAsync());

        // In another tab. The form that was given back is of before.
        var next = await Manager.SignedInAsync(site);
        manager.Cookie = next.Cookie;
        var asked = await manager.PostAsync(pause, typed);
        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
        Assert.Contains("2026-03-27", asked.Text, StringComparison.Ordinal);
        Assert.Null(await PauseAsync());

        manager.Proof = Hidden(asked).First(field => field.Name == "proof").Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await manager.PostAsync(pause, typed)).Status);
        Assert.NotNull(await PauseAsync());
        async Task<Pause?> PauseAsync() => (await site.Place.Desk<CohortReader>().FindAsync(TestPlace.CohortId, default))!.Value.Cohort.Value.Pause;
    }

    [Fact]
    public async Task Nothing_is_given_back_to_whoever_was_never_signed_in_or_comes_from_another_site()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var proof = manager.Proof;
        manager.Proof = "of another sign-in";
        var pause = $"/manage/cohorts/{TestPlace.CohortId}/pause";
        Assert.DoesNotContain("Marker", (await manager.PostAsync(pause, ("until", "Marker"))).Html, StringComparison.Ordinal);
        manager.Headers["Sec-Fetch-Site"] = "cross-site";
        Assert.DoesNotContain("Marker", (await manager.PostAsync(pause, ("until", "Marker"))).Html, StringComparison.Ordinal);

        manager.Headers["Sec-Fetch-Site"] = "same-origin";
        manager.Proof = proof;
        await manager.PostAsync("/manage/sign-out");
        Assert.Contains("Marker", (await manager.PostAsync(pause, ("until", "Marker"))).Html, StringComparison.Ordinal);
        manager.Cookie += "x";
        AssertShownTheDoor(await manager.PostAsync(pause, ("until", "Marker")));
        manager.Cookie = null;
        AssertShownTheDoor(await manager.PostAsync(pause, ("until", "Marker")));
    }

    [Fact]
    public async Task What_cannot_be_undone_is_never_given_back_to_be_sent_with_one_press_and_signing_out_always_works()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        manager.Headers["Sec-Fetch-Site"] = "same-origin";
        manager.Proof = "of an earlier sign-in";
        foreach (var act in new[] { "end", "delete" })
        {
            var answer = await manager.PostAsync($"/manage/cohorts/{TestPlace.CohortId}/{act}", ("confirm", TestPlace.CohortId.Value));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.DoesNotContain("Send it", answer.Html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Send it", (await manager.PostAsync("/manage/access", ("do", "remove"), ("whom", "somebody"))).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await manager.PostAsync("/manage/sign-out")).Status);
        AssertShownTheDoor(await manager.GetAsync("/manage/you"));
        AssertShownTheDoor(await manager.PostAsync("/manage/sign-out"));
    }

    private static List<(string Name, string Value)> Hidden(Site.Reading page) =>
    [
        .. System.Text.RegularExpressions.Regex.Matches(page.Html, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .Select(field => (field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))),
    ];

    private static void AssertShownTheDoor(Site.Reading answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("/manage/sign-in", answer.Response.Headers.Location!.ToString().Split('?')[0]);
        Assert.Equal("no-store", answer.Response.Headers.GetValues("Cache-Control").Single());
        Assert.Empty(answer.Html);
    }
}
