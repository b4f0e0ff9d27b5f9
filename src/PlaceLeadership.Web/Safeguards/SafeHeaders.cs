using Microsoft.AspNetCore.Http;

namespace PlaceLeadership.Web.Safeguards;

/// <summary>
/// The headers of every answer. Links carry tokens, so no address may leak to another site; pages carry private words,
/// so nothing may keep them; what runs in them is our own script, from a file.
/// </summary>
internal static class SafeHeaders
{
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // A year. Nothing is said of other names under the domain, which are not ours.
    private const string StrictTransport = "max-age=31536000";

    /// <summary>The policy of pages whose forms lead to another site too: browsers hold what a form is redirected to against the policy of its page.</summary>
    public static string AdmittingForms(string origin) => Policy.Replace("form-action 'self'", $"form-action 'self' {origin}", StringComparison.Ordinal);

    public static void Put(HttpContext context, PagesOptions options)
    {
        var headers = context.Response.Headers;
        if (Https.Is(context.Request, options))
        {
            headers.StrictTransportSecurity = StrictTransport;
        }

        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
