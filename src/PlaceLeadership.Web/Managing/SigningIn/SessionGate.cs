using Microsoft.AspNetCore.Http;
using PlaceLeadership.Web.Layout;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>The only door to the manager's pages: without a sign-in nothing is read, not even what was sent.</summary>
internal sealed class SessionGate(Sessions sessions) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await sessions.FindAsync(http).ConfigureAwait(false) is not { } session)
        {
            return Show.SeeOther(ManagerPaths.SignInOf(http));
        }

        http.Features.Set(session);
        return await next(context).ConfigureAwait(false);
    }
}
