using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.About;

/// <summary>The pages about the product itself.</summary>
internal static class AboutEndpoints
{
    // Behind any page that a host puts at the bare address.
    private const int HomeOrder = 1_000;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/", Verbs.Reading,
            (HttpContext context) => Show.Page<HomePage>(StatusCodes.Status200OK, Page.ForAnybody(context)))
            .WithOrder(HomeOrder);
        pages.MapMethods("/privacy", Verbs.Reading, (HttpContext context) => Explain(context, page => page.Words.About.Privacy));
        pages.MapMethods("/accessibility", Verbs.Reading, (HttpContext context) => Explain(context, page => page.Words.About.Accessibility));
    }

    private static IResult Explain(HttpContext context, Func<Page, Explanation> which)
    {
        var page = Page.ForAnybody(context);
        return Show.Page<ExplanationPage>(StatusCodes.Status200OK, page, nameof(ExplanationPage.Explanation), which(page));
    }
}
