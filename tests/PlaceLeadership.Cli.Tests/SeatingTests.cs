using System.Text.Json;

namespace PlaceLeadership.Cli.Tests;

public sealed class SeatingTests
{
    private const string Header = "Name,E-mail,Organisation,Sector,Working pattern,Access needs\n";

    private static readonly string Demo = Path.Combine(AppContext.BaseDirectory, "roster.csv");

    [Fact]
    public async Task The_sample_roster_is_seated_with_nobody_left_out_and_each_set_says_why_it_is_good()
    {
        using var folder = new TemporaryFolder();
        var run = (await CommandRun.OfAsync(
            "sets", "--people", Demo, "--size", "6", "--steps", "3000000", "--explain", "--out", folder["sets.csv"])).EndedWith(0);
        Assert.Contains("48 people in 8 sets, every rule kept.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Access, for the facilitator: Gwendolyn Frost: Hearing loop", run.Output, StringComparison.Ordinal);
        Assert.Equal(8, run.Output.Split("All work: ").Length - 1);
        Assert.Contains("The least diverse is set ", run.Output, StringComparison.Ordinal);
        Assert.Contains("“hours in common” costs", run.Output, StringComparison.Ordinal);
        Assert.Contains("No difference to these people: “online only and in person only apart”", run.Output, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(folder["sets.csv"]);
        Assert.Equal("set,name,email,organisation,sector", lines[0]);
        var emails = (await File.ReadAllLinesAsync(Demo)).Skip(1).Select(line => line.Split(',')[1]).Order(StringComparer.Ordinal);
        Assert.Equal(emails, lines.Skip(1).Select(line => line.Split(',')[2]).Order(StringComparer.Ordinal));
        Assert.All(lines.Skip(1).GroupBy(line => line.Split(',')[0]), set => Assert.Equal(6, set.Select(line => line.Split(',')[3]).Distinct().Count()));
    }

    [Fact]
    public async Task A_script_gets_the_same_diversity_and_sets_each_time()
    {
        string[] args = ["sets", "--people", Demo, "--steps", "100000", "--seed", "7", "--json"];
        var (one, other) = ((await CommandRun.OfAsync(args)).EndedWith(0).Output, (await CommandRun.OfAsync(args)).EndedWith(0).Output);
        Assert.Equal(one, other);
        using var document = JsonDocument.Parse(one);
        var root = document.RootElement;
        Assert.Equal(8, root.GetProperty("sets").GetArrayLength());
        Assert.Equal(root.GetProperty("sets").EnumerateArray().Sum(set => set.GetProperty("diversity").GetInt64()), root.GetProperty("diversity").GetInt64());
    }

    [Fact]
    public async Task Pairs_in_the_file_are_kept_apart_by_name_or_address()
    {
        using var folder = new TemporaryFolder();
        var apart = folder.Write("apart.csv", "person,not with\nHelena Marchbank,yasmin.colebrook@example.org\n\nhelena.marchbank@example.org,Emil Baxendale\n");
        (await CommandRun.OfAsync("sets", "--people", Demo, "--steps", "3000000", "--apart", apart, "--out", folder["sets.csv"])).EndedWith(0);
        var setOf = (await File.ReadAllLinesAsync(folder["sets.csv"])).Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[1], cells => cells[0]);
        Assert.NotEqual(setOf["Helena Marchbank"], setOf["Yasmin Colebrook"]);
        Assert.NotEqual(setOf["Helena Marchbank"], setOf["Emil Baxendale"]);
    }

