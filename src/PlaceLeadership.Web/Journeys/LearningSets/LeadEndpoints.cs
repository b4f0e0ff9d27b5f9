using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>The addresses behind the link of whoever leads a meeting.</summary>
internal static class LeadEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/m/{token}", Verbs.Reading,
            (HttpContext context, string token, [FromServices] LeadPages leading) => leading.ShowAsync(context, token));
        pages.MapMethods("/m/{token}/done", Verbs.Reading,
            (HttpContext context, string token, [FromServices] LeadPages leading) => leading.SayDoneAsync(context, token));
        pages.MapPost("/m/{token}",
            (HttpContext context, string token, [FromServices] LeadPages leading) => leading.ActAsync(context, token));
    }
}
