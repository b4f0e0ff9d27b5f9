using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Health;

/// <summary>What a load balancer and an operator ask: does the process live, and can it do its work?</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/health/live", Verbs.Reading, () => Results.Text("The process is alive.\n"));
        pages.MapMethods("/health/ready", Verbs.Reading, ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(
        HttpContext context, [FromServices] ITables tables, [FromServices] IEnumerable<ReadyCheck> checks, [FromServices] TimeProvider clock)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted);
        try
        {
            await tables.GetAsync(Table.Directory, "cohorts", "ready", either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (Exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            // Whatever the reason: this answer is how the failure is told.
            return NotReady("The store does not answer.");
        }

        foreach (var check in checks)
        {
            if (await check.WhyNotAsync(context.RequestAborted).ConfigureAwait(false) is { } reason)
            {
                return NotReady(reason);
            }
        }

        return Results.Text("The store answers.\n");
    }

    private static IResult NotReady(string reason) => Results.Text(reason + "\n", statusCode: StatusCodes.Status503ServiceUnavailable);
}
