using PlaceLeadership.Core.Facts;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>
/// What an export does not tell of coaching, so that nobody finds out who asked for somebody else. Being given another partner has
/// messages of its own, and shifts or spares the later ones of a round: that they were sent, and that they were not, says who was in a
/// pair that came apart. So of these messages nothing is told, of anybody, nor that somebody was reminded to say whether they have met,
/// which nobody is whose pair came apart meanwhile. And who asks when asked whether they have met counts as somebody who has not, as
/// everybody does who says 'not yet'.
/// </summary>
internal static class CoachingDiscretion
{
    private static readonly string[] Untold = [CoachingMessages.Again, CoachingMessages.LastAgain, CoachingMessages.Fewer, CoachingMessages.Fit, CoachingMessages.End];

    /// <summary>The facts that may be told.</summary>
    public static IEnumerable<Fact> Of(IReadOnlyList<Fact> facts)
    {
        // An earlier release said nothing of somebody who asked, and of nobody else.
        var told = facts.Where(fact => fact.Kind == CoachingFacts.Met).Select(fact => (fact.Participant, fact.Step)).ToHashSet();
        return facts.Where(MayBeTold).Concat(facts
            .Where(fact => fact.Kind == FactKinds.Answered && AsksWhetherTheyMet(fact) && !told.Contains((fact.Participant, fact.Step)))
            .Select(fact => fact with { Kind = CoachingFacts.Met, Value = "no" }));
    }

    private static bool MayBeTold(Fact fact) => fact.StepKind != CoachingJourney.KindWord
        || !(Untold.Contains(fact.Step?.Message) || (fact.Kind == FactKinds.Reminded && AsksWhetherTheyMet(fact)));

    private static bool AsksWhetherTheyMet(Fact fact) =>
        fact.StepKind == CoachingJourney.KindWord && fact.Step?.Message == CoachingMessages.Met;
}
