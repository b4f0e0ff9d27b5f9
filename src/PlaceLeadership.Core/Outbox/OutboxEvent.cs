namespace PlaceLeadership.Core.Outbox;

/// <summary>What a provider, or a manager who asked the person, says of a message.</summary>
public enum ProviderReport
{
    /// <summary>The provider has accepted it.</summary>
    Accepted,

    /// <summary>It reached the mailbox.</summary>
    Delivered,

    /// <summary>The mailbox sent it back for good.</summary>
    Bounced,

    /// <summary>It was certainly never accepted.</summary>
    NeverAccepted,
}

/// <summary>What happens to a message. What a sender says of it counts only while the message is under that sender's claim.</summary>
public abstract record OutboxEvent
{
    private OutboxEvent()
    {
    }

    /// <summary>A sender takes it.</summary>
    /// <param name="By">The sender's claim.</param>
    public sealed record Claimed(string By) : OutboxEvent;

    /// <summary>Its sender, or the provider's record of it, says how it went.</summary>
    /// <param name="Outcome">How it went.</param>
    /// <param name="Claim">The claim under which it was sent.</param>
    public sealed record Answered(SendOutcome Outcome, string? Claim) : OutboxEvent;

    /// <summary>Its sender stopped before the answer came.</summary>
    /// <param name="Claim">The sender's claim.</param>
    public sealed record Abandoned(string? Claim) : OutboxEvent;

    /// <summary>The step or the person is not there any more; that says nothing about the address.</summary>
    /// <param name="Claim">The claim of the sender who found that.</param>
    public sealed record Gone(string? Claim) : OutboxEvent;

    /// <summary>The provider, or a manager who asked the person, says what became of it.</summary>
    /// <param name="Report">What is said.</param>
    public sealed record Reported(ProviderReport Report) : OutboxEvent;

    /// <summary>A pause or a leaving came.</summary>
    public sealed record NoLongerWanted : OutboxEvent;

    /// <summary>Its day is over, its cohort ended, or it is not theirs any more.</summary>
    public sealed record Over : OutboxEvent;

    /// <summary>The person replied to a step, so nothing about it is sent any more.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="Proves">Whether no other message had named it, so that the reply proves that its prompt arrived.</param>
    public sealed record Replied(StepId Step, bool Proves) : OutboxEvent;
}
