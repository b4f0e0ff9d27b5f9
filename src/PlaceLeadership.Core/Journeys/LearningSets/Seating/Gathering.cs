using PlaceLeadership.Core.Places;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>People by their numbers, with what each two of them are worth to each other.</summary>
internal sealed class Gathering
{
    private readonly int[] _diversity;

    public Gathering(IReadOnlyList<Profile> people, SeatingWeights weights)
    {
        People = people;
        _diversity = new int[people.Count * people.Count];
        var interests = new Interests(people);
        for (var one = 1; one < people.Count; one++)
        {
            for (var other = 0; other < one; other++)
            {
                _diversity[(one * people.Count) + other] = _diversity[(other * people.Count) + one] =
                    weights.Between(people[one], people[other]) + (weights.Interest * interests.Exchanges(one, other));
            }
        }
    }

    public IReadOnlyList<Profile> People { get; }

    public int Diversity(int one, int other) => _diversity[(one * People.Count) + other];

    public long Diversity(ReadOnlySpan<int> members)
    {
        var points = 0L;
        for (var one = 1; one < members.Length; one++)
        {
            for (var other = 0; other < one; other++)
            {
                points += Diversity(members[one], members[other]);
            }
        }

        return points;
    }

    /// <summary>The problem that the search of sets takes.</summary>
    public SetsProblem Problem(IReadOnlyList<SetSize> sizes, HouseRules house)
    {
        List<TwoPeople> apart = [];
        for (var one = 1; one < People.Count; one++)
        {
            for (var other = 0; other < one; other++)
            {
                if (house.Apart(one, other))
                {
                    apart.Add(new TwoPeople(one, other));
                }
            }
        }

        return new SetsProblem(People.Count, _diversity, sizes, apart, house);
    }

    /// <summary>The sets of a division with all that is told about them, in the order of their first members.</summary>
    /// <param name="setOf">The set of each person.</param>
    /// <param name="house">The rules to hold them against.</param>
    public IReadOnlyList<SeatedSet> Sets(IReadOnlyList<int> setOf, HouseRules house) =>
    [
        .. Enumerable.Range(0, People.Count).GroupBy(person => setOf[person])
            .Select((members, index) => Set(index + 1, [.. members], house)),
    ];

    /// <summary>One set with all that is told about it.</summary>
    public SeatedSet Set(int number, int[] members, HouseRules house)
    {
        IReadOnlyList<Profile> people = [.. members.Select(member => People[member])];
        return new SeatedSet(
            number,
            [.. people.Select(person => person.Id)],
            Diversity(members),
            [.. people.Select(person => person.Sector).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. people.Select(person => person.Organisation).Distinct(StringComparer.Ordinal)],
            CommonTime.Of(people.Select(person => person.Pattern)),
            [
                .. people.Where(person => !string.IsNullOrWhiteSpace(person.AccessNeeds))
                    .Select(person => new AccessNeed(person.Id, person.AccessNeeds!, MeetingPlaces.Of(person.AccessNeeds))),
            ],
            [
                .. Enum.GetValues<SeatingRule>().Select(rule => (rule, who: house.Breaking(rule, members))).Where(broken => broken.who.Count > 0)
                    .Select(broken => new BrokenRule(broken.rule, [.. broken.who.Select(one => People[one].Id)])),
            ]);
    }
}
