namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// What a plan is worth, in the order of the rules: people placed, then as little unfairness, as few colleagues and as few
/// repeats as possible, then the score. Each is summed over all rounds.
/// </summary>
/// <param name="Placed">People who have a group, counted in each round.</param>
/// <param name="Unfair">How much more often those left out, or in the trio, had been than those whose turn it was.</param>
/// <param name="Colleagues">Meetings of two of one organisation.</param>
/// <param name="Repeats">Meetings of two who have met, as often as they had met by then.</param>
/// <param name="DoubledScore">Twice the scores of pairs plus the three scores of trios.</param>
internal readonly record struct PlanWorth(int Placed, int Unfair, int Colleagues, int Repeats, long DoubledScore) : IComparable<PlanWorth>
{
    /// <summary>Whether no colleagues and nobody again are together.</summary>
    public bool IsClean => Colleagues == 0 && Repeats == 0;

    /// <summary>Whether a bound for one holds for the other: it depends on who is placed, and on whether a plan is clean and fair.</summary>
    public bool IsAlike(PlanWorth other) =>
        (IsClean, Placed, Unfair == 0) == (other.IsClean, other.Placed, other.Unfair == 0);

    public int CompareTo(PlanWorth other) =>
        (Placed, -Unfair, -Colleagues, -Repeats, DoubledScore).CompareTo((other.Placed, -other.Unfair, -other.Colleagues, -other.Repeats, other.DoubledScore));
}
