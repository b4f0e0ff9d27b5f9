using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>The rules that two people break by themselves, by the numbers of the people.</summary>
internal sealed class PairRules
{
    private readonly int _people;
    private readonly ushort[] _broken;

    public PairRules(IReadOnlyList<Profile> people, SeatingRules rules, Func<int, bool> isAloneOfItsOrganisation)
    {
        _people = people.Count;
        _broken = new ushort[_people * _people];
        var numberOf = people.Select((person, number) => (person.Id, number)).ToDictionary(StringComparer.Ordinal);
        if (rules.Has(SeatingRule.LineManagement))
        {
            var lines = new LineManagement(people);
            foreach (var (one, person) in people.Index())
            {
                foreach (var above in lines.Above(person.Id))
                {
                    Mark(SeatingRule.LineManagement, one, numberOf.GetValueOrDefault(above, one));
                }
            }
        }

        foreach (var (one, other) in rules.Has(SeatingRule.Apart) ? rules.Apart : [])
        {
            if (numberOf.TryGetValue(one, out var first) && numberOf.TryGetValue(other, out var second))
            {
                Mark(SeatingRule.Apart, first, second);
            }
        }

        MarkAccess(people, rules);
        foreach (var colleagues in Enumerable.Range(0, rules.Has(SeatingRule.Organisations) ? _people : 0)
            .Where(isAloneOfItsOrganisation).GroupBy(one => people[one].Organisation, StringComparer.Ordinal))
        {
            foreach (var one in colleagues)
            {
                foreach (var other in colleagues)
                {
                    Mark(SeatingRule.Organisations, one, other);
                }
            }
        }
    }

    public bool Apart(int one, int other) => _broken[(one * _people) + other] != 0;

    public bool Breaks(SeatingRule rule, int one, int other) => (_broken[(one * _people) + other] & (1 << (int)rule)) != 0;

    public bool Has(SeatingRule rule) => _broken.Any(broken => (broken & (1 << (int)rule)) != 0);

    private void MarkAccess(IReadOnlyList<Profile> people, SeatingRules rules)
    {
        var bound = people.Index().Where(_ => rules.Has(SeatingRule.Access))
            .Select(person => (person.Index, Place: MeetingPlaces.Of(person.Item.AccessNeeds)))
            .Where(person => person.Place != MeetingPlace.Either).ToList();
        foreach (var one in bound)
        {
            foreach (var other in bound.Where(other => MeetingPlaces.AreOpposed(one.Place, other.Place)))
            {
                Mark(SeatingRule.Access, one.Index, other.Index);
            }
        }
    }

    private void Mark(SeatingRule rule, int one, int other)
    {
        if (one != other)
        {
            _broken[(one * _people) + other] |= (ushort)(1 << (int)rule);
            _broken[(other * _people) + one] |= (ushort)(1 << (int)rule);
        }
    }
}
