using System.Net;
using PlaceLeadership.Application.Deleting;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Application.Groups;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Api;

/// <summary>A script runs a cohort that is kept as parts.</summary>
public sealed class LargeCohortApiTests : ApiTests
{
    private const string Town = "/cohorts/elmbridge";

    private static readonly CohortId Whole = new("elmbridge");
    private static readonly CohortId First = CohortParts.IdOf(Whole, 1);
    private static readonly CohortId Second = CohortParts.IdOf(Whole, 2);

    private TestPlace Place => Api.Place;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var roster = ApiPlace.Roster([.. Enumerable.Range(0, Cohort.PeopleMax + 1).Select(number => $"P{number:000} Of {number}")]);
        Assert.Equal(HttpStatusCode.Created, (await Script.PostAsync("/cohorts", ApiPlace.Launch(roster))).Status);
    }

    [Fact]
    public async Task Where_one_part_was_changed_since_nothing_of_any_is_changed()
    {
        foreach (var act in new Func<Task>[]
        {
            () => Place.Desk<CohortPausing>().PauseWholeAsync(Whole, Actor.Manager, null, default),
            () => Place.Desk<Application.Ending.CohortEnding>().EndAsync(Whole, Actor.Manager, default),
            () => Place.Desk<CohortDeletion>().DeleteAsync(Whole, Application.Accounts.Asker.CommandLine(default), default),
        })
        {
            var seen = (await Place.Desk<CohortVersions>().ReadAsync(Whole, default))!;
            await ChangeSecondAsync();
            var stale = await Assert.ThrowsAsync<StaleException>(() => seen.HoldAsync(async () =>
            {
                await act();
                return true;
            }));
            Assert.False(stale.InPart);
            Assert.Equal([(false, false), (false, false)], await PartsAsync());
        }
    }

    [Fact]
    public async Task A_part_that_is_changed_while_the_parts_before_it_are_is_said_and_the_same_again_does_the_rest()
    {
        await Script.LookAsync(Town + ".2");
        Place.Tables.Before = (Second.Value, ChangeSecondAsync);
        var answer = await Script.PostAsync(Town + "/pause", new { until = (string?)null });
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status);
        Assert.EndsWith(":stale-in-part", ApiPlace.Json(answer).GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was changed", answer.Html, StringComparison.Ordinal);
        Assert.Equal([(true, false), (false, false)], await PartsAsync());
        Assert.Single(await Api.ActsAsync(), act => act.What == AccessDeeds.Sent);

        await Script.LookAsync(Town + ".1");
        Assert.Equal(HttpStatusCode.OK, (await Script.PostAsync(Town + "/pause", new { until = (string?)null })).Status);
        Assert.Equal([(true, false), (true, false)], await PartsAsync());
    }

    [Fact]
    public async Task One_that_has_ended_and_was_changed_since_is_not_deleted()
    {
        await Script.LookAsync(Town + ".1");
        Assert.Equal(HttpStatusCode.OK, (await Script.PostAsync(Town + "/end")).Status);
        var seen = (await Place.Desk<CohortVersions>().ReadAsync(Whole, default))!;
        await ChangeSecondAsync();
        await Assert.ThrowsAsync<StaleException>(() => seen.HoldAsync(
            () => Place.Desk<CohortDeletion>().DeleteAsync(Whole, Application.Accounts.Asker.CommandLine(default), default)));
        Assert.Equal([(false, true), (false, true)], await PartsAsync());
        Assert.DoesNotContain(await Api.ActsAsync(), act => act.What == AccessDeeds.Deleted);
    }

    [Fact]
    public async Task Each_address_of_the_whole_leads_to_the_same_of_the_first_part()
    {
        foreach (var below in new[] { "", "/week/2026-04-13", "/history/2026-03-05", "/groups", "/groups?x=a%20b" })
        {
            var answer = await Script.GetAsync(Town + below);
            Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
            Assert.Equal($"/api/v1{Town}.1{below}", answer.Response.Headers.Location!.OriginalString);
            Assert.Equal(HttpStatusCode.OK, (await Script.GetAsync(answer.Response.Headers.Location!.OriginalString["/api/v1".Length..])).Status);
        }

        Assert.Equal("elmbridge", (await Script.ReadAsync(Town + "/evidence")).GetProperty("id").GetString());
        using var evaluator = Api.As("PlaceLeadership.Evaluator");
        Assert.Equal(HttpStatusCode.NotFound, (await evaluator.GetAsync(Town + "/groups")).Status);
    }

    // Somebody at the desk keeps two people of it apart.
    private async Task ChangeSecondAsync()
    {
        var people = (await Place.Desk<CohortReader>().IdentitiesAsync(Second, default)).Keys.Order().ToList();
        var apart = Place.Desk<ApartDesk>();
        await apart.KeepApartAsync(Second, Actor.Manager, people[0], people[1], default);
        await apart.NoLongerApartAsync(Second, Actor.Manager, people[0], people[1], default);
    }

    private async Task<IReadOnlyList<(bool Paused, bool Ended)>> PartsAsync() =>
    [
        .. (await Task.WhenAll(new[] { First, Second }.Select(part => Place.Desk<CohortReader>().FindAsync(part, default))))
            .Select(found => (found!.Value.Cohort.Value.Pause is not null, found.Value.Cohort.Value.EndedOn is not null)),
    ];
}
