using NodaTime;
using PlaceLeadership.Core.Outbox;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using SendGrid;

namespace PlaceLeadership.Mail.SendGrid;

/// <summary>
/// Sends by SendGrid's v3 API. SendGrid has no idempotency key, so a request is repeated only when its message certainly
/// was not accepted: its body never began to leave, or the answer was 429 or 503. Everything else is in doubt, and the
/// event webhook settles it by the custom argument <c>message_id</c>.
/// </summary>
public sealed class SendGridMailer : IMailer, IDisposable
{
    private readonly SendGridSettings _settings;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly SendGridClient _client;
    private readonly SendGridAnswer _answer;
    private readonly ResiliencePipeline<Attempt> _pipeline;

    /// <summary>A mailer that keeps connections and counts failures; make one for a process.</summary>
    /// <param name="settings">How to reach SendGrid.</param>
    /// <param name="transport">What carries requests, <see cref="CreateTransport"/> as a rule. Disposed with the mailer.</param>
    /// <param name="clock">For waits, time-outs and dates in answers.</param>
    public SendGridMailer(SendGridSettings settings, HttpMessageHandler transport, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentException.ThrowIfNullOrWhiteSpace(settings.ApiKey);
        _settings = settings;
        _clock = clock;
        // The time-out is ours, on our clock.
        _http = new HttpClient(new BodyWatch(transport)) { Timeout = Timeout.InfiniteTimeSpan };
        _client = new SendGridClient(_http, new SendGridClientOptions
        {
            ApiKey = settings.ApiKey,
            Host = settings.Endpoint.AbsoluteUri.TrimEnd('/'),
            HttpErrorAsException = false,
        });
        _answer = new SendGridAnswer(settings, clock);
        _pipeline = SendGridPipeline.For(settings, clock);
    }

    /// <summary>Connections that never follow a redirection and give up on connecting after five seconds.</summary>
    public static SocketsHttpHandler CreateTransport() => new()
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };

    /// <inheritdoc />
    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (MailRules.Refusal(mail) is { } refusal)
        {
            return refusal;
        }

        try
        {
            var attempt = await _pipeline
                .ExecuteAsync(async stop => await TryAsync(mail, stop).ConfigureAwait(false), cancellation)
                .ConfigureAwait(false);
            return attempt.Outcome;
        }
        catch (BrokenCircuitException open)
        {
            return NotAccepted("Nothing is sent for now, because SendGrid failed repeatedly (circuit open).", open.RetryAfter);
        }
        catch (RateLimiterRejectedException)
        {
            return NotAccepted($"More than {_settings.WaitingMax} messages wait for their turn already.");
        }
        catch (OperationCanceledException)
        {
            // Whatever began to leave has become an outcome below; what ends here was waiting.
            return NotAccepted("Sending was stopped while the message waited for its turn.");
        }
    }

    /// <summary>Null: SendGrid tells by its event webhook, and its API answers this only as an extra that costs money.</summary>
    public Task<bool?> WasAcceptedAsync(string messageId, CancellationToken cancellation) => Task.FromResult<bool?>(null);

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private async Task<Attempt> TryAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(_settings.AnswerTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        var message = SendGridRequest.For(mail);
        try
        {
            var response = await _client.SendEmailAsync(message, either.Token).ConfigureAwait(false);
            return await _answer.ReadAsync(response, either.Token).ConfigureAwait(false);
        }
        catch (NothingSentException) when (cancellation.IsCancellationRequested)
        {
            return new(NotAccepted("Sending was stopped before anything was sent."));
        }
        catch (NothingSentException nothing)
        {
            return new(NotAccepted($"SendGrid cannot be reached ({KindOf(nothing.InnerException!)})."), Again: true, Ailing: true);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new(new SendOutcome.InDoubt("Sending was stopped after the message had begun to leave."));
        }
        catch (OperationCanceledException)
        {
            return new(
                new SendOutcome.InDoubt($"SendGrid did not answer within {_settings.AnswerTimeout.TotalSeconds} seconds."),
                Ailing: true);
        }
        catch (Exception e)
        {
            // Whatever it is: the message had begun to leave, and whoever stores the outcome must not take it for unsent.
            return new(
                new SendOutcome.InDoubt($"The connection to SendGrid broke after the message had begun to leave ({KindOf(e)})."),
                Ailing: true);
        }
    }

    /// <summary>The kind alone: messages of exceptions may hold more than a reason should.</summary>
    private static string KindOf(Exception e) => e switch
    {
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => http.HttpRequestError.ToString(),
        OperationCanceledException => "TimedOut",
        _ => e.GetType().Name,
    };

    private static SendOutcome.NotAccepted NotAccepted(string reason, TimeSpan? wait = null) =>
        new(reason, wait is { } length ? Duration.FromTimeSpan(length) : null);
}
