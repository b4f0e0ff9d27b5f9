using PlaceLeadership.Core.Journeys.Coaching.Pairing;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Journeys.Coaching.Pairing;

public sealed class CoachingPlannerTests
{
    [Theory]
    [InlineData(6, 4)]
    [InlineData(8, 3)]
    [InlineData(12, 4)]
    [InlineData(10, 2)]
    [InlineData(4, 6)]
    public void Everybody_meets_everybody_of_other_organisations_before_anybody_meets_again(int organisations, int size) =>
        Assert.All(Enumerable.Range(1, Sample.Of(5, all: 50)), seed =>
        {
            var people = Cohorts.Equal(seed, organisations, size);
            var plan = CoachingPlanner.Plan(
                new CoachingRequest(people, CoachingRequest.Everybody(people.Count - size)) { Seed = (ulong)seed });
            Assert.All(plan.Rounds, round => Assert.Empty(round.LeftOut));
            Assert.True(Cohorts.Meetings(plan).All(Cohorts.IsClean), $"seed {seed}");
            Assert.Equal(plan.Bound, plan.Score);
        });

    [Theory]
    [InlineData(6, 4, 6)]
    [InlineData(12, 4, 6)]
    [InlineData(12, 4, 20)]
    [InlineData(15, 4, 6)]
    public void The_sum_over_all_rounds_is_close_to_a_bound(int organisations, int size, int rounds) => Assert.All(Enumerable.Range(1, Sample.Of(1, all: 3)), seed =>
    {
        var plan = CoachingPlanner.Plan(
            new CoachingRequest(Cohorts.Equal(seed, organisations, size), CoachingRequest.Everybody(rounds)) { Seed = (ulong)seed });
        Assert.True(Cohorts.Meetings(plan).All(Cohorts.IsClean), $"seed {seed}");
        Assert.True(plan.Score <= plan.Bound && plan.Score >= plan.Bound * 0.999m, $"seed {seed}: {plan.Score} of {plan.Bound}");
    });

    [Fact]
    public void No_plan_is_above_the_bound_and_few_people_get_the_best() => Assert.All(Enumerable.Range(1, 25), seed =>
    {
        var people = Cohorts.Of(seed, 2, 2, 2);
        var plan = CoachingPlanner.Plan(new CoachingRequest(people, CoachingRequest.Everybody(3)));
        var score = new PairingScore(people, PairingWeights.Default);
        var pairings = ByTryingAll.Groupings([0, 1, 2, 3, 4, 5], trio: false)
            .Where(groups => groups.Count == 3 && groups.All(group => people[group[0]].Organisation != people[group[1]].Organisation))
            .Select(groups => (Pairs: groups.Select(group => (group[0], group[1])).ToHashSet(), Score: groups.Sum(group => score.Of(people[group[0]], people[group[1]]).Score)))
            .ToList();
        var best = (from one in pairings
                    from two in pairings
                    where !one.Pairs.Overlaps(two.Pairs)
                    from three in pairings
                    where !three.Pairs.Overlaps(one.Pairs) && !three.Pairs.Overlaps(two.Pairs)
                    select one.Score + two.Score + three.Score).Max();
        Assert.True(plan.Bound >= best, $"seed {seed}: a plan reaches {best}, the bound says {plan.Bound}.");
        Assert.True(plan.Score == best, $"seed {seed}: {best} is possible, {plan.Score} was found.");
    });

    [Theory]
    [InlineData(25, 8, true)]
    [InlineData(9, 3, true)]
    [InlineData(7, 6, false)]
    [InlineData(47, 5, true)]
    public void An_odd_number_is_placed_with_one_trio_and_nobody_is_in_it_twice_before_everybody_was_once(int people, int rounds, bool clean) =>
        Assert.All(Enumerable.Range(1, Sample.Of(1, all: 2)), seed =>
        {
            var cohort = Cohorts.Of(seed, [.. Enumerable.Repeat(3, people / 3), .. Enumerable.Repeat(1, people % 3)]);
            var plan = CoachingPlanner.Plan(new CoachingRequest(cohort, CoachingRequest.Everybody(rounds)) { Seed = (ulong)seed });
            var times = cohort.ToDictionary(person => person.Id, _ => 0);
            foreach (var round in plan.Rounds)
            {
                Assert.Empty(round.LeftOut);
                var trio = Assert.Single(round.Groups, group => group.People.Count == 3).People;
                var waiting = times.Values.Count(count => count == times.Values.Min());
                Assert.Equal(Math.Min(3, waiting), trio.Count(id => times[id] == times.Values.Min()));
                foreach (var id in trio)
                {
                    times[id]++;
                }
            }

            Assert.True(!clean || Cohorts.Meetings(plan).All(Cohorts.IsClean), $"seed {seed}");
        });

