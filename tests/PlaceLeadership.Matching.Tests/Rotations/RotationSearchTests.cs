using CsCheck;
using PlaceLeadership.Matching.Rotations;

namespace PlaceLeadership.Matching.Tests.Rotations;

public sealed class RotationSearchTests
{
    [Theory]
    [InlineData("planted_n025_g05_p5_r5", 5, 5)]
    [InlineData("planted_n040_g08_p5_r8", 5, 8)]
    [InlineData("planted_n046_g08_p6_r8", 6, 8)]
    [InlineData("planted_n054_g09_p6_r9", 6, 9)]
    [InlineData("planted_n061_g11_p6_r11", 6, 11)]
    [InlineData("planted_n072_g09_p8_r9", 8, 9)]
    [InlineData("planted_n100_g13_p8_r13", 8, 13)]
    [InlineData("planted_n200_g29_p7_r29", 7, 29)]
    public void Nobody_meets_twice_and_no_colleagues_meet_where_such_a_plan_is_known(string name, int size, int rounds)
    {
        int?[] organisations =
        [
            .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Rotations", "Samples", name + ".people.csv")).Skip(1)
                .Select(line => (int?)int.Parse(line.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture)),
        ];
        Gen.Shuffle(organisations).Sample(shuffled =>
        {
            var problem = new RotationProblem(shuffled, size, rounds);
            var plan = Plan(problem);
            AssertIsValid(problem, plan);
            Assert.Equal(new RotationWorth(rounds, 0, 0), plan.Worth(problem));
            Assert.All(plan.Rounds, round => Assert.All(round.CountBy(group => group), group => Assert.True(group.Value >= (problem.People / problem.Groups))));
        }, iter: 3);
    }

    [Theory]
    [InlineData(5, 5, 6)]
    [InlineData(7, 5, 7)]
    [InlineData(7, 7, 8)]
    [InlineData(8, 4, 9)]
    [InlineData(8, 5, 8)]
    [InlineData(8, 7, 8)]
    [InlineData(8, 8, 9)]
    [InlineData(9, 3, 13)]
    [InlineData(9, 8, 9)]
    public void Golfers_play_as_many_weeks_as_are_known(int groups, int size, int weeks)
    {
        var problem = new RotationProblem(new int?[groups * size], size, weeks);
        var plan = Plan(problem);
        AssertIsValid(problem, plan);
        Assert.Equal(new RotationWorth(weeks, 0, 0), plan.Worth(problem));
    }

    [Fact]
    public void Any_people_get_a_plan_of_as_few_groups_as_the_size_allows() => (
        from people in Gen.Int[1, 24]
        from organisations in Gen.Int[0, 5].Array[people]
        from size in Gen.Int[2, 7]
        from rounds in Gen.Int[1, 3]
        select new RotationProblem([.. organisations.Select(id => id == 0 ? null : (int?)id)], size, rounds)).Sample(
        problem =>
        {
            var plan = Plan(problem);
            AssertIsValid(problem, plan);
            Assert.Equal(plan.Rounds, Plan(problem).Rounds);
            Assert.True(plan.Worth(problem).CleanRounds <= RotationSearch.CleanRoundsMax(problem));
        },
        iter: 15, print: problem => $"{string.Join(",", problem.OrganisationOf)} in groups of {problem.SizeMost}, {problem.Rounds} rounds");

    [Fact]
    public void Without_time_there_is_still_a_plan_of_all_rounds()
    {
        var problem = new RotationProblem(new int?[30], 5, 12);
        AssertIsValid(problem, RotationSearch.Run(problem, 1, TimeSpan.Zero, TimeProvider.System));
    }

    [Fact]
    public void An_organisation_larger_than_the_number_of_groups_rules_out_a_clean_round() =>
        Assert.Equal(0, RotationSearch.CleanRoundsMax(new RotationProblem([1, 1, 1, 2, 3, 4], 3, 2)));

    [Fact]
    public void Repeats_and_colleagues_are_counted()
    {
        var problem = new RotationProblem([1, null, 2, 2], 2, 3);
        var plan = new RotationPlan([[0, 0, 1, 1], [0, 1, 0, 1], [1, 1, 0, 0]]);
        Assert.Equal(new RotationWorth(0, 2, 2), plan.Worth(problem));
    }

    private static RotationPlan Plan(RotationProblem problem) => RotationSearch.Run(problem, 1, TimeSpan.MaxValue, TimeProvider.System, plansMost: 1);

    private static void AssertIsValid(RotationProblem problem, RotationPlan plan)
    {
        Assert.Equal(problem.Rounds, plan.Rounds.Count);
        Assert.All(plan.Rounds, round =>
        {
            Assert.Equal(problem.People, round.Count);
            Assert.All(round, group => Assert.InRange(group, 0, problem.Groups - 1));
            Assert.All(round.CountBy(group => group), group => Assert.True(group.Value <= problem.SizeMost));
        });
    }
}
