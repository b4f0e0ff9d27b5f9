using CsCheck;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Matching.Sets;
using Seats = PlaceLeadership.Core.Journeys.LearningSets.Seating.SetFormation;

namespace PlaceLeadership.Core.Tests.Journeys.LearningSets.Seating;

public sealed class RepairTests
{
    private static readonly Gen<RepairRequest> SmallRequest =
        from people in Town.People(9, 12)
        from rules in Town.Rules
        from light in Gen.Frequency((1, Gen.Const(false)), (3, Gen.Const(true)))
        from setOf in Gen.Int[0, 1].Array[people.Count]
        from change in Gen.Int[0, 9].Array[people.Count]
        let sets = Enumerable.Range(0, 2).Select(set => (IReadOnlyList<string>)
            [.. people.Where((_, person) => setOf[person] == set && change[person] > 1).Select(person => person.Id)]).ToList()
        let seated = people.Where((_, person) => change[person] > 1).ToList()
        select new RepairRequest(people, sets, SearchLimits.After(20_000_000, 1))
        {
            Rules = light ? rules.Relaxed(SeatingRule.CommonTime, SeatingRule.Organisations, SeatingRule.Access) : rules,
            Leaving = [.. people.Where((_, person) => change[person] == 2).Select(person => person.Id)],
            Declining = [.. people.Where((_, person) => change[person] == 3).Select(person => person.Id)],
        };

    [Fact]
    public void Small_cohorts_are_mended_with_the_fewest_moves_and_then_the_most_diverse_sets() => SmallRequest.Sample(
        request =>
        {
            var (best, stretched) = (Best(request, 4, 8, sets: 3), false);
            if (best is null)
            {
                (best, stretched) = (Best(request, 3, 9, sets: 2), true);
            }

            switch (SeatingRepair.Repair(request, TimeProvider.System))
            {
                case RepairResult.Repaired repaired:
                    Assert.True(repaired.FewestProven && repaired.BestProven);
                    Assert.Equal((best, stretched), ((repaired.MovedUnasked, repaired.Diversity), repaired.SizesStretched));
                    IsInOrder(request, repaired);
                    break;
                case RepairResult.NotRepaired not:
                    Assert.Null(best);
                    Assert.True(not.Proven);
                    break;
            }
        },
        iter: Sample.Of(15, all: 60), print: Print);

    [Fact]
    public void A_leaver_a_joiner_and_somebody_who_declines_move_nobody_else_where_nobody_has_to()
    {
        IReadOnlyList<Profile> people =
            [.. Enumerable.Range(0, 49).Select(number => Town.Person($"p{number}", $"o{number}", number % 2 == 0 ? Sectors.Council : Sectors.Nhs))];
        IReadOnlyList<IReadOnlyList<string>> formed =
            [.. people.SkipLast(1).Chunk(6).Select(set => (IReadOnlyList<string>)[.. set.Select(person => person.Id)])];
        var request = new RepairRequest(people, formed, SearchLimits.After(2_000_000, 1))
        {
            Leaving = [formed[2][0]],
            Declining = [formed[4][1]],
        };
        var repaired = Assert.IsType<RepairResult.Repaired>(SeatingRepair.Repair(request, TimeProvider.System));
        IsInOrder(request, repaired);
        Assert.True(repaired.BestProven);
        Assert.Equal(0, repaired.MovedUnasked);
        Assert.Equal([MoveCause.Declined, MoveCause.Joined], repaired.Moves.Select(move => move.Cause).Order());
        Assert.NotEqual(5, repaired.Moves.Single(move => move.Cause == MoveCause.Declined).To);
    }

    [Fact]
    public void Sets_that_keep_every_rule_stay_as_they_are()
    {
        var people = Town.County(48);
        var formed = Formed(people);
        var repaired = Assert.IsType<RepairResult.Repaired>(
            SeatingRepair.Repair(new RepairRequest(people, formed, SearchLimits.After(10_000, 1)), TimeProvider.System));
        Assert.Empty(repaired.Moves);
        Assert.Equal(formed, repaired.Sets.Select(set => set.Members));
    }

    [Fact]
    public void Whoever_moves_without_having_asked_is_told_why()
    {
        IReadOnlyList<Profile> people =
            [.. Enumerable.Range(0, 10).Select(number => Town.Person($"p{number}", $"o{number}", number is 3 or 4 or 8 or 9 ? Sectors.Community : Sectors.All[number % 3]))];
        IReadOnlyList<IReadOnlyList<string>> sets = [["p0", "p1", "p2", "p4", "p5", "p3", "p9"], ["p6", "p7", "p8"]];
        var request = new RepairRequest(people, sets, SearchLimits.After(1_000_000, 1)) { Rules = new() { Apart = [("p8", "p3")] } };
        var move = Assert.Single(Assert.IsType<RepairResult.Repaired>(SeatingRepair.Repair(request, TimeProvider.System)).Moves);
        Assert.Equal(
            "p9 goes from set 1 to set 2: otherwise set 2 would have 3 people and “nobody alone from the community” would be broken.".Replace("p9", move.Person, StringComparison.Ordinal),
            move.Say(Names.Ids));
    }

