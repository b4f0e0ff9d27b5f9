using Microsoft.AspNetCore.Http;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Web.Layout;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>The only door to the manager's pages: without a sign-in nothing is read, not even what was sent.</summary>
internal sealed class SessionGate(SessionTokens tokens, SignedOut signedOut, PagesOptions options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (tokens.Read(SessionCookie.Read(http, options), options.RealClock.Now()) is not { } session
            || await signedOut.HoldsAsync(session, http.RequestAborted).ConfigureAwait(false))
        {
            return Show.SeeOther(ManagerPaths.SignIn(http));
        }

        http.Features.Set(session);
        return await next(context).ConfigureAwait(false);
    }
}
