using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.Milestone;

/// <summary>A message that asks for nothing.</summary>
public sealed class MilestoneJourney : StepKind
{
    /// <inheritdoc/>
    public override string Word => "milestone";

    /// <inheritdoc/>
    public override bool AsksForReply => false;

    /// <inheritdoc/>
    public override bool Welcomes => true;
}
