using NodaTime;

namespace PlaceLeadership.Core.Outbox;

/// <summary>
/// What is known after an attempt to send. Reasons are sentences for a manager or an operator, without addresses, names
/// and texts.
/// </summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The provider has it and will deliver it or tell us of a bounce.</summary>
    /// <param name="ProviderId">The provider's own id of the message, if it gave one.</param>
    public sealed record Accepted(string? ProviderId) : SendOutcome;

    /// <summary>The provider certainly has not taken it. Sending again later is right.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="RetryAfter">How long to wait at the least, when the provider or the circuit breaker says.</param>
    public sealed record NotAccepted(string Reason, Duration? RetryAfter) : SendOutcome;

    /// <summary>
    /// It certainly has not been taken because of the recipient's address: nothing goes there until somebody mends it.
    /// </summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(string Reason) : SendOutcome;

    /// <summary>
    /// It certainly has not been taken because of what is in this one message. It is held for somebody to see; whatever else
    /// waits goes on, to the same person too.
    /// </summary>
    /// <param name="Reason">Why.</param>
    public sealed record Held(string Reason) : SendOutcome;

    /// <summary>
    /// It certainly has not been taken because of the key, the sender or the account, so no other would be: sending stops, and
    /// goes on by itself once that is mended.
    /// </summary>
    /// <param name="Reason">Why.</param>
    public sealed record Stopped(string Reason) : SendOutcome;

    /// <summary>
    /// The message left us and the answer is not known. It must not be sent again until the provider's events or a person
    /// settle it.
    /// </summary>
    /// <param name="Reason">Why.</param>
    public sealed record InDoubt(string Reason) : SendOutcome;
}