    [Fact]
    public async Task Every_mistake_in_the_pairs_is_told_with_its_line()
    {
        using var folder = new TemporaryFolder();
        var apart = folder.Write("apart.csv", "person,not with\nHelena Marchbank,Nobody Known\nHelena Marchbank\nHelena Marchbank,helena.marchbank@example.org\n");
        var run = (await CommandRun.OfAsync("sets", "--people", Demo, "--apart", apart, "--out", folder["sets.csv"])).EndedWith(1);
        Assert.Contains("apart.csv:2: 'Nobody Known' is nobody of the roster.", run.Error, StringComparison.Ordinal);
        Assert.Contains("apart.csv:3: There are 1 people in this line.", run.Error, StringComparison.Ordinal);
        Assert.Contains("apart.csv:4: 'Helena Marchbank' and 'helena.marchbank@example.org' are the same person.", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["sets.csv"]));
    }

    [Fact]
    public async Task Rules_that_cannot_be_kept_are_named_with_a_way_out_that_works()
    {
        using var folder = new TemporaryFolder();
        string[] args = ["sets", "--people", Demo, "--steps", "100000", "--sectors", "4", "--out", folder["sets.csv"]];
        var run = (await CommandRun.OfAsync(args)).EndedWith(1);
        Assert.Contains("There are no sets that keep every rule.", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["sets.csv"]));
        var way = run.Output.Split('\n').First(line => line.Contains("--without", StringComparison.Ordinal));
        (await CommandRun.OfAsync([.. args, .. way[(way.IndexOf(": ", StringComparison.Ordinal) + 2)..].Trim().Split(' ')])).EndedWith(0);
        using var document = JsonDocument.Parse((await CommandRun.OfAsync([.. args, "--json"])).EndedWith(1).Output);
        Assert.True(document.RootElement.GetProperty("proven").GetBoolean());
        Assert.NotEqual(0, document.RootElement.GetProperty("without").GetArrayLength());
    }

    [Fact]
    public async Task Mistakes_of_the_roster_are_told_and_no_sets_are_formed()
    {
        using var folder = new TemporaryFolder();
        var roster = folder.Write("people.csv", Header + "Ann,ann.example.org,Vale Council,nowhere,,\n");
        var run = (await CommandRun.OfAsync("sets", "--people", roster)).EndedWith(1);
        Assert.Contains("people.csv, row 2, B (E-mail)", run.Output, StringComparison.Ordinal);
        Assert.Contains("No sets were formed.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_a_spreadsheet_would_take_for_a_formula_is_written_as_text()
    {
        using var folder = new TemporaryFolder();
        var rows = Enumerable.Range(0, 5).Select(number => $"N{number},{(number == 2 ? "=n2" : $"n{number}")}@example.org,Organisation {number},{(number % 2 == 0 ? "nhs" : "council")},,\n");
        (await CommandRun.OfAsync("sets", "--people", folder.Write("people.csv", Header + string.Concat(rows)), "--out", folder["sets.csv"])).EndedWith(0);
        var text = await File.ReadAllTextAsync(folder["sets.csv"]);
        Assert.Contains("'=n2@example.org", text, StringComparison.Ordinal);
        Assert.Contains(",n3@example.org", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Give the people with --people FILE, or numbers with --mdgp FILE: one of the two.")]
    [InlineData("Give the people with --people FILE, or numbers with --mdgp FILE: one of the two.", "--people", "a.csv", "--mdgp", "b.txt")]
    [InlineData("--forbid goes with --mdgp only.", "--people", "a.csv", "--forbid", "b.txt")]
    [InlineData("--apart goes with --people only.", "--mdgp", "a.txt", "--apart", "b.csv")]
    [InlineData("--size takes a number from 4 to 8.", "--people", "a.csv", "--size", "9")]
    [InlineData("--hours takes a number from 1 to 10.", "--people", "a.csv", "--hours", "0")]
    [InlineData("--seconds takes a number from 0 to 86400, such as 0.5.", "--people", "a.csv", "--seconds", "soon")]
    public async Task A_wrong_command_line_says_how_it_is_right(string sentence, params string[] args) =>
        Assert.Contains(sentence, (await CommandRun.OfAsync(["sets", .. args])).EndedWith(2).Error, StringComparison.Ordinal);
}
