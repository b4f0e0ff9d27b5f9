namespace PlaceLeadership.Matching.Pairs;

/// <summary>Three people who may all meet, by rising number.</summary>
/// <param name="Cost">What taking them out of the pairing costs at least; the lower, the sooner it is tried.</param>
/// <param name="First">The first.</param>
/// <param name="Second">The second.</param>
/// <param name="Third">The third.</param>
/// <param name="Weight">The sum of the three weights, or what the trio is said to be worth.</param>
internal readonly record struct TrioCandidate(long Cost, int First, int Second, int Third, long Weight) : IComparable<TrioCandidate>
{
    public int CompareTo(TrioCandidate other) =>
        (Cost, First, Second, Third).CompareTo((other.Cost, other.First, other.Second, other.Third));
}

/// <summary>
/// Bounds by duality: a perfect pairing of the others is worth at most the prices of the others, and a group of which two or
/// three people are taken out holds one pair less.
/// </summary>
internal sealed class TrioBounds
{
    private readonly int _people;
    private readonly long?[] _weight;
    private readonly long[] _shared;
    private readonly int[] _group;
    private readonly IReadOnlyList<long> _prices;
    private readonly Int128 _all;
    private readonly Func<int, int, int, long?>? _valueOfTrio;

    public TrioBounds(PairGraph graph, ProvenPairing found, PairingBarrier barrier, Func<int, int, int, long?>? valueOfTrio)
    {
        _valueOfTrio = valueOfTrio;
        _people = graph.People;
        _prices = found.Certificate.Prices;
        _weight = new long?[_people * _people];
        _shared = new long[_people * _people];
        var shared = found.Certificate.Shared();
        foreach (var (first, second, weight) in graph.Pairs)
        {
            _weight[(first * _people) + second] = _weight[(second * _people) + first] = weight;
            _shared[(first * _people) + second] = _shared[(second * _people) + first] = (long)shared.Between(first, second);
        }

        _group = new int[_people];
        for (var group = 0; group < barrier.OddGroups.Count; group++)
        {
            foreach (var person in barrier.OddGroups[group])
            {
                _group[person] = group + 1;
            }
        }

        // Four times the lifted weight of the pairing is what its prices add up to; the lift of the remaining pairs goes off.
        var edges = BestPairing.Maximised(graph, PairingAim.PairsFirst);
        Int128 lift = graph.Pairs.Count == 0 ? 0 : edges[0].Weight - graph.Pairs[0].Weight;
        _all = (4 * (found.Pairing.Weight + (lift * found.Pairing.Cardinality))) - (4 * lift * ((_people - 3) / 2));
    }

    /// <summary>No placing around this trio has a larger doubled value.</summary>
    public Int128 DoubledValueAtMost(TrioCandidate trio) => (_all - trio.Cost) >> 1;

    /// <summary>The next so many trios in the order of their cost.</summary>
    public IReadOnlyList<TrioCandidate> After(TrioCandidate? last, int atMost)
    {
        var kept = new SortedSet<TrioCandidate>();
        for (var first = 0; first < _people; first++)
        {
            for (var second = first + 1; second < _people && _group[first] > 0; second++)
            {
                if (_group[second] != _group[first] || _weight[(first * _people) + second] is not { } weight)
                {
                    continue;
                }

                for (var third = second + 1; third < _people; third++)
                {
                    if (Candidate(first, second, third, weight) is { } trio
                        && (last is not { } done || trio.CompareTo(done) > 0)
                        && (kept.Count < atMost || trio.CompareTo(kept.Max) < 0))
                    {
                        kept.Add(trio);
                        if (kept.Count > atMost)
                        {
                            kept.Remove(kept.Max);
                        }
                    }
                }
            }
        }

        return [.. kept];
    }

    private TrioCandidate? Candidate(int first, int second, int third, long weight)
    {
        var (one, other) = ((first * _people) + third, (second * _people) + third);
        if (_weight[one] is not { } more || _weight[other] is not { } most)
        {
            return null;
        }

        if ((_valueOfTrio is null ? weight + more + most : _valueOfTrio(first, second, third)) is not { } sum)
        {
            return null;
        }

        var shared = Math.Max(_shared[(first * _people) + second], Math.Max(_shared[one], _shared[other]));
        return new TrioCandidate(_prices[first] + _prices[second] + _prices[third] + shared - (2 * sum), first, second, third, sum);
    }
}
