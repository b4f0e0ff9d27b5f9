using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Hosting.Pages;

namespace PlaceLeadership.Hosting.Tests;

public sealed class FacilitatorLinkTests
{
    [Fact]
    public async Task A_host_has_all_that_the_page_of_a_facilitator_needs_calendar_files_too()
    {
        await using var rehearsal = new Rehearsal();
        await using var scope = rehearsal.The<IServiceScopeFactory>().CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = "GET";
        context.Request.Scheme = "https";
        context.Request.Host = new HostString("place.example.org");
        context.Request.Path = "/f/nonsense/calendar/set-meeting-one";
        context.Response.Body = new MemoryStream();

        await rehearsal.The<PagesPipeline>().RunAsync(context);

        Assert.Equal(StatusCodes.Status404NotFound, context.Response.StatusCode);
        Assert.StartsWith("text/html", context.Response.ContentType, StringComparison.Ordinal);
    }
}
