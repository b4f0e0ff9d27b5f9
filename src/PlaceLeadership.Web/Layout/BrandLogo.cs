using System.Buffers.Binary;

namespace PlaceLeadership.Web.Layout;

/// <summary>A place's logo, looked through before anybody is sent it.</summary>
public sealed class BrandLogo
{
    /// <summary>The most bytes of a logo.</summary>
    public const int BytesMax = 100_000;

    // Opened by itself, an SVG is a document like a page. Its own style is drawn; nothing in it runs, and it fetches nothing.
    internal const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private const int HeaderBytes = 24;

    private BrandLogo(string type, byte[] content) => Picture = new PageAsset("brand-logo", type, content) { Policy = Policy };

    internal PageAsset Picture { get; }

    /// <summary>The logo in a file with one of the endings .svg and .png; null when it is not one that pages can show.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="wrong">Is told what is wrong with it.</param>
    public static BrandLogo? Read(string name, byte[] content, Action<string> wrong)
    {
        var (type, problem) = Path.GetExtension(name).ToLowerInvariant() switch
        {
            _ when content.Length > BytesMax => ("", "is a file of more than 100 kB: every visitor would wait for it. Save it smaller."),
            ".svg" => ("image/svg+xml", SvgRules.WhatIsWrong(content)),
            ".png" => ("image/png", IsPng(content) ? null : "ends in .png and holds something else."),
            _ => ("", "does not end in .svg or .png."),
        };
        if (problem is not null)
        {
            wrong(problem);
            return null;
        }

        return new BrandLogo(type, content);
    }

    // The signature, and a header that says how large it is: https://www.w3.org/TR/png-3/#5PNG-file-signature and #11IHDR.
    private static bool IsPng(ReadOnlySpan<byte> content) =>
        content.Length > HeaderBytes && content[0] == 0x89 && content[1..8].SequenceEqual("PNG\r\n\x1a\n"u8)
        && content[12..16].SequenceEqual("IHDR"u8)
        && BinaryPrimitives.ReadUInt32BigEndian(content[16..20]) > 0 && BinaryPrimitives.ReadUInt32BigEndian(content[20..24]) > 0;
}
