using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Places;

/// <summary>Colleagues are colleagues, however their organisation is typed.</summary>
public sealed class OrganisationSpellingTests
{
    private static readonly string[] Names =
    [
        "Vale Borough Council", "St Mary's NHS Trust", "Cyngor Ynys Môn", "Bread & Butter Food Bank", "Elmbridge-Vale Fire and Rescue", "N.H.S. Vale",
    ];

    private static readonly Func<string, string>[] Typings =
    [
        name => name.ToUpperInvariant(), name => name.ToLowerInvariant(), name => "The " + name, name => name + ".", name => name.Replace("'", "’", StringComparison.Ordinal),
        name => name.Replace("'", "", StringComparison.Ordinal), name => name.Replace("&", "and", StringComparison.Ordinal),
        name => name.Replace(" and ", " & ", StringComparison.Ordinal), name => name.Replace("-", "\u2013", StringComparison.Ordinal),
        name => name.Replace("-", " ", StringComparison.Ordinal), name => name.Replace(" ", "\u00A0", StringComparison.Ordinal),
        name => name.Replace(" ", "  ", StringComparison.Ordinal), name => name.Replace(" ", "", StringComparison.Ordinal), name => name.Insert(3, "\u00AD"),
        name => name.Insert(4, "\u200B"), name => "\u200E" + name, name => name.Replace("ô", "o\u0302", StringComparison.Ordinal),
        name => name.Replace("ô", "o", StringComparison.Ordinal), name => name.Replace(".", "", StringComparison.Ordinal), name => $" {name} ",
    ];

    [Fact]
    public void An_organisation_is_one_in_twenty_spellings()
    {
        foreach (var name in Names)
        {
            foreach (var (at, typing) in Typings.Index())
            {
                var reading = Two(name, typing(name));
                Assert.True(reading.Problems.Count == 0, $"typing {at} of “{name}”: {string.Join(' ', reading.Problems.Select(problem => problem.What))}");
                Assert.True(reading.Rows[0].Entry.Organisation == reading.Rows[1].Entry.Organisation, $"typing {at} of “{name}” is another organisation.");
            }
        }
    }

    [Theory]
    [InlineData("Vale Borough Council", "Vale BC")]
    [InlineData("Vale Borough Council", "VBC")]
    [InlineData("Vale Borough Council", "Vale Council")]
    [InlineData("Vale Borough Council", "Vale Borough Concil")]
    [InlineData("Vale Borough Council", "Vale Boro Council")]
    [InlineData("Vale Borough Council", "Council, Vale Borough")]
    [InlineData("Vale NHS Trust", "Vale NHS Foundation Trust")]
    [InlineData("Meadow Trust", "Meadows Trust")]
    [InlineData("Vale Council", "Vale Council (Parks)")]
    [InlineData("Vale Council", "Vale Council - Highways")]
    [InlineData("Vale Primary School", "Vale Primary")]
    public void Two_names_that_may_be_one_organisation_are_a_question(string one, string other)
    {
        var problem = RosterFiles.OnlyProblem(Two(one, other));
        Assert.Equal((3, "C (Organisation)"), (problem.Row, problem.Column));
        Assert.Equal($"{other} is not {one}", problem.Confirm);
        Assert.Empty(Two(one, other, new Confirmations([problem.Confirm!])).Problems);
        Assert.Empty(Two(one, other, new Confirmations([$"{one} is not {other}"])).Problems);
    }

    [Theory]
    [InlineData("Org A", "Org B")]
    [InlineData("Organisation 1", "Organisation 2")]
    [InlineData("East Vale Council", "West Vale Council")]
    [InlineData("Elmbridge Vale Council", "Elmbridge Vale Police")]
    [InlineData("Elmbridge Food Bank", "Eldermouth Food Bank")]
    [InlineData("St Mary's School", "St Mary's Church")]
    public void Two_organisations_that_only_look_alike_a_little_are_no_question(string one, string other) => Assert.Empty(Two(one, other).Problems);

    private static RosterReading Two(string one, string other, Confirmations? confirmed = null) => RosterReader.Read(
        System.Text.Encoding.UTF8.GetBytes($"Name,E-mail,Organisation,Sector\nAnn Lloyd,a@example.org,\"{one}\",council\nBryn Parry,b@example.org,\"{other}\",council\n"),
        "roster.csv", confirmed);
}
