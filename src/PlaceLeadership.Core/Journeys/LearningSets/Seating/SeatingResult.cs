namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>What came of a seating.</summary>
public abstract record SeatingResult
{
    private SeatingResult()
    {
    }

    /// <summary>Sets that keep every rule.</summary>
    /// <param name="Sets">The sets, at least one.</param>
    /// <param name="Diversity">Points over all sets.</param>
    /// <param name="Worst">The set with the fewest points for each pair, whose members gain least.</param>
    /// <param name="Prices">What each rule costs; empty unless asked for.</param>
    /// <param name="Best">Whether every division was looked at, so that none is more diverse. Otherwise a longer search may find one.</param>
    public sealed record Seated(
        IReadOnlyList<SeatedSet> Sets, long Diversity, SeatedSet Worst, IReadOnlyList<RulePrice> Prices, bool Best) : SeatingResult;

    /// <summary>No sets that keep every rule.</summary>
    /// <param name="Reasons">Why, at least one.</param>
    /// <param name="WaysOut">
    /// The smallest sets of rules that, once given up, let the others be kept; the first is the lightest. Sets are known for each.
    /// Empty when none was found.
    /// </param>
    /// <param name="WaysOutAreSmallest">Whether it is proven that giving up fewer rules does not help.</param>
    /// <param name="Nearest">Sets that break as few rules as were found, with what they break; empty when there are too few people.</param>
    public sealed record NotSeated(
        IReadOnlyList<SeatingReason> Reasons,
        IReadOnlyList<IReadOnlyList<SeatingRule>> WaysOut,
        bool WaysOutAreSmallest,
        IReadOnlyList<SeatedSet> Nearest) : SeatingResult
    {
        /// <summary>Whether it is proven that there are no such sets.</summary>
        public bool Proven => Reasons.Any(reason => reason.Proves);
    }
}

/// <summary>What a rule costs.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Concerns">Whether it makes any difference among these people. If not, it costs nothing for certain.</param>
/// <param name="Points">How many more points of diversity were found without it: at least so much. Never negative.</param>
public sealed record RulePrice(SeatingRule Rule, bool Concerns, long Points);
