using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Places;

public sealed class LineManagementTests
{
    [Fact]
    public void A_line_reaches_two_levels_up_and_down_but_not_three_and_not_sideways()
    {
        var people = Profiles.Of(
        [
            Person("chief", null), Person("head", "chief@example.org"), Person("manager", "Head"),
            Person("nurse", "manager@example.org"), Person("porter", "MANAGER"), Person("stranger", "Somebody Else"),
        ]);
        var lines = new LineManagement(people);

        Assert.True(lines.Ties("nurse", "manager"));
        Assert.True(lines.Ties("head", "nurse"));
        Assert.True(lines.Ties("manager", "chief"));
        Assert.False(lines.Ties("nurse", "chief"));
        Assert.False(lines.Ties("nurse", "porter"));
        Assert.False(lines.Ties("stranger", "nurse"));
        Assert.True(new LineManagement([.. people.Where(person => person.Id != "manager")]).Ties("nurse", "head"));
        Assert.Equal("outside:somebodyelse", people[^1].LineManager);
    }

    private static (string Id, string Organisation, RosterEntry Entry) Person(string name, string? manager) => (
        name, "o1",
        new RosterEntry(
            name, $"{name}@example.org", "Borough Council", "council", "", null, manager, Language.English,
            WorkingPattern.FullWeek, 9, [], [], null));
}
