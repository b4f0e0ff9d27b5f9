namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>
/// Looks through all repairs in which so many people move who did not ask, first none, then one, two, and so on. Wherever a set
/// breaks something, every repair has to change that set, so only people who leave it or come to it are tried; a set that
/// somebody has to leave is tried with leavings alone. Nothing is passed over, so what ends before its limit is proven.
/// </summary>
internal sealed class RepairTree
{
    private readonly RepairState _state;
    private readonly RepairBudget _budget;
    private readonly int[] _asking;
    private readonly bool[] _isSettled;
    private readonly bool[] _isDone;
    private int _moves;
    private bool _cut;
    private long _best;

    public RepairTree(RepairState state, RepairBudget budget)
    {
        (_state, _budget) = (state, budget);
        _asking = [.. Enumerable.Range(0, state.People).Where(person => state.Asked[person])];
        _isSettled = [.. state.Asked];
        _isDone = new bool[state.People * state.Sets];
    }

    /// <summary>The best repair so far, or null.</summary>
    public int[]? Found { get; private set; }

    /// <summary>Whether it is proven that no fewer people could move.</summary>
    public bool FewestProven { get; private set; }

    /// <summary>Whether everything was looked at: the repair is the best, or there is none.</summary>
    public bool Complete { get; private set; }

    public void Run()
    {
        for (_moves = 0; Found is null && !_budget.IsSpent; _moves++)
        {
            (_cut, FewestProven) = (false, true);
            Place(0, _moves);
            if (!_cut && Found is null)
            {
                break;
            }
        }

        Complete = !_budget.IsSpent;
    }

    private void Place(int next, int left)
    {
        var waiting = _asking.Length - next;
        if (_state.ExcessSets > left || _state.BrokenSets > waiting + (2 * left))
        {
            _cut = true;
            return;
        }

        if (waiting == 0)
        {
            Mend(left);
            return;
        }

        if (_moves == 0 && Found is not null && Bound(next) <= _best)
        {
            return;
        }

        var person = _asking[next];
        foreach (var set in _state.Targets(person).OrderByDescending(set => _state.Gain(person, set)).ToArray())
        {
            if (!_budget.Step())
            {
                return;
            }

            _state.Enter(person, set);
            Place(next + 1, left);
            _state.Leave(person);
        }
    }

    // Where nobody else moves, each person who waits adds at most what the best set gives, and what they give each other.
    private long Bound(int next)
    {
        var bound = _state.Diversity;
        for (var one = next; one < _asking.Length; one++)
        {
            var most = 0L;
            for (var set = 0; set < _state.Sets; set++)
            {
                most = Math.Max(most, _state.Gain(_asking[one], set));
            }

            bound += most;
            for (var other = next; other < one; other++)
            {
                bound += _state.Between(_asking[one], _asking[other]);
            }
        }

        return bound;
    }

    private void Mend(int left)
    {
        if (_state.BrokenSets == 0)
        {
            Keep();
            return;
        }

        if (left == 0 || _state.ExcessSets > left || _state.BrokenSets > 2 * left)
        {
            _cut = true;
            return;
        }

        List<int> done = [];
        foreach (var (person, set) in Ways(Worst()).ToArray())
        {
            var way = (person * _state.Sets) + set;
            if (_isDone[way])
            {
                continue;
            }

            if (!_budget.Step())
            {
                break;
            }

            Try(person, set, left);
            _isDone[way] = true;
            done.Add(way);
        }

        // Repairs with a way that was tried are all known, so it need not be tried further down; further up it may be again.
        done.ForEach(way => _isDone[way] = false);
    }

    private void Try(int person, int set, int left)
    {
        var from = _state.SetOf[person];
        _state.Leave(person);
        _state.Enter(person, set);
        _isSettled[person] = true;
        Mend(left - 1);
        _isSettled[person] = false;
        _state.Leave(person);
        _state.Enter(person, from);
    }

    private void Keep()
    {
        if (Found is null || _state.Diversity > _best)
        {
            (Found, _best) = ([.. _state.SetOf], _state.Diversity);
        }
    }

    private int Worst()
    {
        var lacking = RepairState.Nowhere;
        for (var set = 0; set < _state.Sets; set++)
        {
            if (_state.HasExcess(set))
            {
                return set;
            }

            lacking = _state.IsBroken(set) ? set : lacking;
        }

        return lacking;
    }

    private IEnumerable<(int Person, int Set)> Ways(int broken)
    {
        foreach (var person in _state.Members(broken).ToArray().Where(person => !_isSettled[person]))
        {
            foreach (var set in _state.Targets(person))
            {
                yield return (person, set);
            }
        }

        for (var person = 0; person < _state.People && !_state.HasExcess(broken); person++)
        {
            if (!_isSettled[person] && _state.SetOf[person] != broken)
            {
                yield return (person, broken);
            }
        }
    }
}
