namespace PlaceLeadership.Matching.Sets;

/// <summary>
/// A division of people into sets in exact units, which judges what a run found and makes every exchange that still helps.
/// For every person and every set it keeps what the person shares with that set, so an exchange is judged in a few additions.
/// Forbidden pairs and diversity travel in one number: a forbidden pair takes <see cref="ForbiddenWeight"/> away, which is
/// more than any sum of diversities, so both can be told apart again without error.
/// </summary>
internal sealed class Division
{
    private const int ForbiddenShift = 42;
    private const long ForbiddenWeight = 1L << ForbiddenShift;
    private const long Half = ForbiddenWeight / 2;

    private readonly SetsProblem _problem;
    private readonly RuleBook? _rules;
    private readonly int _people;
    private readonly int _sets;
    private readonly long[] _weight;
    private readonly long[] _shared;
    private readonly int[] _setOf;
    private readonly int[] _size;
    private readonly int[] _least;
    private readonly int[] _most;

    public Division(SetsProblem problem)
    {
        _problem = problem;
        _rules = problem.Rule is { } rule ? new RuleBook(rule, problem) : null;
        _people = problem.People;
        _sets = problem.Sizes.Count;
        _weight = new long[_people * _people];
        _shared = new long[_people * _sets];
        _setOf = new int[_people];
        _size = new int[_sets];
        _least = [.. problem.Sizes.Select(size => size.Least)];
        _most = [.. problem.Sizes.Select(size => size.Most)];
        for (var one = 0; one < _people; one++)
        {
            for (var other = 0; other < _people; other++)
            {
                _weight[(one * _people) + other] = one == other ? 0
                    : problem.Diversity(one, other) - (problem.MustBeApart(one, other) ? ForbiddenWeight : 0);
            }
        }
    }

    /// <summary>What the division is worth by the additions made so far.</summary>
    public SetsWorth Worth => Split(Total) with { Broken = _rules?.Broken ?? 0 };

    public ReadOnlySpan<int> SetOf => _setOf;

    private long Total { get; set; }

    // Takes a sum apart into forbidden pairs (fewer are positive) and diversity.
    private static (long Fewer, long Diversity) Apart(long change)
    {
        var fewer = (change + Half) >> ForbiddenShift;
        return (fewer, change - (fewer << ForbiddenShift));
    }

    /// <summary>Takes over a division that was found before.</summary>
    public void Take(ReadOnlySpan<int> setOf)
    {
        setOf.CopyTo(_setOf);
        Array.Clear(_size);
        foreach (var set in setOf)
        {
            _size[set]++;
        }

        Recount();
    }

    private bool MayMove(int person, int set) =>
        _size[set] < _most[set] && _size[_setOf[person]] > _least[_setOf[person]];

    private long ChangeOfMove(int person, int set)
    {
        var row = person * _sets;
        return _shared[row + set] - _shared[row + _setOf[person]];
    }

    private long ChangeOfSwap(int one, int other)
    {
        var (first, second) = (_setOf[one], _setOf[other]);
        var (rowOfOne, rowOfOther) = (one * _sets, other * _sets);
        return _shared[rowOfOne + second] - _shared[rowOfOne + first] + _shared[rowOfOther + first] - _shared[rowOfOther + second]
            - (2 * _weight[(one * _people) + other]);
    }

    private void Move(int person, int set, long change)
    {
        _rules?.Move(person, set);
        var from = _setOf[person];
        var weights = _weight.AsSpan(person * _people, _people);
        for (int other = 0, row = 0; other < weights.Length; other++, row += _sets)
        {
            _shared[row + from] -= weights[other];
            _shared[row + set] += weights[other];
        }

        _setOf[person] = set;
        _size[from]--;
        _size[set]++;
        Total += change;
    }

    private void Swap(int one, int other, long change)
    {
        _rules?.Swap(one, other);
        var (first, second) = (_setOf[one], _setOf[other]);
        var ones = _weight.AsSpan(one * _people, _people);
        var others = _weight.AsSpan(other * _people, _people);
        for (int person = 0, row = 0; person < ones.Length; person++, row += _sets)
        {
            var gain = others[person] - ones[person];
            _shared[row + first] += gain;
            _shared[row + second] -= gain;
        }

        (_setOf[one], _setOf[other]) = (second, first);
        Total += change;
    }

    /// <summary>Makes every exchange that helps until none does. Proves its sum after each pass: with a wrong one it might never end.</summary>
    public void Climb()
    {
        var helped = true;
        while (helped)
        {
            helped = false;
            for (var one = 0; one < _people; one++)
            {
                for (var set = 0; set < _sets; set++)
                {
                    if (set != _setOf[one] && MayMove(one, set) && ChangeOfMove(one, set) is var change && MoveHelps(one, set, change))
                    {
                        Move(one, set, change);
                        helped = true;
                    }
                }

                for (var other = 0; other < one; other++)
                {
                    if (_setOf[one] != _setOf[other] && ChangeOfSwap(one, other) is var change && SwapHelps(one, other, change))
                    {
                        Swap(one, other, change);
                        helped = true;
                    }
                }
            }

            Proven();
        }
    }

    /// <summary>Sums up from nothing and holds the sum against the additions made so far.</summary>
    /// <exception cref="InvalidOperationException">They differ, or a set has a size it must not have: the search is wrong.</exception>
    public SetsWorth Proven()
    {
        var worth = _problem.Worth(_setOf);
        if (worth != Worth)
        {
            throw new InvalidOperationException($"The search counted {Worth} where there is {worth}.");
        }

        for (var set = 0; set < _sets; set++)
        {
            var size = _setOf.Count(mine => mine == set);
            if (size < _least[set] || size > _most[set])
            {
                throw new InvalidOperationException($"The search put {size} people into set {set}, which takes {_least[set]} to {_most[set]}.");
            }
        }

        return worth;
    }

    private bool MoveHelps(int person, int set, long change) =>
        _rules is null || (change <= 0 && !_rules.IsBroken(_setOf[person], set))
            ? change > 0
            : change + (_rules.FewerByMove(person, set) * ForbiddenWeight) > 0;

    private bool SwapHelps(int one, int other, long change) =>
        _rules is null || (change <= 0 && !_rules.IsBroken(_setOf[one], _setOf[other]))
            ? change > 0
            : change + (_rules.FewerBySwap(one, other) * ForbiddenWeight) > 0;

    private void Recount()
    {
        _rules?.Take(_setOf);
        Array.Clear(_shared);
        for (var one = 0; one < _people; one++)
        {
            for (var other = 0; other < _people; other++)
            {
                _shared[(one * _sets) + _setOf[other]] += _weight[(one * _people) + other];
            }
        }

        Total = 0;
        for (var one = 0; one < _people; one++)
        {
            Total += _shared[(one * _sets) + _setOf[one]];
        }

        Total /= 2;
    }

    private static SetsWorth Split(long total)
    {
        var (fewer, diversity) = Apart(total);
        return new SetsWorth((int)-fewer, diversity);
    }
}
