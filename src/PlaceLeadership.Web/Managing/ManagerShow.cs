using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Trouble;

namespace PlaceLeadership.Web.Managing;

/// <summary>How the manager's pages answer.</summary>
internal static class ManagerShow
{
    /// <summary>A component that takes where it stands and one more thing, by the name of its parameter.</summary>
    public static IResult Page<TComponent>(HttpContext context, int status, string name, object? value)
        where TComponent : IComponent => Page<TComponent>(context, status, (name, value));

    /// <summary>A component that takes where it stands and more, by the names of its parameters.</summary>
    public static IResult Page<TComponent>(HttpContext context, int status, params IReadOnlyList<(string Name, object? Value)> more)
        where TComponent : IComponent
    {
        var parameters = more.ToDictionary(item => item.Name, item => item.Value);
        parameters["At"] = ManagerPage.Of(context);
        return new RazorComponentResult<TComponent>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }

    /// <summary>A page that says what did not work.</summary>
    public static IResult Sorry(HttpContext context, int status, Sorry sorry) =>
        Page<SorryPage>(context, status, nameof(SorryPage.Sorry), sorry);

    /// <summary>On to another page.</summary>
    public static IResult GoTo(HttpContext context, string path) =>
        Show.SeeOther(context.Request.PathBase.ToUriComponent() + path);
}
