using PlaceLeadership.Core.Outbox;

namespace PlaceLeadership.Mail;

/// <summary>Hands messages to something that delivers them, and says what is known afterwards.</summary>
public interface IMailer
{
    /// <summary>
    /// Tries to send. A message that may have been accepted is never sent a second time within one call. Failures of the
    /// network or the provider, and a cancellation, are outcomes and not exceptions, because each has to be stored.
    /// </summary>
    /// <exception cref="ArgumentException">The message cannot be one: no id, or a header that every message has anyway.</exception>
    Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation);

    /// <summary>What the provider knows about a message sent earlier.</summary>
    /// <returns>True when it was accepted, false when it certainly was not, null when the provider cannot say.</returns>
    Task<bool?> WasAcceptedAsync(string messageId, CancellationToken cancellation);
}
