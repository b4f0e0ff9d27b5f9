using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.LearningSets.Seating;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>A meeting of each action learning set; before the first, sets are formed.</summary>
public sealed class LearningSetsJourney : StepKind
{
    /// <summary>Its word, which stands in facts.</summary>
    public const string KindWord = "set-meeting";

    /// <inheritdoc/>
    public override string Word => KindWord;

    /// <inheritdoc/>
    public override bool AsksForReply => false;

    /// <inheritdoc/>
    public override bool NeedsMatching => true;

    /// <inheritdoc/>
    public override bool SaysWhenPeopleMeet => true;

    /// <inheritdoc/>
    public override OptionSection Section => SetsWanted.Section;

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Around(Step step, ProgrammeLayout layout) =>
        MeetingPhases.Of(step, isFirst: step == layout.InOrder(this).First());
}
