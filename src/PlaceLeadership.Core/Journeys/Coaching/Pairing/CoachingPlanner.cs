using PlaceLeadership.Matching;

namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// Plans coaching rounds as a whole. Ruled out whatever happens are one's own line of management (two levels), a wish to be
/// apart, and being away. Among what is left, each of these counts before all that follow it, summed over all rounds:
/// as many people placed as possible; nobody in the trio or left out again before others were; as few colleagues together as
/// possible; as few repeats as possible; the largest score.
/// </summary>
/// <remarks>
/// Colleagues come before repeats because whoever meets a colleague learns nothing of another organisation, whereas whoever
/// meets somebody again at least goes on with something. The method: each round exactly, then out of dead ends
/// by a walk that never leaves more places empty; a walk among the pairs that a bound comes from; then two to four rounds taken out
/// and solved again, each exactly given all others, and the bound lowered in between, until the sum is within 0.02 % of it or a
/// counted number of rounds has been solved.
/// </remarks>
public static class CoachingPlanner
{
    /// <summary>Plans all rounds. The same request gives the same plan on every machine.</summary>
    /// <exception cref="ArgumentException">An id is there twice or unknown, or there are too many people or rounds.</exception>
    public static CoachingPlan Plan(CoachingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestChecks.Check(request);
        var rules = new PairRules(request.Profiles, request.Apart, request.History, request.Weights);
        var dice = new Dice(request.Seed);
        var active = request.Rounds.Select(round => Active(request, round, ref dice)).ToList();
        var (best, bound) = new PlanSearch(rules, active, dice, request.GoodEnough).Run();
        return Description.Of(best, bound);
    }

    /// <summary>In an order by chance, which decides among equally good pairings.</summary>
    private static int[] Active(CoachingRequest request, RoundAhead round, ref Dice dice)
    {
        var away = round.Away.ToHashSet(StringComparer.Ordinal);
        var active = request.Profiles.Index().Where(person => !away.Contains(person.Item.Id)).Select(person => person.Index).ToArray();
        dice.Shuffle<int>(active);
        return active;
    }
}
