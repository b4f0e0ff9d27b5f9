using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Journeys.LearningSets.Seating;

/// <summary>Holds sets against the rules as the guide words them, slowly and in another way than the product does.</summary>
internal sealed class Judge(IReadOnlyList<Profile> people, SeatingRules rules, int sets, IReadOnlyList<Profile>? gone = null)
{
    private readonly LineManagement _lines = new(people);
    private readonly SeatingWeights _weights = new();

    public IReadOnlyList<SeatingRule> Breaks(IReadOnlyList<Profile> set) => [.. Enum.GetValues<SeatingRule>().Where(rule => Breaks(rule, set))];

    public bool Breaks(SeatingRule rule, IReadOnlyList<Profile> set) => !rules.Without.Contains(rule) && set.Count > 0 && rule switch
    {
        SeatingRule.Sectors => set.Select(person => person.Sector).Distinct().Count() < rules.SectorsLeast,
        SeatingRule.Organisations => set.GroupBy(person => person.Organisation).Any(all => all.Count() > Most(all.Key)),
        SeatingRule.Community => set.Count(IsCommunity) == 1 && HasCompany(set.Single(IsCommunity)),
        SeatingRule.CommonTime => !ShareHours(set),
        SeatingRule.Access => set.Any(person => person.AccessNeeds?.StartsWith("Online only", StringComparison.Ordinal) == true)
            && set.Any(person => person.AccessNeeds?.StartsWith("In person only", StringComparison.Ordinal) == true),
        SeatingRule.Declined => rules.Declined.Any(declined => set.Any(person => person.Id == declined.Person) && ComesBack(declined, set)),
        _ => Pairs(set).Any(pair => BreaksAlone(rule, pair.One, pair.Other)),
    };

    public long Diversity(IReadOnlyList<Profile> set) => Pairs(set).Sum(pair => Points(pair.One, pair.Other));

    private long Points(Profile one, Profile other) =>
        (one.Sector != other.Sector ? _weights.Sector : 0)
        + (one.Organisation != other.Organisation ? _weights.Organisation : 0)
        + (one.Level is { } first && other.Level is { } second ? Math.Min(3, Math.Abs((int)first - (int)second)) : 0)
        + (one.StrengthsOffered.Intersect(other.GrowthSought).Any() ? _weights.Interest : 0)
        + (other.StrengthsOffered.Intersect(one.GrowthSought).Any() ? _weights.Interest : 0);

    private int Most(string organisation) => rules.PerOrganisationMost
        ?? (int)Math.Ceiling(people.Concat(gone ?? []).Count(person => person.Organisation == organisation) / (double)sets);

    // Under all rules, those that were given up too: giving one up must not bring another upon anybody.
    private bool HasCompany(Profile one)
    {
        var strict = new Judge(people, rules with { Without = new HashSet<SeatingRule> { SeatingRule.Community, SeatingRule.Sectors, SeatingRule.Declined } }, sets, gone);
        return people.Any(other => other.Id != one.Id && IsCommunity(other) && strict.Breaks([one, other]).Count == 0);
    }

    private bool BreaksAlone(SeatingRule rule, Profile one, Profile other) => rule == SeatingRule.LineManagement
        ? _lines.Ties(one.Id, other.Id)
        : rules.Apart.Contains((one.Id, other.Id)) || rules.Apart.Contains((other.Id, one.Id));

    private bool ShareHours(IReadOnlyList<Profile> set) =>
        (from day in new[] { Weekdays.Monday, Weekdays.Tuesday, Weekdays.Wednesday, Weekdays.Thursday, Weekdays.Friday }
         from start in Enumerable.Range(8, 10)
         select set.All(person => person.Pattern.Days.HasFlag(day) && person.Pattern.FromHour <= start && start + rules.HoursTogether <= person.Pattern.ToHour))
        .Any(shared => shared);

    private bool ComesBack(DeclinedSet declined, IReadOnlyList<Profile> set)
    {
        var others = declined.Others.Where(other => other != declined.Person && people.Any(person => person.Id == other)).ToHashSet();
        return set.Count(person => others.Contains(person.Id)) > others.Count / 2;
    }

    private static bool IsCommunity(Profile person) => person.Sector == Sectors.Community;

    private static IEnumerable<(Profile One, Profile Other)> Pairs(IReadOnlyList<Profile> set) =>
        from one in Enumerable.Range(0, set.Count) from other in Enumerable.Range(0, one) select (set[one], set[other]);
}
