using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.Recognition;

/// <summary>An invitation to notice what a colleague did well and to tell them.</summary>
internal sealed class RecognitionJourney : StepKind
{
    /// <inheritdoc/>
    public override string Word => "recognition";

    /// <inheritdoc/>
    /// <remarks>Thanking somebody is a thing to do, not to think about: in a letter it is a line.</remarks>
    public override LetterPart PartOf(Step step) => LetterPart.ToDo;

    /// <inheritdoc/>
    public override bool IsOptional => true;
}
