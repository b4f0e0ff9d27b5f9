using NodaTime;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Core.Messages;

/// <summary>Where a message stands that is not final yet.</summary>
public enum OutboxState
{
    /// <summary>Waiting to be sent.</summary>
    Queued,

    /// <summary>Claimed by a sender: it may be on its way at this moment.</summary>
    Sending,

    /// <summary>
    /// It left and nobody knows whether it was accepted. Never sent again on a guess: evidence settles it, or a manager.
    /// </summary>
    InDoubt,
}

/// <summary>A message that is not final yet. What is final is a <see cref="SentMessage"/>.</summary>
/// <param name="Id">Which message.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DueOn">The local day on which it was due; its engagement fact carries this day.</param>
/// <param name="PromptedOn">The local day of the step's prompt; the same as <paramref name="DueOn"/> for the prompt itself.</param>
/// <param name="NotBefore">It is not sent before this moment.</param>
/// <param name="SendBy">From this moment the person's day is over: it is withdrawn and planned again.</param>
/// <param name="Attempts">How often it was claimed.</param>
/// <param name="Since">When it came into this state.</param>
/// <param name="Claim">Whose claim it is while it is being sent: a sender recognises its own after a lost response.</param>
/// <param name="Unwanted">
/// A pause, a reply or a leaving came while it was on its way: should it turn out not to have been accepted, it is taken
/// back instead of tried again.
/// </param>
/// <param name="Moved">The amendment by which a manager moved it here, so that taking it back does not forget the move.</param>
/// <param name="Held">
/// Why the provider refused this one message, which is in doubt only in that somebody has to decide: it was certainly not sent.
/// </param>
public sealed record OutboxMessage(
    MessageId Id, OutboxState State, LocalDate DueOn, LocalDate PromptedOn, Instant NotBefore, Instant SendBy,
    int Attempts, Instant Since, string? Claim = null, bool Unwanted = false, Amendment? Moved = null,
    string? Held = null);

/// <summary>How a message ended.</summary>
public enum SentState
{
    /// <summary>The provider accepted it.</summary>
    Sent,

    /// <summary>The provider reports that it reached the mailbox.</summary>
    Delivered,

    /// <summary>The provider reports that the mailbox sent it back.</summary>
    Bounced,

    /// <summary>The provider refused it for good.</summary>
    Refused,
}

/// <summary>A message that is final.</summary>
/// <param name="Id">Which message.</param>
/// <param name="State">How it ended.</param>
/// <param name="DueOn">The local day on which it was due.</param>
/// <param name="Reason">Why it was refused or not sent; null when it was sent. No personal data.</param>
public sealed record SentMessage(MessageId Id, SentState State, LocalDate DueOn, string? Reason);
