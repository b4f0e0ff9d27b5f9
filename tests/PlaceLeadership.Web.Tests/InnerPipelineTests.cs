using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

/// <summary>The pages in a pipeline inside a pipeline, as a single catch-all function serves them.</summary>
public sealed class InnerPipelineTests
{
    [Fact]
    public async Task The_same_pages_are_served_from_a_pipeline_inside_another()
    {
        var place = await TestPlace.LaunchAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        place.AddTo(builder.Services).AddPlaceLeadershipPages(options => options.ManagerKey = Manager.Key);
        await using var outer = builder.Build();
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
}
