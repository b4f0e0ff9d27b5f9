using CsCheck;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Matching.Tests.Sets;

public sealed class SetRuleTests
{
    [Fact]
    public void Every_small_cohort_with_a_rule_gets_the_best_division_there_is() => Chosen.ProblemWithRule(peopleMost: 8).Sample(
        problem =>
        {
            var (known, found) = (Chosen.Best(problem), Search(problem, steps: 1).Worth);
            Assert.Equal((known.Violations, known.Diversity), (found.Violations, found.Diversity));
        },
        iter: 60);

    // Always the same cohorts, for the reason given in SetSearchTests.
    [Fact]
    public void The_search_finds_the_best_division_of_nearly_all_small_cohorts_with_a_rule()
    {
        var best = 0;
        for (var number = 1u; number <= 100; number++)
        {
            var problem = Chosen.ProblemWithRule(peopleMost: 8).Generate(new PCG(2, number), null, out _);
            var known = Chosen.Best(problem);
            var found = SetSearch.Run(problem, SearchLimits.After(400_000, 1) with { Enough = known }, TimeProvider.System).Worth;
            Assert.True(known.Violations == found.Violations, $"Cohort {number}: {found} instead of {known}.");
            best += known.Diversity == found.Diversity ? 1 : 0;
        }

        Assert.InRange(best, 99, 100);
    }

    [Fact]
    public void What_a_division_is_worth_says_how_often_its_sets_break_the_rule() => Chosen.ProblemWithRule(peopleMost: 30).Sample(
        problem =>
        {
            var formed = Search(problem, steps: 20_000);
            var broken = Enumerable.Range(0, problem.Sizes.Count).Sum(set =>
                problem.Rule!.Broken([.. Enumerable.Range(0, problem.People).Where(person => formed.SetOf[person] == set)]));
            Assert.Equal(broken, formed.Worth.Broken);
            Assert.Equal(broken + formed.Worth.Forbidden, formed.Worth.Violations);
        },
        iter: 60);

    [Fact]
    public void A_kept_rule_comes_before_any_diversity()
    {
        // 0 and 1 are marked and belong to each other by their diversity.
        int[] diversity = [0, 900, 1, 1, 900, 0, 1, 1, 1, 1, 0, 900, 1, 1, 900, 0];
        var problem = new SetsProblem(4, diversity, SetSize.Balanced(4, 2), [], new SomeMarked([true, true, false, false], 1));
        var formed = Search(problem, steps: 20_000);
        Assert.Equal(new SetsWorth(0, 2), formed.Worth);
        Assert.NotEqual(formed.SetOf[0], formed.SetOf[1]);
    }

    [Fact]
    public void A_search_from_a_division_ends_with_nothing_worse() => (
        from problem in Chosen.ProblemWithRule(peopleMost: 30)
        from seed in Gen.ULong
        from steps in Gen.Int[0, 10_000]
        select (problem, seed, steps)).Sample(
        drawn =>
        {
            var start = SetSearch.Run(drawn.problem, SearchLimits.After(0, drawn.seed), TimeProvider.System);
            var found = SetSearch.Run(drawn.problem, start.SetOf, SearchLimits.After(drawn.steps, 1), TimeProvider.System);
            Assert.False(start.Worth.IsBetterThan(found.Worth));
        },
        iter: 60);

    [Fact]
    public void The_best_division_is_kept_when_the_search_begins_with_it()
    {
        int[] diversity = [0, 9, 1, 1, 9, 0, 1, 1, 1, 1, 0, 9, 1, 1, 9, 0];
        var problem = new SetsProblem(4, diversity, SetSize.Balanced(4, 2), []);
        Assert.Equal([1, 1, 0, 0], SetSearch.Run(problem, [1, 1, 0, 0], SearchLimits.After(10_000, 1), TimeProvider.System).SetOf);
    }

    [Theory]
    [InlineData(new[] { 0, 0, 1 })]
    [InlineData(new[] { 0, 0, 0, 1 })]
    [InlineData(new[] { 0, 0, 1, 2 })]
    public void A_start_that_is_no_division_of_these_people_is_a_mistake_of_the_caller(int[] start)
    {
        var problem = new SetsProblem(4, new int[16], SetSize.Balanced(4, 2), []);
        Assert.Throws<ArgumentException>(() => SetSearch.Run(problem, start, SearchLimits.After(1, 1), TimeProvider.System));
    }

    private static FormedSets Search(SetsProblem problem, long steps) =>
        SetSearch.Run(problem, SearchLimits.After(steps, 1), TimeProvider.System);
}
