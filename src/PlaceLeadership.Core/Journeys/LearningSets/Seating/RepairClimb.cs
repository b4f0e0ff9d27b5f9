using PlaceLeadership.Matching;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>
/// Mends sets by trying, where there are too many ways to look through: from a broken set, the one change that breaks least and
/// moves fewest, with a short memory against going round in circles; then people go home again who can. Proves nothing.
/// </summary>
internal sealed class RepairClimb(RepairState state, RepairBudget budget, ulong seed)
{
    private const int TurnsInARun = 400;
    private const int MemoryLeast = 4;
    private const int MemoryMore = 8;

    private readonly int[] _freeFrom = new int[state.People];
    private Dice _dice = new(seed);
    private (int Moved, long Diversity) _best = (int.MaxValue, 0);

    /// <summary>The best repair so far, or null.</summary>
    public int[]? Found { get; private set; }

    /// <summary>Tries again and again from where everybody is at home.</summary>
    public void Run()
    {
        var start = state.SetOf.ToArray();
        while (!budget.IsSpent)
        {
            Return(start);
            Array.Clear(_freeFrom);
            for (var turn = 0; turn < TurnsInARun && state.BrokenSets > 0 && !budget.IsSpent; turn++)
            {
                Turn(turn);
            }

            if (state.BrokenSets == 0)
            {
                GoHome();
                Polish();
                Keep();
            }
        }

        Return(start);
    }

    /// <summary>Makes a repair that is known more diverse by moving those who asked, and nobody else.</summary>
    public int[] Polished(int[] setOf)
    {
        Return(setOf);
        Polish();
        return [.. state.SetOf];
    }

    // Those who asked go first where they do least harm; everybody else begins at home.
    private void Return(int[] setOf)
    {
        for (var person = 0; person < state.People; person++)
        {
            if (state.SetOf[person] != RepairState.Nowhere)
            {
                state.Leave(person);
            }
        }

        for (var person = 0; person < state.People; person++)
        {
            if (setOf[person] != RepairState.Nowhere)
            {
                state.Enter(person, setOf[person]);
            }
        }

        var waiting = Enumerable.Range(0, state.People).Where(person => setOf[person] == RepairState.Nowhere && state.Asked[person]).ToArray();
        _dice.Shuffle<int>(waiting);
        foreach (var person in waiting)
        {
            state.Enter(person, state.Targets(person).MinBy(set => After(person, set)));
        }
    }

    private void Turn(int turn)
    {
        var broken = Enumerable.Range(0, state.Sets).Where(state.IsBroken).ToArray();
        var set = broken[_dice.Below(broken.Length)];
        var members = state.Members(set).ToArray();
        var best = (Cost: (int.MaxValue, int.MaxValue, 0UL, 0L), Person: -1, To: 0);
        for (var person = 0; person < state.People; person++)
        {
            if (_freeFrom[person] > turn)
            {
                continue;
            }

            foreach (var to in members.Contains(person) ? state.Targets(person).ToArray() : state.Targets(person).Contains(set) ? [set] : [])
            {
                if (!budget.Step())
                {
                    return;
                }

                var cost = AfterMove(person, to);
                if (cost.CompareTo(best.Cost) < 0)
                {
                    best = (cost, person, to);
                }
            }
        }

        if (best.Person >= 0)
        {
            Move(best.Person, best.To);
            _freeFrom[best.Person] = turn + MemoryLeast + _dice.Below(MemoryMore);
        }
    }

    private void GoHome()
    {
        for (var again = true; again && !budget.IsSpent;)
        {
            again = false;
            for (var person = 0; person < state.People && budget.Step(); person++)
            {
                if (!state.Asked[person] && state.SetOf[person] != state.Home[person])
                {
                    again |= MoveIf(person, state.Home[person], _ => state.BrokenSets == 0);
                }
            }
        }
    }

    private void Polish()
    {
        for (var again = true; again;)
        {
            again = false;
            for (var person = 0; person < state.People; person++)
            {
                foreach (var set in state.Asked[person] ? state.Targets(person).ToArray() : [])
                {
                    if (set != state.SetOf[person])
                    {
                        again |= MoveIf(person, set, before => state.BrokenSets == 0 && state.Diversity > before);
                    }
                }
            }
        }
    }

    private bool MoveIf(int person, int set, Func<long, bool> isGood)
    {
        var (from, before) = (state.SetOf[person], state.Diversity);
        Move(person, set);
        if (isGood(before))
        {
            return true;
        }

        Move(person, from);
        return false;
    }

    private (int Broken, int Moved, ulong Chance, long Less) AfterMove(int person, int set)
    {
        var from = state.SetOf[person];
        Move(person, set);
        var cost = (state.Broken, state.Moved, _dice.Bits() >> 62, -state.Diversity);
        Move(person, from);
        return cost;
    }

    private (int Broken, long Less) After(int person, int set)
    {
        state.Enter(person, set);
        var cost = (state.Broken, -state.Diversity);
        state.Leave(person);
        return cost;
    }

    private void Move(int person, int set)
    {
        state.Leave(person);
        state.Enter(person, set);
    }

    private void Keep()
    {
        if (state.Moved < _best.Moved || (state.Moved == _best.Moved && state.Diversity > _best.Diversity))
        {
            (Found, _best) = ([.. state.SetOf], (state.Moved, state.Diversity));
        }
    }
}