    [Fact]
    public void Who_declines_the_only_set_cannot_get_another_and_that_is_proven()
    {
        var people = Town.County(6);
        var request = new RepairRequest(people, [[.. people.Select(person => person.Id)]], SearchLimits.After(1_000_000, 1))
        {
            Declining = [people[2].Id],
            Rules = new SeatingRules().Relaxed(Enum.GetValues<SeatingRule>().Where(rule => rule != SeatingRule.Declined)),
        };
        Assert.True(Assert.IsType<RepairResult.NotRepaired>(SeatingRepair.Repair(request, TimeProvider.System)).Proven);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void A_large_cohort_with_many_changes_is_mended_and_what_is_not_proven_is_not_claimed(int each)
    {
        var people = Town.County(210);
        var formed = Formed([.. people.SkipLast(10)]);
        var request = new RepairRequest(people, formed, SearchLimits.After(400_000, 1))
        {
            Leaving = [.. formed.Take(5).SelectMany(set => set.Take(each))],
            Declining = [.. formed.Skip(5).Take(8).Select(set => set[0])],
        };
        var repaired = Assert.IsType<RepairResult.Repaired>(SeatingRepair.Repair(request, TimeProvider.System));
        IsInOrder(request, repaired);
        Assert.False(repaired.BestProven);
        Assert.InRange(repaired.MovedUnasked, 0, 20);
        Assert.Equal(repaired.Moves, Assert.IsType<RepairResult.Repaired>(SeatingRepair.Repair(request, TimeProvider.System)).Moves, (one, other) => one.Person == other.Person && one.To == other.To);
    }

    [Fact]
    public void A_request_that_contradicts_itself_is_a_mistake_of_the_caller()
    {
        var people = Town.County(5);
        string[] ids = [.. people.Select(person => person.Id)];
        var good = new RepairRequest(people, [ids], SearchLimits.After(1, 1));
        foreach (var wrong in new[] { good with { Sets = [ids, [ids[0]]] }, good with { Sets = [["nobody"]] }, good with { Declining = ["nobody"] } })
        {
            Assert.Throws<ArgumentException>(() => SeatingRepair.Repair(wrong, TimeProvider.System));
        }
    }

    private static IReadOnlyList<IReadOnlyList<string>> Formed(IReadOnlyList<Profile> people) =>
        [.. Assert.IsType<SeatingResult.Seated>(Seats.Form(new SeatingRequest(people, SearchLimits.After(1_000_000, 1)), TimeProvider.System)).Sets.Select(set => set.Members)];

    private static void IsInOrder(RepairRequest request, RepairResult.Repaired repaired)
    {
        var judge = JudgeOf(request, out var people);
        var setOf = repaired.Sets.SelectMany(set => set.Members.Select(id => (id, set.Number))).ToDictionary();
        Assert.Equal(people.Select(person => person.Id).ToHashSet(), setOf.Keys.ToHashSet());
        foreach (var set in repaired.Sets)
        {
            Assert.Empty(judge.Breaks([.. people.Where(person => setOf[person.Id] == set.Number)]));
            Assert.InRange(set.Members.Count, repaired.SizesStretched ? 3 : 4, repaired.SizesStretched ? 9 : 8);
        }

        var home = request.Sets.SelectMany((set, index) => set.Select(id => (id, index + 1))).ToDictionary();
        Assert.Equal(
            people.Where(person => home.GetValueOrDefault(person.Id) != setOf[person.Id]).Select(person => person.Id),
            repaired.Moves.Select(move => move.Person));
        Assert.All(repaired.Moves, move => Assert.Equal((home.GetValueOrDefault(move.Person), setOf[move.Person]), (move.From ?? 0, move.To)));
        Assert.All(
            repaired.Moves.Where(move => move.Cause == MoveCause.NeededElsewhere && repaired.FewestProven),
            move => Assert.NotEqual(0, move.Otherwise.Count + move.SizesOtherwise.Count));
    }

    // The third set is the new one; whoever did not ask and is not at home has moved.
    private static (int Moved, long Diversity)? Best(RepairRequest request, int least, int most, int sets)
    {
        var judge = JudgeOf(request, out var people);
        int[] home = [.. people.Select(person => request.Sets.Index().FirstOrDefault(set => set.Item.Contains(person.Id), (-1, [])).Index)];
        bool[] declines = [.. people.Select(person => request.Declining.Contains(person.Id))];
        (int Moved, long Diversity)? best = null;
        foreach (var setOf in Divisions.Of(people.Count, sets, size => size == 0 || (size >= least && size <= most)))
        {
            var moved = Enumerable.Range(0, home.Length).Count(person => home[person] >= 0 && !declines[person] && home[person] != setOf[person]);
            if (moved > (best?.Moved ?? int.MaxValue) || Enumerable.Range(0, home.Length).Any(person => declines[person] && home[person] == setOf[person]))
            {
                continue;
            }

            var division = Divisions.Sets(people, setOf, sets);
            if (division.All(set => judge.Breaks(set).Count == 0) && (moved, division.Sum(judge.Diversity)) is var mine
                && (best is not { } so || mine.moved < so.Moved || mine.Item2 > so.Diversity))
            {
                best = mine;
            }
        }

        return best;
    }

    private static Judge JudgeOf(RepairRequest request, out IReadOnlyList<Profile> people)
    {
        people = [.. request.People.Where(person => !request.Leaving.Contains(person.Id))];
        var rules = request.Rules with
        {
            Declined =
            [
                .. request.Rules.Declined,
                .. request.Declining.Select(id => new DeclinedSet(id, [.. request.Sets.Single(set => set.Contains(id)).Where(other => other != id)])),
            ],
        };
        return new Judge(people, rules, Math.Max(1, request.Sets.Count(set => set.Count > 0)), [.. request.People.Except(people)]);
    }

    private static string Print(RepairRequest request) =>
        $"{string.Join('\n', request.People)}\n{string.Join(" | ", request.Sets.Select(set => string.Join(' ', set)))}\n{request.Rules} leaving {string.Join(' ', request.Leaving)} declining {string.Join(' ', request.Declining)}";
}
