namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>One action learning set, with what a manager wants to know before showing it to its members.</summary>
/// <param name="Number">From 1. The first person of the request sits in set 1.</param>
/// <param name="Members">Ids, in the order of the request.</param>
/// <param name="Diversity">Points, summed over the pairs.</param>
/// <param name="Sectors">The sectors that meet here.</param>
/// <param name="Organisations">Ids of the organisations.</param>
/// <param name="Together">When all of them work.</param>
/// <param name="AccessNeeds">Everything that members wrote, word for word, for the facilitator alone.</param>
/// <param name="Broken">Rules that this set breaks; none in sets that are proposed.</param>
public sealed record SeatedSet(
    int Number,
    IReadOnlyList<string> Members,
    long Diversity,
    IReadOnlyList<string> Sectors,
    IReadOnlyList<string> Organisations,
    CommonTime Together,
    IReadOnlyList<AccessNeed> AccessNeeds,
    IReadOnlyList<BrokenRule> Broken)
{
    /// <summary>Points for each pair: sets of different sizes can be compared by it. 0 for a set of one.</summary>
    public double DiversityPerPair => Members.Count < 2 ? 0 : Diversity / (Members.Count * (Members.Count - 1) / 2.0);
}

/// <summary>What somebody needs to take part.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="Needs">In the person's words.</param>
/// <param name="Place">What the product understood of it.</param>
public sealed record AccessNeed(string Person, string Needs, MeetingPlace Place);

/// <summary>A rule that a set breaks.</summary>
/// <param name="Rule">Which.</param>
/// <param name="People">Ids of the members in question.</param>
public sealed record BrokenRule(SeatingRule Rule, IReadOnlyList<string> People);
