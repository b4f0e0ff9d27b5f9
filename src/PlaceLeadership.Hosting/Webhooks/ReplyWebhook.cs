using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Mail.SendGrid;

namespace PlaceLeadership.Hosting.Webhooks;

/// <summary>
/// Takes the mails by which people answer messages, from SendGrid's Inbound Parse. It says 204 once a mail is stored as an
/// answer or is none, for then there is nothing to send again; a failure of the store surfaces, and SendGrid sends the same mail
/// again, for three days. No mail is answered, kept or logged.
/// </summary>
/// <param name="secret">What SendGrid says as its password, or null when no answers are taken: then there is nothing here.</param>
/// <param name="kinds">Take the answers, each those to messages of a kind of step.</param>
/// <param name="log">Where the count of what came is noted.</param>
public sealed partial class ReplyWebhook(string? secret, IEnumerable<MailReplies> kinds, ILogger<ReplyWebhook> log)
{
    /// <summary>Its path, without a slash at the start.</summary>
    public const string Path = "api/webhooks/replies";

    /// <summary>The most bytes of one mail with all that is attached; an answer needs few.</summary>
    public const int BytesMax = 10 * 1024 * 1024;

    private const string Scheme = "Basic ";

    /// <summary>Answers one delivery of a mail.</summary>
    /// <returns>The status to answer with: 204, 400, 401, 404 or 413.</returns>
    public async Task<int> ReceiveAsync(HttpRequest request)
    {
        if (secret is null)
        {
            return StatusCodes.Status404NotFound;
        }

        if (!IsGenuine(request.Headers.Authorization.ToString(), secret))
        {
            NotGenuine(log);
            request.HttpContext.Response.Headers.WWWAuthenticate = "Basic realm=\"replies\"";
            return StatusCodes.Status401Unauthorized;
        }

        if (await RequestBody.ReadAsync(request, BytesMax).ConfigureAwait(false) is not { } body)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        if (SendGridReplies.Read(request.ContentType, body) is not { } mail)
        {
            return StatusCodes.Status400BadRequest;
        }

        var outcome = kinds.Where(kind => kind.IsAddressed(mail)).ToList() switch
        {
            [] => MailTaking.Refused,
            [var kind] => await kind.TakeAsync(mail, request.HttpContext.RequestAborted).ConfigureAwait(false),
            _ => MailTaking.Unreadable,
        };
        Came(log, outcome is MailTaking.Stored ? 1 : 0, outcome is MailTaking.Unreadable ? 1 : 0, outcome is MailTaking.Refused ? 1 : 0);
        return StatusCodes.Status204NoContent;
    }

    private static bool IsGenuine(string authorization, string secret)
    {
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var said = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization[Scheme.Length..].Trim(), said, out var length))
        {
            return false;
        }

        // Whatever the name before the colon. Hashes are of one length, so that the time to compare tells nothing.
        var colon = said.AsSpan(0, length).IndexOf((byte)':');
        return colon >= 0 && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(said.AsSpan(colon + 1, length - colon - 1)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Answers by mail: {Taken} stored, {Unreadable} for a person to read, {Refused} no answer to an open message")]
    private static partial void Came(ILogger log, int taken, int unreadable, int refused);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer by mail was refused: it came without the reply key")]
    private static partial void NotGenuine(ILogger log);
}
