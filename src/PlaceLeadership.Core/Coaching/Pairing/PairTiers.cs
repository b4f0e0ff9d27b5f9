namespace PlaceLeadership.Core.Coaching.Pairing;

/// <summary>
/// One number for everything that counts in a round, in which the least of one thing outweighs all that comes after it: who gets
/// a new partner (only when a round is repaired), unfairness, colleagues, repeats, score. Among 500 people all of it fits.
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

    public PairTiers(int people, long mostScore)
    {
        // A round has at most so many meetings, the three of a trio included. Everything is doubled in a trio's value.
        var meetings = (people / 2) + 3;
        _repeat = (meetings * mostScore) + 1;
        _colleagues = (meetings * MetMost * _repeat) + _repeat;
        _unfair = (meetings * _colleagues) + _colleagues;
        _moved = ((3 * UnfairMost) + 1) * _unfair;
    }

    /// <summary>What a pair is worth.</summary>
    public long Pair(int moved, bool colleagues, int met, long score) =>
        score - (Math.Min(met, MetMost) * _repeat) - (colleagues ? _colleagues : 0) - (moved * _moved);

    /// <summary>Twice what a trio is worth; everything but the score is counted in full.</summary>
    public long Trio(int moved, int unfair, int colleagues, int met, long score) =>
        score - (2 * ((met * _repeat) + (colleagues * _colleagues) + (unfair * _unfair) + (moved * _moved)));

    /// <summary>What leaving somebody out costs when a round is planned.</summary>
    public long LeftOut(int unfair) => -unfair * _unfair;
}
