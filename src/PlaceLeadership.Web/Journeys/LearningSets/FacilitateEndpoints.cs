using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>The address behind a facilitator's link.</summary>
internal static class FacilitateEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/f/{token}", Verbs.Reading,
            (HttpContext context, string token, [FromServices] FacilitatePages facilitating) => facilitating.ShowAsync(context, token));
        pages.MapMethods("/f/{token}/calendar/{step}", Verbs.Reading,
            (HttpContext context, string token, string step, [FromServices] FacilitatePages facilitating) => facilitating.CalendarAsync(context, token, new StepId(step)));
        pages.MapPost("/f/{token}",
            (HttpContext context, string token, [FromServices] FacilitatePages facilitating) => facilitating.ActAsync(context, token));
    }
}
