using System.Collections.Frozen;
using System.Numerics;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>The hard rules for these people, by their numbers: quick to ask millions of times.</summary>
internal sealed class HouseRules : SetRule
{
    private readonly SeatingRules _rules;
    private readonly int _people;
    private readonly PairRules _pairs;
    private readonly ulong[] _sector;
    private readonly int[] _organisation;
    private readonly int[] _organisationMost;
    private readonly ulong[] _starts;
    private readonly bool[] _community;
    private readonly bool[] _needsCompany;
    private readonly int[][][] _declined;
    private readonly bool _organisationsSpread;
    private readonly bool _anyDeclined;

    /// <summary>Makes the rules quick to ask.</summary>
    /// <param name="people">Who is seated, numbered in this order.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="sets">How many sets organisations are spread over.</param>
    /// <param name="gone">
    /// People who have left but still count for their organisation, so that nobody has to move because a colleague has gone.
    /// </param>
    public HouseRules(IReadOnlyList<Profile> people, SeatingRules rules, int sets, params IReadOnlyList<Profile> gone)
    {
        _rules = rules;
        _people = people.Count;
        var sectors = people.Select(person => person.Sector).Distinct(StringComparer.Ordinal).ToList();
        if (sectors.Count > 64)
        {
            throw new ArgumentException($"These people are of {sectors.Count} sectors. A place has at most 64.", nameof(people));
        }

        _sector = [.. people.Select(person => 1UL << sectors.IndexOf(person.Sector))];
        var organisations = people.GroupBy(person => person.Organisation, StringComparer.Ordinal)
            .Select((all, number) => (all.Key, Number: number, Count: all.Count() + gone.Count(person => person.Organisation == all.Key)))
            .ToList();
        var numberOf = organisations.ToDictionary(all => all.Key, all => all.Number, StringComparer.Ordinal);
        _organisation = [.. people.Select(person => numberOf[person.Organisation])];
        _organisationMost = [.. organisations.Select(all => rules.PerOrganisationMost ?? ((all.Count + sets - 1) / sets))];
        _organisationsSpread = rules.Has(SeatingRule.Organisations) && _organisationMost.Any(most => most > 1);
        _starts = [.. people.Select(person => CommonTime.Starts(person.Pattern, rules.HoursTogether))];
        bool IsAlone(int one) => _organisationMost[_organisation[one]] == 1;
        _pairs = new PairRules(people, rules, IsAlone);
        _declined = Declines.Of(people, rules);
        _anyDeclined = _declined.Any(mine => mine.Length > 0);
        _community = [.. people.Select(person => person.Sector == Sectors.Community)];
        _needsCompany = NeedsCompany(rules.Without.Count == 0 ? _pairs : new PairRules(people, rules with { Without = FrozenSet<SeatingRule>.Empty }, IsAlone));
    }

    public int People => _people;

    public ulong[] Starts => _starts;

    /// <summary>The members of the community sector.</summary>
    public int[] Community => [.. Enumerable.Range(0, _people).Where(one => _community[one])];

    /// <summary>Whether there is a single member of the community sector among these people, who needs company.</summary>
    public bool IsLonely(ReadOnlySpan<int> members) => LonelyCommunity(members) > 0;

    /// <summary>Into how many sets the community sector can reach at most: two people who need company go together.</summary>
    public int SetsOfCommunity =>
        Enumerable.Range(0, _people).Count(one => _community[one]) is var all && _needsCompany.Count(one => one) == all ? all / 2 : all;

    /// <summary>Whether two people must not share a set.</summary>
    public bool Apart(int one, int other) => _pairs.Apart(one, other);

    /// <summary>The rules by which two people must not share a set.</summary>
    public IEnumerable<SeatingRule> Between(int one, int other) =>
        Enum.GetValues<SeatingRule>().Where(rule => _pairs.Breaks(rule, one, other));

    /// <summary>How often the set breaks the rules that no pair shows.</summary>
    public override int Broken(ReadOnlySpan<int> members) => Lack(members) + Clashes(members);

    /// <summary>How much the set lacks: what somebody who comes can mend.</summary>
    public int Lack(ReadOnlySpan<int> members) => members.Length == 0 ? 0 : SectorsMissing(members) + LonelyCommunity(members);

    /// <summary>How much is too much: pairs and whole sets. Only somebody who goes can mend it, nobody who comes.</summary>
    public int Excess(ReadOnlySpan<int> members)
    {
        var broken = Clashes(members);
        for (var one = 1; one < members.Length; one++)
        {
            for (var other = 0; other < one; other++)
            {
                broken += Apart(members[one], members[other]) ? 1 : 0;
            }
        }

        return broken;
    }

