using Microsoft.AspNetCore.Http;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Web.Layout;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>The only door to the manager's pages: without a sign-in nothing is read, not even what was sent.</summary>
internal sealed class SessionGate(Sessions sessions, PagesOptions options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await sessions.FindAsync(http).ConfigureAwait(false) is not { } session)
        {
            return Show.SeeOther(ManagerPaths.SignInOf(http));
        }

        // What the provider said is too old, and it gave nothing to ask it by: so it is asked by way of the browser.
        if (session.Kept.Provider is { Grants.Count: > 0, Refresh: null } word && word.GrantsAt(options.RealClock.Now()).Count == 0)
        {
            return Show.SeeOther(ManagerPaths.SignInOf(http));
        }

        http.Features.Set(session);
        return await next(context).ConfigureAwait(false);
    }
}
