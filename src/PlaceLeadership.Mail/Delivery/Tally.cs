using NodaTime;

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

    public void Count(IReadOnlyList<SendOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            Count(outcome);
        }
    }

    private void Count(SendOutcome outcome)
    {
        switch (outcome)
        {
            case SendOutcome.Accepted:
                Sent++;
                break;
            case SendOutcome.Refused:
                Refused++;
                break;
            case SendOutcome.NotAccepted:
                Postponed++;
                break;
            case SendOutcome.Stopped stopped:
                Postponed++;
                Stopped = stopped.Reason;
                break;
            case SendOutcome.Held:
                Held++;
                break;
            default:
                InDoubt++;
                break;
        }
    }

    public DeliveryResult Result(Instant? nextAttempt) => new(Sent, Refused, Postponed, InDoubt, Withdrawn, nextAttempt, Held, Stopped);
}
