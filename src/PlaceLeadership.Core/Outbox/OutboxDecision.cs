using PlaceLeadership.Core.Acts;

namespace PlaceLeadership.Core.Outbox;

/// <summary>What comes of an event.</summary>
public abstract record OutboxDecision
{
    private OutboxDecision()
    {
    }

    /// <summary>Nothing changes.</summary>
    public sealed record Stays : OutboxDecision;

    /// <summary>It goes on in another way.</summary>
    /// <param name="Message">The message afterwards.</param>
    /// <param name="Deed">The word of <see cref="Deeds"/> for it, where one is recorded.</param>
    public sealed record Becomes(OutboxMessage Message, string? Deed = null) : OutboxDecision;

    /// <summary>It is final.</summary>
    /// <param name="Message">The final message.</param>
    /// <param name="RefusesAddress">Whether nothing more goes to the address until somebody changes or confirms it.</param>
    public sealed record Ends(SentMessage Message, bool RefusesAddress = false) : OutboxDecision
    {
        /// <summary>The word of <see cref="Deeds"/> for it.</summary>
        public string Deed => Message.State switch
        {
            SentState.Sent => Deeds.Accepted,
            SentState.Delivered => Deeds.Delivered,
            SentState.Bounced => Deeds.Bounced,
            _ => Deeds.Refused,
        };
    }

    /// <summary>It was certainly not sent: the person is as if it had never been decided.</summary>
    public sealed record TakenBack : OutboxDecision;
}
