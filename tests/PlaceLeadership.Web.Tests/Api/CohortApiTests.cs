using System.Net;
using System.Text;
using System.Text.Json;
using NodaTime;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Tests.Provider;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Api;

/// <summary>A script runs cohorts.</summary>
public sealed class CohortApiTests : IAsyncLifetime
{
    private static readonly string One = $"/cohorts/{TestPlace.CohortId}";

    private TestPlace _place = null!;
    private TestProvider _provider = null!;
    private Site _site = null!;
    private Script _script = null!;

    public async ValueTask InitializeAsync()
    {
        _place = await TestPlace.LaunchAsync();
        await _place.AlsoAsync();
        _provider = await TestProvider.StartAsync(_place.Clock);
        _site = await Colleague.SiteAsync(_provider, _place, change: own => own with { Audience = _provider.Audience });
        _script = As("PlaceLeadership.Manager");
    }

    public async ValueTask DisposeAsync()
    {
        _script.Dispose();
        await _site.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task A_script_launches_a_cohort_pauses_it_takes_it_up_ends_and_deletes_it()
    {
        var dry = await _script.PostAsync("/cohorts", Launch(dryRun: true));
        Assert.Equal(HttpStatusCode.OK, dry.Status);
        Assert.False(Json(dry).GetProperty("stored").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, (await _script.GetAsync("/cohorts/elmbridge")).Status);

        var launched = await _script.PostAsync("/cohorts", Launch());
        Assert.Equal(HttpStatusCode.Created, launched.Status);
        Assert.Equal("/api/v1/cohorts/elmbridge", launched.Response.Headers.Location!.ToString());
        Assert.Equal(6, Json(launched).GetProperty("people").GetInt32());
        var taken = await _script.PostAsync("/cohorts", Launch());
        AssertProblem(taken, HttpStatusCode.Conflict);
        Assert.Contains("already exists", taken.Html, StringComparison.Ordinal);

        var cohort = await _script.ReadAsync("/cohorts/elmbridge");
        Assert.Equal("to-begin", cohort.GetProperty("state").GetProperty("is").GetString());
        Assert.Contains(cohort.GetProperty("people").EnumerateArray(), person => person.GetProperty("name").GetString() == "Ann Lee");
        _script.Headers["If-Match"] = _script.ETag!;
        Assert.Equal(HttpStatusCode.OK, (await _script.PostAsync("/cohorts/elmbridge/pause", new { until = "2026-05-04" })).Status);
        _script.Headers["If-Match"] = _script.ETag!;
        Assert.Equal("paused", (await _script.ReadAsync("/cohorts/elmbridge")).GetProperty("state").GetProperty("is").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await _script.PostAsync("/cohorts/elmbridge/resume")).Status);
        _script.Headers["If-Match"] = _script.ETag!;
        Assert.Equal(HttpStatusCode.OK, (await _script.PostAsync("/cohorts/elmbridge/end")).Status);
        _script.Headers["If-Match"] = _script.ETag!;
        AssertProblem(await _script.PostAsync("/cohorts/elmbridge/pause", new { until = (string?)null }), HttpStatusCode.Conflict);
        Assert.Equal(HttpStatusCode.OK, (await _script.DeleteAsync("/cohorts/elmbridge")).Status);
        AssertProblem(await _script.GetAsync("/cohorts/elmbridge"), HttpStatusCode.NotFound);
        var acts = await _place.Desk<AccessLog>().ListAsync(_place.Clock.Now() - Duration.FromDays(1), _place.Clock.Now() + Duration.FromDays(1), default);
        Assert.Equal(
            [AccessDeeds.Launched, AccessDeeds.Sent, AccessDeeds.Sent, AccessDeeds.Sent, AccessDeeds.Sent, AccessDeeds.Deleted],
            acts.Where(act => act.Cohort == new CohortId("elmbridge") && act.What is AccessDeeds.Launched or AccessDeeds.Sent or AccessDeeds.Deleted).Select(act => act.What).Order(StringComparer.Ordinal).OrderBy(what => what == AccessDeeds.Launched ? 0 : what == AccessDeeds.Sent ? 1 : 2));
    }

