using System.Net;
using NodaTime;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Managing;

/// <summary>In week ten somebody leaves, somebody joins, somebody has too many letters: all of it on pages.</summary>
public sealed class PersonTests
{
    private static readonly string Cohort = $"/manage/cohorts/{TestPlace.CohortId}";

    [Fact]
    public async Task From_the_cohort_a_manager_comes_to_a_person_and_sees_what_they_had_and_will_get_and_never_whether_they_replied()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var path = await PathAsync(manager);
        Assert.DoesNotContain(TestPlace.Asha.Value, path, StringComparison.Ordinal);
        var page = await manager.GetAsync(path);
        Assert.Equal("Asha Private", page.Title);
        foreach (var shown in new[] { "asha@example.org", "takes part", "What comes in the next six weeks", "Many ways", "What they have had", "In no learning set and no coaching pair yet." })
        {
            Assert.Contains(shown, page.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(TestPlace.Asha.Value, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Bronwen", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("named as still open", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(Cohort + "/people/nobody")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(path.Replace(TestPlace.CohortId.Value, "another", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task Somebody_pauses_is_taken_up_again_and_leaves()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var path = await PathAsync(manager);
        Assert.Contains("Choose for how long.", (await manager.PostAsync(path, ("do", "pause"))).Text, StringComparison.Ordinal);
        Assert.Contains("not in the future", (await manager.PostAsync(path, ("do", "pause"), ("length", "day"), ("day", "2026-03-05"))).Text, StringComparison.Ordinal);
        Assert.Null((await site.Place.PersonAsync()).Pause);

        var paused = await manager.PostAndFollowAsync(path, ("do", "pause"), ("length", "day"), ("day", "2026-04-01"));
        Assert.Contains("They pause.", paused.Text, StringComparison.Ordinal);
        Assert.Contains("paused until Wednesday 1 April 2026", paused.Text, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 4, 1), (await site.Place.PersonAsync()).Pause!.Until);
        Assert.Contains("taken up again", (await manager.PostAndFollowAsync(path, ("do", "take-up"))).Text, StringComparison.Ordinal);
        Assert.Null((await site.Place.PersonAsync()).Pause);

        var left = await manager.PostAndFollowAsync(path, ("do", "leave"));
        Assert.Contains("left on Thursday 5 March 2026", left.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\" action=\"" + path, left.Html, StringComparison.Ordinal);
        Assert.Contains("takes no part any more", (await manager.PostAsync(path, ("do", "pause"), ("length", "open"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_too_many_letters_gets_fewer_on_a_day_of_theirs()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var path = await PathAsync(manager);
        Assert.Contains("Choose how often", (await manager.PostAsync(path, ("do", "letters"), ("on", "friday"))).Text, StringComparison.Ordinal);
        Assert.Contains("Choose one of their working days.", (await manager.PostAsync(path, ("do", "letters"), ("often", "every-week"), ("on", "sunday"))).Text, StringComparison.Ordinal);
        var fewer = await manager.PostAndFollowAsync(path, ("do", "letters"), ("often", "every-second-week"), ("on", "friday"));
        Assert.Contains("Letters come every second week, on Friday.", fewer.Text, StringComparison.Ordinal);
        Assert.Equal(new LetterChoice(IsoDayOfWeek.Friday, true), LetterChoice.Of(await site.Place.PersonAsync()));
    }

    [Fact]
    public async Task An_address_and_hours_are_changed_and_what_is_wrong_stands_at_its_field_with_what_was_typed()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var path = await PathAsync(manager);
        var wrong = await manager.PostAsync(path, [("do", "change"), .. Fields(("email", "no address"), ("workingpattern", "whenever"), ("role", "Ward sister"))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        foreach (var kept in new[] { "id=\"email-problem\"", "id=\"workingpattern-problem\"", "value=\"no address\"", "value=\"whenever\"", "value=\"Ward sister\"" })
        {
            Assert.Contains(kept, wrong.Html, StringComparison.Ordinal);
        }

        var changed = await manager.PostAndFollowAsync(path, [("do", "change"), .. Fields(("email", "asha.new@example.org"), ("workingpattern", "Mon-Wed 9-15"), ("role", "Ward sister"))]);
        Assert.Contains("asha.new@example.org", changed.Text, StringComparison.Ordinal);
        Assert.Contains("Ward sister", changed.Text, StringComparison.Ordinal);
        Assert.False((await site.Place.PersonAsync()).Pattern.Includes(IsoDayOfWeek.Friday));
        Assert.Contains("Another participant of this cohort has that address.", (await manager.PostAsync(path, [("do", "change"), .. Fields(("email", "chris@example.org"))])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_joins_and_a_second_time_is_said_to_be_there()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        Assert.Contains($"href=\"{Cohort}/people/join\"", (await manager.GetAsync(Cohort)).Html, StringComparison.Ordinal);
        Assert.Contains("They get the welcome", (await manager.GetAsync(Cohort + "/people/join")).Text, StringComparison.Ordinal);
        var missing = await manager.PostAsync(Cohort + "/people/join", Fields(("name", "Dilys New"), ("email", "")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.Status);
        Assert.Contains("value=\"Dilys New\"", missing.Html, StringComparison.Ordinal);

        var joined = await manager.PostAndFollowAsync(Cohort + "/people/join", Fields(("name", "Dilys New"), ("email", "dilys@example.org")));
        Assert.Contains("They have joined.", joined.Text, StringComparison.Ordinal);
        Assert.Contains("Dilys New", joined.Text, StringComparison.Ordinal);
        Assert.Equal(4, (await site.Place.Desk<CohortReader>().ReadAsync(TestPlace.CohortId, default))!.Value.View.Participants.Count);
        var person = await manager.GetAsync(await PathAsync(manager, "Dilys New"));
        Assert.Contains("Hello", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_about_a_person_stands_in_their_history_and_in_the_cohorts()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var path = await PathAsync(manager);
        await manager.PostAsync(path, ("do", "pause"), ("length", "open"));
        Assert.Contains("paused Asha Private", (await manager.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Contains("paused Asha Private", (await manager.GetAsync(Cohort)).Text, StringComparison.Ordinal);
        var acts = await site.Place.Desk<AccessLog>().ListAsync(Instant.MinValue.Plus(Duration.FromDays(1_000_000)), Instant.FromUtc(2100, 1, 1, 0, 0), default);
        Assert.Contains(acts, act => act is { What: AccessDeeds.Read, Detail: "the page of a person" });
        Assert.Contains(acts, act => act is { What: AccessDeeds.Sent, Detail: "change something about a person" });
    }

    private static async Task<string> PathAsync(Manager manager, string name = "Asha Private")
    {
        var html = (await manager.GetAsync(Cohort)).Html;
        return System.Text.RegularExpressions.Regex.Match(html, $"<a href=\"([^\"]+/people/[^\"]+)\">{name}</a>").Groups[1].Value is { Length: > 0 } path
            ? path : throw new InvalidOperationException($"There is no link to {name}.");
    }

    private static (string Name, string Value)[] Fields(params (string Name, string Value)[] typed)
    {
        var fields = new Dictionary<string, string>
        {
            ["name"] = "Asha Private",
            ["email"] = "asha@example.org",
            ["organisation"] = "Council",
            ["sector"] = "council",
            ["role"] = "",
            ["level"] = "",
            ["linemanager"] = "",
            ["workingpattern"] = "Mon-Fri 9-17",
            ["preferredhour"] = "10",
            ["language"] = "English",
            ["strengthsoffered"] = "",
            ["growthsought"] = "",
            ["accessneeds"] = "",
        };
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        return [.. fields.Select(field => (field.Key, field.Value))];
    }
}