    private int Clashes(ReadOnlySpan<int> members) => members.Length == 0 ? 0
        : (_rules.Has(SeatingRule.CommonTime) ? CommonTime.Missing(members, _starts) : 0)
            + (_organisationsSpread ? TooManyColleagues(members) : 0)
            + (_anyDeclined ? Returned(members) : 0);

    /// <summary>The people of a set who break one rule together; none when it is kept.</summary>
    public IReadOnlyList<int> Breaking(SeatingRule rule, ReadOnlySpan<int> members)
    {
        if (!_rules.Has(rule) || members.Length == 0)
        {
            return [];
        }

        var all = members.ToArray();
        return rule switch
        {
            SeatingRule.Sectors => SectorsMissing(members) > 0 ? all : [],
            SeatingRule.CommonTime => CommonTime.Missing(members, _starts) > 0 ? all : [],
            SeatingRule.Community => LonelyCommunity(members) > 0 ? [.. all.Where(one => _community[one])] : [],
            SeatingRule.Organisations =>
                [.. all.Where(one => all.Count(other => _organisation[other] == _organisation[one]) > _organisationMost[_organisation[one]])],
            SeatingRule.Declined => [.. all.Where(one => Returned(one, all) > 0)],
            _ => [.. all.Where(one => all.Any(other => one != other && _pairs.Breaks(rule, one, other)))],
        };
    }

    /// <summary>Whether the rule can make any difference among these people.</summary>
    public bool Concerns(SeatingRule rule) => _rules.Has(rule) && rule switch
    {
        SeatingRule.Sectors => _rules.SectorsLeast > 1,
        SeatingRule.CommonTime => _people > 0 && _starts.Aggregate((shared, more) => shared & more) == 0,
        SeatingRule.Community => _needsCompany.Any(one => one),
        SeatingRule.Organisations => _organisation.GroupBy(one => one).Any(all => all.Count() > _organisationMost[all.Key]),
        SeatingRule.Declined => _anyDeclined,
        _ => _pairs.Has(rule),
    };

    private int SectorsMissing(ReadOnlySpan<int> members)
    {
        if (!_rules.Has(SeatingRule.Sectors))
        {
            return 0;
        }

        var there = 0UL;
        foreach (var member in members)
        {
            there |= _sector[member];
        }

        return Math.Max(0, _rules.SectorsLeast - BitOperations.PopCount(there));
    }

    private int LonelyCommunity(ReadOnlySpan<int> members)
    {
        var (there, lonely) = (0, 0);
        foreach (var member in members)
        {
            there += _community[member] ? 1 : 0;
            lonely += _needsCompany[member] ? 1 : 0;
        }

        return there == 1 && lonely == 1 ? 1 : 0;
    }

    private int TooManyColleagues(ReadOnlySpan<int> members)
    {
        // Each person who has as many colleagues before them as a set may have is one too many.
        var tooMany = 0;
        for (var one = 1; one < members.Length; one++)
        {
            var organisation = _organisation[members[one]];
            var before = 0;
            for (var other = 0; other < one; other++)
            {
                before += _organisation[members[other]] == organisation ? 1 : 0;
            }

            tooMany += _organisationMost[organisation] > 1 && before >= _organisationMost[organisation] ? 1 : 0;
        }

        return tooMany;
    }

    private int Returned(ReadOnlySpan<int> members)
    {
        var returned = 0;
        foreach (var member in members)
        {
            returned += Returned(member, members);
        }

        return returned;
    }

    private int Returned(int person, ReadOnlySpan<int> members)
    {
        var returned = 0;
        foreach (var others in _declined[person])
        {
            var again = 0;
            foreach (var member in members)
            {
                again += others.AsSpan().Contains(member) ? 1 : 0;
            }

            returned += Math.Max(0, again - (others.Length / 2));
        }

        return returned;
    }

    // A rule that nobody could keep is no rule: who cannot sit with any other member of the sector may sit without. All rules
    // count here, those that were given up too: giving one up must not bring another upon anybody.
    private bool[] NeedsCompany(PairRules pairs) =>
    [
        .. Enumerable.Range(0, _people).Select(one => _rules.Has(SeatingRule.Community) && _community[one]
            && Enumerable.Range(0, _people).Any(other => other != one && _community[other] && !pairs.Apart(one, other)
                && (_starts[one] & _starts[other]) != 0)),
    ];
}
