using Microsoft.AspNetCore.Http;
using PlaceLeadership.Web.Api.Problems;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web.Api.Callers;

/// <summary>Lets through to an address of the API who has the right that it <see cref="Needs"/>, by the <see cref="AccessRule"/> of the pages.</summary>
internal sealed class ApiAccessGate(AccessRule rule) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var caller = ApiCaller.Of(context.HttpContext);
        var verdict = await rule.DecideAsync(context.HttpContext, caller.Access).ConfigureAwait(false);
        if (verdict is AccessVerdict.Refused { OfCohort: var ofCohort })
        {
            return ofCohort ? ApiProblems.NoCohort() : ApiProblems.NotYours();
        }

        var granted = (AccessVerdict.Granted)verdict;
        caller.MayRun = granted.MayRun;
        return await rule.NotingAsync(granted, context, next, Answer.Changed).ConfigureAwait(false);
    }
}
