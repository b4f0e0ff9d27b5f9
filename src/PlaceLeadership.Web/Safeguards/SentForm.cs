using Microsoft.AspNetCore.Http;

namespace PlaceLeadership.Web.Safeguards;

/// <summary>
/// A form as it was sent, with line ends as people count them. Kept with the request, so that whatever breaks later, the
/// words can be shown back.
/// </summary>
/// <param name="Fields">Every field in turn; a name may come several times.</param>
internal sealed record SentForm(IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>The most bytes a form may have: twelve questions of 10,000 characters and room to spare.</summary>
    public const int BytesMax = 256 * 1024;

    /// <summary>The first value of this name, trimmed, or empty.</summary>
    public string First(string name) => Fields.FirstOrDefault(field => field.Name == name).Value?.Trim() ?? "";

    /// <summary>The form sent with this request.</summary>
    public static SentForm Of(HttpContext context) => context.Features.Get<SentForm>()!;

    public static SentForm From(IFormCollection form) => new(
    [
        .. form.SelectMany(field => field.Value.Select(value =>
            (field.Key, (value ?? "").Replace("\r\n", "\n", StringComparison.Ordinal)))),
    ]);
}
