using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// Who a participant is. Stored apart from everything else, so that erasing a person is deleting this and the texts.
/// </summary>
/// <param name="ParticipantId">The pseudonym everything else uses.</param>
/// <param name="OrganisationId">Id of the organisation within the cohort.</param>
/// <param name="Entry">The row of the roster, as last changed.</param>
/// <param name="Pseudonym">
/// What exports call the person: drawn at random, derived from nothing, known here alone, and gone with this. Empty in what an
/// earlier release stored, until it is first needed.
/// </param>
public sealed record Identity(ParticipantId ParticipantId, string OrganisationId, RosterEntry Entry, string Pseudonym = "")
{
    /// <summary>
    /// The id of the line manager, who stays the line manager whatever name or address either of them gets; null when it is nobody
    /// of the cohort, or nobody at all.
    /// </summary>
    public ParticipantId? LineManagerId { get; init; }
}
