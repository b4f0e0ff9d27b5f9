using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Web.Api.Describing;
using PlaceLeadership.Web.Layout;

namespace PlaceLeadership.Web.Api.Cohorts;

/// <summary>A large cohort is read by its parts: the address of the whole leads to the same of its first part.</summary>
internal sealed class WholeGate(CohortFinding finding) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var id = new CohortId((string)http.GetRouteValue("id")!);
        if (await finding.FirstPartAsync(id, http.RequestAborted).ConfigureAwait(false) is not { } first)
        {
            return await next(context).ConfigureAwait(false);
        }

        var below = http.Request.Path.Value![ApiPaths.Cohort(id).Length..];
        return Show.SeeOther(http.Request.PathBase.Add(ApiPaths.Cohort(first)).Add(below).ToUriComponent() + http.Request.QueryString);
    }
}

/// <summary>Says of addresses that they are about one part of a large cohort.</summary>
internal static class WholesOfAddresses
{
    public static RouteGroupBuilder LeadsToTheFirstPart(this RouteGroupBuilder endpoints) => endpoints
        .AddEndpointFilter<RouteGroupBuilder, WholeGate>()
        .Gives(null, StatusCodes.Status303SeeOther);
}
