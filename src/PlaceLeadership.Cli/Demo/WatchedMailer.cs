using System.Collections.Concurrent;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Mail;

namespace PlaceLeadership.Cli.Demo;

/// <summary>Sends by another mailer and keeps what was accepted, for simulated people to read.</summary>
internal sealed class WatchedMailer(IMailer inner) : IMailer
{
    private readonly ConcurrentQueue<OutgoingMail> _arrived = new();

    /// <summary>What arrived since the last time, in the order of message ids.</summary>
    public IReadOnlyList<OutgoingMail> TakeArrived()
    {
        var mails = new List<OutgoingMail>();
        while (_arrived.TryDequeue(out var mail))
        {
            mails.Add(mail);
        }

        return [.. mails.OrderBy(mail => mail.MessageId, StringComparer.Ordinal)];
    }

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var outcome = await inner.SendAsync(mail, cancellation).ConfigureAwait(false);
        if (outcome is SendOutcome.Accepted)
        {
            _arrived.Enqueue(mail);
        }

        return outcome;
    }

    public Task<bool?> WasAcceptedAsync(string messageId, CancellationToken cancellation) =>
        inner.WasAcceptedAsync(messageId, cancellation);
}
