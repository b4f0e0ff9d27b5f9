using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Mail;

namespace PlaceLeadership.Benchmarks;

/// <summary>A provider that takes everything at once.</summary>
internal sealed class AcceptingMailer : IMailer
{
    private static readonly Task<SendOutcome> Yes = Task.FromResult<SendOutcome>(new SendOutcome.Accepted(null));

    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation) => Yes;

    public Task<bool?> WasAcceptedAsync(string messageId, CancellationToken cancellation) => Task.FromResult<bool?>(true);
}
