using CsCheck;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Matching.Tests.Sets;

public sealed class NoSetsTests
{
    [Fact]
    public void An_organisation_with_more_people_than_there_are_sets_is_named()
    {
        var none = Assert.IsType<NoSets.TooManyApart>(NoSets.For(SampleSets.Read("infeasible_n040_g06_bigorg10", balanced: false)));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 15, 17, 24, 27, 35, 37], none.Who);
        Assert.Equal(6, none.Sets);
    }

    [Fact]
    public void Too_many_and_too_few_places_are_told()
    {
        Assert.Equal(new NoSets.TooFewPlaces(3, 2), NoSets.For(new SetsProblem(3, new int[9], [new SetSize(1, 2)], [])));
        Assert.Equal(new NoSets.TooFewPeople(3, 4), NoSets.For(new SetsProblem(3, new int[9], [new SetSize(2, 3), new SetSize(2, 3)], [])));
    }

    [Fact]
    public void Whoever_is_told_that_there_are_no_sets_could_not_have_found_any() => Chosen.Problem(peopleMost: 8).Sample(
        problem =>
        {
            if (NoSets.For(problem) is NoSets.TooManyApart many)
            {
                Assert.All(Chosen.Pairs(many.Who.Count), pair => Assert.True(problem.MustBeApart(many.Who[pair.One], many.Who[pair.Other])));
                Assert.NotEqual(0, Chosen.Best(problem).Forbidden);
            }
        },
        iter: 100);
}
