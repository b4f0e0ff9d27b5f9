using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PlaceLeadership.Web.Layout;

/// <summary>The two ways in which a page answers: with itself, or with the way to the page that says what was done.</summary>
internal static class Show
{
    /// <summary>A component that takes the page and one more thing, by the names of its parameters.</summary>
    public static IResult Page<TComponent>(int status, Page page, string? name = null, object? value = null)
        where TComponent : IComponent
    {
        var parameters = new Dictionary<string, object?> { [nameof(Page)] = page };
        if (name is not null)
        {
            parameters[name] = value;
        }

        return new RazorComponentResult<TComponent>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }

    /// <summary>See other: the browser fetches that page with GET, so that reloading it repeats nothing.</summary>
    public static IResult SeeOther(string address) => new Away(address);

    /// <summary>Whether an answer leads on to another page, as every act does that changed something.</summary>
    public static bool LeadsOn(object? answer) => answer is Away { Changes: true };

    /// <summary>An answer that leads on though it was so already.</summary>
    public static object? ChangingNothing(object? answer) => answer is Away away ? away with { Changes = false } : answer;

    private sealed record Away(string Address, bool Changes = true) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = Address;
            return Task.CompletedTask;
        }
    }
}
