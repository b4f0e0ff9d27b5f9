using PlaceLeadership.Core.Journeys.Coaching.Pairing;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Journeys.Coaching.Pairing;

public sealed class RematchTests
{
    [Fact]
    public void As_few_people_as_possible_get_a_new_partner() => Assert.All(Enumerable.Range(1, Sample.Of(80, all: 500)), seed =>
    {
        var random = new Random(seed);
        var everybody = Cohorts.Of(seed, random.Next(1, 4), random.Next(1, 4), random.Next(0, 3)).ToArray();
        var before = CoachingPlanner.Plan(new CoachingRequest(everybody, CoachingRequest.Everybody(1)) { Seed = (ulong)seed })
            .Rounds[0].Groups.Select(group => group.People).Where(_ => random.Next(6) > 0).ToList();
        var people = everybody.Where(_ => random.Next(7) > 0).ToArray();
        var declined = before.Where(_ => random.Next(3) == 0).Select(group => (group[0], group[^1])).ToArray();
        var repair = Rematch.Repair(new RematchRequest(people, before) { Declined = declined });

        var index = people.Index().ToDictionary(person => person.Item.Id, person => person.Index);
        var found = repair.Round.Groups.Select(group => group.People.Select(id => index[id]).ToArray()).ToList();
        bool Allowed(IReadOnlyList<int[]> groups) => groups.SelectMany(ByTryingAll.Pairs).All(pair =>
            !declined.Contains((people[pair.One].Id, people[pair.Other].Id)) && !declined.Contains((people[pair.Other].Id, people[pair.One].Id)));
        var best = ByTryingAll.Groupings([.. Enumerable.Range(0, people.Length)]).Where(Allowed).Max(groups => Worth(groups, people, before));
        Assert.True(Allowed(found), $"seed {seed}: a declined pair came back.");
        Assert.True(best == Worth(found, people, before), $"seed {seed}: {best} is possible, {Worth(found, people, before)} was found.");
        Assert.Equal(-best.NewPartner, repair.NewPartner.Count);
    });

    [Fact]
    public void A_round_in_which_nothing_happened_stays_as_it_is()
    {
        var people = Cohorts.Of(5, 4, 4, 3);
        var before = CoachingPlanner.Plan(new CoachingRequest(people, CoachingRequest.Everybody(2))).Rounds[1].Groups.Select(group => group.People).ToList();
        var repair = Rematch.Repair(new RematchRequest(people, before));
        Assert.Empty(repair.NewPartner);
        Assert.Equal(before, repair.Round.Groups.Select(group => group.People));
    }

    [Fact]
    public void Nobody_gets_a_colleague_only_because_that_moves_fewer_people()
    {
        var people = Cohorts.Of(2, 2, 1, 1, 1, 1);
        string[][] before = [["p0.0", "p1.0"], ["p0.1", "p2.0"], ["p3.0", "p4.0"]];
        var repair = Rematch.Repair(new RematchRequest([.. people.Where(person => person.Id is not ("p1.0" or "p2.0"))], before));
        Assert.Equal(4, repair.NewPartner.Count);
        Assert.DoesNotContain(repair.Round.Groups, group => group.People.Order(StringComparer.Ordinal).SequenceEqual(["p0.0", "p0.1"]));
    }

    [Fact]
    public void Two_pairs_who_both_decline_change_partners_and_nobody_else_notices()
    {
        var people = Cohorts.Of(2, 1, 1, 1, 1, 1, 1, 1, 1);
        string[][] before = [["p0.0", "p1.0"], ["p2.0", "p3.0"], ["p4.0", "p5.0"], ["p6.0", "p7.0"]];
        var repair = Rematch.Repair(new RematchRequest(people, before) { Declined = [("p1.0", "p0.0"), ("p2.0", "p3.0")] });
        Assert.Equal(["p0.0", "p1.0", "p2.0", "p3.0"], repair.NewPartner);
    }

    [Fact]
    public void A_joiner_makes_a_trio_and_the_next_one_takes_somebody_out_of_it()
    {
        var people = Cohorts.Of(2, 1, 1, 1, 1, 1, 1);
        var first = Rematch.Repair(new RematchRequest([.. people.Where(person => person.Id != "p5.0")], [["p0.0", "p1.0"], ["p2.0", "p3.0"]]));
        Assert.Equal(3, first.NewPartner.Count);
        Assert.Contains("p4.0", first.NewPartner);
        var second = Rematch.Repair(new RematchRequest(people, [.. first.Round.Groups.Select(group => group.People)]));
        Assert.Equal(2, second.NewPartner.Count);
        Assert.Contains("p5.0", second.NewPartner);
        Assert.Equal(3, second.Round.Groups.Count);
    }

    [Fact]
    public void The_two_who_remain_of_a_trio_go_on_as_a_pair()
    {
        var people = Cohorts.Of(2, 1, 1, 1, 1);
        var repair = Rematch.Repair(new RematchRequest(people, [["p0.0", "p1.0", "gone"], ["p2.0", "p3.0"]]));
        Assert.Empty(repair.NewPartner);
        Assert.Equal(2, repair.Round.Groups.Count);
    }

    [Fact]
    public void The_largest_cohort_with_the_largest_weights_is_mended()
    {
        const int most = PairingWeights.Largest;
        var people = Cohorts.Equal(1, 50, 10);
        IReadOnlyList<IReadOnlyList<string>> before = [.. people.OrderBy(person => person.Id[^1]).ThenBy(person => person.Id, StringComparer.Ordinal).Select(person => person.Id).Chunk(2)];
        var repair = Rematch.Repair(new RematchRequest([.. people.Where(person => person.Id != before[0][0] && person.Id != before[9][0])], before)
        {
            Weights = new PairingWeights(most, most, most, most, most, 100),
        });
        Assert.Equal([.. new[] { before[0][1], before[9][1] }.Order(StringComparer.Ordinal)], repair.NewPartner);
        Assert.Empty(repair.Round.LeftOut);
    }

    [Fact]
    public void A_broken_caller_hears_of_it()
    {
        var people = Cohorts.Of(2, 1, 1, 1);
        Assert.Throws<ArgumentException>(() => Rematch.Repair(new RematchRequest([.. people, people[0]], [])));
        Assert.Throws<ArgumentException>(() => Rematch.Repair(new RematchRequest(people, [["p0.0", "p1.0"], ["p0.0", "p2.0"]])));
    }

    private static (int Placed, int NewColleagues, int NewPartner, long DoubledScore) Worth(
        IReadOnlyList<int[]> groups, Profile[] people, IReadOnlyList<IReadOnlyList<string>> before)
    {
        var score = new PairingScore(people, PairingWeights.Default);
        bool Together(int one, int other) => before.Any(group => group.Contains(people[one].Id) && group.Contains(people[other].Id));
        return (
            groups.Sum(group => group.Length),
            -groups.SelectMany(ByTryingAll.Pairs).Count(pair =>
                people[pair.One].Organisation == people[pair.Other].Organisation && !Together(pair.One, pair.Other)),
            -groups.Sum(group => group.Count(one => group.Any(other => other != one && !Together(one, other)))),
            groups.Sum(group => ByTryingAll.Pairs(group).Sum(pair => score.Of(people[pair.One], people[pair.Other]).Score) * (group.Length == 2 ? 2 : 1)));
    }
}
