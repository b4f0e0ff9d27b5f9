using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Layout;

/// <summary>The one style sheet. It travels inside the library, so a host has no file to serve.</summary>
internal static class Stylesheet
{
    private const string Path = "/pages.css";

    private static readonly byte[] Css = Load();
    private static readonly string Version = Convert.ToHexStringLower(SHA256.HashData(Css).AsSpan(0, 6));

    /// <summary>Its address, which changes with its content, so that a browser may keep it for ever.</summary>
    public static string Address { get; } = $"{Path}?v={Version}";

    public static void Map(IEndpointRouteBuilder pages) => pages.MapMethods(Path, Verbs.Reading, (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = context.Request.Query["v"] == Version
            ? "public, max-age=31536000, immutable"
            : "public, max-age=300";
        return Results.Bytes(Css, "text/css; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Version}\""));
    });

    private static byte[] Load()
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("pages.css")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
