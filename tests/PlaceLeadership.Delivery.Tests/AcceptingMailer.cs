using PlaceLeadership.Mail;

namespace PlaceLeadership.Delivery.Tests;

/// <summary>A provider that takes everything, unless told to answer otherwise.</summary>
internal sealed class AcceptingMailer : IMailer
{
    private readonly List<OutgoingMail> _mails = [];

    public IReadOnlyList<OutgoingMail> Mails => _mails;

    /// <summary>What becomes of the next messages.</summary>
    public SendOutcome Answer { get; set; } = new SendOutcome.Accepted(null);

    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (Answer is SendOutcome.Accepted)
        {
            _mails.Add(mail);
        }

        return Task.FromResult(Answer);
    }

    public Task<bool?> WasAcceptedAsync(string messageId, CancellationToken cancellation) => Task.FromResult<bool?>(null);
}
