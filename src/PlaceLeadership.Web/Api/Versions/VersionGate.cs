using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Api.Problems;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web.Api.Versions;

/// <summary>
/// Says with every answer about a cohort which state it is of (ETag), and lets a change through that rests on the present one (If-Match; RFC 9110,
/// 13.1.1). What changes it in between is found by the transaction itself, see <see cref="Seen"/>.
/// </summary>
internal sealed class VersionGate(CohortVersions versions) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var id = new CohortId((string)http.GetRouteValue("id")!);
        var changes = AccessRule.Changes(http);

        // Before it is read: then the tag is too old at worst, and a change that rests on it is refused.
        if (await versions.ReadAsync(id, http.RequestAborted).ConfigureAwait(false) is not { } seen)
        {
            // A deletion that broke off may have left something.
            return HttpMethods.IsDelete(http.Request.Method) ? await next(context).ConfigureAwait(false) : ApiProblems.NoCohort();
        }

        if (!changes)
        {
            http.Response.Headers.ETag = Quoted(seen);
            return await next(context).ConfigureAwait(false);
        }

        var condition = http.Request.Headers.IfMatch;
        if (condition.Count == 0)
        {
            return ApiProblems.NoCondition();
        }

        return !EntityTagHeaderValue.TryParseStrictList(condition.ToArray()!, out var tags) || (tags.Count > 1 && tags.Contains(EntityTagHeaderValue.Any))
                ? ApiProblems.Malformed(ApiMistake.Of("If-Match", "The header is neither '*' nor an ETag in double quotes.", "Send the ETag that reading the cohort gave, with its quotes."))
            : tags.Contains(EntityTagHeaderValue.Any) ? await ChangeAsync(seen, whatever: true, context, next).ConfigureAwait(false)
            : tags.Any(tag => !tag.IsWeak && tag.Tag == Quoted(seen)) ? await ChangeAsync(seen, whatever: false, context, next).ConfigureAwait(false)
            : ApiProblems.Stale();
    }

    private static async Task<object?> ChangeAsync(Seen seen, bool whatever, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            var answer = await seen.HoldAsync(async () => await next(context).ConfigureAwait(false), whatever).ConfigureAwait(false);
            if (Answer.IsDone(answer) && !HttpMethods.IsDelete(context.HttpContext.Request.Method))
            {
                context.HttpContext.Response.Headers.ETag = Quoted(seen);
            }

            return answer;
        }
        catch (StaleException stale)
        {
            return stale.InPart ? ApiProblems.StaleInPart() : ApiProblems.Stale();
        }
    }

    private static string Quoted(Seen seen) => $"\"{seen.Tag}\"";
}
