using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Places;

public sealed class SampleRosterTests
{
    private static readonly RosterReading Sample = RosterReader.Read(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Demo", "roster.csv")), "roster.csv");

    [Fact]
    public void The_sample_roster_has_48_people_in_eight_organisations_of_the_four_sectors_of_a_place()
    {
        Assert.Empty(Sample.Problems);
        Assert.Empty(Sample.Notes);
        Assert.Equal(48, Sample.Rows.Count);
        var organisations = Sample.Rows.GroupBy(row => (row.Entry.Sector, row.Entry.Organisation)).ToList();
        Assert.Equal(Enumerable.Repeat(6, 8), organisations.Select(people => people.Count()));
        Assert.Equal(
            [(Sectors.Council, 2), (Sectors.Nhs, 2), (Sectors.Police, 2), (Sectors.Community, 2)],
            organisations.GroupBy(organisation => organisation.Key.Sector).Select(sector => (sector.Key, sector.Count())));
    }

    [Fact]
    public void Nobody_in_the_sample_roster_can_be_written_to() =>
        Assert.All(Sample.Rows, row => Assert.EndsWith("@example.org", row.Entry.Email, StringComparison.Ordinal));

    [Fact]
    public void Line_managers_in_the_sample_roster_are_within_the_organisation()
    {
        var people = Sample.Rows.ToDictionary(row => row.Entry.Name, row => row.Entry.Organisation);
        var managed = Sample.Rows.Where(row => row.Entry.LineManager is not null).ToList();

        Assert.NotEmpty(managed);
        Assert.All(managed, row => Assert.Equal(row.Entry.Organisation, people[row.Entry.LineManager!]));
    }

    [Fact]
    public void The_sample_roster_shows_every_level_and_a_variety_of_patterns_hours_and_needs()
    {
        Assert.Equal(5, Sample.Rows.Select(row => row.Entry.Level).Distinct().Count(level => level is not null));
        Assert.True(Sample.Rows.Select(row => row.Entry.Pattern).Distinct().Count() > 20);
        Assert.Equal(Enumerable.Range(8, 10), Sample.Rows.Select(row => row.Entry.PreferredHour).Distinct().Order());
        Assert.Equal(6, Sample.Rows.Count(row => row.Entry.AccessNeeds is not null));
        Assert.All(Sample.Rows, row => Assert.Equal(Language.English, row.Entry.Language));
    }
}
