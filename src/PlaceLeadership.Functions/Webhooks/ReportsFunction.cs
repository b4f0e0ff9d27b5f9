using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PlaceLeadership.Hosting.Running;
using PlaceLeadership.Hosting.Webhooks;

namespace PlaceLeadership.Functions.Webhooks;

/// <summary>
/// What the mail provider tells. A function of its own, so that it is counted and can be switched off by itself. Routes take
/// precedence by the names of their functions, so this one comes after that of replies.
/// </summary>
internal sealed class ReportsFunction(ReportsWebhook webhook, HostClock clock)
{
    [Function("Reports")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReportsWebhook.Path)] HttpRequest request, string provider)
    {
        await clock.RefreshAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
        return new StatusCodeResult(await webhook.ReceiveAsync(provider, request).ConfigureAwait(false));
    }
}
