using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Evidence;

/// <summary>
/// What an export does not tell, so that nobody finds out who asked for somebody else. Being given another partner or another set
/// has messages of its own, and shifts or spares the later ones of a coaching round: that they were sent, and that they were not,
/// says who was in a pair that came apart. So of these messages nothing is told, of anybody, nor that somebody was reminded to say whether
/// they have met, which nobody is whose pair came apart meanwhile. And who asks when asked whether they
/// have met counts as somebody who has not, as everybody does who says 'not yet'.
/// </summary>
internal static class Discretion
{
    private static readonly string[] OfAnother = [Phase.Again.Word(), Phase.LastAgain.Word()];

    private static readonly string[] OfRounds = [.. OfAnother, Phase.Fit.Word(), Phase.End.Word()];

    private static readonly string HaveMet = Phase.Met.Word();

    /// <summary>The facts that may be told.</summary>
    public static IEnumerable<Fact> Of(IReadOnlyList<Fact> facts)
    {
        // An earlier release said nothing of somebody who asked, and of nobody else.
        var told = facts.Where(fact => fact.Kind == FactKinds.Met).Select(fact => (fact.Participant, fact.Step)).ToHashSet();
        return facts.Where(MayBeTold).Concat(facts
            .Where(fact => fact.Kind == FactKinds.Answered && IsOf(fact, CoachingJourney.KindWord) && fact.Step?.Message == HaveMet
                && !told.Contains((fact.Participant, fact.Step)))
            .Select(fact => fact with { Kind = FactKinds.Met, Value = "no" }));
    }

    private static bool MayBeTold(Fact fact) =>
        !(IsOf(fact, CoachingJourney.KindWord)
            && (OfRounds.Contains(fact.Step?.Message)
                || (fact.Kind == FactKinds.Reminded && fact.Step?.Message == HaveMet)))
        && !(IsOf(fact, LearningSetsJourney.KindWord) && OfAnother.Contains(fact.Step?.Message));

    private static bool IsOf(Fact fact, string kind) => fact.StepKind == kind;
}
