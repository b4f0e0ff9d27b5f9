using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Layout;

/// <summary>
/// What pages fetch: the style sheet and the script of all of them, which travel inside the library, so that a host has no file to serve, and a
/// place's own colour and logo. It goes out in a third of its size: nothing in it is anybody's, so that compressing it tells nothing.
/// </summary>
internal sealed class PageAsset
{
    private readonly string _path;
    private readonly string _type;
    private readonly byte[] _plain;
    private readonly byte[] _small;
    private readonly string _version;

    /// <summary>Something that every visitor may see.</summary>
    /// <param name="name">Its path, without the slash.</param>
    /// <param name="type">Its content type.</param>
    /// <param name="content">What it is.</param>
    public PageAsset(string name, string type, byte[] content)
    {
        _path = "/" + name;
        _type = type;
        _plain = content;
        using var small = new MemoryStream();
        using (var zip = new GZipStream(small, CompressionLevel.SmallestSize))
        {
            zip.Write(_plain);
        }

        _small = small.ToArray();
        _version = Convert.ToHexStringLower(SHA256.HashData(_plain).AsSpan(0, 6));
    }

    /// <summary>The style sheet.</summary>
    public static PageAsset Css { get; } = new("pages.css", "text/css; charset=utf-8", Embedded("pages.css"));

    /// <summary>What makes pages handier where scripts run; every page is whole without it.</summary>
    public static PageAsset Js { get; } = new("pages.js", "text/javascript; charset=utf-8", Embedded("pages.js"));

    /// <summary>Its address, which changes with its content, so that a browser may keep it for ever.</summary>
    public string Address => $"{_path}?v={_version}";

    /// <summary>What it may do where it is opened by itself, if that is less than what a page may.</summary>
    public string? Policy { get; init; }

    public static void Map(IEndpointRouteBuilder pages, Brand brand)
    {
        foreach (var asset in new[] { Css, Js, brand.Colour?.Css, brand.Logo?.Picture }.OfType<PageAsset>())
        {
            pages.MapMethods(asset._path, Verbs.Reading, asset.Answer);
        }
    }

    private static byte[] Embedded(string name)
    {
        using var stream = typeof(PageAsset).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private IResult Answer(HttpContext context)
    {
        context.Response.Headers.CacheControl = context.Request.Query["v"] == _version
            ? "public, max-age=31536000, immutable"
            : "public, max-age=300";
        if (Policy is not null)
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
        }

        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var small = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (small)
        {
            context.Response.Headers.ContentEncoding = "gzip";
        }

        // The two forms of one thing must not pass for each other.
        return Results.Bytes(small ? _small : _plain, _type, entityTag: new EntityTagHeaderValue($"\"{_version}{(small ? "-gzip" : "")}\""));
    }
}
