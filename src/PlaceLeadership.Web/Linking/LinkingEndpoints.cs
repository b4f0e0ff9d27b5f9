using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Linking;

/// <summary>The addresses of the page on which programmes are let take turns, behind a pause link.</summary>
internal static class LinkingEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/p/{token}/programmes", Verbs.Reading,
            (HttpContext context, string token, [FromServices] LinkingPages linking) => linking.ShowAsync(context, token));
        pages.MapMethods("/p/{token}/programmes/ended", Verbs.Reading,
            (HttpContext context, string token, [FromServices] LinkingPages linking) => linking.SayEndedAsync(context, token));
        pages.MapPost("/p/{token}/programmes",
            (HttpContext context, string token, [FromServices] LinkingPages linking) => linking.ActAsync(context, token));
    }
}
