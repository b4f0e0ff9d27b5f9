using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.Recognition;

/// <summary>An invitation to notice what a colleague did well and to tell them.</summary>
internal sealed class RecognitionJourney : StepKind
{
    /// <inheritdoc/>
    public override string Word => "recognition";
}
