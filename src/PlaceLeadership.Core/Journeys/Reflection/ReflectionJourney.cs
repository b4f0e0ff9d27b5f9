using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.Reflection;

/// <summary>A prompt to reflect, with a choice of frames. The text of the answer belongs to its author alone.</summary>
public sealed class ReflectionJourney : StepKind
{
    /// <inheritdoc/>
    public override string Word => "reflection";

    /// <inheritdoc/>
    public override bool IsOptional => true;

    /// <inheritdoc/>
    public override bool OffersFrames => true;
}
