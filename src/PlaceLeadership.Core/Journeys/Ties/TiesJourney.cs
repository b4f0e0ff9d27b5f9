using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.Ties;

/// <summary>A survey of working ties across organisation boundaries.</summary>
internal sealed class TiesJourney : StepKind
{
    /// <inheritdoc/>
    public override string Word => "ties-survey";

    /// <inheritdoc/>
    public override bool CountsAnswers => true;
}
