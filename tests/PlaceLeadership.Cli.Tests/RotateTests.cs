using System.Text.Json;

namespace PlaceLeadership.Cli.Tests;

public sealed class RotateTests
{
    [Fact]
    public async Task Rounds_are_written_in_which_nobody_meets_twice()
    {
        using var folder = new TemporaryFolder();
        var people = folder.Write("people.csv", "id,organisation\n" + string.Concat(Enumerable.Range(0, 9).Select(person => $"p{person},o{person % 3}\n")));
        var run = (await CommandRun.OfAsync("rotate", "--people", people, "--size", "3", "--rounds", "3", "--out", folder["plan.csv"])).EndedWith(0);
        Assert.Contains("Nobody meets somebody twice", run.Output, StringComparison.Ordinal);
        var rows = (await File.ReadAllLinesAsync(folder["plan.csv"])).Select(row => row.Split(',')).ToList();
        Assert.Equal(["round", "group", "id"], rows[0]);
        Assert.Equal(27, rows.Count - 1);
        var pairs = rows.Skip(1).GroupBy(row => (row[0], row[1]))
            .SelectMany(group => group.SelectMany(one => group.Select(other => (one[2], other[2])))).Where(pair => pair.Item1 != pair.Item2).ToList();
        Assert.Equal(pairs.Count, pairs.Distinct().Count());
    }

    [Fact]
    public async Task A_plan_that_cannot_do_without_colleagues_meeting_says_why()
    {
        using var folder = new TemporaryFolder();
        var people = folder.Write("people.csv", "id,organisation\n1,a\n2,a\n3,a\n4,b\n");
        string[] command = ["rotate", "--people", people, "--size", "2", "--rounds", "2", "--seconds", "0", "--out", folder["plan.csv"]];
        Assert.Contains("3 people are of one organisation and there are 2 groups", (await CommandRun.OfAsync(command)).EndedWith(0).Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse((await CommandRun.OfAsync([.. command, "--json"])).EndedWith(0).Output);
        Assert.Equal(0, document.RootElement.GetProperty("cleanRounds").GetInt32());
        var explained = (await CommandRun.OfAsync([.. command, "--explain"])).EndedWith(0).Output;
        var colleagues = explained.Split('\n').Where(line => line.Contains("are colleagues and meet in round ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, colleagues.Count);
        Assert.All(colleagues, sentence => Assert.DoesNotContain('4', sentence));
        Assert.Contains("Round 2: ", explained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_of_the_people_is_told_with_its_line()
    {
        using var folder = new TemporaryFolder();
        var people = folder.Write("people.csv", "id,organisation\n1,a\n,b\n1,c\n");
        string[] command = ["rotate", "--people", people, "--size", "2", "--rounds", "1", "--out", folder["plan.csv"]];
        var error = (await CommandRun.OfAsync(command)).EndedWith(1).Error;
        Assert.Contains("people.csv:3: There is no id", error, StringComparison.Ordinal);
        Assert.Contains("people.csv:4: '1' is already in line 2", error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["plan.csv"]));
    }

    [Fact]
    public async Task The_people_are_not_written_over()
    {
        using var folder = new TemporaryFolder();
        var people = folder.Write("people.csv", "id,organisation\n1,a\n2,b\n");
        var run = (await CommandRun.OfAsync("rotate", "--people", people, "--size", "2", "--rounds", "1", "--out", people)).EndedWith(2);
        Assert.Contains("--out is the file of --people, which would be lost.", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("id,organisation", await File.ReadAllTextAsync(people), StringComparison.Ordinal);
    }
}
