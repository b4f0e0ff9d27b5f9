using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlaceLeadership.Tests.Provider;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

/// <summary>The pages in a pipeline inside a pipeline, as a single catch-all function serves them.</summary>
public sealed class InnerPipelineTests
{
    [Fact]
    public async Task The_same_pages_are_served_from_a_pipeline_inside_another()
    {
        var place = await TestPlace.LaunchAsync();
        await using var outer = await OuterAsync(place, options => options.ManagerKey = Manager.Key);
        using var browser = outer.GetTestClient();

        var page = await Site.Reading.OfAsync(await browser.GetAsync(place.Path()));
        Assert.Contains("Save my answer", page.Text, StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("do", "kept")]);
        using var sent = await browser.PostAsync(place.Path(), form);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal(["kept thinking"], await place.FactsAsync());
        Assert.Equal("There is no page here", (await Site.Reading.OfAsync(await browser.GetAsync("/nowhere"))).Title);

        var manager = await Manager.SignedInAsync(browser);
        var carried = Manager.Carried(await manager.CheckAsync(Manager.Roster("Ada Quill")));
        var launched = await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", carried));
        Assert.Contains("The cohort is launched.", launched.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_signs_in_at_the_provider_and_out_inside_it_also_where_the_outer_one_asks_who_they_are()
    {
        var place = await TestPlace.LaunchAsync();
        await using var provider = await TestProvider.StartAsync(place.Clock);
        await provider.AllowAsync(new Uri(Colleague.Here, "manage/signed-in"), new Uri(Colleague.Here, "manage/sign-in"));
        await using var outer = await OuterAsync(place, options =>
        {
            options.Provider = new SignInProvider(provider.Issuer, provider.ClientId, provider.ClientSecret, Colleague.Here);
            options.RealClock = place.Clock;
        });
        using var browser = outer.GetTestClient();
        using var ruth = new Colleague(browser, provider, new ProviderPerson("ruth", "Ruth Adeyemi", "ruth@example.org") { Roles = ["PlaceLeadership.Manager"] });
        Assert.Equal("/manage", (await ruth.SignInAsync()).Response.Headers.Location!.ToString());
        Assert.Contains("Harbour Town", (await ruth.GetAsync("/manage")).Text, StringComparison.Ordinal);
        await ruth.ReadProofAsync();
        Assert.StartsWith(provider.Issuer.ToString(), (await ruth.PostAsync("/manage/sign-out")).Response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("/manage/sign-in", (await ruth.GetAsync("/manage")).Response.Headers.Location!.ToString());
    }

    private static async Task<WebApplication> OuterAsync(TestPlace place, Action<PagesOptions> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        place.AddTo(builder.Services).AddPlaceLeadershipPages(configure);
        var outer = builder.Build();
        var inner = new ApplicationBuilder(outer.Services);
        inner.UsePlaceLeadershipSafeguards();
        inner.UseRouting();
        inner.UseEndpoints(endpoints => endpoints.MapPlaceLeadershipPages());
        var pipeline = inner.Build();
        outer.Run(async context =>
        {
            context.SetEndpoint(null);
            context.Request.RouteValues = [];
            await pipeline(context);
        });
        await outer.StartAsync();
        return outer;
    }
}
