using PlaceLeadership.Core.Journeys.Coaching.Pairing;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Journeys.Coaching.Pairing;

/// <summary>Made-up people, the same for the same seed.</summary>
internal static class Cohorts
{
    private static readonly string[] Areas =
        ["influence", "authority", "budgets", "conflict", "coaching", "data", "writing", "chairing", "strategy", "volunteers", "schools", "politics"];

    /// <summary>Organisations of these sizes; people in an order by chance.</summary>
    public static IReadOnlyList<Profile> Of(int seed, params IReadOnlyList<int> sizes)
    {
        var random = new Random(seed);
        string[] Some(int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Areas[random.Next(Areas.Length)]).Distinct()];
        var people = sizes.Index().SelectMany(organisation => Enumerable.Range(0, organisation.Item).Select(number =>
        {
            var from = random.Next(8, 15);
            return Person($"p{organisation.Index}.{number}", $"o{organisation.Index}") with
            {
                Sector = Sectors.All[organisation.Index % Sectors.All.Count],
                Level = random.Next(4) == 0 ? null : (Level)random.Next(5),
                Pattern = new WorkingPattern((Weekdays)random.Next(1, 32), from, random.Next(from + 1, 19)),
                StrengthsOffered = Some(3),
                GrowthSought = Some(2),
            };
        })).ToArray();
        random.Shuffle(people);
        return people;
    }

    /// <summary>So many organisations of so many people.</summary>
    public static IReadOnlyList<Profile> Equal(int seed, int organisations, int people) => Of(seed, [.. Enumerable.Repeat(people, organisations)]);

    /// <summary>A person about whom nothing is special.</summary>
    public static Profile Person(string id, string organisation) => new(
        id, organisation, Sectors.Council, Level.TeamLeader, Language.English, WorkingPattern.FullWeek, [], [], null, null);

    public static IEnumerable<PairWhy> Meetings(CoachingPlan plan) => plan.Rounds.SelectMany(round => round.Groups).SelectMany(group => group.Why);

    public static bool IsClean(PairWhy why) => why.MetBefore == 0 && !why.Fit.SameOrganisation;
}
