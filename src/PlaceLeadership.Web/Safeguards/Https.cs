using Microsoft.AspNetCore.Http;

namespace PlaceLeadership.Web.Safeguards;

/// <summary>Whether people came by https. Behind a proxy the connection itself is plain; the browser still came by https.</summary>
internal static class Https
{
    public static bool Is(HttpRequest request, PagesOptions options) =>
        request.IsHttps
        || string.Equals(request.Headers["X-Forwarded-Proto"], "https", StringComparison.OrdinalIgnoreCase)
        || (options.PublicAddress is { Scheme: "https" } address
            && string.Equals(address.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase));
}
