namespace PlaceLeadership.Matching.Pairs;

/// <summary>Who can be reached from a single person by alternating ways of even length (even), and only of odd length (odd).</summary>
internal sealed class AlternatingForest(int people, ILookup<int, int> neighbours, IReadOnlyList<int> mates)
{
    private readonly int[] _from = new int[people];
    private readonly int[] _blossom = [.. Enumerable.Range(0, people)];
    private readonly bool[] _even = new bool[people];
    private readonly bool[] _odd = new bool[people];
    private readonly Queue<int> _waiting = new();

    /// <summary>Grows the forest and tells who is odd.</summary>
    public IReadOnlySet<int> Odd()
    {
        for (var person = 0; person < people; person++)
        {
            if (mates[person] < 0)
            {
                Add(person);
            }
        }

        while (_waiting.TryDequeue(out var person))
        {
            foreach (var other in neighbours[person])
            {
                if (_even[other])
                {
                    Close(person, other);
                }
                else if (!_odd[other])
                {
                    (_odd[other], _from[other]) = (true, person);
                    Add(mates[other]);
                }
            }
        }

        return Enumerable.Range(0, people).Where(person => _odd[person] && !_even[person]).ToHashSet();
    }

    private void Add(int person)
    {
        _even[person] = true;
        _waiting.Enqueue(person);
    }

    private void Close(int one, int other)
    {
        if (Find(one) == Find(other))
        {
            return;
        }

        var meeting = Meeting(Find(one), Find(other));
        Contract(one, meeting);
        Contract(other, meeting);
    }

    private int Meeting(int one, int other)
    {
        var passed = new HashSet<int>();
        while (one >= 0 || other >= 0)
        {
            if (one >= 0)
            {
                if (!passed.Add(one))
                {
                    return one;
                }

                one = mates[one] < 0 ? -1 : Find(_from[mates[one]]);
            }

            (one, other) = (other, one);
        }

        throw new ArgumentException("There is a pairing with more pairs: two people who are alone are the ends of an alternating way.");
    }

    /// <summary>Makes one blossom of the way from a person to the meeting point, whole blossoms at a time.</summary>
    private void Contract(int person, int meeting)
    {
        for (var even = Find(person); even != meeting; even = Find(_from[mates[even]]))
        {
            var mate = mates[even];
            if (!_even[mate])
            {
                Add(mate);
            }

            _blossom[even] = meeting;
            _blossom[Find(mate)] = meeting;
        }
    }

    private int Find(int person)
    {
        while (_blossom[person] != person)
        {
            person = _blossom[person] = _blossom[_blossom[person]];
        }

        return person;
    }
}
