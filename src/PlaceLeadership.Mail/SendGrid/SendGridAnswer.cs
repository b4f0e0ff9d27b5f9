using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using NodaTime;
using SendGrid;

namespace PlaceLeadership.Mail.SendGrid;

/// <summary>
/// What an answer of SendGrid means for a message. Only 429 and 503 say both that it was not accepted and that trying
/// again may help; other errors of a server can come after it was accepted.
/// </summary>
internal sealed partial class SendGridAnswer(SendGridSettings settings, TimeProvider clock)
{
    public async Task<Attempt> ReadAsync(Response response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        return status switch
        {
            202 => new(new SendOutcome.Accepted(IdOf(response.Headers))),
            400 or 413 => new(new SendOutcome.Refused(
                $"SendGrid refuses the message ({status}{await FieldsAsync(response, cancellation).ConfigureAwait(false)}).")),
            401 or 403 => new(NotAccepted(
                $"SendGrid does not let us send ({status}). Check the key in the setting {settings.ApiKeySetting}, "
                + "and that SendGrid knows the sender.")),
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

    /// <summary>Retry-After as seconds or as a date (RFC 9110, 10.2.3), else the end of SendGrid's rate window.</summary>
    private TimeSpan? WaitOf(HttpResponseHeaders headers)
    {
        var now = clock.GetUtcNow();
        var wait = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => WindowEnd(headers) - now,
        };
        return wait is { } length && length < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static DateTimeOffset? WindowEnd(HttpResponseHeaders headers) =>
        headers.TryGetValues("X-RateLimit-Reset", out var values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static string? IdOf(HttpResponseHeaders headers) =>
        headers.TryGetValues("X-Message-Id", out var values) ? values.First() : null;

    /// <summary>The names of the fields SendGrid complains about. Its messages may repeat an address, so they stay out.</summary>
    private static async Task<string> FieldsAsync(Response response, CancellationToken cancellation)
    {
        var body = await response.Body.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        var fields = FieldName().Matches(body).Select(match => match.Groups[1].Value).Distinct().Take(5).ToArray();
        return fields.Length > 0 ? ": " + string.Join(", ", fields) : "";
    }

    private static SendOutcome.NotAccepted NotAccepted(string reason, TimeSpan? wait = null) =>
        new(reason, wait is { } length ? Duration.FromTimeSpan(length) : null);

    private static SendOutcome.InDoubt InDoubt(HttpStatusCode status) =>
        new($"SendGrid answers {(int)status}, which leaves open whether it took the message.");

    [GeneratedRegex("\"field\"\\s*:\\s*\"([a-z0-9_.]{1,60})\"", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex FieldName();
}
