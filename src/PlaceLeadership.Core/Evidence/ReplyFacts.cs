using PlaceLeadership.Core.Facts;
namespace PlaceLeadership.Core.Evidence;

/// <summary>What people said of a step, as of their last reply. The log of facts keeps every reply; only the last one counts, whole.</summary>
public static class ReplyFacts
{
    // All else about a step comes of a reply, whatever a journey calls it.
    private static readonly HashSet<string> OfTending =
        [FactKinds.Prompted, FactKinds.Reminded, FactKinds.LetGo, FactKinds.Lapsed, FactKinds.Dropped, FactKinds.Cancelled];

    /// <summary>The facts without those of replies that were changed afterwards.</summary>
    public static IEnumerable<Fact> Latest(IReadOnlyList<Fact> facts)
    {
        var last = facts.Where(IsOfReply).GroupBy(Reply).ToDictionary(reply => reply.Key, reply => reply.Max(fact => fact.Revision));

        // Where an earlier release changed a reply in place, answers may have stayed beside a reply that gives none.
        var silent = facts.Where(fact => fact.Kind is FactKinds.Kept or FactKinds.NotThisWeek && fact.Revision == last[Reply(fact)])
            .Select(Reply).ToHashSet();
        return facts.Where(fact => !IsOfReply(fact)
            || (fact.Revision == last[Reply(fact)] && (fact.Kind is FactKinds.Kept or FactKinds.NotThisWeek || !silent.Contains(Reply(fact)))));
    }

    private static bool IsOfReply(Fact fact) => fact.Step is not null && !OfTending.Contains(fact.Kind);

    private static (ParticipantId? Person, StepId? Step) Reply(Fact fact) => (fact.Participant, fact.Step);
}
