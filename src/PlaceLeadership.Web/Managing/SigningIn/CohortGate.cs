using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Managing.Cohorts;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Lets nothing through to the tables that cannot be the id of a cohort.</summary>
internal sealed class CohortGate : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.GetRouteValue("id") is not string id || CohortKeys.CanBeCohort(new CohortId(id))
            ? await next(context).ConfigureAwait(false) : CohortPages.Missing(context.HttpContext);
}
