namespace PlaceLeadership.Core.Outbox;

/// <summary>Where a message stands that is not final yet.</summary>
public abstract record OutboxState
{
    private OutboxState()
    {
    }

    /// <summary>Whose claim it is or was: a sender recognises its own after a lost response.</summary>
    public string? ClaimedBy => this switch
    {
        Sending sending => sending.Claim,
        InDoubt doubt => doubt.Claim,
        Held held => held.Claim,
        _ => null,
    };

    /// <summary>Waiting to be sent.</summary>
    public sealed record Queued : OutboxState;

    /// <summary>Claimed by a sender: it may be on its way at this moment.</summary>
    /// <param name="Claim">Whose claim it is.</param>
    public sealed record Sending(string Claim) : OutboxState;

    /// <summary>
    /// It left and nobody knows whether it was accepted. Never sent again on a guess: evidence settles it, or a manager.
    /// </summary>
    /// <param name="Claim">Whose claim it was, as long as its sender may still tell.</param>
    public sealed record InDoubt(string? Claim = null) : OutboxState;

    /// <summary>The provider refused this one message: it was certainly not sent, and somebody has to decide.</summary>
    /// <param name="Reason">Why the provider refused it.</param>
    /// <param name="Claim">Whose claim it was, where that was kept.</param>
    public sealed record Held(string Reason, string? Claim = null) : OutboxState;
}
