using PlaceLeadership.Core.Journeys.Coaching.Pairing;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Journeys.Coaching.Pairing;

public sealed class RulesTests
{
    [Fact]
    public void One_round_is_the_best_there_is_in_the_order_of_the_rules() => Assert.All(Enumerable.Range(1, Sample.Of(60, all: 400)), seed =>
    {
        var (people, apart, history) = Case(seed);
        var plan = CoachingPlanner.Plan(new CoachingRequest(people, CoachingRequest.Everybody(1)) { Apart = apart, History = history, Seed = (ulong)seed });
        var index = people.Index().ToDictionary(person => person.Item.Id, person => person.Index);
        var found = plan.Rounds[0].Groups.Select(group => group.People.Select(id => index[id]).ToArray()).ToList();
        var rules = new Brute(people, apart, history);
        var best = ByTryingAll.Groupings([.. Enumerable.Range(0, people.Count)]).Where(rules.IsAllowed).Max(rules.Worth);
        Assert.True(rules.IsAllowed(found), $"seed {seed}");
        Assert.True(best == rules.Worth(found), $"seed {seed}: {best} is possible, {rules.Worth(found)} was found.");
        Assert.Equal(best.DoubledScore / 2m, plan.Score);
    });

    [Fact]
    public void Nobody_is_in_two_groups_and_everybody_else_is_left_out_with_a_reason() => Assert.All(Enumerable.Range(1, Sample.Of(5, all: 30)), seed =>
    {
        var random = new Random(seed);
        var (people, apart, history) = Case(seed, 20);
        var away = Enumerable.Range(0, 4).Select(_ => people.Where(_ => random.Next(4) == 0).Select(person => person.Id).ToList()).ToList();
        var plan = CoachingPlanner.Plan(new CoachingRequest(people, [.. away.Select(ids => new RoundAhead(ids))]) { Apart = apart, History = history });
        var lines = new LineManagement(people);
        foreach (var (round, ids) in plan.Rounds.Zip(away))
        {
            Assert.Equal(
                people.Select(person => person.Id).Order(),
                round.Groups.SelectMany(group => group.People).Concat(round.LeftOut.Select(left => left.Person)).Order());
            Assert.Equal(ids.Order(), round.LeftOut.Where(left => left.Reason == LeftOutReason.Away).Select(left => left.Person).Order());
            Assert.True(round.Groups.Count(group => group.People.Count == 3) <= 1);
        }

        Assert.All(Cohorts.Meetings(plan), why =>
        {
            Assert.False(lines.Ties(why.Fit.First, why.Fit.Second));
            Assert.DoesNotContain((why.Fit.First, why.Fit.Second), apart);
            Assert.DoesNotContain((why.Fit.Second, why.Fit.First), apart);
        });
        Assert.True(plan.Score <= plan.Bound, $"seed {seed}: {plan.Score} is above the bound of {plan.Bound}.");
    });

    private static (IReadOnlyList<Profile> People, (string, string)[] Apart, PastRound[] History) Case(int seed, int most = 8)
    {
        var random = new Random(seed);
        var people = Cohorts.Of(seed, random.Next(1, most / 2 + 1), random.Next(0, most / 4 + 1), random.Next(0, most / 4 + 1)).ToArray();
        string Somebody() => people[random.Next(people.Length)].Id;
        for (var index = 0; index < people.Length; index++)
        {
            people[index] = people[index] with { LineManager = random.Next(3) > 0 || Somebody() is var id && id == people[index].Id ? null : id };
        }

        var history = Enumerable.Range(0, random.Next(4)).Select(_ =>
        {
            var order = people.Select(person => person.Id).ToArray();
            random.Shuffle(order);
            var trio = order.Length % 2 == 1 && order.Length > 2 ? 3 : order.Length % 2;
            return new PastRound([.. order.Skip(trio).Chunk(2), .. trio == 3 ? [order[..3]] : Array.Empty<string[]>()]) { LeftOut = trio == 1 ? order[..1] : [] };
        }).ToArray();
        return (people, [.. Enumerable.Range(0, random.Next(people.Length)).Select(_ => (Somebody(), Somebody())).Where(pair => pair.Item1 != pair.Item2)], history);
    }

    /// <summary>The rules once more, in the simplest words.</summary>
    private sealed class Brute(IReadOnlyList<Profile> people, (string, string)[] apart, PastRound[] history)
    {
        private readonly LineManagement _lines = new(people);
        private readonly PairingScore _score = new(people, PairingWeights.Default, history.TakeLast(3)
            .SelectMany(round => round.LeftOut.Concat(round.Groups.Where(group => group.Count == 3).SelectMany(group => group)))
            .CountBy(id => id).ToDictionary());

        public bool IsAllowed(IReadOnlyList<int[]> groups) => groups.SelectMany(ByTryingAll.Pairs).All(pair =>
            !_lines.Ties(Id(pair.One), Id(pair.Other)) && !apart.Contains((Id(pair.One), Id(pair.Other))) && !apart.Contains((Id(pair.Other), Id(pair.One))));

        public (int Placed, int Unfair, int Colleagues, int Repeats, long DoubledScore) Worth(IReadOnlyList<int[]> groups)
        {
            var pairs = groups.SelectMany(ByTryingAll.Pairs).ToList();
            var placed = groups.SelectMany(group => group).ToList();
            var alone = Enumerable.Range(0, people.Count).Except(placed);
            return (
                placed.Count,
                -groups.Where(group => group.Length == 3).SelectMany(group => group).Sum(person => Above(person, round => round.Groups.Where(group => group.Count == 3).SelectMany(group => group)))
                    - alone.Sum(person => Above(person, round => round.LeftOut)),
                -pairs.Count(pair => people[pair.One].Organisation == people[pair.Other].Organisation),
                -pairs.Sum(pair => history.Count(round => round.Groups.Any(group => group.Contains(Id(pair.One)) && group.Contains(Id(pair.Other))))),
                groups.Sum(group => ByTryingAll.Pairs(group).Sum(pair => _score.Of(people[pair.One], people[pair.Other]).Score) * (group.Length == 2 ? 2 : 1)));
        }

        private int Above(int person, Func<PastRound, IEnumerable<string>> of)
        {
            int Count(string id) => history.Count(round => of(round).Contains(id));
            return Math.Min(2, Count(Id(person)) - people.Min(one => Count(one.Id)));
        }

        private string Id(int person) => people[person].Id;
    }
}
