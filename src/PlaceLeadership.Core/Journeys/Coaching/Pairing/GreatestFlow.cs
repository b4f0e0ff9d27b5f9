namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// The flow of greatest worth from people (left) to people (right), each giving and taking at most so many units: the way with
/// the largest gain is filled again and again (Busacker and Gowen 1961), found with potentials (Edmonds and Karp 1972).
/// </summary>
internal sealed class GreatestFlow
{
    private const long Far = long.MaxValue / 4;

    private readonly int _people;
    private readonly int[] _gives;
    private readonly int[] _takes;
    private readonly int[] _room;
    private readonly int[] _flow;
    private readonly long[] _cost;
    private readonly long[] _price;
    private readonly long[] _distance;
    private readonly int[] _from;
    private readonly bool[] _done;
    private readonly long _top;
    private long _length;

    public GreatestFlow(int people, int[] times, Func<int, int, int> room, Func<int, int, long> worth)
    {
        (_people, _gives, _takes) = (people, (int[])times.Clone(), (int[])times.Clone());
        (_room, _flow, _cost) = (new int[people * people], new int[people * people], new long[people * people]);
        for (var index = 0; index < _room.Length; index++)
        {
            _room[index] = room(index / people, index % people);
            _cost[index] = -worth(index / people, index % people);
            _top = Math.Max(_top, -_cost[index]);
        }

        // Costs are what a pair falls short of the top, so none is negative.
        for (var index = 0; index < _cost.Length; index++)
        {
            _cost[index] += _top;
        }

        (_price, _distance, _from, _done) = (new long[2 * people], new long[2 * people], new int[2 * people], new bool[2 * people]);
    }

    /// <summary>The worth of as large a flow as there is; or, if it need not be full, of one that stops where more would be worth less.</summary>
    public long Run(bool full)
    {
        var worth = 0L;
        while (Way() is { } end && (full || _top > _length))
        {
            worth += Fill(end) * (_top - _length);
        }

        return worth;
    }

    /// <summary>How much of the flow goes between two people, both directions together: 0, 1 or 2 times the most.</summary>
    public int Between(int one, int other) => _flow[(one * _people) + other] + _flow[(other * _people) + one];

    /// <summary>
    /// Twice what a unit of a person is worth at the end, by duality: no pair with room left is worth more than its two
    /// people, and the flow is worth what all units and all that full pairs are above their people are worth together.
    /// </summary>
    public long DoubledPrice(int person) => _top + _price[person] - _price[_people + person];

    private int Fill(int end)
    {
        var (units, start) = (_takes[end - _people], end);
        for (; _from[start] >= 0; start = _from[start])
        {
            units = Math.Min(units, start >= _people ? _room[Arc(start)] - _flow[Arc(start)] : _flow[Arc(start)]);
        }

        units = Math.Min(units, _gives[start]);
        for (var node = end; _from[node] >= 0; node = _from[node])
        {
            _flow[Arc(node)] += node >= _people ? units : -units;
        }

        _gives[start] -= units;
        _takes[end - _people] -= units;
        return units;
    }

    /// <summary>The pair on the way into a node.</summary>
    private int Arc(int node) => node >= _people ? (_from[node] * _people) + node - _people : (node * _people) + _from[node] - _people;

    /// <summary>The end of a shortest way from somebody who still gives to somebody who still takes.</summary>
    private int? Way()
    {
        Array.Fill(_distance, Far);
        Array.Fill(_from, -1);
        Array.Fill(_done, false);
        for (var person = 0; person < _people; person++)
        {
            _distance[person] = _gives[person] > 0 ? -_price[person] : Far;
        }

        var (end, shortest) = (-1, Far);
        while (Nearest() is { } node && _distance[node] < shortest)
        {
            _done[node] = true;
            if (node >= _people && _takes[node - _people] > 0 && _distance[node] + _price[node] - _length < shortest)
            {
                (end, shortest) = (node, _distance[node] + _price[node] - _length);
            }

            Relax(node);
        }

        if (end < 0)
        {
            return null;
        }

        for (var node = 0; node < 2 * _people; node++)
        {
            _price[node] += Math.Min(_distance[node], shortest);
        }

        _length += shortest;
        return end;
    }

    private int? Nearest()
    {
        var (nearest, distance) = (-1, Far);
        for (var node = 0; node < 2 * _people; node++)
        {
            if (!_done[node] && _distance[node] < distance)
            {
                (nearest, distance) = (node, _distance[node]);
            }
        }

        return nearest < 0 ? null : nearest;
    }

    private void Relax(int node)
    {
        for (var other = 0; other < _people; other++)
        {
            var right = node < _people;
            var (next, index) = right ? (other + _people, (node * _people) + other) : (other, (other * _people) + node - _people);
            if (_done[next] || (right ? _room[index] <= _flow[index] : _flow[index] == 0))
            {
                continue;
            }

            var length = _distance[node] + (right ? _cost[index] : -_cost[index]) + _price[node] - _price[next];
            if (length < _distance[next])
            {
                (_distance[next], _from[next]) = (length, node);
            }
        }
    }
}
