using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Hosting.Rehearsing;

/// <summary>What a rehearsal asks of its host. Not there on a host with the real clock.</summary>
public static class RehearsalEndpoints
{
    /// <summary>Maps <c>POST /rehearsal/look</c>: have every cohort looked at now, because the clock was moved.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/rehearsal/look", LookAsync);

    private static async Task<IResult> LookAsync(
        HttpContext context, [FromServices] CohortDirectory directory, [FromServices] Raise raise)
    {
        var reached = true;
        foreach (var entry in await directory.ListAsync(context.RequestAborted).ConfigureAwait(false))
        {
            reached &= await raise(entry.Id, context.RequestAborted).ConfigureAwait(false);
        }

        return Results.StatusCode(reached ? StatusCodes.Status204NoContent : StatusCodes.Status503ServiceUnavailable);
    }
}
