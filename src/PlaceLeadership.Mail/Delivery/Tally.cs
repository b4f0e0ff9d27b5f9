using NodaTime;
using PlaceLeadership.Core.Outbox;

namespace PlaceLeadership.Mail.Delivery;

/// <summary>Counts how messages ended during one delivery run.</summary>
internal sealed class Tally
{
    public int Sent { get; private set; }

    public int Refused { get; private set; }

    public int Postponed { get; private set; }

    public int InDoubt { get; private set; }

    public int Withdrawn { get; set; }

    public int Held { get; private set; }

    /// <summary>Why sending has stopped, or null.</summary>
    public string? Stopped { get; private set; }

    /// <summary>Counts what was decided and, where sending has stopped, notes what the provider said.</summary>
    public void Count(OutboxDecision decision, OutboxEvent what)
    {
        switch (decision)
        {
            case OutboxDecision.Ends { Message.State: SentState.Refused }:
                Refused++;
                break;
            case OutboxDecision.Ends:
                Sent++;
                break;
            case OutboxDecision.Becomes { Message.State: OutboxState.Queued }:
                Postponed++;
                Stopped = (what as OutboxEvent.Answered)?.Outcome is SendOutcome.Stopped stopped ? stopped.Reason : Stopped;
                break;
            case OutboxDecision.Becomes { Message.State: OutboxState.Held }:
                Held++;
                break;
            default:
                InDoubt++;
                break;
        }
    }

    public DeliveryResult Result(Instant? nextAttempt) => new(Sent, Refused, Postponed, InDoubt, Withdrawn, nextAttempt, Held, Stopped);
}
