using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PlaceLeadership.Hosting.Running;
using PlaceLeadership.Hosting.Webhooks;

namespace PlaceLeadership.Functions.Webhooks;

/// <summary>Answers to polls by mail. A function of its own, so that it is counted and can be switched off by itself.</summary>
internal sealed class ReplyFunction(ReplyWebhook webhook, HostClock clock)
{
    [Function("Replies")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReplyWebhook.Path)] HttpRequest request)
    {
        await clock.RefreshAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
        return new StatusCodeResult(await webhook.ReceiveAsync(request).ConfigureAwait(false));
    }
}
