using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>Sets while they are being mended: who is where, what each set breaks, and how diverse all of them are.</summary>
internal sealed class RepairState
{
    public const int Nowhere = -1;

    private readonly Gathering _gathering;
    private readonly HouseRules _house;
    private readonly int[][] _members;
    private readonly int[] _size;
    private readonly int[] _lack;
    private readonly int[] _excess;
    private readonly int[] _placeInSet;
    private readonly bool[] _isDeclined;

    /// <summary>Everybody who did not ask is at home; everybody who did is nowhere yet.</summary>
    /// <param name="gathering">The people.</param>
    /// <param name="house">The rules.</param>
    /// <param name="size">How many people a set may have, if it has any.</param>
    /// <param name="home">The set of each person so far, or <see cref="Nowhere"/>.</param>
    /// <param name="asked">Who asked for a place.</param>
    /// <param name="sets">How many sets there may be, new ones included.</param>
    public RepairState(Gathering gathering, HouseRules house, SetSize size, int[] home, bool[] asked, int sets)
    {
        (_gathering, _house, Size, Home, Asked) = (gathering, house, size, home, asked);
        _members = [.. Enumerable.Range(0, sets).Select(_ => new int[People])];
        (_size, _lack, _excess) = (new int[sets], new int[sets], new int[sets]);
        (SetOf, _placeInSet) = (new int[People], new int[People]);
        _isDeclined = new bool[sets];
        foreach (var person in Enumerable.Range(0, People).Where(person => asked[person] && home[person] != Nowhere))
        {
            _isDeclined[home[person]] = true;
        }

        Array.Fill(SetOf, Nowhere);
        foreach (var person in Enumerable.Range(0, People).Where(person => !asked[person]))
        {
            Enter(person, home[person]);
        }
    }

    public int People => _gathering.People.Count;

    public int Sets => _size.Length;

    public SetSize Size { get; }

    public int[] Home { get; }

    public bool[] Asked { get; }

    public int[] SetOf { get; }

    public long Diversity { get; private set; }

    /// <summary>How many sets break something.</summary>
    public int BrokenSets { get; private set; }

    /// <summary>How many sets break something that only a leaving can mend.</summary>
    public int ExcessSets { get; private set; }

    /// <summary>How much all sets break.</summary>
    public int Broken { get; private set; }

    /// <summary>How many people are not at home who did not ask.</summary>
    public int Moved { get; private set; }

    public ReadOnlySpan<int> Members(int set) => _members[set].AsSpan(0, _size[set]);

    public bool IsBroken(int set) => (_lack[set] | _excess[set]) != 0;

    public bool HasExcess(int set) => _excess[set] != 0;

    public void Enter(int person, int set)
    {
        Diversity += Gain(person, set);
        _placeInSet[person] = _size[set];
        _members[set][_size[set]++] = person;
        SetOf[person] = set;
        Moved += !Asked[person] && Home[person] != set ? 1 : 0;
        Count(set);
    }

    public void Leave(int person)
    {
        var set = SetOf[person];
        var last = _members[set][--_size[set]];
        _members[set][_placeInSet[person]] = last;
        _placeInSet[last] = _placeInSet[person];
        SetOf[person] = Nowhere;
        Moved -= !Asked[person] && Home[person] != set ? 1 : 0;
        Diversity -= Gain(person, set);
        Count(set);
    }

    /// <summary>What somebody who is not in a set adds to it.</summary>
    public long Gain(int person, int set)
    {
        var gain = 0L;
        foreach (var member in Members(set))
        {
            gain += _gathering.Diversity(person, member);
        }

        return gain;
    }

    public int Between(int one, int other) => _gathering.Diversity(one, other);

    /// <summary>
    /// Where somebody may go: not back into a set they declined, and of the empty sets only the first, for they are all alike;
    /// all but those that somebody declined.
    /// </summary>
    public IEnumerable<int> Targets(int person)
    {
        var empty = false;
        for (var set = 0; set < Sets; set++)
        {
            if (set == SetOf[person] || (Asked[person] && set == Home[person]) || (_size[set] == 0 && empty && !_isDeclined[set]))
            {
                continue;
            }

            empty |= _size[set] == 0 && !_isDeclined[set];
            yield return set;
        }
    }

    private void Count(int set)
    {
        Tally(set, -1);
        var members = Members(set);
        var size = _size[set];
        _lack[set] = _house.Lack(members) + (size == 0 ? 0 : Math.Max(0, Size.Least - size));
        _excess[set] = _house.Excess(members) + Math.Max(0, size - Size.Most);
        Tally(set, 1);
    }

    private void Tally(int set, int sign)
    {
        Broken += sign * (_lack[set] + _excess[set]);
        BrokenSets += IsBroken(set) ? sign : 0;
        ExcessSets += HasExcess(set) ? sign : 0;
    }
}
