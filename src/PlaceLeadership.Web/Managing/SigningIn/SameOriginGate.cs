using Microsoft.AspNetCore.Http;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>
/// Refuses an act that a browser says was begun on another site. Browsers say so in Sec-Fetch-Site; older ones in Origin,
/// which has to name the host that was asked. What says neither is no browser.
/// </summary>
internal sealed class SameOriginGate(AttackSigns signs) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;

        // Addresses of these pages hold ids and no token; without a referrer a browser would not say where a form came from.
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        if (!AccessRule.Changes(http) || IsFromHere(http.Request))
        {
            return await next(context).ConfigureAwait(false);
        }

        signs.FormFromElsewhere();
        return ManagerShow.Sorry(http, StatusCodes.Status403Forbidden, ManagerWords.NotFromHere);
    }

    private static bool IsFromHere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
