using System.Net;
using System.Text;
using System.Text.Json;
using NodaTime;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Tests.Provider;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Api;

/// <summary>A place with two cohorts, of which scripts ask the API.</summary>
public sealed class ApiPlace : IAsyncDisposable
{
    private ApiPlace(TestPlace place, TestProvider provider, Site site) => (Place, Provider, Site) = (place, provider, site);

    public TestPlace Place { get; }

    public TestProvider Provider { get; }

    public Site Site { get; }

    public static async Task<ApiPlace> OpenAsync()
    {
        var place = await TestPlace.LaunchAsync();
        await place.AlsoAsync();
        var provider = await TestProvider.StartAsync(place.Clock);
        return new ApiPlace(place, provider, await Colleague.SiteAsync(provider, place, change: own => own with { Audience = provider.Audience }));
    }

    public Script As(params IReadOnlyList<string> roles)
    {
        Provider.ScriptRoles = roles;
        return new Script(Site, Provider.ScriptToken());
    }

    /// <summary>What stands at the desk of today.</summary>
    public Task<IReadOnlyList<AccessAct>> ActsAsync() =>
        Place.Desk<AccessLog>().ListAsync(Place.Clock.Now() - Duration.FromDays(1), Place.Clock.Now() + Duration.FromDays(1), default);

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Provider.DisposeAsync();
    }

    public static JsonElement Json(Site.Reading answer) => JsonDocument.Parse(answer.Html).RootElement;

    /// <summary>What is wrong with what was sent, as <c>field: what</c>.</summary>
    public static IReadOnlyList<(string Field, string What, string Mend)> Mistakes(Site.Reading answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer.Response.Content.Headers.ContentType?.MediaType);
        return
        [
            .. Json(answer).GetProperty("errors").EnumerateArray().Select(error => (
                error.GetProperty("field").GetString()!, error.GetProperty("what").GetString()!, error.GetProperty("mend").GetString()!)),
        ];
    }

    public static string Roster(params string[] names) => Encoding.UTF8.GetString(Manager.Roster(names));

    public static Dictionary<string, object> Launch(string? roster = null, string id = "elmbridge", string sender = "Ruth Adeyemi") => new()
    {
        ["place"] = "Elmbridge Vale",
        ["start"] = "2026-04-13",
        ["id"] = id,
        ["sender"] = sender,
        ["sender-email"] = "ruth@example.org",
        ["contact"] = "01632 960 123",
        ["roster"] = roster ?? Roster("Ann Lee", "Bob Ray", "Cat Sim", "Dan Poe", "Eve Orr", "Fay Day"),
    };
}
