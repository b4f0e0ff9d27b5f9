namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// One number for everything that counts in a round, in which the least of one thing outweighs all that comes after it. When a
/// round is planned: unfairness, colleagues, repeats, score. When it is mended: colleagues, repeats, who gets a new partner,
/// unfairness, score. Among 500 people all of it fits.
/// </summary>
internal sealed class PairTiers
{
    /// <summary>Having met more often than this counts no worse.</summary>
    public const int MetMost = 4;

    /// <summary>Having been in the trio, or left out, more often than this above the others counts no worse.</summary>
    public const int UnfairMost = 2;

    private readonly long _repeat;
    private readonly long _colleagues;
    private readonly long _unfair;
    private readonly long _moved;

    private PairTiers(long repeat, long colleagues, long unfair, long moved) =>
        (_repeat, _colleagues, _unfair, _moved) = (repeat, colleagues, unfair, moved);

    /// <summary>For planning.</summary>
    public static PairTiers ForPlan(int people, long mostScore)
    {
        var repeat = (Meetings(people) * mostScore) + 1;
        var colleagues = (Meetings(people) * MetMost * repeat) + repeat;
        return new PairTiers(repeat, colleagues, (Meetings(people) * colleagues) + colleagues, 0);
    }

    /// <summary>For mending.</summary>
    public static PairTiers ForRepair(int people, long mostScore)
    {
        var unfair = (Meetings(people) * mostScore) + 1;
        var moved = ((3 * UnfairMost) + 1) * unfair;
        var repeat = (people + 1) * moved;
        return new PairTiers(repeat, (Meetings(people) * MetMost * repeat) + repeat, unfair, moved);
    }

    // A round has at most so many meetings, the three of a trio included. Everything is doubled in a trio's value.
    private static long Meetings(int people) => (people / 2) + 3;

    /// <summary>What a pair is worth.</summary>
    public long Pair(int moved, bool colleagues, int met, long score) =>
        score - (Math.Min(met, MetMost) * _repeat) - (colleagues ? _colleagues : 0) - (moved * _moved);

    /// <summary>Twice what a trio is worth; everything but the score is counted in full.</summary>
    public long Trio(int moved, int unfair, int colleagues, int met, long score) =>
        score - (2 * ((met * _repeat) + (colleagues * _colleagues) + (unfair * _unfair) + (moved * _moved)));

    /// <summary>What leaving somebody out costs when a round is planned.</summary>
    public long LeftOut(int unfair) => -unfair * _unfair;
}
