using Microsoft.AspNetCore.Http;

namespace PlaceLeadership.Web.Inbox;

/// <summary>Lets through who sits at this computer. What a proxy passes on says so in one of these headers.</summary>
internal sealed class DirectGate : IEndpointFilter
{
    private static readonly string[] PassedOn = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP"];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        PassedOn.Any(context.HttpContext.Request.Headers.ContainsKey)
            ? LocalPages.Missing(context.HttpContext)
            : await next(context).ConfigureAwait(false);
}
