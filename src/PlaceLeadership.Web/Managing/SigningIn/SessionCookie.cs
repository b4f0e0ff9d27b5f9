using Microsoft.AspNetCore.Http;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>The cookie of a sign-in: for the manager's pages alone, out of reach of scripts and of other sites' forms.</summary>
internal static class SessionCookie
{
    public const string Name = "placelead-manage";

    public static string Read(HttpContext context) => context.Request.Cookies[Name] ?? "";

    public static void Put(HttpContext context, string value, PagesOptions options) =>
        context.Response.Cookies.Append(Name, value, Settings(context, options, SessionTokens.Lifetime.ToTimeSpan()));

    public static void Remove(HttpContext context, PagesOptions options) =>
        context.Response.Cookies.Append(Name, "", Settings(context, options, TimeSpan.Zero));

    private static CookieOptions Settings(HttpContext context, PagesOptions options, TimeSpan age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = IsSecure(context.Request, options),
        Path = context.Request.PathBase + "/manage",
        MaxAge = age,
    };

    // Behind a proxy the connection itself is plain; the browser still came by https.
    private static bool IsSecure(HttpRequest request, PagesOptions options) =>
        request.IsHttps
        || string.Equals(request.Headers["X-Forwarded-Proto"], "https", StringComparison.OrdinalIgnoreCase)
        || (options.PublicAddress is { Scheme: "https" } address
            && string.Equals(address.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase));
}
