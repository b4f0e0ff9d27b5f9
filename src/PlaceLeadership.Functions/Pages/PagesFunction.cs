using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using PlaceLeadership.Functions.Cohorts;
using PlaceLeadership.Hosting.Pages;

namespace PlaceLeadership.Functions.Pages;

/// <summary>Every page. Routes take precedence by the names of their functions, so this one comes last.</summary>
internal sealed class PagesFunction(PagesPipeline pages, Hub hub)
{
    [Function("zz_Pages")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        hub.Use(client);
        await pages.RunAsync(request.HttpContext).ConfigureAwait(false);
        return new EmptyResult();
    }
}
