using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Mail.Delivery;

namespace PlaceLeadership.Hosting.Running;

/// <summary>
/// Notices in which cohorts nothing moves although something waits, from what the tables say at one glance after another. It
/// counts from its own first glance, so that what came late because nothing ran is not taken for something that stands still.
/// </summary>
internal sealed class Pace
{
    /// <summary>How long something may wait without moving. With a glance every 20 seconds it is noticed within two minutes.</summary>
    public static readonly Duration Patience = Duration.FromSeconds(60);

    private readonly Dictionary<CohortId, Seen> _seen = [];

    /// <summary>Takes in what was noted of a cohort.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="look">What was noted when it was last looked after.</param>
    /// <returns>Whether its outbox has to be read as well: something was noted lately, and it is not known to be empty since.</returns>
    public bool Glance(CohortId cohort, Look look)
    {
        if (!_seen.TryGetValue(cohort, out var seen) || seen.Look != look)
        {
            _seen[cohort] = new Seen(look);
            return false;
        }

        return !seen.Quiet;
    }

    /// <summary>Whether nothing moves in a cohort although something waits.</summary>
    /// <param name="cohort">The cohort, of which a glance was taken.</param>
    /// <param name="outbox">Its outbox, where that had to be read.</param>
    /// <param name="now">The present moment of the host's clock.</param>
    /// <param name="at">How long the host has been running.</param>
    public bool StandsStill(CohortId cohort, IEnumerable<OutboxMessage>? outbox, Instant now, Duration at)
    {
        var seen = _seen[cohort];
        var late = seen.Look is { Ended: false, NextWake: { } wake } && wake <= now;
        seen = seen with { LateSince = late ? seen.LateSince ?? at : null };
        if (outbox is not null)
        {
            var due = string.Join('\n', outbox.Where(message => IsDue(message, now)).Select(message => $"{message.Id} {message.State} {message.Attempts}"));
            seen = due.Length == 0 ? seen with { Quiet = true, Due = null } : due == seen.Due ? seen : seen with { Due = due, DueSince = at };
        }

        _seen[cohort] = seen;
        return at - seen.LateSince >= Patience || (seen.Due is not null && at - seen.DueSince >= Patience);
    }

    /// <summary>Begins to count anew, after something was done about it.</summary>
    public void Forget(CohortId cohort) => _seen.Remove(cohort);

    // What is being sent is somebody's until that sender's time is over.
    private static bool IsDue(OutboxMessage message, Instant now) => message.State switch
    {
        OutboxState.Queued => !message.Unwanted && message.NotBefore <= now,
        OutboxState.Sending => message.Since + Courier.Lease <= now,
        _ => false,
    };

    private sealed record Seen(Look Look, bool Quiet = false, Duration? LateSince = null, string? Due = null, Duration DueSince = default);
}
