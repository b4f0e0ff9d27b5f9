namespace PlaceLeadership.Matching.Sets;

/// <summary>Who is in each set and how often each set breaks the rule, while a division is being searched.</summary>
internal sealed class RuleBook
{
    private readonly SetRule _rule;
    private readonly int[][] _members;
    private readonly int[] _size;
    private readonly int[] _broken;
    private readonly int[] _setOf;
    private readonly int[] _place;

    public RuleBook(SetRule rule, SetsProblem problem)
    {
        _rule = rule;
        _members = [.. problem.Sizes.Select(size => new int[Math.Min(size.Most, problem.People)])];
        _size = new int[_members.Length];
        _broken = new int[_members.Length];
        _setOf = new int[problem.People];
        _place = new int[problem.People];
    }

    /// <summary>How often all sets together break the rule.</summary>
    public int Broken { get; private set; }

    /// <summary>Counts anew for another division.</summary>
    public void Take(ReadOnlySpan<int> setOf)
    {
        setOf.CopyTo(_setOf);
        Array.Clear(_size);
        for (var person = 0; person < setOf.Length; person++)
        {
            Enter(person, setOf[person]);
        }

        Broken = 0;
        for (var set = 0; set < _broken.Length; set++)
        {
            _broken[set] = _rule.Broken(Members(set));
            Broken += _broken[set];
        }
    }

    /// <summary>Whether one of two people is in a set that breaks the rule. Otherwise no exchange of them can mend anything.</summary>
    public bool IsBroken(int set, int other) => (_broken[set] | _broken[other]) != 0;

    /// <summary>By how many breaks fewer there are when two people of different sets change places; negative for more.</summary>
    public int FewerBySwap(int one, int other)
    {
        var (first, second) = (_setOf[one], _setOf[other]);
        Exchange(first, one, second, other);
        var broken = _rule.Broken(Members(first)) + _rule.Broken(Members(second));
        Exchange(first, other, second, one);
        return _broken[first] + _broken[second] - broken;
    }

    /// <summary>By how many breaks fewer there are when somebody goes to another set; negative for more.</summary>
    public int FewerByMove(int person, int set)
    {
        var from = _setOf[person];
        Leave(person, from);
        Enter(person, set);
        var broken = _rule.Broken(Members(from)) + _rule.Broken(Members(set));
        Leave(person, set);
        Enter(person, from);
        return _broken[from] + _broken[set] - broken;
    }

    public void Swap(int one, int other)
    {
        var (first, second) = (_setOf[one], _setOf[other]);
        Exchange(first, one, second, other);
        (_setOf[one], _setOf[other]) = (second, first);
        Count(first);
        Count(second);
    }

    public void Move(int person, int set)
    {
        var from = _setOf[person];
        Leave(person, from);
        Enter(person, set);
        _setOf[person] = set;
        Count(from);
        Count(set);
    }

    private ReadOnlySpan<int> Members(int set) => _members[set].AsSpan(0, _size[set]);

    private void Count(int set)
    {
        Broken -= _broken[set];
        _broken[set] = _rule.Broken(Members(set));
        Broken += _broken[set];
    }

    // One person of the first set and one of the second change places; where they belong is written elsewhere.
    private void Exchange(int first, int one, int second, int other)
    {
        var (placeOfOne, placeOfOther) = (_place[one], _place[other]);
        (_members[first][placeOfOne], _members[second][placeOfOther]) = (other, one);
        (_place[one], _place[other]) = (placeOfOther, placeOfOne);
    }

    private void Enter(int person, int set)
    {
        _place[person] = _size[set];
        _members[set][_size[set]++] = person;
    }

    private void Leave(int person, int set)
    {
        var last = _members[set][--_size[set]];
        _members[set][_place[person]] = last;
        _place[last] = _place[person];
    }
}
