using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Outbox;

namespace PlaceLeadership.Core.Tending;

/// <summary>What one person's tending changes; stored in one transaction or not at all.</summary>
/// <param name="Participant">The person afterwards.</param>
/// <param name="Queued">Messages to put into the outbox.</param>
/// <param name="Facts">Engagement facts.</param>
/// <param name="More">Whether more is due for the person than was decided at once: decide again once this is stored.</param>
public sealed record ParticipantChange(
    Participant Participant, IReadOnlyList<OutboxMessage> Queued, IReadOnlyList<Fact> Facts, bool More = false)
{
    /// <summary>Whether the cohorts that took turns with this one do so no more.</summary>
    public bool IsUnlinked { get; init; }
}

/// <summary>What tending a cohort decided.</summary>
/// <param name="Cohort">The cohort afterwards, with its next wake.</param>
/// <param name="CohortFacts">Facts about the cohort itself.</param>
/// <param name="Changes">The people for whom something changes.</param>
/// <param name="Convene">Whether people are to be brought together, or what brought them together is to be mended.</param>
public sealed record TendingPlan(
    Cohort Cohort, IReadOnlyList<Fact> CohortFacts, IReadOnlyList<ParticipantChange> Changes, bool Convene = false);
