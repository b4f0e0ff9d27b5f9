using PlaceLeadership.Core.Outbox;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>A stored thing together with the ETag it was read with.</summary>
public sealed record Stored<T>(T Value, string ETag);

/// <summary>A cohort as it stands: all that tending reads, and no more than that in any month.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Participants">Everybody, also those who left.</param>
/// <param name="Outbox">Messages that are not final.</param>
public sealed record CohortView(
    Stored<Cohort> Cohort,
    IReadOnlyList<Stored<Participant>> Participants,
    IReadOnlyList<Stored<OutboxMessage>> Outbox)
{
    /// <summary>What journeys keep of it.</summary>
    public JourneyRows Rows { get; init; } = JourneyRows.None;

    /// <summary>The slots of those who linked it with other cohorts, as they were read.</summary>
    public IReadOnlyDictionary<SlotId, Stored<Slot>> Slots { get; init; } = new Dictionary<SlotId, Stored<Slot>>();
}
