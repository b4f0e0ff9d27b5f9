using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.About;
using PlaceLeadership.Web.Answering;
using PlaceLeadership.Web.Api;
using PlaceLeadership.Web.Health;
using PlaceLeadership.Web.Journeys;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Leaving;
using PlaceLeadership.Web.Linking;
using PlaceLeadership.Web.Links;
using PlaceLeadership.Web.Managing;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Pausing;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web;

/// <summary>
/// Puts the pages of participants into a host. The same three calls serve Kestrel and a pipeline behind an HTTP trigger:
/// services, safeguards before routing, endpoints.
/// </summary>
public static class PlaceLeadershipPages
{
    /// <summary>
    /// Adds what the pages need on top of <see cref="Application.PlaceLeadershipServices.AddPlaceLeadership"/>. It also silences the
    /// two log categories of the platform that write addresses: ours carry the tokens that let people in.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets options; may be null.</param>
    public static IServiceCollection AddPlaceLeadershipPages(
        this IServiceCollection services, Action<PagesOptions>? configure = null)
    {
        var options = new PagesOptions();
        configure?.Invoke(options);
        services.AddRouting();
        services.AddRazorComponents();
        services.AddLogging(logging => logging
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Information));
        services.AddSingleton(options);
        services.AddSingleton<AttackSigns>();
        services.AddSingleton<LinkGate>();
        services.AddSingleton<WakeFailures>();
        services.AddSingleton<NotWoken>(provider => provider.GetRequiredService<WakeFailures>().Note);
        services.AddSingleton<AnswerPages>();
        services.AddSingleton<PausePages>();
        services.AddSingleton<LeavePages>();
        services.AddSingleton<LinkingPages>();
        foreach (var pages in JourneyPages.BuiltIn())
        {
            services.AddSingleton(pages);
            pages.AddTo(services);
        }

        ManageEndpoints.AddTo(services);
        if (options.Provider is { } provider)
        {
            ProviderSignIn.AddTo(services, provider, options);
            ApiEndpoints.AddTo(services);
        }

        return services;
    }

    /// <summary>
    /// Puts the safe headers on every answer and turns failures, missing pages and wrong verbs into readable pages. Has to
    /// come first in the pipeline, before routing.
    /// </summary>
    public static IApplicationBuilder UsePlaceLeadershipSafeguards(this IApplicationBuilder app)
    {
        // A web application would put the platform's own authentication before these; the desk has gates of its own, behind them.
        app.Properties["__AuthenticationMiddlewareSet"] = true;
        return app.UseMiddleware<Safeguard>();
    }

    /// <summary>
    /// Maps the pages of participants, those of managers at <c>/manage</c> where the host has a manager key or a provider, the API for scripts at <c>/api/v1</c> where it has a provider, <c>/privacy</c>, <c>/accessibility</c>, the style sheet and the script, a place's colour and logo, <c>/health/live</c> and
    /// <c>/health/ready</c>, and a plain page at <c>/</c> that gives way to any other the host maps there.
    /// </summary>
    /// <returns>The group of all of them, for conventions.</returns>
    public static RouteGroupBuilder MapPlaceLeadershipPages(this IEndpointRouteBuilder endpoints)
    {
        var all = endpoints.MapGroup("");
        ManageEndpoints.Map(all);
        ApiEndpoints.Map(all);
        var pages = all.MapGroup("");
        pages.AddEndpointFilter(new FormGate());
        AnswerEndpoints.Map(pages);
        PauseEndpoints.Map(pages);
        LeaveEndpoints.Map(pages);
        LinkingEndpoints.Map(pages);
        foreach (var journey in endpoints.ServiceProvider.GetServices<JourneyPages>())
        {
            journey.MapLinks(pages);
        }

        AboutEndpoints.Map(pages);
        HealthEndpoints.Map(pages);
        PageAsset.Map(pages, endpoints.ServiceProvider.GetRequiredService<PagesOptions>().Brand);
        return all;
    }
}
