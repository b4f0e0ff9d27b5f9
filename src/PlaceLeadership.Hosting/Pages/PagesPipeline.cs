using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PlaceLeadership.Hosting.Rehearsing;
using PlaceLeadership.Hosting.Running;
using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Hosting.Telemetry;
using PlaceLeadership.Web;

namespace PlaceLeadership.Hosting.Pages;

/// <summary>The pages' own pipeline inside the one of the worker, built once, so that both runtimes serve the same endpoints.</summary>
public sealed class PagesPipeline(
    IServiceProvider services, IHttpContextAccessor accessor, HostClock clock, HostSettings settings, Instruments instruments)
{
    private readonly RequestDelegate _pipeline = Build(services, settings, instruments);

    public async Task RunAsync(HttpContext context)
    {
        await clock.RefreshAsync(context.RequestAborted).ConfigureAwait(false);

        // The worker's routing has chosen its one function; ours begins anew.
        context.SetEndpoint(null);
        context.Request.RouteValues = new();
        var before = accessor.HttpContext;
        accessor.HttpContext = context;
        try
        {
            await _pipeline(context).ConfigureAwait(false);
        }
        finally
        {
            accessor.HttpContext = before;
        }
    }

    private static RequestDelegate Build(IServiceProvider services, HostSettings settings, Instruments instruments)
    {
        var app = new ApplicationBuilder(services);
        app.UsePlaceLeadershipSafeguards();
        app.UseRouting();
        app.Use(async (context, next) =>
        {
            // By the template of the route: the path itself may hold a token.
            using var span = instruments.StartPage((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no page");
            await next(context).ConfigureAwait(false);
        });
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapPlaceLeadershipPages();
            if (settings.Rehearsal)
            {
                RehearsalEndpoints.Map(endpoints);
            }
        });
        return app.Build();
    }
}
