using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.Pulse;

/// <summary>A short survey that is repeated through the programme; its scales and choices are counted.</summary>
internal sealed class PulseJourney : StepKind
{
    /// <inheritdoc/>
    public override string Word => "pulse";

    /// <inheritdoc/>
    public override bool CountsAnswers => true;
}
