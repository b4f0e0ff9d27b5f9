using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Pausing;

/// <summary>The addresses behind a pause link and a one-click link.</summary>
internal static class PauseEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/p/{token}", Verbs.Reading,
            (HttpContext context, string token, [FromServices] PausePages pauses) => pauses.ShowAsync(context, token));
        pages.MapMethods("/p/{token}/done", Verbs.Reading,
            (HttpContext context, string token, [FromServices] PausePages pauses) => pauses.SayDoneAsync(context, token));
        pages.MapMethods("/p/{token}/letters", Verbs.Reading,
            (HttpContext context, string token, [FromServices] PausePages pauses) => pauses.SayLettersAsync(context, token));
        pages.MapPost("/p/{token}",
            (HttpContext context, string token, [FromServices] PausePages pauses) => pauses.ActAsync(context, token));
        pages.MapMethods("/u/{token}", Verbs.Reading,
            (HttpContext context, string token, [FromServices] PausePages pauses) => pauses.AskAsync(context, token));
        pages.MapPost("/u/{token}",
            (HttpContext context, string token, [FromServices] PausePages pauses) => pauses.OneClickAsync(context, token));
    }
}
