using System.Net;
using System.Text.Json;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Tests.Provider;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Api;

/// <summary>A script looks after sets, and after what waits for a decision.</summary>
public sealed class GroupApiTests : IAsyncLifetime
{
    private static readonly string One = $"/cohorts/{TestPlace.CohortId}";

    private TestProvider _provider = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await TestProvider.StartAsync();
        _provider.ScriptRoles = ["PlaceLeadership.Manager"];
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task A_facilitator_is_named_and_a_meeting_moved_and_called_off()
    {
        var gathering = await Gathering.OfAsync();
        await gathering.GoToAsync(new LocalDate(2026, 3, 24));
        await using var site = await SiteAsync(gathering.Place);
        using var script = As(site);
        await script.LookAsync($"{One}/groups");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await script.PutAsync($"{One}/groups/facilitators/1", new { name = " " })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await script.PutAsync($"{One}/groups/facilitators/9", new { name = "Mo" })).Status);
        var named = await script.PutAsync($"{One}/groups/facilitators/1", new { name = "Mo Rahman" });
        Assert.Equal(HttpStatusCode.OK, named.Status);
        var link = JsonDocument.Parse(named.Html).RootElement.GetProperty("link").GetString()!;
        Assert.Contains("Mo Rahman", (await site.GetAsync(new Uri(link).PathAndQuery)).Text, StringComparison.Ordinal);

        script.Headers["If-Match"] = script.ETag!;
        var meeting = TestProgramme.MeetingOne.Value;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await script.PostAsync($"{One}/groups/meetings/move", new { set = 1, meeting, to = "then" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await script.PostAsync($"{One}/groups/meetings/move", new { set = 7, meeting, to = "2026-04-09T09:30" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await script.PostAsync($"{One}/groups/meetings/move", new { set = 1, meeting, to = "2026-04-09T09:30" })).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await script.PostAsync($"{One}/groups/meetings/call-off", new { set = 1, meeting })).Status);
        var set = (await script.ReadAsync($"{One}/groups")).GetProperty("sets").GetProperty("sets")[0];
        Assert.Equal("Mo Rahman", set.GetProperty("facilitator").GetString());
        Assert.Contains(set.GetProperty("meetings").EnumerateArray(), other => other.GetProperty("at").GetString() == "2026-04-09T09:30");
        script.Headers["If-Match"] = script.ETag!;
        Assert.Equal(HttpStatusCode.OK, (await script.PostAsync($"{One}/groups/meetings/call-off", new { set = 1, meeting })).Status);
        Assert.True((await gathering.MeetingAsync(TestProgramme.MeetingOne)).CalledOff);
    }

    [Fact]
    public async Task A_message_in_doubt_is_settled_once()
    {
        var place = await TestPlace.LaunchAsync();
        await using var site = await SiteAsync(place);
        await place.Desk<Tender>().TendAsync(TestPlace.CohortId, place.Clock.Now(), default);
        var waiting = (await place.Desk<CohortReader>().OutboxAsync(TestPlace.CohortId, default))[0];
        await place.Tables.SubmitAsync(
            Table.Cohorts, TestPlace.CohortId.Value,
            [
                new RowChange.Replace(
                    CohortKeys.Outbox(waiting.Value.Id), CohortRows.OutboxShape, CohortRows.Write(waiting.Value with { State = new OutboxState.InDoubt() }), waiting.ETag),
            ],
            default);
        using var script = As(site);
        var open = (await script.ReadAsync(One)).GetProperty("toDecide")[0];
        Assert.Equal("in-doubt", open.GetProperty("why").GetString());
        script.Headers["If-Match"] = script.ETag!;
        var message = open.GetProperty("message").GetString();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await script.PostAsync($"{One}/settle", new { message = "forged", became = "perhaps" })).Status);
        foreach (var was in new[] { false, true })
        {
            var settled = await script.PostAsync($"{One}/settle", new { message, became = "arrived" });
            Assert.Equal(HttpStatusCode.OK, settled.Status);
            Assert.Equal(was, JsonDocument.Parse(settled.Html).RootElement.GetProperty("wasSettled").GetBoolean());
            script.Headers["If-Match"] = script.ETag!;
        }

        Assert.Empty((await script.ReadAsync(One)).GetProperty("toDecide").EnumerateArray());
    }

    private Task<Site> SiteAsync(TestPlace place) => Colleague.SiteAsync(_provider, place, change: own => own with { Audience = _provider.Audience });

    // The provider's clock is the machine's; the place has one of its own.
    private Script As(Site site) => new(site, _provider.ScriptToken(claims =>
    {
        var now = site.Place.Clock.GetUtcNow();
        (claims["iat"], claims["nbf"], claims["exp"]) = (now.ToUnixTimeSeconds(), now.ToUnixTimeSeconds(), now.AddHours(1).ToUnixTimeSeconds());
    }));
}
