using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Web.Inbox;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

/// <summary>Whatever stands in an address, nobody gets more than 'there is no such page'.</summary>
public sealed class OddAddressesTests
{
    private static readonly string[] Odd =
    [
        "a%2Fb", "%2F", "..%2F..%2Fetc%2Fpasswd", "a%5Cb", "a%23b", "a%3Fb", "%01", "%1F", "%7F", "%C2%85", "a%0D%0Ab", "%E2%80%AE", "%E0%B8%81",
        "%F0%9F%8C%BF", "%ED%A0%80", "%FF%FE", "a%20b", "%20", "~", "%7C", "'", "%22", "%3Cscript%3E", "%25", "%2525", "-1", "99999999999999999999", "2026-13-45",
        "0001-01-01", "9999-12-31", new string('a', 300), new string('a', 1_500), new string('a', 6_000), "%E1%BA%93" + new string('z', 1_100),
        "elmbridge|x", "cohort", ".", "..", "harbour-town-2026.1", "harbour-town-2026.99999999999", "harbour-town-2026.x", "Harbour-Town-2026",
    ];

    [Fact]
    public async Task Every_route_answers_odd_ids_with_a_page_and_never_with_a_failure()
    {
        var place = await TestPlace.LaunchAsync();
        await using var site = await Site.OpenAsync(place, options =>
        {
            options.ManagerKey = Manager.Key;
            options.RealClock = place.Clock;
        }, app =>
        {
            app.MapLocalHome(_ => Task.FromResult<IReadOnlyList<LocalCohort>>([]));
            app.MapLocalInbox(_ => [], _ => null);
        });
        var manager = await Manager.SignedInAsync(site);
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/')).Where(route => route.Contains('{', StringComparison.Ordinal)).ToHashSet();
        Assert.True(routes.Count > 15, string.Join(' ', routes));
        foreach (var route in routes)
        {
            foreach (var odd in Odd)
            {
                // Each hole by itself, the others filled as they should be.
                foreach (var hole in Regex.Matches(route, @"\{[^}]*\}").Select(match => match.Index))
                {
                    var path = Regex.Replace(route, @"\{([^}]*)\}", match => match.Index == hole ? odd : Usual(match.Groups[1].Value));
                    foreach (var answer in new[] { await manager.GetAsync(path), await manager.PostAsync(path, ("confirm", "x"), ("do", "x"), ("set", odd), ("message", odd), ("one", odd)) })
                    {
                        Assert.True((int)answer.Status < 500, $"{answer.Status} at {path}");
                    }
                }
            }
        }

        foreach (var odd in Odd.Where(odd => !odd.Contains("harbour-town", StringComparison.OrdinalIgnoreCase) && odd is not ("." or "..")))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync("/manage/cohorts/" + odd)).Status);

            // What could be an id is taken for that of a cohort that was deleted before.
            Assert.Contains(
                (await manager.PostAsync($"/manage/cohorts/{odd}/delete", ("confirm", Uri.UnescapeDataString(odd)))).Status,
                odd.Contains('%', StringComparison.Ordinal) || odd.Length > 100 ? new[] { HttpStatusCode.NotFound } : [HttpStatusCode.NotFound, HttpStatusCode.SeeOther]);
        }
    }

    [Fact]
    public async Task Odd_queries_and_cookies_are_no_failure_either()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        foreach (var odd in Odd)
        {
            foreach (var path in new[] { "/manage?from=", $"/manage/cohorts/{TestPlace.CohortId}?done=", $"/manage/cohorts/{TestPlace.CohortId}/groups?done=", "/privacy?lang=", "/?lang=", site.Place.Path() + "?lang=", site.Place.Path() + "?done=" })
            {
                Assert.True((int)(await manager.GetAsync(path + odd)).Status < 500, path + odd);
            }
        }
    }

    private static string Usual(string hole) => hole switch
    {
        "id" => TestPlace.CohortId.Value,
        "day" => "2026-03-02",
        "set:int" => "1",
        _ => "x",
    };
}
