using PlaceLeadership.Core.Places;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>One repair with one rule about sizes: first everything is looked at, then, if there is too much, some is tried.</summary>
internal sealed class RepairSearch
{
    private readonly RepairRequest _request;
    private readonly SetSize _size;
    private readonly bool _mayOpen;
    private readonly TimeProvider _time;
    private readonly IReadOnlyList<Profile> _people;
    private readonly Gathering _gathering;
    private readonly HouseRules _house;
    private readonly int[] _home;
    private readonly bool[] _declines;

    /// <summary>Prepares a repair.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="people">Everybody who has a place afterwards.</param>
    /// <param name="size">How many people a set may have.</param>
    /// <param name="mayOpen">Whether a new set may be opened though all people have room in those that are there.</param>
    /// <param name="time">The clock that stops the search.</param>
    public RepairSearch(RepairRequest request, IReadOnlyList<Profile> people, SetSize size, bool mayOpen, TimeProvider time)
    {
        _mayOpen = mayOpen;
        (_request, _people, _size, _time) = (request, people, size, time);
        _gathering = new Gathering(people, request.Weights);
        var setOf = request.Sets.Index().SelectMany(set => set.Item.Select(id => (id, set.Index))).ToDictionary(StringComparer.Ordinal);
        _home = [.. people.Select(person => setOf.GetValueOrDefault(person.Id, RepairState.Nowhere))];
        _declines = [.. people.Select(person => request.Declining.Contains(person.Id))];
        _house = new HouseRules(
            people, RulesWithDeclined(setOf), Math.Max(1, request.Sets.Count(set => set.Count > 0)),
            [.. request.People.Where(person => request.Leaving.Contains(person.Id))]);
    }

    public RepairResult Run(CancellationToken cancellation)
    {
        bool[] asked = [.. _home.Zip(_declines, (home, declines) => declines || home == RepairState.Nowhere)];
        var needed = (_people.Count + _size.Most - 1) / _size.Most;
        var sets = Math.Max(_request.Sets.Count + (_mayOpen ? 1 : 0), needed);
        var limits = _request.Limits with { StepsMax = Half(_request.Limits.StepsMax), Time = SeatingSearch.Share(_request.Limits, 2).Time };
        var tree = new RepairTree(new RepairState(_gathering, _house, _size, _home, asked, sets), new RepairBudget(limits, _time, cancellation));
        tree.Run();
        if (tree.Complete)
        {
            return tree.Found is { } best ? Repaired(best, asked, fewest: true, best: true) : None(proven: true, asked, sets);
        }

        var climb = new RepairClimb(
            new RepairState(_gathering, _house, _size, _home, asked, sets), new RepairBudget(limits, _time, cancellation), _request.Limits.Seed);
        if (tree.Found is { } good)
        {
            return Repaired(climb.Polished(good), asked, tree.FewestProven, best: false);
        }

        climb.Run();
        return climb.Found is { } found ? Repaired(found, asked, fewest: false, best: false) : None(proven: false, asked, sets);
    }

    private static long Half(long steps) => steps == long.MaxValue ? steps : steps / 2;

    private SeatingRules RulesWithDeclined(Dictionary<string, int> setOf) => _request.Rules with
    {
        Declined =
        [
            .. _request.Rules.Declined,
            .. _request.Declining.Select(id => new DeclinedSet(id, [.. _request.Sets[setOf[id]].Where(other => other != id)])),
        ],
    };

    private RepairResult.Repaired Repaired(int[] setOf, bool[] asked, bool fewest, bool best)
    {
        var numbers = Numbers(setOf);
        IReadOnlyList<SeatedSet> sets =
        [
            .. numbers.OrderBy(number => number.Value).Select(number =>
                _gathering.Set(number.Value, Members(setOf, number.Key), _house)),
        ];
        IReadOnlyList<SetMove> moves =
        [
            .. Enumerable.Range(0, setOf.Length).Where(person => setOf[person] != _home[person])
                .Select(person => Move(person, setOf, numbers, asked[person])),
        ];
        return new RepairResult.Repaired(sets, moves, sets.Sum(set => set.Diversity), fewest, best, SizesStretched: false);
    }

    // New sets come after all that were there, in the order of their first members.
    private Dictionary<int, int> Numbers(int[] setOf)
    {
        var last = _request.Sets.Count;
        return setOf.Distinct().ToDictionary(set => set, set => set < _request.Sets.Count ? set + 1 : ++last);
    }

    private SetMove Move(int person, int[] setOf, Dictionary<int, int> numbers, bool asked)
    {
        var (home, to) = (_home[person], setOf[person]);
        var from = home == RepairState.Nowhere ? (int?)null : home + 1;
        if (asked)
        {
            return new SetMove(_people[person].Id, from, numbers[to], from is null ? MoveCause.Joined : MoveCause.Declined, [], []);
        }

        var stays = setOf.ToArray();
        stays[person] = home;
        IReadOnlyList<(int Number, int[] Members)> both = [(home + 1, Members(stays, home)), (numbers[to], Members(stays, to))];
        return new SetMove(
            _people[person].Id, from, numbers[to], MoveCause.NeededElsewhere,
            [.. Enum.GetValues<SeatingRule>().Where(rule => both.Any(set => _house.Breaking(rule, set.Members).Count > 0))],
            [
                .. both.Where(set => set.Members.Length > _size.Most || (set.Members.Length > 0 && set.Members.Length < _size.Least))
                    .Select(set => (set.Number, set.Members.Length)),
            ]);
    }

    private RepairResult.NotRepaired None(bool proven, bool[] asked, int sets)
    {
        // What the people at home break already tells the manager most; where they break nothing, places are what is missing.
        var atHome = Enumerable.Range(0, sets).Select(set => Enumerable.Range(0, _people.Count)
            .Where(person => !asked[person] && _home[person] == set).ToArray()).ToList();
        IReadOnlyList<SeatingRule> hurt =
            [.. Enum.GetValues<SeatingRule>().Where(rule => atHome.Any(members => _house.Breaking(rule, members).Count > 0))];
        return new RepairResult.NotRepaired([new SeatingReason.NoRepair(hurt, proven)]);
    }

    private static int[] Members(int[] setOf, int set) => [.. Enumerable.Range(0, setOf.Length).Where(person => setOf[person] == set)];
}
