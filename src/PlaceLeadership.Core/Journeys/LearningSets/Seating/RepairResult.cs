namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>What came of a repair.</summary>
public abstract record RepairResult
{
    private RepairResult()
    {
    }

    /// <summary>Sets that keep every rule again.</summary>
    /// <param name="Sets">All sets. They keep their numbers; a set nobody is left in is missing, and new ones come last.</param>
    /// <param name="Moves">Who goes where, in the order of the request.</param>
    /// <param name="Diversity">Points over all sets.</param>
    /// <param name="FewestProven">Whether it is proven that no fewer people who did not ask could move.</param>
    /// <param name="BestProven">Whether it is proven too that none with as few is more diverse.</param>
    /// <param name="SizesStretched">Whether a set has 3 or 9 people because none with 4 to 8 was found.</param>
    public sealed record Repaired(
        IReadOnlyList<SeatedSet> Sets,
        IReadOnlyList<SetMove> Moves,
        long Diversity,
        bool FewestProven,
        bool BestProven,
        bool SizesStretched) : RepairResult
    {
        /// <summary>How many people move who did not ask.</summary>
        public int MovedUnasked => Moves.Count(move => move.Cause == MoveCause.NeededElsewhere);
    }

    /// <summary>The sets cannot be mended under these rules, or that was not found. Nobody's place changes.</summary>
    /// <param name="Reasons">Why, at least one.</param>
    public sealed record NotRepaired(IReadOnlyList<SeatingReason> Reasons) : RepairResult
    {
        /// <summary>Whether it is proven.</summary>
        public bool Proven => Reasons.Any(reason => reason.Proves);
    }
}
