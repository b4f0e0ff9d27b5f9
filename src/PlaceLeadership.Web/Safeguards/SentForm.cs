using Microsoft.AspNetCore.Http;

namespace PlaceLeadership.Web.Safeguards;

/// <summary>
/// A form as it was sent, with line ends as people count them. Kept with the request, so that whatever breaks later, the
/// words can be shown back.
/// </summary>
/// <param name="Fields">Every field in turn; a name may come several times.</param>
/// <param name="Files">Every file that holds something.</param>
/// <param name="MayBeShownBack">Whether a page that failed may show the fields back. Never what somebody signs in with.</param>
internal sealed record SentForm(
    IReadOnlyList<(string Name, string Value)> Fields, IReadOnlyList<SentFile> Files, bool MayBeShownBack)
{
    /// <summary>The most bytes a form may have: twelve questions of 10,000 characters and room to spare.</summary>
    public const int BytesMax = 256 * 1024;

    /// <summary>The first value of this name, trimmed, or empty.</summary>
    public string First(string name) => Fields.FirstOrDefault(field => field.Name == name).Value?.Trim() ?? "";

    /// <summary>The form sent with this request.</summary>
    public static SentForm Of(HttpContext context) => context.Features.Get<SentForm>()!;

    /// <summary>The file of this field, or null when none was chosen.</summary>
    public SentFile? File(string field) => Files.FirstOrDefault(file => file.Field == field);

    public static SentForm From(IFormCollection form, bool mayBeShownBack) => new(
        [
            .. form.SelectMany(field => field.Value.Select(value =>
                (field.Key, (value ?? "").Replace("\r\n", "\n", StringComparison.Ordinal)))),
        ],
        [.. form.Files.Where(file => file.Length > 0).Select(Read)],
        mayBeShownBack);

    private static SentFile Read(IFormFile file)
    {
        using var content = new MemoryStream((int)file.Length);
        file.CopyTo(content);

        // Some browsers send the whole path.
        var name = file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        return new SentFile(file.Name, name, content.ToArray());
    }
}
