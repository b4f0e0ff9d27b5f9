using PlaceLeadership.Core.Places;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>Reasons why no sets can keep the rules, found by counting.</summary>
internal static class Impossibilities
{
    // A working week has room for so many people of whom no two can meet; with more sets than that, time alone is never why.
    private const int SetsForTime = 15;

    public static IReadOnlyList<SeatingReason> Of(IReadOnlyList<Profile> people, SeatingRules rules, IReadOnlyList<SetSize> sizes, HouseRules house)
    {
        if (sizes.Count == 0)
        {
            return [new SeatingReason.TooFewPeople(people.Count)];
        }

        IReadOnlyList<SeatingReason> reasons =
        [
            .. rules.Has(SeatingRule.Organisations) ? LargeOrganisations(people, rules, sizes.Count) : [],
            .. rules.Has(SeatingRule.Sectors) ? Sectors(people, rules.SectorsLeast, sizes.Count, house) : [],
            .. rules.Has(SeatingRule.CommonTime) ? ShortDays(people, rules.HoursTogether) : [],
            .. CommunityCompany.IsImpossible(house.Community, house) ? NoCompany(people, rules, house) : [],
        ];
        return [.. reasons, .. reasons.Any(reason => reason is SeatingReason.OrganisationTooLarge) ? [] : ManyApart(people, rules, sizes, house)];
    }

    /// <summary>Reasons that hold for any number of sets.</summary>
    public static IReadOnlyList<SeatingReason> Always(IReadOnlyList<Profile> people, SeatingRules rules)
    {
        IReadOnlyList<string> sectors = [.. people.Select(person => person.Sector).Distinct(StringComparer.Ordinal)];
        return
        [
            .. people.Count < SetCount.Least - 1 ? [new SeatingReason.TooFewPeople(people.Count)] : Array.Empty<SeatingReason>(),
            .. rules.Has(SeatingRule.CommonTime) ? ShortDays(people, rules.HoursTogether) : [],
            .. rules.Has(SeatingRule.Sectors) && sectors.Count < rules.SectorsLeast ? [new SeatingReason.TooFewSectors(sectors, rules.SectorsLeast)] : Array.Empty<SeatingReason>(),
        ];
    }

    private static IEnumerable<SeatingReason> LargeOrganisations(IReadOnlyList<Profile> people, SeatingRules rules, int sets) =>
        from all in people.GroupBy(person => person.Organisation, StringComparer.Ordinal)
        where rules.PerOrganisationMost is { } most && all.Count() > (long)most * sets
        select new SeatingReason.OrganisationTooLarge(all.Key, all.Count(), sets, rules.PerOrganisationMost!.Value);

    private static IEnumerable<SeatingReason> Sectors(IReadOnlyList<Profile> people, int needed, int sets, HouseRules house)
    {
        var sectors = people.GroupBy(person => person.Sector, StringComparer.Ordinal).ToList();
        var largest = sectors.MaxBy(all => all.Count())!;
        var reached = sectors.Sum(all => Math.Min(all.Count(), sets));
        var inCompany = sectors.Sum(all => Math.Min(all.Key == Places.Sectors.Community ? house.SetsOfCommunity : all.Count(), sets));
        if (sectors.Count < needed)
        {
            yield return new SeatingReason.TooFewSectors([.. sectors.Select(all => all.Key)], needed);
        }
        else if (people.Count - largest.Count() < sets * (needed - 1))
        {
            yield return new SeatingReason.SectorTooLarge(largest.Key, largest.Count(), people.Count, sets, needed);
        }
        else if (reached < sets * needed)
        {
            yield return new SeatingReason.SectorsTooSmall(sets, needed, reached, [SeatingRule.Sectors]);
        }
        else if (inCompany < sets * needed)
        {
            yield return new SeatingReason.SectorsTooSmall(sets, needed, inCompany, [SeatingRule.Sectors, SeatingRule.Community]);
        }
    }

    private static IEnumerable<SeatingReason> NoCompany(IReadOnlyList<Profile> people, SeatingRules rules, HouseRules house) =>
    [
        new SeatingReason.NoCompany(
            [.. house.Community.Select(one => people[one].Id)],
            [.. Enum.GetValues<SeatingRule>().Where(rule => rule != SeatingRule.Sectors && rules.Has(rule))]),
    ];

    private static IEnumerable<SeatingReason> ShortDays(IReadOnlyList<Profile> people, int hours)
    {
        IReadOnlyList<string> shorter =
            [.. people.Where(person => person.Pattern.ToHour - person.Pattern.FromHour < hours).Select(person => person.Id)];
        return shorter.Count == 0 ? [] : [new SeatingReason.DayTooShort(shorter, hours)];
    }

    // People without a common start can never share a set, so they count as apart here.
    private static IEnumerable<SeatingReason> ManyApart(
        IReadOnlyList<Profile> people, SeatingRules rules, IReadOnlyList<SetSize> sizes, HouseRules house)
    {
        var time = rules.Has(SeatingRule.CommonTime) && sizes.Count <= SetsForTime;
        bool NoTime(int one, int other) => time && house.Starts[one] != 0 && house.Starts[other] != 0 && (house.Starts[one] & house.Starts[other]) == 0;
        List<TwoPeople> apart = [];
        for (var one = 1; one < people.Count; one++)
        {
            for (var other = 0; other < one; other++)
            {
                if (house.Apart(one, other) || NoTime(one, other))
                {
                    apart.Add(new TwoPeople(one, other));
                }
            }
        }

        var problem = new SetsProblem(people.Count, new int[people.Count * people.Count], sizes, apart);
        if (NoSets.For(problem) is NoSets.TooManyApart many)
        {
            var by = (from one in many.Who
                      from other in many.Who
                      where one < other
                      from rule in house.Apart(one, other) ? house.Between(one, other) : [SeatingRule.CommonTime]
                      select rule).Distinct().Order();
            yield return new SeatingReason.TooManyApart([.. many.Who.Select(one => people[one].Id)], many.Sets, [.. by]);
        }
    }
}
