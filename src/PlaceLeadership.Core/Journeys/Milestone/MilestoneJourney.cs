using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.Milestone;

/// <summary>A message that asks for nothing.</summary>
public sealed class MilestoneJourney : StepKind
{
    private const int NewsWordsMost = 60;

    /// <inheritdoc/>
    public override string Word => "milestone";

    /// <inheritdoc/>
    public override bool AsksForReply => false;

    /// <inheritdoc/>
    public override bool Welcomes => true;

    /// <inheritdoc/>
    /// <remarks>In a few lines it is news; what is longer wants the quiet of a thought.</remarks>
    public override LetterPart PartOf(Step step) => step.Words <= NewsWordsMost ? LetterPart.News : LetterPart.LongText;
}
