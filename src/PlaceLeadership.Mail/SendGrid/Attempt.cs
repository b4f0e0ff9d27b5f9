using PlaceLeadership.Core.Outbox;

namespace PlaceLeadership.Mail.SendGrid;

/// <summary>One request, and what follows from it.</summary>
/// <param name="Outcome">What we would tell the caller.</param>
/// <param name="Again">Whether another try may follow at once: it was certainly not accepted, and the wait is short.</param>
/// <param name="Ailing">Whether SendGrid or the way to it seems to be down, which the circuit breaker counts.</param>
/// <param name="Wait">How long SendGrid asked us to wait.</param>
internal sealed record Attempt(SendOutcome Outcome, bool Again = false, bool Ailing = false, TimeSpan? Wait = null);
