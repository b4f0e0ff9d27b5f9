using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using NodaTime;
using PlaceLeadership.Core.Outbox;
using SendGrid;

namespace PlaceLeadership.Mail.SendGrid;

/// <summary>
/// What an answer of SendGrid means for a message. Only 429 and 503 say both that it was not accepted and that trying
/// again may help; other errors of a server can come after it was accepted.
/// </summary>
internal sealed class SendGridAnswer(SendGridSettings settings, TimeProvider clock)
{
    // However long a provider says: a mistake of theirs must not silence a place for days, and asking once an hour burdens nobody.
    private static readonly TimeSpan AskedWaitMax = TimeSpan.FromHours(1);

    public async Task<Attempt> ReadAsync(Response response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        return status switch
        {
            202 => new(new SendOutcome.Accepted(IdOf(response.Headers))),
            400 or 401 or 403 or 413 => new(SendGridRefusal.Read(
                status, await response.Body.ReadAsStringAsync(cancellation).ConfigureAwait(false), settings.ApiKeySetting)),
            429 or 503 => Later(response),
            408 or >= 500 => new(InDoubt(response.StatusCode), Ailing: true),
            >= 300 => new(NotAccepted(
                $"SendGrid answers {status}. Check that {settings.Endpoint.Host} is its address.")),
            _ => new(InDoubt(response.StatusCode)),
        };
    }

    private Attempt Later(Response response)
    {
        var wait = WaitOf(response.Headers);
        var reason = response.StatusCode == HttpStatusCode.TooManyRequests
            ? "SendGrid takes no more messages for the moment (429)."
            : "SendGrid is not available (503).";
        return new(
            NotAccepted(reason, wait),
            Again: wait is null || wait <= settings.WaitMax,
            Ailing: response.StatusCode == HttpStatusCode.ServiceUnavailable,
            Wait: wait);
    }

    /// <summary>Retry-After as seconds or as a date (RFC 9110, 10.2.3), else the end of SendGrid's rate window; an hour at most.</summary>
    private TimeSpan? WaitOf(HttpResponseHeaders headers)
    {
        var now = clock.GetUtcNow();
        var wait = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => WindowEnd(headers) - now,
        };
        return wait is { } length ? TimeSpan.FromTicks(Math.Clamp(length.Ticks, 0, AskedWaitMax.Ticks)) : null;
    }

    private static DateTimeOffset? WindowEnd(HttpResponseHeaders headers) =>
        headers.TryGetValues("X-RateLimit-Reset", out var values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static string? IdOf(HttpResponseHeaders headers) =>
        headers.TryGetValues("X-Message-Id", out var values) ? values.First() : null;

    private static SendOutcome.NotAccepted NotAccepted(string reason, TimeSpan? wait = null) =>
        new(reason, wait is { } length ? Duration.FromTimeSpan(length) : null);

    private static SendOutcome.InDoubt InDoubt(HttpStatusCode status) =>
        new($"SendGrid answers {(int)status}, which leaves open whether it took the message.");
}
