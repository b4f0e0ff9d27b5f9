using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Mail;

namespace PlaceLeadership.Delivery.Tests;

/// <summary>A provider that takes everything, unless told to answer otherwise.</summary>
internal sealed class AcceptingMailer : IMailer
{
    private readonly List<OutgoingMail> _mails = [];

    public IReadOnlyList<OutgoingMail> Mails => _mails;

    /// <summary>What becomes of the next messages.</summary>
    public SendOutcome Answer { get; set; } = new SendOutcome.Accepted(null);

    /// <summary>What becomes of one message, or null for <see cref="Answer"/>.</summary>
    public Func<OutgoingMail, SendOutcome?> AnswerTo { get; set; } = _ => null;

    /// <summary>Whether the process dies while it sends.</summary>
    public bool Dies { get; set; }

    /// <summary>How often it was asked to send.</summary>
    public int Asked { get; private set; }

    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        Asked++;
        var answer = Dies ? throw new IOException("The process died.") : AnswerTo(mail) ?? Answer;
        if (answer is SendOutcome.Accepted)
        {
            _mails.Add(mail);
        }

        return Task.FromResult(answer);
    }

    public Task<bool?> WasAcceptedAsync(string messageId, CancellationToken cancellation) => Task.FromResult<bool?>(null);
}
