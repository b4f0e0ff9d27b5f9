using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PlaceLeadership.Application.Settling;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Hosting.Mailing;

namespace PlaceLeadership.Hosting.Webhooks;

/// <summary>
/// Takes what the provider tells of our messages. It says 204 once that is applied; a failure of the store surfaces, and the
/// provider then tells the same again: SendGrid for a day.
/// </summary>
/// <param name="channel">How messages leave: where its provider tells nothing, there is nothing here.</param>
/// <param name="events">Applies what it tells.</param>
/// <param name="tokens">Know what the references in it stand for.</param>
/// <param name="log">Where the count of what came is noted.</param>
public sealed partial class ReportsWebhook(MailChannel channel, SettlementDesk events, LinkTokens tokens, ILogger<ReportsWebhook> log)
{
    /// <summary>Its path, without a slash at the start; the last segment is the word of the provider.</summary>
    public const string Path = "api/webhooks/{provider}";

    /// <summary>The most bytes of one delivery; providers send far less.</summary>
    public const int BytesMax = 4 * 1024 * 1024;

    /// <summary>Answers one delivery of events.</summary>
    /// <returns>The status to answer with: 204, 400, 403, 404 or 413.</returns>
    public async Task<int> ReceiveAsync(string provider, HttpRequest request)
    {
        if (channel.Reports is not { } reports || !string.Equals(provider, channel.Provider.Word, StringComparison.OrdinalIgnoreCase))
        {
            return StatusCodes.Status404NotFound;
        }

        if (await RequestBody.ReadAsync(request, BytesMax).ConfigureAwait(false) is not { } body)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        if (!reports.IsGenuine(name => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null, body))
        {
            NotGenuine(log, provider);
            return StatusCodes.Status403Forbidden;
        }

        if (reports.Read(body, tokens) is not { } told)
        {
            return StatusCodes.Status400BadRequest;
        }

        var applied = 0;
        foreach (var (message, what, address) in told)
        {
            applied += await events.ApplyAsync(message, Actor.Provider, what, request.HttpContext.RequestAborted, address).ConfigureAwait(false)
                == EventOutcome.Applied ? 1 : 0;
        }

        Applied(log, provider, told.Count, applied);
        return StatusCodes.Status204NoContent;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Provider} told of {Events} events; {Applied} said something new")]
    private static partial void Applied(ILogger log, string provider, int events, int applied);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Events that do not come from {Provider} were refused")]
    private static partial void NotGenuine(ILogger log, string provider);
}
