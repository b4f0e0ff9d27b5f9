using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>A round of peer coaching in pairs or trios.</summary>
public sealed class CoachingJourney : StepKind
{
    /// <summary>Its word, which stands in facts.</summary>
    public const string KindWord = "coaching-round";

    private const int DaysInWeek = 7;

    // With the programme, on the Thursday of its last week.
    private const int DaysBeforeTheEnd = 4;

    /// <inheritdoc/>
    public override string Word => KindWord;

    /// <inheritdoc/>
    public override bool AsksForReply => false;

    /// <inheritdoc/>
    public override bool NeedsMatching => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Around(Step step, ProgrammeLayout layout) => CoachingPhases.Of(step, EndsAfter(step, layout));

    /// <summary>How many days after its introduction a round ends: before the next one is proposed, or with the programme.</summary>
    private int EndsAfter(Step step, ProgrammeLayout layout)
    {
        var from = layout.Days.GetValueOrDefault(step.Id);
        var next = layout.InOrder(this).Select(round => layout.Days.GetValueOrDefault(round.Id)).Where(day => day > from)
            .DefaultIfEmpty(int.MaxValue).Min();
        var last = next == int.MaxValue
            ? (layout.Programme.Weeks * DaysInWeek) - DaysBeforeTheEnd : next - CoachingPhases.ProposedDaysBefore - 1;
        return Math.Clamp(last - from, 1, CoachingPhases.RoundDaysMax);
    }
}
