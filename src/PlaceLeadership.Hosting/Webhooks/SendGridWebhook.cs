using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Mail.SendGrid;

namespace PlaceLeadership.Hosting.Webhooks;

/// <summary>
/// Takes SendGrid's events about our messages. It says 204 once they are applied; a failure of the store surfaces, and
/// SendGrid then sends the same events again, for a day.
/// </summary>
/// <param name="publicKey">What SendGrid signs with, or null when it is not our provider: then there is nothing here.</param>
/// <param name="events">Applies them.</param>
/// <param name="tokens">Know what the references in them stand for.</param>
/// <param name="log">Where the count of what came is noted.</param>
public sealed partial class SendGridWebhook(string? publicKey, EventDesk events, LinkTokens tokens, ILogger<SendGridWebhook> log)
{
    /// <summary>Its path, without a slash at the start.</summary>
    public const string Path = "api/webhooks/sendgrid";

    /// <summary>The most bytes of one delivery; SendGrid sends far less.</summary>
    public const int BytesMax = 4 * 1024 * 1024;

    /// <summary>Answers one delivery of events.</summary>
    /// <returns>The status to answer with: 204, 400, 403, 404 or 413.</returns>
    public async Task<int> ReceiveAsync(HttpRequest request)
    {
        if (publicKey is null)
        {
            return StatusCodes.Status404NotFound;
        }

        if (await RequestBody.ReadAsync(request, BytesMax).ConfigureAwait(false) is not { } body)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        string? Header(string name) => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;
        if (!SendGridEvents.IsGenuine(
            publicKey, Header(SendGridEvents.SignatureHeader), Header(SendGridEvents.TimestampHeader), body))
        {
            NotGenuine(log);
            return StatusCodes.Status403Forbidden;
        }

        if (SendGridEvents.Read(body, tokens) is not { } told)
        {
            return StatusCodes.Status400BadRequest;
        }

        var applied = 0;
        foreach (var (message, what, address) in told)
        {
            applied += await events.ApplyAsync(message, Actor.Provider, what, request.HttpContext.RequestAborted, address).ConfigureAwait(false)
                == EventOutcome.Applied ? 1 : 0;
        }

        Applied(log, told.Count, applied);
        return StatusCodes.Status204NoContent;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "SendGrid told of {Events} events; {Applied} said something new")]
    private static partial void Applied(ILogger log, int events, int applied);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Events without SendGrid's signature were refused")]
    private static partial void NotGenuine(ILogger log);
}
