using Microsoft.AspNetCore.Http;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web.Managing;

/// <summary>What every page of a manager knows.</summary>
/// <param name="Page">Where it stands.</param>
/// <param name="Proof">What its forms carry, or null while nobody has signed in.</param>
public sealed record ManagerPage(Page Page, string? Proof)
{
    /// <summary>The address of another page.</summary>
    /// <param name="path">Its path, from a slash on.</param>
    public string To(string path) => Page.Root + path;

    internal static ManagerPage Of(HttpContext context) => new(
        Page.ForAnybody(context).InEnglishAlone(), context.Features.Get<ManagerSession>()?.Proof);
}
