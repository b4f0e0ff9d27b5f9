using PlaceLeadership.Matching;

namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// Gets rounds out of a dead end. Pairs who are colleagues or repeats are taken apart, and the places that become empty are
/// filled by the hill-climbing of Dinitz and Stinson (1987): somebody with an empty place takes a partner they may meet and have
/// not met; if that one was taken, whoever had them gets the empty place instead. Or two with empty places in one round bring
/// their meeting forward from another, which gets the empty places. So there are never more empty places, and the walk goes on
/// until there are none or the steps are used up. Trios stay as they are.
/// </summary>
internal sealed class SlotFilling
{
    private const int NoPlace = -2;
    private const int Empty = -1;
    private const int Never = -2;
    private const int NotYet = -1;

    private readonly PlanDraft _draft;
    private readonly int[][] _mate;
    private readonly int[,] _roundOf;
    private readonly List<(int Round, int Person)> _empty = [];
    private readonly Dictionary<(int Round, int Person), int> _position = [];
    private Dice _dice;

    /// <param name="draft">The plan to begin with.</param>
    /// <param name="dice">Chance.</param>
    /// <param name="may">Whether two may meet; they must have no reason to be avoided besides.</param>
    public SlotFilling(PlanDraft draft, Dice dice, Func<int, int, bool> may)
    {
        (_draft, _dice) = (draft, dice);
        var rules = draft.Rules;
        _roundOf = new int[rules.People, rules.People];
        for (var one = 0; one < rules.People; one++)
        {
            for (var other = 0; other < rules.People; other++)
            {
                _roundOf[one, other] = one != other && rules.Clean(one, other) && may(one, other) ? NotYet : Never;
            }
        }

        _mate = [.. draft.Active.Select(_ => new int[rules.People])];
        foreach (var (low, high) in draft.Rounds.SelectMany(groups => groups).Where(group => group.Length == 3).SelectMany(PlanDraft.PairsOf))
        {
            _roundOf[low, high] = _roundOf[high, low] = Never;
        }

        for (var round = 0; round < _mate.Length; round++)
        {
            Take(round);
        }
    }

    /// <summary>Walks at most so many steps; true if every place was filled. What is left empty is for the exact rounds to fill.</summary>
    public bool Run(int steps)
    {
        for (var step = 0; step < steps && _empty.Count > 0; step++)
        {
            var (round, person) = _empty[_dice.Below(_empty.Count)];
            if (_dice.Below(2) == 0)
            {
                Advance(round, person);
            }
            else if (Partner(round, person) is { } partner)
            {
                if (_mate[round][partner] is >= 0 and var former)
                {
                    Part(round, partner, former);
                }

                Join(round, person, partner);
            }
        }

        return _empty.Count == 0;
    }

    private void Advance(int round, int person)
    {
        var (otherRound, other) = _empty[_dice.Below(_empty.Count)];
        if (otherRound == round && _roundOf[person, other] is >= 0 and var later)
        {
            Part(later, person, other);
            Join(round, person, other);
        }
    }

    /// <summary>The rounds as they are now.</summary>
    public PlanDraft Result()
    {
        var result = _draft.Copy();
        for (var round = 0; round < _mate.Length; round++)
        {
            result.Set(round,
            [
                .. _draft.Rounds[round].Where(group => group.Length == 3),
                .. _mate[round].Index().Where(place => place.Item > place.Index).Select(place => new[] { place.Index, place.Item }),
            ]);
        }

        return result;
    }

    /// <summary>Rounds with an empty place.</summary>
    public IEnumerable<int> Unfilled => _empty.Select(place => place.Round).Distinct().Order();

    private void Take(int round)
    {
        Array.Fill(_mate[round], NoPlace);
        foreach (var person in _draft.Active[round].Except(_draft.Rounds[round].Where(group => group.Length == 3).SelectMany(group => group)))
        {
            Open(round, person);
        }

        foreach (var group in _draft.Rounds[round].Where(group => group.Length == 2 && _roundOf[group[0], group[1]] == NotYet))
        {
            Join(round, group[0], group[1]);
        }
    }

    /// <summary>At random, but somebody with an empty place first: then there are two empty places less.</summary>
    private int? Partner(int round, int person)
    {
        var (chosen, seen, open) = (-1, 0, false);
        for (var other = 0; other < _mate[round].Length; other++)
        {
            if (_roundOf[person, other] != NotYet || _mate[round][other] == NoPlace)
            {
                continue;
            }

            var isOpen = _mate[round][other] == Empty;
            if (isOpen && !open)
            {
                (seen, open) = (0, true);
            }

            if (isOpen == open && _dice.Below(++seen) == 0)
            {
                chosen = other;
            }
        }

        return chosen < 0 ? null : chosen;
    }

    private void Join(int round, int one, int other)
    {
        (_mate[round][one], _mate[round][other]) = (other, one);
        _roundOf[one, other] = _roundOf[other, one] = round;
        Close(round, one);
        Close(round, other);
    }

    private void Part(int round, int one, int other)
    {
        _roundOf[one, other] = _roundOf[other, one] = NotYet;
        Open(round, one);
        Open(round, other);
    }

    private void Open(int round, int person)
    {
        _mate[round][person] = Empty;
        _position.Add((round, person), _empty.Count);
        _empty.Add((round, person));
    }

    private void Close(int round, int person)
    {
        _position.Remove((round, person), out var position);
        var last = _empty[^1];
        _empty.RemoveAt(_empty.Count - 1);
        if (position < _empty.Count)
        {
            (_empty[position], _position[last]) = (last, position);
        }
    }
}
