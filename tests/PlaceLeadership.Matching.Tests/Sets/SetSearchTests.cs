using CsCheck;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Matching.Tests.Sets;

public sealed class SetSearchTests
{
    private const long Enough = 400_000;

    [Fact]
    public void Every_small_cohort_gets_the_best_division_there_is() => Chosen.Problem(peopleMost: 8).Sample(
        problem => Assert.Equal(Chosen.Best(problem), Search(problem, steps: 1, seed: 1).Worth), iter: 100, print: Print);

    // These two numbers are asked of the search itself, which is not allowed to go through all divisions when it may stop
    // early. It proves nothing, so the cohorts are always the same and nearly all must get the best.
    [Fact]
    public void The_search_finds_the_best_division_of_nearly_all_small_cohorts_and_breaks_no_more_than_it_must()
    {
        var best = 0;
        for (var number = 1u; number <= 100; number++)
        {
            var problem = Chosen.Problem(peopleMost: 8).Generate(new PCG(1, number), null, out _);
            var known = Chosen.Best(problem);
            var limits = SearchLimits.After(Enough, 1) with { Enough = known };
            var found = SetSearch.Run(problem, limits, TimeProvider.System).Worth;
            Assert.True(known.Forbidden == found.Forbidden, $"Cohort {number}: {found} instead of {known}. {Print(problem)}");
            best += known == found ? 1 : 0;
        }

        Assert.InRange(best, 99, 100);
    }

    [Fact]
    public void Every_set_has_a_size_it_may_have_and_the_total_is_true() => Chosen.Problem(peopleMost: 40).Sample(
        problem =>
        {
            var formed = Search(problem, 30_000, seed: 2);
            Assert.Equal(problem.Worth(formed.SetOf), formed.Worth);
            Assert.All(problem.Sizes.Index(), size =>
                Assert.InRange(formed.SetOf.Count(set => set == size.Index), size.Item.Least, size.Item.Most));
        },
        iter: 60, print: Print);

    [Fact]
    public void The_same_seed_and_steps_give_the_same_sets_and_a_search_without_time_still_answers()
    {
        Chosen.Problem(peopleMost: 40).Sample(
            problem => Assert.Equal(Search(problem, 50_000, seed: 3).SetOf, Search(problem, 50_000, seed: 3).SetOf), iter: 20, print: Print);
        var problem = Chosen.Problem(peopleMost: 40).Single();
        var hurried = SetSearch.Run(problem, SearchLimits.For(TimeSpan.Zero, 1), TimeProvider.System);
        Assert.Equal(problem.People, hurried.SetOf.Count);
        Assert.Equal(0, hurried.Steps);
    }

    [Theory]
    [InlineData("set_n014_g02_o09", "free5to8", 305_000)]
    [InlineData("set_n014_g02_o09", "balanced", 295_500)]
    [InlineData("set_n016_g03_o08", "free5to8", 243_500)]
    [InlineData("set_n020_g03_o09", "free5to8", 424_500)]
    [InlineData("set_n020_g03_o09", "balanced", 414_500)]
    [InlineData("set_n030_g05_o10", "balanced", 522_000)]
    public void Programmes_get_the_best_known_sets_and_nobody_sits_with_somebody_they_must_not(string name, string sizes, long diversity)
    {
        var formed = Search(SampleSets.Read(name, sizes == "balanced"), Enough * 5, seed: 1);
        Assert.Equal(new SetsWorth(0, diversity), formed.Worth);
    }

    [Fact]
    public void Searches_abreast_give_the_best_of_what_each_gives() => Chosen.Problem(peopleMost: 40).Sample(
        problem =>
        {
            FormedSets[] alone = [.. Enumerable.Range(5, 3).Select(seed => Search(problem, 2_000, (ulong)seed))];
            var formed = SetSearch.RunAbreast(problem, SearchLimits.After(2_000, 5), 3, TimeProvider.System);
            Assert.Equal(alone.Sum(search => search.Steps), formed.Steps);
            Assert.DoesNotContain(alone, search => search.Worth.IsBetterThan(formed.Worth));
            Assert.Equal(alone.First(search => search.Worth == formed.Worth).SetOf, formed.SetOf);
        },
        iter: 60, print: Print);

    [Fact]
    public void Sizes_that_do_not_fit_the_people_are_a_mistake_of_the_caller()
    {
        var problem = new SetsProblem(3, new int[9], [new SetSize(1, 1), new SetSize(1, 1)], []);
        Assert.Contains("3 people do not fit", Assert.Throws<ArgumentException>(() => Search(problem, 1, seed: 1)).Message, StringComparison.Ordinal);
    }

    private static FormedSets Search(SetsProblem problem, long steps, ulong seed) =>
        SetSearch.Run(problem, SearchLimits.After(steps, seed), TimeProvider.System);

    private static string Print(SetsProblem problem) =>
        $"{problem.People} people, sizes {string.Join(", ", problem.Sizes)}, "
        + $"apart {string.Join(", ", Chosen.Pairs(problem.People).Where(pair => problem.MustBeApart(pair.One, pair.Other)))}";
}
