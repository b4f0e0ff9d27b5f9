using NodaTime;

namespace PlaceLeadership.Mail.Delivery;

/// <summary>What a delivery run came to.</summary>
/// <param name="Sent">Messages the provider accepted.</param>
/// <param name="Refused">Messages the provider refused for good.</param>
/// <param name="Postponed">Messages known not to be accepted, to be tried again later.</param>
/// <param name="InDoubt">Messages of which nobody knows, left for evidence or a manager to settle.</param>
/// <param name="Withdrawn">Messages taken back because the person's day was over; tending plans them again.</param>
/// <param name="NextAttempt">When there is something to do again, or null.</param>
/// <param name="Held">Messages that the provider refused for what is in them, left for a manager to see.</param>
/// <param name="Stopped">Why sending has stopped, because of the key, the sender or the account; null when it has not.</param>
public sealed record DeliveryResult(int Sent, int Refused, int Postponed, int InDoubt, int Withdrawn, Instant? NextAttempt, int Held = 0,
    string? Stopped = null);
