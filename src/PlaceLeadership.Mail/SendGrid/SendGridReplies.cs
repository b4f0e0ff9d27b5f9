using System.Text;
using System.Text.Json;
using MimeKit;
using PlaceLeadership.Core.Replies;

namespace PlaceLeadership.Mail.SendGrid;

/// <summary>
/// Reads a mail that SendGrid took for us (Inbound Parse): a form with the parts of the mail as its fields. The raw message,
/// which SendGrid sends instead when asked to, is not read; attachments and HTML are passed over.
/// </summary>
public static class SendGridReplies
{
    private const int FieldBytesMax = 256 * 1024;
    private const int FromCharactersMax = 1_000;

    private static readonly string[] Fields = ["envelope", "headers", "from", "text", "charsets"];

    /// <summary>The mail, or null when this is no form of a mail.</summary>
    /// <param name="contentType">The value of the header <c>Content-Type</c>, with the boundary.</param>
    /// <param name="body">The body.</param>
    public static ReceivedMail? Read(string? contentType, byte[] body)
    {
        if (!ContentType.TryParse(contentType ?? "", out var type) || !type.IsMimeType("multipart", "form-data") || !IsWhole(body, type.Boundary))
        {
            return null;
        }

        using var stream = new MemoryStream(body, writable: false);
        using var form = MimeEntity.Load(type, stream) as Multipart;
        var fields = (form?.OfType<MimePart>() ?? [])
            .Select(part => (Name: part.ContentDisposition?.Parameters["name"] ?? "", Part: part))
            .Where(field => Fields.Contains(field.Name) && field.Part.Content is not null)
            .DistinctBy(field => field.Name)
            .ToDictionary(field => field.Name, field => BytesOf(field.Part));
        string Field(string name, string charset = "utf-8") => fields.TryGetValue(name, out var bytes) ? Charset(charset).GetString(bytes) : "";
        if (Json(Field("envelope")) is not { } envelope)
        {
            return null;
        }

        var headers = Headers(Field("headers"));
        var returnPath = Text(envelope, "from");
        return new ReceivedMail(
            To(envelope), Address(Field("from")), headers.GetValueOrDefault("Message-ID", ""),
            // What goes back to nobody is a notice of a mail server (RFC 5321, 4.5.5).
            returnPath is "" or "<>" || ReceivedMail.IsAutomatic(headers.GetValueOrDefault),
            Field("text", Json(Field("charsets")) is { } charsets ? Text(charsets, "text") ?? "utf-8" : "utf-8"));
    }

    /// <summary>Whether the last line ends the form (RFC 2046, 5.1.1): of a mail that broke off, the numbers may have as well.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> body, string? boundary) =>
        boundary is { Length: > 0 } && body.TrimEnd("\r\n \t"u8).EndsWith(Encoding.UTF8.GetBytes($"--{boundary}--"));

    private static byte[] BytesOf(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        return bytes.Length <= FieldBytesMax ? bytes.ToArray() : bytes.ToArray()[..FieldBytesMax];
    }

    private static JsonElement? Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && IsReadable(root) ? root.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // JSON may name half of a character, which is no text.
    private static bool IsReadable(JsonElement json)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(json).Length > 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IReadOnlyList<string> To(JsonElement envelope) =>
        envelope.TryGetProperty("to", out var to) && to.ValueKind == JsonValueKind.Array
            ? [.. to.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    // A list of addresses takes the square of its length to be taken apart.
    private static string Address(string from) => from.Length <= FromCharactersMax && InternetAddressList.TryParse(from, out var addresses)
        ? addresses.Mailboxes.FirstOrDefault()?.Address ?? "" : "";

    // The first of each name; a line that begins with a blank goes on.
    private static Dictionary<string, string> Headers(string text) => text.ReplaceLineEndings("\n")
        .Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n')
        .Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2)
        .DistinctBy(parts => parts[0], StringComparer.OrdinalIgnoreCase)
        .ToDictionary(parts => parts[0], parts => parts[1].Trim(), StringComparer.OrdinalIgnoreCase);

    // Numbers are the same in all that mail programs use; of the rest nothing is a vote but a few words.
    private static Encoding Charset(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return Encoding.Latin1;
        }
    }
}
