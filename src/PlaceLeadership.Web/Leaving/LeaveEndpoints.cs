using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Leaving;

/// <summary>The address behind a leave link.</summary>
internal static class LeaveEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/l/{token}", Verbs.Reading,
            (HttpContext context, string token, [FromServices] LeavePages leaving) => leaving.ShowAsync(context, token));
        pages.MapPost("/l/{token}",
            (HttpContext context, string token, [FromServices] LeavePages leaving) => leaving.LeaveAsync(context, token));
    }
}
