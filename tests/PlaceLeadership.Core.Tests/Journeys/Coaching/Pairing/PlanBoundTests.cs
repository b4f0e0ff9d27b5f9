using PlaceLeadership.Core.Journeys.Coaching.Pairing;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Journeys.Coaching.Pairing;

public sealed class PlanBoundTests
{
    [Theory]
    [InlineData(2, 12, 60)]
    [InlineData(3, 3, 12)]
    public void No_plan_at_all_is_above_the_bound(int rounds, int few, int all)
    {
        var (compared, seeds) = (0, Sample.Of(few, all));
        Assert.All(Enumerable.Range(1, seeds), seed =>
        {
            var random = new Random(seed);
            var count = rounds == 2 ? random.Next(4, 9) : 6;
            var people = Cohorts.Of(seed, [.. Enumerable.Repeat(2, count / 4), .. Enumerable.Repeat(1, count - (2 * (count / 4)))]);
            (string, string)[] apart = random.Next(2) == 0 ? [] : [(people[0].Id, people[1].Id)];
            var plan = CoachingPlanner.Plan(new CoachingRequest(people, CoachingRequest.Everybody(rounds)) { Apart = apart, Seed = (ulong)seed });
            Assert.True(plan.Score <= plan.Bound, $"seed {seed}: {plan.Score} is above the bound of {plan.Bound}.");
            if (plan.Rounds.Any(round => round.LeftOut.Count > 0) || !Cohorts.Meetings(plan).All(Cohorts.IsClean))
            {
                return;
            }

            var best = Best(people, apart, rounds);
            compared++;
            Assert.True(plan.Bound >= best, $"seed {seed}: a plan of {count} people reaches {best}, the bound says {plan.Bound}.");
            Assert.True(plan.Score == best, $"seed {seed}: {best} is possible for {count} people, {plan.Score} was found.");
        });
        Assert.True(compared >= seeds / 3, $"Only {compared} cases were compared.");
    }

    [Theory]
    [InlineData(6, 4, 2, 5, 19)]
    [InlineData(8, 3, 2, 5, 20)]
    [InlineData(12, 4, 2, 6, 43)]
    [InlineData(10, 2, 2, 5, 17)]
    [InlineData(4, 6, 2, 5, 17)]
    public void With_an_even_number_at_most_a_thousandth_is_missing_to_the_bound(int organisations, int size, params int[] rounds) =>
        Assert.All(from seed in Enumerable.Range(1, Sample.Of(1, all: 4)) from count in rounds select (seed, count), one =>
        {
            var plan = CoachingPlanner.Plan(new CoachingRequest(Cohorts.Equal(one.seed, organisations, size), CoachingRequest.Everybody(one.count))
            {
                Seed = (ulong)one.seed,
            });
            Assert.True(Cohorts.Meetings(plan).All(Cohorts.IsClean), $"seed {one.seed}, {one.count} rounds");
            Assert.True(
                plan.Score <= plan.Bound && plan.Score >= plan.Bound * 0.999m,
                $"seed {one.seed}, {one.count} rounds: {plan.Score} of {plan.Bound}");
        });

    /// <summary>Each three could fill two rounds among themselves in fractions; a round of pairs leaves one of the three over.</summary>
    [Fact]
    public void Nobody_is_counted_round_a_triangle()
    {
        Profile[] people =
        [
            .. Enumerable.Range(0, 6).Select(number => Cohorts.Person($"p{number}", $"o{number}") with
            {
                Pattern = new WorkingPattern(number < 3 ? Weekdays.Monday | Weekdays.Tuesday : Weekdays.Thursday | Weekdays.Friday, 8, 16),
            }),
        ];
        var plan = CoachingPlanner.Plan(new CoachingRequest(people, CoachingRequest.Everybody(2)));
        Assert.Equal(Best(people, [], 2), plan.Bound);
        Assert.Equal(plan.Bound, plan.Score);
        Assert.True(plan.Bound < 2 * 3 * new PairingScore(people, PairingWeights.Default).Of(people[0], people[1]).Score);
    }

    /// <summary>Whoever is best in the trio is in it once: the best trio of each round by itself counts the same three twice.</summary>
    [Fact]
    public void Turns_in_the_trio_are_counted()
    {
        var gaps = Enumerable.Range(1, Sample.Of(2, all: 6)).Select(seed =>
        {
            var people = Cohorts.Of(seed, 1, 1, 1, 1, 1, 1, 1, 1, 1);
            var plan = CoachingPlanner.Plan(new CoachingRequest(people, CoachingRequest.Everybody(2)) { Seed = (ulong)seed });
            var best = Best(people, [], 2);
            Assert.True(plan.Bound >= best, $"seed {seed}: a plan reaches {best}, the bound says {plan.Bound}.");
            return (plan.Bound - best) / best;
        }).ToList();
        Assert.True(gaps.Average() < 0.02m, $"On average {gaps.Average():P2} are missing: {string.Join(", ", gaps.Select(gap => $"{gap:P2}"))}.");
    }

    /// <summary>The largest score of all plans that place everybody, with nobody twice in the trio before everybody was, no colleagues and no repeats.</summary>
    private static decimal Best(IReadOnlyList<Profile> people, (string One, string Other)[] apart, int rounds)
    {
        var score = new PairingScore(people, PairingWeights.Default);
        bool May(int one, int other) => people[one].Organisation != people[other].Organisation
            && !apart.Contains((people[one].Id, people[other].Id)) && !apart.Contains((people[other].Id, people[one].Id));
        var all = ByTryingAll.Groupings([.. Enumerable.Range(0, people.Count)], trio: people.Count % 2 == 1)
            .Where(groups => groups.Sum(group => group.Length) == people.Count && groups.SelectMany(ByTryingAll.Pairs).All(pair => May(pair.One, pair.Other)))
            .Select(groups => (
                Pairs: groups.SelectMany(ByTryingAll.Pairs).Aggregate(0UL, (pairs, pair) => pairs | (1UL << ((pair.Other * (pair.Other - 1) / 2) + pair.One))),
                Trio: groups.Where(group => group.Length == 3).SelectMany(group => group).ToArray(),
                Score: groups.Sum(group => ByTryingAll.Pairs(group).Sum(pair => score.Of(people[pair.One], people[pair.Other]).Score) / (group.Length - 1m))))
            .ToList();
        return Rest(0, new int[people.Count], rounds) ?? throw new InvalidOperationException("There is no such plan.");

        decimal? Rest(ulong met, int[] turns, int left)
        {
            if (left == 0)
            {
                return 0;
            }

            decimal? best = null;
            foreach (var (pairs, trio, worth) in all)
            {
                var waiting = turns.Order().Take(trio.Length).Sum();
                if ((pairs & met) == 0 && trio.Sum(person => turns[person]) == waiting)
                {
                    int[] after = [.. turns.Select((times, person) => times + (trio.Contains(person) ? 1 : 0))];
                    best = Rest(met | pairs, after, left - 1) is { } rest && !(worth + rest <= best) ? worth + rest : best;
                }
            }

            return best;
        }
    }
}
