using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Lets nothing through to the tables that cannot be the id of a cohort.</summary>
/// <param name="missing">The answer for a cohort that is not there.</param>
internal sealed class CohortGate(Func<HttpContext, IResult> missing) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.GetRouteValue("id") is not string id || new CohortId(id).CanBe
            ? await next(context).ConfigureAwait(false) : missing(context.HttpContext);
}
