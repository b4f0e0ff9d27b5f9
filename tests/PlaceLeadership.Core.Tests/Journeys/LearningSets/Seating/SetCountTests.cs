using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Core.Tests.Journeys.LearningSets.Seating;

public sealed class SetCountTests
{
    [Theory]
    [InlineData(48, 6, 8)]
    [InlineData(48, 5, 9)]
    [InlineData(50, 5, 10)]
    [InlineData(48, 8, 6)]
    [InlineData(50, 6, 8)]
    [InlineData(16, 6, 3)]
    [InlineData(11, 8, 2)]
    [InlineData(9, 6, 2)]
    [InlineData(8, 5, 1)]
    [InlineData(12, 4, 3)]
    [InlineData(4, 6, 1)]
    [InlineData(3, 6, 0)]
    public void There_are_as_many_sets_as_bring_sizes_nearest_to_what_was_asked(int people, int target, int sets) =>
        Assert.Equal(sets, SetCount.Sizes(people, target).Count);

    [Fact]
    public void Sets_have_five_to_eight_people_and_four_only_where_nothing_else_is_possible()
    {
        for (var people = SetCount.Least; people <= SetsProblem.PeopleMax; people++)
        {
            for (var target = SetCount.UsualLeast; target <= SetCount.Most; target++)
            {
                var sizes = SetCount.Sizes(people, target);
                Assert.All(sizes, size => Assert.InRange(size.Least, people is 4 or 9 ? 4 : 5, 8));
                Assert.All(sizes, size => Assert.InRange(size.Most, size.Least, Math.Min(8, size.Least + 1)));
                Assert.InRange(people, sizes.Sum(size => size.Least), sizes.Sum(size => size.Most));
            }
        }
    }
}
