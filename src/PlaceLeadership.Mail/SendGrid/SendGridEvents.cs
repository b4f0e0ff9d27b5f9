using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Mail.SendGrid;

/// <summary>
/// Reads what SendGrid tells of our messages afterwards (Event Webhook). Only what says something about a message's way is
/// taken; who opened or clicked is not asked for and would be passed over.
/// </summary>
public static class SendGridEvents
{
    /// <summary>The header with the signature, base64 of DER.</summary>
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";

    /// <summary>The header with the moment that is signed together with the body.</summary>
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    // Reasons for a drop that say something about the address. The others (a quota, the content) are ours to mend.
    private static readonly string[] AddressIsRefused =
        ["Bounced Address", "Invalid", "Unsubscribed Address", "Spam Reporting Address"];

    /// <summary>Whether this can be the public key that SendGrid shows.</summary>
    public static bool IsKey(string text)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            return true;
        }
        catch (Exception wrong) when (wrong is FormatException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Whether SendGrid signed this. Events may come again, also on purpose: applying one twice changes nothing.</summary>
    /// <param name="publicKey">The key that SendGrid shows under Signed Event Webhook: base64 of a SubjectPublicKeyInfo.</param>
    /// <param name="signature">The value of <see cref="SignatureHeader"/>.</param>
    /// <param name="timestamp">The value of <see cref="TimestampHeader"/>.</param>
    /// <param name="body">The body, byte for byte.</param>
    public static bool IsGenuine(string publicKey, string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        var der = new byte[signature?.Length ?? 0];
        if (timestamp is null || !Convert.TryFromBase64String(signature ?? "", der, out var length) || length == 0)
        {
            return false;
        }

        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        return key.VerifyData(signed, der.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>The events about our messages, in the order sent, or null when the body is no list of events.</summary>
    /// <param name="body">The body.</param>
    /// <param name="tokens">Know what the references in it stand for.</param>
    public static IReadOnlyList<(LetterId Message, ProviderReport What, string? Address)>? Read(ReadOnlyMemory<byte> body, LinkTokens tokens)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind != JsonValueKind.Array
                ? null
                : [.. document.RootElement.EnumerateArray().Select(item => Read(item, tokens)).OfType<(LetterId, ProviderReport, string?)>()];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Messages of earlier releases went out with the id itself.
    private static (LetterId, ProviderReport, string?)? Read(JsonElement item, LinkTokens tokens) =>
        item.ValueKind == JsonValueKind.Object
        && Text(item, SendGridRequest.MessageIdArgument) is var told
        && LetterId.Parse(tokens.Referred(told) ?? told) is { } message
        && Meaning(item) is { } what
            ? (message, what, Text(item, "email") is { Length: > 0 } address ? address : null)
            : null;

    private static ProviderReport? Meaning(JsonElement item) => Text(item, "event") switch
    {
        "processed" or "deferred" => ProviderReport.Accepted,
        "delivered" => ProviderReport.Delivered,
        // Blocked says that the mailbox did not take this one message; the address is good.
        "bounce" => Text(item, "type") == "blocked" ? ProviderReport.Accepted : ProviderReport.Bounced,
        "dropped" => AddressIsRefused.Contains(Text(item, "reason"), StringComparer.OrdinalIgnoreCase)
            ? ProviderReport.Bounced
            : ProviderReport.Accepted,
        // Who reports us as spam is not written to again; SendGrid would drop it anyway.
        "spamreport" => ProviderReport.Bounced,
        _ => null,
    };

    private static string Text(JsonElement item, string name)
    {
        try
        {
            return item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        }
        catch (InvalidOperationException)
        {
            // Half a character, as \ud800 alone: the other events of the delivery are good.
            return "";
        }
    }
}
