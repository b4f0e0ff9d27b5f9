using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace PlaceLeadership.Web.Layout;

/// <summary>
/// Which SVG files are pictures and nothing else. Browsers run no script of a picture in a page, but they do where the file is opened by
/// itself, so what could run, move or fetch is not taken at all: <see href="https://www.w3.org/TR/SVG2/conform.html#secure-static-mode"/>.
/// </summary>
internal static partial class SvgRules
{
    private const string Svg = "http://www.w3.org/2000/svg";
    private const string Declaration = "http://www.w3.org/2000/xmlns/";
    private const string Style = "style";

    // What programs for drawing leave in their files, and no browser does anything with.
    private static readonly string[] Remarks =
    [
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://purl.org/dc/elements/1.1/", "http://creativecommons.org/ns#", "http://web.resource.org/cc/",
        "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd", "http://www.inkscape.org/namespaces/inkscape",
    ];

    /// <summary>What is wrong, as the rest of a sentence about the setting; null when nothing is.</summary>
    public static string? WhatIsWrong(byte[] content)
    {
        using var bytes = new MemoryStream(content, writable: false);
        using var reader = XmlReader.Create(bytes, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        try
        {
            return Walk(reader);
        }
        catch (XmlException)
        {
            return "ends in .svg and cannot be read as one. If it holds a line <!DOCTYPE …>, take that out.";
        }
    }

    private static string? Walk(XmlReader reader)
    {
        StringBuilder? style = null;
        while (reader.Read())
        {
            var wrong = reader.NodeType switch
            {
                XmlNodeType.Element when reader.Depth == 0 && (reader.LocalName, reader.NamespaceURI) != ("svg", Svg) =>
                    $"ends in .svg and does not begin with <svg xmlns=\"{Svg}\">.",
                XmlNodeType.Element => ElementProblem(reader) ?? AttributeProblem(reader),
                XmlNodeType.ProcessingInstruction => "holds an instruction for programs (<?…?>), which may fetch something. Take it out.",
                XmlNodeType.EndElement when reader.LocalName == Style && style is not null && Reaches(style.ToString()) => Fetches(Style),
                _ => null,
            };
            if (wrong is not null)
            {
                return wrong;
            }

            // Put together first, as a browser does: a remark between two letters hides no word.
            style = (reader.NodeType, reader.LocalName) switch
            {
                (XmlNodeType.Element, Style) => style ?? new StringBuilder(),
                (XmlNodeType.EndElement, Style) => null,
                _ => style,
            };
            _ = reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? style?.Append(reader.Value) : null;
        }

        return null;
    }

    private static string? ElementProblem(XmlReader reader) => reader.LocalName switch
    {
        _ when Remarks.Contains(reader.NamespaceURI) => null,
        _ when reader.NamespaceURI != Svg => $"holds <{reader.LocalName}>, which is not of SVG. Save it as plain SVG.",
        "script" or "handler" or "listener" => "holds a script. Save it without.",
        "foreignObject" or "iframe" or "object" or "embed" or "audio" or "video" or "canvas" => $"holds <{reader.LocalName}>, which can be a page of its own. Save it as plain SVG.",
        "animate" or "animateColor" or "animateMotion" or "animateTransform" or "set" or "discard" => "moves. Save it as a picture that stands still.",
        _ => null,
    };

    private static string? AttributeProblem(XmlReader reader)
    {
        var ofRemark = Remarks.Contains(reader.NamespaceURI);
        string? wrong = null;
        for (var more = reader.MoveToFirstAttribute(); more && wrong is null; more = reader.MoveToNextAttribute())
        {
            wrong = reader switch
            {
                { NamespaceURI: Declaration } => null,
                _ when reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) => $"holds an act ({reader.LocalName}=\"…\"). Save it without scripts.",
                _ when ofRemark || Remarks.Contains(reader.NamespaceURI) => null,
                _ when reader.LocalName is "href" or "src" => IsInside(reader.Value) ? null : Fetches(reader.LocalName),
                _ when reader.LocalName == "base" || Reaches(reader.Value) => Fetches(reader.LocalName),
                _ => null,
            };
        }

        reader.MoveToElement();
        return wrong;
    }

    private static string Fetches(string where) =>
        $"leads to something outside itself ({where}): whoever looks at a page would be seen there. Save it with everything in it.";

    // A part of the file itself, or a picture of dots that it carries with it.
    private static bool IsInside(string reference) => Inside().IsMatch(reference);

    // An escape could spell any of these words: https://www.w3.org/TR/css-syntax-3/#escaping.
    private static bool Reaches(string style) =>
        style.Contains('\\', StringComparison.Ordinal) || Fetching().IsMatch(style) || Reference().Matches(style).Any(found => !IsInside(found.Groups["to"].Value));

    [GeneratedRegex(@"\A\s*(#|data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Inside();

    [GeneratedRegex(@"@import|@namespace|image-set\s*\(|image\s*\(|src\s*\(|javascript:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fetching();

    [GeneratedRegex(@"url\s*\(\s*[""']?(?<to>[^)""']*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
