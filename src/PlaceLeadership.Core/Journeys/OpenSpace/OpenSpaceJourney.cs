using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.OpenSpace;

/// <summary>Participants bring questions and form groups around them. It is not tended yet.</summary>
internal sealed class OpenSpaceJourney : StepKind
{
    /// <inheritdoc/>
    public override string Word => "open-space";

    /// <inheritdoc/>
    public override bool AsksForReply => false;

    /// <inheritdoc/>
    public override bool NeedsMatching => true;

    /// <inheritdoc/>
    public override bool IsMeeting => true;

    /// <inheritdoc/>
    public override bool IsToCome => true;
}
