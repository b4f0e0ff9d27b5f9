using Microsoft.AspNetCore.Http;
using PlaceLeadership.Web.Layout;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>The only door to the manager's pages: without a sign-in nothing is read, and what was sent only to give it back to whoever was signed in.</summary>
internal sealed class SessionGate(Sessions sessions) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await sessions.FindAsync(http).ConfigureAwait(false) is not { } session)
        {
            var kept = KeptForm.What(http) is { } what && sessions.HadOne(http) ? await KeptForm.OfAsync(http, what).ConfigureAwait(false) : null;
            return kept ?? Show.SeeOther(AccessRule.Changes(http) ? ManagerPaths.SignInOf(http) : ManagerPaths.SignInFor(http));
        }

        http.Features.Set(session);
        return await next(context).ConfigureAwait(false);
    }
}
