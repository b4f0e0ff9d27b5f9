using Microsoft.AspNetCore.Http;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>
/// The cookie of a sign-in: out of reach of scripts and of other sites' forms. Over https its name lets a browser take it from
/// this very host alone (RFC 6265bis, 4.1.3.2), for which it has to hold for every path.
/// </summary>
internal static class SessionCookie
{
    public const string PlainName = "placelead-manage";

    public const string SecureName = "__Host-" + PlainName;

    public static string Read(HttpContext context, PagesOptions options) => context.Request.Cookies[NameFor(context, options)] ?? "";

    public static void Put(HttpContext context, string value, PagesOptions options) =>
        context.Response.Cookies.Append(NameFor(context, options), value, Settings(context, options, Session.Lifetime.ToTimeSpan()));

    public static void Remove(HttpContext context, PagesOptions options) =>
        context.Response.Cookies.Append(NameFor(context, options), "", Settings(context, options, TimeSpan.Zero));

    private static string NameFor(HttpContext context, PagesOptions options) =>
        Https.Is(context.Request, options) ? SecureName : PlainName;

    private static CookieOptions Settings(HttpContext context, PagesOptions options, TimeSpan age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = Https.Is(context.Request, options),
        Path = Https.Is(context.Request, options) ? "/" : context.Request.PathBase + "/manage",
        MaxAge = age,
    };
}
