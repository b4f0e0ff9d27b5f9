using Microsoft.AspNetCore.Http;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Managing.Cohorts;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Lets through to a page who has the right that its address <see cref="Needs"/>, by the <see cref="AccessRule"/>.</summary>
internal sealed class AccessGate(AccessRule rule) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var session = ManagerSession.Of(http);
        var verdict = await rule.DecideAsync(http, session.Access).ConfigureAwait(false);
        if (verdict is AccessVerdict.Refused { OfCohort: var ofCohort })
        {
            return ofCohort ? CohortPages.Missing(http) : ManagerShow.Sorry(http, StatusCodes.Status403Forbidden, ManagerWords.NotYours);
        }

        var granted = (AccessVerdict.Granted)verdict;
        session.MayRun = granted.MayRun;
        return granted.Needs.Fresh && AccessRule.Changes(http) && session.Kept.Provider is not null && !session.Kept.IsFresh(granted.Act.At)
            ? Show.SeeOther(ManagerPaths.ProveAgain(http))
            : await rule.NotingAsync(granted, context, next).ConfigureAwait(false);
    }
}
