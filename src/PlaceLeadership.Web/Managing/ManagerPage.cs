using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web.Managing;

/// <summary>What every page of a manager knows.</summary>
/// <param name="Page">Where it stands.</param>
/// <param name="Proof">What its forms carry, or null while nobody has signed in.</param>
public sealed record ManagerPage(Page Page, string? Proof)
{
    /// <summary>What whoever signed in may do, or null while nobody has.</summary>
    public Access? Access { get; init; }

    /// <summary>Whether they may change the cohort that the page is about.</summary>
    public bool MayRun { get; init; }

    internal PagesOptions Options { get; init; } = new();

    /// <summary>The address of another page.</summary>
    /// <param name="path">Its path, from a slash on.</param>
    public string To(string path) => Page.Root + path;

    internal static ManagerPage Of(HttpContext context)
    {
        var session = context.Features.Get<ManagerSession>();
        return new ManagerPage(Page.ForAnybody(context).InEnglishAlone(), session?.Proof)
        {
            Access = session?.Access,
            MayRun = session?.MayRun == true,
            Options = context.RequestServices.GetRequiredService<PagesOptions>(),
        };
    }
}
