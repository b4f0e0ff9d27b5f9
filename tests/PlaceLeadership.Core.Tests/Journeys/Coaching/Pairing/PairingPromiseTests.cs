using PlaceLeadership.Core.Journeys.Coaching.Pairing;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Matching.Pairs;

namespace PlaceLeadership.Core.Tests.Journeys.Coaching.Pairing;

public sealed class PairingPromiseTests
{
    [Theory]
    [InlineData(48, 44, 21)]
    [InlineData(2, 1, 1)]
    [InlineData(60, 30, 1)]
    [InlineData(60, 29, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(47, 25, 1)]
    [InlineData(47, 24, 0)]
    [InlineData(47, 43, 10)]
    public void So_many_rounds_are_certain(int people, int partners, int rounds) =>
        Assert.Equal(rounds, PairingPromise.Of(people, partners).Rounds);

    [Fact]
    public void The_promise_holds_however_the_rounds_before_are_chosen()
    {
        var kept = 0;
        Assert.All(Enumerable.Range(1, 150), seed =>
        {
            var random = new Random(seed);
            var people = Cohorts.Of(seed, [.. Enumerable.Range(0, random.Next(3, 9)).Select(_ => random.Next(1, 4))]);
            (string, string)[] apart =
                [.. from one in people from other in people where random.Next(20) == 0 && one.Id != other.Id select (one.Id, other.Id)];
            var promise = PairingPromise.Of(people, apart, []);
            List<PastRound> history = [];
            for (var round = 0; round < promise.Rounds; round++)
            {
                kept++;
                var plan = CoachingPlanner.Plan(new CoachingRequest(people, CoachingRequest.Everybody(1)) { Apart = apart, History = history });
                Assert.True(plan.Rounds[0].LeftOut.Count == 0, $"seed {seed}, round {round + 1}: somebody is left out.");

                // A trio is chosen fairly before it is chosen without repeats, so for odd numbers another one may be needed.
                Assert.True(people.Count % 2 == 1 || Cohorts.Meetings(plan).All(Cohorts.IsClean), $"seed {seed}, round {round + 1}: a repeat or colleagues.");
                Assert.True(PairingPromise.Of(people, apart, history).Rounds >= promise.Rounds - round * (1 + (people.Count % 2)), $"seed {seed}, round {round + 1}");
                history.Add(new PastRound(AnyRound(people, apart, history, random)));
            }

        });
        Assert.True(kept > 100, $"Only {kept} rounds were promised.");
    }

    [Fact]
    public void One_partner_fewer_than_half_and_nothing_is_certain()
    {
        var people = Cohorts.Of(1, 1, 1, 1, 1, 1, 1);
        (string, string)[] apart = [.. from one in people.Take(3) from other in people.Skip(3) select (one.Id, other.Id)];
        Assert.Equal(new PairingPromise(6, 2, 0), PairingPromise.Of(people, apart, []));
        var round = CoachingPlanner.Plan(new CoachingRequest(people, CoachingRequest.Everybody(1)) { Apart = apart }).Rounds[0];
        Assert.NotEmpty(round.LeftOut);
    }

    [Fact]
    public void A_manager_reads_a_sentence()
    {
        Assert.StartsWith("At least 21 rounds without a repeat are certain: everybody may still meet 44 or more of the 47 others", PairingPromise.Of(48, 44).Sentence, StringComparison.Ordinal);
        Assert.StartsWith("At least 1 round without a repeat is certain", PairingPromise.Of(2, 1).Sentence, StringComparison.Ordinal);
        Assert.StartsWith("No number of rounds without a repeat is certain", PairingPromise.Of(10, 3).Sentence, StringComparison.Ordinal);
    }

    /// <summary>A clean round by chance: with random weights, so not one that the planner would choose.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> AnyRound(
        IReadOnlyList<Profile> people, (string, string)[] apart, IReadOnlyList<PastRound> history, Random random)
    {
        bool Met(string one, string other) => history.SelectMany(round => round.Groups).Any(group => group.Contains(one) && group.Contains(other));
        var graph = new PairGraph(people.Count,
        [
            .. from one in Enumerable.Range(0, people.Count)
               from other in Enumerable.Range(one + 1, people.Count - one - 1)
               let ids = (One: people[one].Id, Other: people[other].Id)
               where people[one].Organisation != people[other].Organisation && !apart.Contains(ids) && !apart.Contains((ids.Other, ids.One)) && !Met(ids.One, ids.Other)
               select new WeightedPair(one, other, random.Next(1000)),
        ]);
        if (people.Count % 2 == 0)
        {
            var pairing = BestPairing.Find(graph, PairingAim.PairsFirst).Pairing;
            Assert.Empty(pairing.Alone);
            return [.. pairing.Pairs.Select(pair => new[] { people[pair.Low].Id, people[pair.High].Id })];
        }

        var trio = TrioPairing.Find(graph);
        Assert.NotNull(trio);
        return [.. trio.Pairing.Pairs.Select(pair => new[] { people[pair.Low].Id, people[pair.High].Id }), trio.Trio.Select(person => people[person].Id).ToArray()];
    }
}
