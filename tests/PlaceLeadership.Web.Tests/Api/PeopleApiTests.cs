using System.Net;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Tests.Provider;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Api;

/// <summary>A script does what the page of a person does.</summary>
public sealed class PeopleApiTests
{
    private static readonly string One = $"/cohorts/{TestPlace.CohortId}";

    [Fact]
    public async Task Somebody_joins_is_changed_paused_taken_up_gets_fewer_letters_and_leaves()
    {
        var place = await TestPlace.LaunchAsync();
        await using var provider = await TestProvider.StartAsync(place.Clock);
        provider.ScriptRoles = ["PlaceLeadership.Manager"];
        await using var site = await Colleague.SiteAsync(provider, place, change: own => own with { Audience = provider.Audience });
        using var script = new Script(site, provider.ScriptToken());
        script.Headers["If-Match"] = "*";
        var asha = (await script.ReadAsync(One)).GetProperty("people").EnumerateArray().Single(person => person.GetProperty("name").GetString() == "Asha Private").GetProperty("person").GetString()!;
        var person = $"{One}/people/{asha}";
        Assert.Equal("asha@example.org", (await script.ReadAsync(person)).GetProperty("email").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await script.GetAsync($"{One}/people/nobody")).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await script.PostAsync($"{person}/pause", new { until = "2026-04-01" })).Status);
        Assert.Equal(new LocalDate(2026, 4, 1), (await place.PersonAsync()).Pause!.Until);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await script.PostAsync($"{person}/pause", new { until = "2026-03-01" })).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await script.PostAsync($"{person}/resume", null)).Status);
        Assert.Null((await place.PersonAsync()).Pause);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await script.PutAsync($"{person}/letters", new { often = "never" })).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await script.PutAsync($"{person}/letters", new { often = "every-second-week", on = "friday" })).Status);
        Assert.Equal(new LetterChoice(IsoDayOfWeek.Friday, true), LetterChoice.Of(await place.PersonAsync()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await script.PostAsync($"{One}/people", new { name = "Dilys New", email = "no address" })).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await script.PostAsync($"{One}/people", new { name = "Dilys New", email = "dilys@example.org", organisation = "Council", sector = "council", strengthsOffered = "Listening; Budgets" })).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await script.SendAsync(HttpMethod.Patch, "/api/v1" + person, (object)new { role = "Ward sister", workingPattern = "Mon-Wed 9-15" })).Status);
        Assert.Equal("Ward sister", (await place.PersonAsync()).Role);
        Assert.Equal(HttpStatusCode.NoContent, (await script.PostAsync($"{person}/leave", null)).Status);
        Assert.NotNull((await place.PersonAsync()).LeftOn);
        Assert.Equal(HttpStatusCode.Conflict, (await script.PostAsync($"{person}/pause", new { until = (string?)null })).Status);
    }
}
