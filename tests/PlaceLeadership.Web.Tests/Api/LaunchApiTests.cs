using System.Net;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Api;

/// <summary>A launch whose answer was lost is the same launch, and nothing else is.</summary>
public sealed class LaunchApiTests : ApiTests
{
    private static readonly CohortId Elmbridge = new("elmbridge");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Script.Headers["Idempotency-Key"] = "7f";
    }

    [Theory]
    [InlineData("sender", "Somebody Else")]
    [InlineData("sender-email", "else@example.org")]
    [InlineData("contact", "at the desk")]
    [InlineData("division", "scotland")]
    [InlineData("id", "elmbridge-two")]
    [InlineData("place", "Elmbridge")]
    [InlineData("start", "2026-04-20")]
    public async Task Whatever_else_is_sent_under_a_key_is_another_launch_and_refused(string field, string value)
    {
        Assert.Equal(HttpStatusCode.Created, (await Script.PostAsync("/cohorts", ApiPlace.Launch())).Status);
        var other = ApiPlace.Launch();
        other[field] = value;
        var mistake = Assert.Single(ApiPlace.Mistakes(await Script.PostAsync("/cohorts", other), HttpStatusCode.Conflict));
        Assert.Equal(("Idempotency-Key", "Something else was launched under this key."), (mistake.Field, mistake.What));
        var again = await Script.PostAsync("/cohorts", ApiPlace.Launch());
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.True(ApiPlace.Json(again).GetProperty("wasThere").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, (await Script.GetAsync("/cohorts/elmbridge-two")).Status);
    }

    [Fact]
    public async Task A_key_is_of_one_account_and_a_launch_that_was_refused_or_only_checked_takes_none()
    {
        var wrong = ApiPlace.Launch();
        wrong["start"] = "soon";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Script.PostAsync("/cohorts", wrong)).Status);
        wrong = ApiPlace.Launch();
        wrong["id"] = TestPlace.CohortId.Value;
        Assert.Equal("id", Assert.Single(ApiPlace.Mistakes(await Script.PostAsync("/cohorts", wrong), HttpStatusCode.Conflict)).Field);
        wrong = ApiPlace.Launch(sender: "Somebody Else");
        wrong["dryRun"] = true;
        Assert.Equal(HttpStatusCode.OK, (await Script.PostAsync("/cohorts", wrong)).Status);
        Assert.Equal(HttpStatusCode.Created, (await Script.PostAsync("/cohorts", ApiPlace.Launch())).Status);
        using var other = new Script(Api.Site, Api.Provider.ScriptToken(claims => claims["sub"] = "another"));
        other.Headers["Idempotency-Key"] = "7f";
        Assert.Equal(HttpStatusCode.Created, (await other.PostAsync("/cohorts", ApiPlace.Launch(id: "elmbridge-two"))).Status);
    }

    [Fact]
    public async Task Many_who_send_the_same_at_once_launch_it_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Script.PostAsync("/cohorts", ApiPlace.Launch())));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(6, (await PeopleAsync()).Count);
        Assert.Equal(HttpStatusCode.OK, (await Script.PostAsync("/cohorts", ApiPlace.Launch())).Status);
    }

    [Fact]
    public async Task What_was_deleted_does_not_come_back_by_its_key_and_no_pseudonym_does_by_another()
    {
        await Script.PostAsync("/cohorts", ApiPlace.Launch());
        var before = await PeopleAsync();
        await Script.LookAsync("/cohorts/elmbridge");
        Assert.Equal(HttpStatusCode.OK, (await Script.DeleteAsync("/cohorts/elmbridge")).Status);
        var mistake = Assert.Single(ApiPlace.Mistakes(await Script.PostAsync("/cohorts", ApiPlace.Launch()), HttpStatusCode.Conflict));
        Assert.Equal(("Idempotency-Key", "What was launched under this key was deleted since."), (mistake.Field, mistake.What));
        Script.Headers["Idempotency-Key"] = "80";
        Assert.Equal(HttpStatusCode.Created, (await Script.PostAsync("/cohorts", ApiPlace.Launch())).Status);
        Assert.Empty((await PeopleAsync()).Intersect(before));
    }

    [Fact]
    public async Task A_page_that_was_left_open_does_not_bring_back_what_was_deleted()
    {
        var place = await TestPlace.LaunchAsync();
        await using var site = await Manager.SiteAsync(place);
        var manager = await Manager.SignedInAsync(site);
        var carried = Manager.Carried(await manager.CheckAsync(Manager.Roster("Ann Lee", "Bob Ray", "Cat Sim", "Dan Poe", "Eve Orr", "Fay Day")));
        await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", carried));
        Assert.Contains("launched already", (await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", carried))).Text, StringComparison.Ordinal);
        await manager.PostAsync("/manage/cohorts/elmbridge/delete", ("confirm", "elmbridge"));
        var again = await manager.PostAsync("/manage/launch", ("do", "launch"), ("carried", carried));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("was deleted since", again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync("/manage/cohorts/elmbridge")).Status);
    }

    private async Task<IReadOnlyCollection<ParticipantId>> PeopleAsync() =>
        [.. (await Api.Place.Desk<CohortReader>().IdentitiesAsync(Elmbridge, default)).Keys];
}
