namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// The bound on all plans, brought down piece by piece: the part of all plans whose bound is highest gets better prices, or,
/// when these help no longer, is divided by whether two people meet (branch and bound: Land and Doig 1960), and each half begins with
/// the linear programme in which that is decided. The highest bound of all parts is a bound on all plans at any time.
/// </summary>
internal sealed class BoundTree
{
    private readonly PriorityQueue<MeetingPrices, long> _parts = new();
    private readonly PricedRounds _rounds;

    public BoundTree(PlanDraft draft, GreatestFlow? flow)
    {
        _rounds = new PricedRounds(draft);
        Add(new MeetingPrices(_rounds, flow));
    }

    /// <summary>Twice what no plan exceeds that is as clean, fair and complete as the one at the start.</summary>
    public long DoubledBound => _rounds.Points(_parts.Peek().DoubledUnits);

    /// <summary>How often two people meet, on average, where the highest bound comes from.</summary>
    public double Meetings(int one, int other) => _parts.Peek().Meetings(one, other);

    /// <summary>One piece of work.</summary>
    /// <param name="doubledReached">Twice the score of the best plan so far.</param>
    /// <returns>How many rounds were solved; 0 when nothing is left that helps.</returns>
    public int Lower(long doubledReached)
    {
        var part = _parts.Peek();
        if (part.IsStuck && part.Parts() is { } two)
        {
            _parts.Dequeue();
            Add(two.Once);
            Add(two.Never);
            return 4 * _rounds.Solved;
        }

        if (!_rounds.IsClean)
        {
            return 0;
        }

        _parts.Dequeue();
        part.Step(doubledReached);
        Add(part);
        return _rounds.Solved;
    }

    private void Add(MeetingPrices part) => _parts.Enqueue(part, -part.DoubledUnits);
}