    [Theory]
    [InlineData(1, "p0.0", "p1.0", "p2.0")]
    [InlineData(0, "p0.0", "p1.0")]
    public void All_three_of_a_trio_have_met(int repeats, params string[] group)
    {
        var plan = CoachingPlanner.Plan(
            new CoachingRequest(Cohorts.Of(1, 1, 1, 1, 1), CoachingRequest.Everybody(1)) { History = [new PastRound([group])] });
        Assert.Equal(repeats, Cohorts.Meetings(plan).Sum(why => why.MetBefore));
    }

    [Fact]
    public void Colleagues_meet_only_as_often_as_cannot_be_avoided()
    {
        var people = Cohorts.Of(1, 8, 4);
        var plan = CoachingPlanner.Plan(new CoachingRequest(people, CoachingRequest.Everybody(4)));
        Assert.Equal(4 * 2, Cohorts.Meetings(plan).Count(why => why.Fit.SameOrganisation));
        Assert.Equal(0, Cohorts.Meetings(plan).Count(why => why.MetBefore > 0));
        Assert.All(plan.Rounds, round => Assert.Equal(new Shortage(12, 8, 4, "o0", 8), round.Shortage));
    }

    [Fact]
    public void Nobody_meets_again_before_every_alternative_is_used_up()
    {
        var people = Cohorts.Of(1, 2, 2, 2);
        var plan = CoachingPlanner.Plan(new CoachingRequest(people, CoachingRequest.Everybody(6)));
        var times = Cohorts.Meetings(plan).CountBy(why => (why.Fit.First, why.Fit.Second)).ToList();
        Assert.Equal(18, times.Sum(pair => pair.Value));
        Assert.All(Cohorts.Meetings(plan), why => Assert.False(why.Fit.SameOrganisation));
        Assert.Equal(12, times.Count);
        Assert.All(times, pair => Assert.InRange(pair.Value, 1, 2));
    }

    [Fact]
    public void The_same_request_gives_the_same_plan()
    {
        var people = Cohorts.Equal(3, 6, 4);
        string Plan(ulong seed) => string.Join(' ', CoachingPlanner.Plan(new CoachingRequest(people, CoachingRequest.Everybody(5)) { Seed = seed })
            .Rounds.SelectMany(round => round.Groups).SelectMany(group => group.People));
        Assert.Equal(Plan(7), Plan(7));
        Assert.Contains(Enumerable.Range(8, 5), seed => Plan((ulong)seed) != Plan(7));
    }

    [Fact]
    public void A_broken_caller_hears_of_it()
    {
        Profile[] people = [Cohorts.Person("a", "o"), Cohorts.Person("b", "o")];
        Assert.Throws<ArgumentException>(() => CoachingPlanner.Plan(new CoachingRequest([.. people, people[0]], [])));
        Assert.Throws<ArgumentException>(() => CoachingPlanner.Plan(new CoachingRequest(people, [new RoundAhead(["c"])])));
        Assert.Throws<ArgumentException>(() => CoachingPlanner.Plan(new CoachingRequest(people, CoachingRequest.Everybody(CoachingRequest.RoundsMax + 1))));
    }

    [Fact]
    public void Nothing_to_plan_is_planned()
    {
        Assert.Empty(CoachingPlanner.Plan(new CoachingRequest([], [])).Rounds);
        Assert.Empty(CoachingPlanner.Plan(new CoachingRequest([], CoachingRequest.Everybody(2))).Rounds.SelectMany(round => round.Groups));
        var alone = CoachingPlanner.Plan(new CoachingRequest([Cohorts.Person("a", "o")], CoachingRequest.Everybody(2)));
        Assert.All(alone.Rounds, round => Assert.Equal(LeftOutReason.NobodyElse, Assert.Single(round.LeftOut).Reason));
    }
}