    [Fact]
    public async Task A_launch_that_is_sent_again_with_its_key_is_the_same_launch()
    {
        _script.Headers["Idempotency-Key"] = "7f";
        Assert.Equal(HttpStatusCode.Created, (await _script.PostAsync("/cohorts", Launch())).Status);
        var again = await _script.PostAsync("/cohorts", Launch());
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.True(Json(again).GetProperty("wasThere").GetBoolean());
        Assert.Equal(HttpStatusCode.Conflict, (await _script.PostAsync("/cohorts", Launch(roster: Roster("Ann Lee", "Other Person")))).Status);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_launch_is_said_at_once_with_its_row_and_a_way_out()
    {
        var answer = await _script.PostAsync("/cohorts", Launch(place: "", start: "soon", roster: Roster("Ann Lee").Replace("ann@example.org", "ann", StringComparison.Ordinal)));
        AssertProblem(answer, HttpStatusCode.UnprocessableEntity);
        var errors = Json(answer).GetProperty("errors").EnumerateArray().ToDictionary(error => error.GetProperty("field").GetString()!);
        Assert.Equal(["place", "roster", "start"], errors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2, errors["roster"].GetProperty("row").GetInt32());
        Assert.Contains("mail", errors["roster"].GetProperty("column").GetString(), StringComparison.Ordinal);
        Assert.All(errors.Values, error => Assert.NotEmpty(error.GetProperty("what").GetString()!));
    }

    [Fact]
    public async Task A_manager_of_a_place_launches_in_it_alone()
    {
        using var script = As("PlaceLeadership.Manager:place:harbour town");
        var answer = await script.PostAsync("/cohorts", Launch());
        AssertProblem(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("You may not launch a cohort in this place", answer.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await script.PostAsync("/cohorts", Launch(place: "Harbour  Town"))).Status);
    }

    [Fact]
    public async Task A_change_rests_on_what_was_seen_or_is_refused()
    {
        var pause = new { until = (string?)null };
        AssertProblem(await _script.PostAsync($"{One}/pause", pause), HttpStatusCode.PreconditionRequired);
        foreach (var (condition, status) in new[]
        {
            ("\"of another\"", HttpStatusCode.PreconditionFailed), ("no tag", HttpStatusCode.BadRequest),
        })
        {
            _script.Headers["If-Match"] = condition;
            AssertProblem(await _script.PostAsync($"{One}/pause", pause), status);
        }

        await _script.LookAsync(One);
        _script.Headers["If-Match"] = "W/" + _script.Headers["If-Match"];
        AssertProblem(await _script.PostAsync($"{One}/pause", pause), HttpStatusCode.PreconditionFailed);

        // Somebody at the desk moved a letter meanwhile.
        await _script.LookAsync(One);
        var seen = _script.Headers["If-Match"];
        await _place.Desk<PauseDesk>().PausePersonAsync(TestPlace.CohortId, Actor.Manager, TestPlace.Asha, null, default);
        AssertProblem(await _script.PostAsync($"{One}/pause", pause), HttpStatusCode.PreconditionFailed);
        Assert.Null((await CohortAsync()).Pause);
        _script.Headers["If-Match"] = seen + ", *";
        AssertProblem(await _script.DeleteAsync(One), HttpStatusCode.BadRequest);
        await _script.LookAsync(One);
        _script.Headers["If-Match"] = "\"other\", " + _script.Headers["If-Match"];
        Assert.Equal(HttpStatusCode.OK, (await _script.PostAsync($"{One}/pause", pause)).Status);
        AssertProblem(await _script.PostAsync($"{One}/resume"), HttpStatusCode.PreconditionFailed);
        _script.Headers["If-Match"] = "*";
        Assert.Equal(HttpStatusCode.NoContent, (await _script.PostAsync($"{One}/resume")).Status);
    }

    [Fact]
    public async Task Of_many_who_change_what_they_saw_at_once_one_does()
    {
        await _script.LookAsync(One);
        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(async day =>
        {
            using var script = As("PlaceLeadership.Manager");
            script.Headers["If-Match"] = _script.Headers["If-Match"];
            return (await script.PostAsync($"{One}/pause", new { until = $"2026-05-{day:00}" })).Status;
        }));
        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Equal(11, answers.Count(answer => answer == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task What_somebody_changes_between_the_look_and_the_transaction_is_found_by_the_transaction()
    {
        var (versions, pauses) = (_place.Desk<CohortVersions>(), _place.Desk<PauseDesk>());
        var seen = (await versions.ReadAsync(TestPlace.CohortId, default))!;
        await pauses.PausePersonAsync(TestPlace.CohortId, Actor.Manager, TestPlace.Asha, null, default);
        await Assert.ThrowsAsync<StaleException>(() => seen.HoldAsync(() => pauses.PausePersonAsync(TestPlace.CohortId, Actor.Manager, TestPlace.Bronwen, null, default)));
        await Assert.ThrowsAsync<StaleException>(() => seen.HoldAsync(() => pauses.PauseAsync(TestPlace.CohortId, Actor.Manager, null, null, default)));
        Assert.Null((await CohortAsync()).Pause);
        Assert.Null((await _place.PersonAsync(TestPlace.Bronwen)).Pause);

        // What one has changed oneself is no surprise.
        var again = (await versions.ReadAsync(TestPlace.CohortId, default))!;
        var before = again.Tag;
        Assert.True(await again.HoldAsync(async () =>
            await pauses.PausePersonAsync(TestPlace.CohortId, Actor.Manager, TestPlace.Bronwen, null, default)
            && await pauses.PauseAsync(TestPlace.CohortId, Actor.Manager, null, null, default)));
        Assert.NotEqual(before, again.Tag);
        Assert.Equal(again.Tag, (await versions.ReadAsync(TestPlace.CohortId, default))!.Tag);
    }

    [Fact]
    public async Task A_letter_is_moved_cancelled_and_brought_back()
    {
        var week = await _script.ReadAsync($"{One}/week/2026-03-09");
        _script.Headers["If-Match"] = _script.ETag!;
        var letter = week.GetProperty("letters").EnumerateArray().First(item => item.GetProperty("mayChange").GetBoolean()).GetProperty("letter").GetString();
        var moved = await _script.PostAsync($"{One}/letters/move", new { letter, to = "2026-03-24" });
        Assert.Equal(HttpStatusCode.OK, moved.Status);
        Assert.NotEmpty(Json(moved).GetProperty("changed").EnumerateArray());
        AssertProblem(await _script.PostAsync($"{One}/letters/cancel", new { letter }), HttpStatusCode.PreconditionFailed);
        var later = (await _script.ReadAsync($"{One}/week/2026-03-23")).GetProperty("letters").EnumerateArray().First(item => item.GetProperty("mayRestore").GetBoolean());
        _script.Headers["If-Match"] = _script.ETag!;
        Assert.Equal(HttpStatusCode.OK, (await _script.PostAsync($"{One}/letters/restore", new { letter = later.GetProperty("letter").GetString() })).Status);
        _script.Headers["If-Match"] = _script.ETag!;
        Assert.Equal(HttpStatusCode.OK, (await _script.PostAsync($"{One}/letters/cancel", new { letter })).Status);
        _script.Headers["If-Match"] = _script.ETag!;
        AssertProblem(await _script.PostAsync($"{One}/letters/cancel", new { letter = "forged" }), HttpStatusCode.UnprocessableEntity);
        Assert.Contains((await _script.ReadAsync($"{One}/history/2026-03-02")).GetProperty("lines").EnumerateArray(), line => line.GetProperty("sentence").GetString()!.Contains(") cancelled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_people_are_kept_apart_and_no_longer()
    {
        var people = (await _script.ReadAsync($"{One}/groups")).GetProperty("people").EnumerateArray().Select(person => person.GetProperty("person").GetString()).ToList();
        _script.Headers["If-Match"] = _script.ETag!;
        AssertProblem(await _script.PostAsync($"{One}/groups/apart", new { one = people[0], other = people[0] }), HttpStatusCode.UnprocessableEntity);
        Assert.Equal(HttpStatusCode.NoContent, (await _script.PostAsync($"{One}/groups/apart", new { one = people[0], other = people[1] })).Status);
        Assert.Single((await _script.ReadAsync($"{One}/groups")).GetProperty("apart").EnumerateArray());
        _script.Headers["If-Match"] = _script.ETag!;
        Assert.Equal(HttpStatusCode.NoContent, (await _script.PostAsync($"{One}/groups/no-longer-apart", new { one = people[1], other = people[0] })).Status);
        Assert.Empty((await _script.ReadAsync($"{One}/groups")).GetProperty("apart").EnumerateArray());
    }

    [Fact]
    public async Task What_was_so_already_is_done_and_stands_once_in_the_history_of_the_cohort()
    {
        var people = (await _script.ReadAsync($"{One}/groups")).GetProperty("people").EnumerateArray().Select(person => person.GetProperty("person").GetString()).ToList();
        _script.Headers["If-Match"] = _script.ETag!;
        foreach (var wrong in new[] { (people[0], "nonsense"), ("", people[0]), (TestPlace.Asha.Value, people[1]) })
        {
            AssertProblem(await _script.PostAsync($"{One}/groups/no-longer-apart", new { one = wrong.Item1, other = wrong.Item2 }), HttpStatusCode.UnprocessableEntity);
        }

        Assert.Equal(1, await LinesAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await _script.PostAsync($"{One}/groups/no-longer-apart", new { one = people[0], other = people[1] })).Status);
        Assert.Equal(_script.Headers["If-Match"], _script.ETag);
        Assert.Equal(HttpStatusCode.NoContent, (await _script.PostAsync($"{One}/resume")).Status);
        Assert.Equal(1, await LinesAsync());
        foreach (var (path, body) in new (string, object?)[] { ("groups/apart", new { one = people[0], other = people[1] }), ("pause", new { until = "2026-05-04" }), ("resume", null), ("end", null) })
        {
            var before = await LinesAsync();
            foreach (var _ in new[] { 1, 2 })
            {
                _script.Headers["If-Match"] = _script.ETag!;
                Assert.True((await _script.PostAsync($"{One}/{path}", body)).Response.IsSuccessStatusCode);
                Assert.Equal(before + 1, await LinesAsync());
            }
        }
    }

    [Fact]
    public async Task Whatever_it_is_by_now_gives_the_ETag_of_what_it_is_then()
    {
        _script.Headers["If-Match"] = "*";
        Assert.Equal(HttpStatusCode.OK, (await _script.PostAsync($"{One}/pause", new { until = (string?)null })).Status);
        var after = _script.ETag!;
        Assert.NotNull(after);
        await _script.LookAsync(One);
        Assert.Equal(after, _script.ETag);
    }

    [Fact]
    public async Task What_is_not_the_json_of_an_address_changes_nothing_and_is_said_as_a_problem()
    {
        await _script.LookAsync(One);
        foreach (var body in new[]
        {
            "", "{", "null", "[]", "{}", "{\"until\":\"soon\"}", "{\"until\":\"2026-05-04\",\"more\":1}", "{\"until\":null,\"until\":null}", "{\"Until\":null}", "{\"until\":1}", "\"x\"",
            new string('[', 1_000),
        })
        {
            AssertProblem(await _script.PostAsync($"{One}/pause", body), HttpStatusCode.BadRequest);
        }

        AssertProblem(await _script.SendAsync(HttpMethod.Post, $"/api/v1{One}/pause", new StringContent("until=", Encoding.UTF8, "application/x-www-form-urlencoded")), HttpStatusCode.UnsupportedMediaType);
        AssertProblem(await _script.SendAsync(HttpMethod.Post, $"/api/v1{One}/pause", (HttpContent?)null), HttpStatusCode.UnsupportedMediaType);
        AssertProblem(await _script.PostAsync("/cohorts", $"{{\"roster\":\"{new string('x', 7 * 1024 * 1024)}\"}}"), HttpStatusCode.RequestEntityTooLarge);
        AssertProblem(await _script.PutAsync(One), HttpStatusCode.MethodNotAllowed);
        AssertProblem(await _script.GetAsync("/nowhere"), HttpStatusCode.NotFound);
        AssertProblem(await _script.GetAsync($"{One}/week/soon"), HttpStatusCode.NotFound);
        AssertProblem(await _script.GetAsync("/cohorts/no%20such%2Fid"), HttpStatusCode.NotFound);
        AssertProblem(await _script.PostAsync($"{One}/pause", new { until = "2026-03-05" }), HttpStatusCode.UnprocessableEntity);
        Assert.Null((await CohortAsync()).Pause);
    }

    [Fact]
    public async Task An_evaluator_reads_no_name_and_a_facilitator_cannot_point_at_anybody()
    {
        using var evaluator = As("PlaceLeadership.Evaluator");
        foreach (var path in new[] { "/cohorts", $"{One}/evidence" })
        {
            var answer = await evaluator.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.DoesNotContain("Private", answer.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("Priya", answer.Html, StringComparison.Ordinal);
        }

        Assert.All((await evaluator.ReadAsync("/cohorts")).GetProperty("cohorts").EnumerateArray(), cohort => Assert.Equal(JsonValueKind.Null, cohort.GetProperty("numbers").ValueKind));
        Assert.Equal("thinking", (await evaluator.ReadAsync($"{One}/evidence")).GetProperty("steps")[0].GetProperty("step").GetString());
        using var facilitator = As("PlaceLeadership.Facilitator");
        var groups = await facilitator.ReadAsync($"{One}/groups");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (groups.GetProperty("people").ValueKind, groups.GetProperty("apart").ValueKind));
    }

    [Fact]
    public async Task An_administrator_grants_takes_away_removes_and_reads_who_did_what()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth");
        using var head = As("PlaceLeadership.Administrator");
        Assert.Equal(HttpStatusCode.NoContent, (await head.PutAsync($"/accounts/{ruth.Id}/grants/manager@place:hill%20town")).Status);
        Assert.Contains(
            (await head.ReadAsync("/accounts")).GetProperty("accounts").EnumerateArray(),
            account => account.GetProperty("id").GetString() == ruth.Id.Value && account.GetProperty("grants")[0].GetString() == "manager@place:hill town");
        Assert.Contains("Hill Town", (await ruth.GetAsync("/manage")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await head.DeleteAsync($"/accounts/{ruth.Id}/grants/manager@place:hill%20town")).Status);
        AssertProblem(await head.PutAsync($"/accounts/{ruth.Id}/grants/owner@everywhere"), HttpStatusCode.UnprocessableEntity);
        AssertProblem(await head.PutAsync("/accounts/nobody/grants/manager@everywhere"), HttpStatusCode.NotFound);
        Assert.Contains(
            (await head.ReadAsync("/access-history")).GetProperty("lines").EnumerateArray(),
            line => System.Text.RegularExpressions.Regex.IsMatch(
                line.GetProperty("sentence").GetString()!, @"^“script” \([^)]+\) made “Ruth Of-Test” \(ruth@example\.org\) manager for the place “Hill Town”"));
        Assert.Equal(HttpStatusCode.NoContent, (await head.DeleteAsync($"/accounts/{ruth.Id}")).Status);
        using var local = As("PlaceLeadership.Administrator:place:harbour town");
        AssertProblem(await local.PutAsync($"/accounts/{AccountId.Of(_provider.Issuer.AbsoluteUri, _provider.ScriptId)}/grants/manager@everywhere"), HttpStatusCode.UnprocessableEntity);
        AssertProblem(await local.GetAsync("/access-history"), HttpStatusCode.Forbidden);
    }

    // The launch is one.
    private async Task<int> LinesAsync() => (await _script.ReadAsync($"{One}/history/2026-03-02")).GetProperty("lines").GetArrayLength();

    private Script As(params IReadOnlyList<string> roles)
    {
        _provider.ScriptRoles = roles;
        return new Script(_site, _provider.ScriptToken());
    }

    private async Task<Cohort> CohortAsync() => (await _place.Desk<CohortReader>().FindAsync(TestPlace.CohortId, default))!.Value.Cohort.Value;

    private static JsonElement Json(Site.Reading answer) => JsonDocument.Parse(answer.Html).RootElement;

    private static string Roster(params string[] names) => Encoding.UTF8.GetString(Manager.Roster(names));

    private static Dictionary<string, object> Launch(bool dryRun = false, string place = "Elmbridge Vale", string start = "2026-04-13", string? roster = null) => new()
    {
        ["place"] = place,
        ["start"] = start,
        ["id"] = "elmbridge",
        ["sender"] = "Ruth Adeyemi",
        ["sender-email"] = "ruth@example.org",
        ["contact"] = "01632 960 123",
        ["roster"] = roster ?? Roster("Ann Lee", "Bob Ray", "Cat Sim", "Dan Poe", "Eve Orr", "Fay Day"),
        ["dryRun"] = dryRun,
    };

    private static void AssertProblem(Site.Reading answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer.Response.Content.Headers.ContentType?.MediaType);
        var problem = Json(answer);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.All(["type", "title", "detail"], name => Assert.NotEmpty(problem.GetProperty(name).GetString()!));
        Assert.Equal("no-store", answer.Response.Headers.CacheControl?.ToString());
    }
}
