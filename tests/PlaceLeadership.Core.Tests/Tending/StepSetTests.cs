using CsCheck;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Tests.Tending;

public sealed class StepSetTests
{
    private static readonly Gen<int[]> Places = Gen.Int[0, StepSet.Capacity - 1].Array[0, 60];

    [Fact]
    public void A_set_of_steps_holds_what_a_set_of_numbers_would() => Gen.Select(Places, Places).Sample((added, removed) =>
    {
        var expected = added.Except(removed).ToHashSet();
        var set = removed.Aggregate(added.Aggregate(StepSet.Empty, (set, place) => set.With(place)), (set, place) => set.Without(place));
        var other = removed.Aggregate(StepSet.Empty, (set, place) => set.With(place));

        Assert.Equal(Enumerable.Range(0, StepSet.Capacity).Where(expected.Contains), Enumerable.Range(0, StepSet.Capacity).Where(set.Contains));
        Assert.Equal(set, added.Aggregate(StepSet.Empty, (all, place) => all.With(place)).Except(other));
        Assert.Equal(expected.Count == 0 ? -1 : expected.Min(), set.First());
        Assert.Equal(expected.Count == 0, set.IsEmpty);
        Assert.Equal(expected.Order(), EachOf(set));
    });

    private static List<int> EachOf(StepSet set)
    {
        var places = new List<int>();
        foreach (var place in set)
        {
            places.Add(place);
        }

        return places;
    }
}
