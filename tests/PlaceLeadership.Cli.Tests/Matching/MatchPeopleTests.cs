using System.Text.Json;

namespace PlaceLeadership.Cli.Tests.Matching;

public sealed class MatchPeopleTests
{
    private const string Header = "Name,E-mail,Organisation,Sector,Line manager,Working pattern,Strengths offered,Growth sought\n";

    private const string Four = Header
        + "Nadia Farrow,nadia@example.org,Vale Trust,nhs,,\"Tue, Thu\",Listening,Influencing without authority\n"
        + "Tobias Ash,tobias@example.org,Vale Council,council,,Mon-Fri,Influencing without authority,\n"
        + "Rosa Pike,rosa@example.org,Vale Trust,nhs,,Mon-Fri,,\n"
        + "Owen Lark,owen@example.org,Vale Council,council,,Mon-Fri,,\n";

    [Fact]
    public async Task Rounds_go_to_a_file_that_is_the_history_of_the_next_time()
    {
        using var folder = new TemporaryFolder();
        var people = folder.Write("people.csv", Four);
        var first = (await CommandRun.OfAsync("match", "--people", people, "--out", folder["one.csv"])).EndedWith(0);
        Assert.Equal("round 1: cardinality 2 weight 780\nWritten to one.csv.\n", first.Output);
        Assert.Equal(
            [
                "round,first,second,third,why",
                "1,nadia@example.org,tobias@example.org,,\"Nadia Farrow wants to grow in influencing without authority, which Tobias Ash offers; they come from the NHS and the council and both work Tuesdays and Thursdays.\"",
                "1,owen@example.org,rosa@example.org,,Rosa Pike and Owen Lark come from the NHS and the council and both work Monday to Friday.",
            ],
            await File.ReadAllLinesAsync(folder["one.csv"]));

        var second = await JsonAsync(people, folder["two.csv"], "--history", folder["one.csv"]);
        Assert.Equal(2, second.GetProperty("rounds")[0].GetProperty("round").GetInt32());
        Assert.Equal(
            """[["nadia@example.org","owen@example.org"],["rosa@example.org","tobias@example.org"]]""",
            Flat(second.GetProperty("rounds")[0].GetProperty("pairs")));

        var third = await JsonAsync(people, folder["three.csv"], "--history", folder["one.csv"], "--history", folder["two.csv"]);
        Assert.Equal((3, 2), (third.GetProperty("rounds")[0].GetProperty("round").GetInt32(), third.GetProperty("rounds")[0].GetProperty("repeats").GetInt32()));
    }

    [Fact]
    public async Task Sums_are_over_the_rounds_and_no_pair_comes_twice()
    {
        using var folder = new TemporaryFolder();
        var found = await JsonAsync(Roster(folder, 6, 4), folder["out.csv"], "--rounds", "20", "--seed", "7");
        var rounds = found.GetProperty("rounds").EnumerateArray().ToList();
        Assert.Equal(20, rounds.Count);
        Assert.Equal(240, found.GetProperty("cardinality").GetInt32());
        Assert.Equal(found.GetProperty("weight").GetDecimal(), rounds.Sum(round => round.GetProperty("weight").GetDecimal()));
        Assert.True(found.GetProperty("weight").GetDecimal() <= found.GetProperty("weightAtMost").GetDecimal());
        Assert.All(rounds, round => Assert.Equal((0, 0), (round.GetProperty("repeats").GetInt32(), round.GetProperty("colleagues").GetInt32())));
        Assert.Equal(240, rounds.SelectMany(round => round.GetProperty("pairs").EnumerateArray()).Select(Flat).Distinct().Count());
        Assert.Equal(9, found.GetProperty("certainRounds").GetInt32());
    }

    [Fact]
    public async Task An_odd_number_makes_a_trio_and_its_three_have_met()
    {
        using var folder = new TemporaryFolder();
        var people = folder.Write("people.csv", Four + "Ann Lee,ann@example.org,Vale Police,police,,Mon-Fri,,\n");
        var run = (await CommandRun.OfAsync("match", "--people", people, "--out", folder["one.csv"], "--explain")).EndedWith(0);
        Assert.Contains(" as a trio", run.Output, StringComparison.Ordinal);
        Assert.Contains("No number of rounds without a repeat is certain", run.Output, StringComparison.Ordinal);
        var weight = run.Output.Split("round 1: cardinality 2 weight ")[1].Split('\n')[0].Trim();
        Assert.Contains(
            $"All rounds together: weight {weight}. No plan that keeps the rules as well has more than {weight}.", run.Output, StringComparison.Ordinal);
        var trio = (await File.ReadAllLinesAsync(folder["one.csv"])).Select(line => line.Split(',')).Single(cells => cells[0] == "1" && cells[3].Length > 0)[1..4];
        var next = await JsonAsync(people, folder["two.csv"], "--history", folder["one.csv"]);
        var again = next.GetProperty("rounds")[0].GetProperty("trio").EnumerateArray().Select(one => one.GetString()!).ToList();
        Assert.Single(again.Intersect(trio));
    }

    [Fact]
    public async Task Who_is_away_or_must_be_apart_is_not_together()
    {
        using var folder = new TemporaryFolder();
        var people = folder.Write("people.csv", Four);
        var apart = folder.Write("apart.csv", "one;other\nTOBIAS@example.org;nadia@example.org\n");
        var away = folder.Write("away.csv", "address,round\nrosa@example.org,2\nowen@example.org,2\n");
        var run = (await CommandRun.OfAsync(
            "match", "--people", people, "--apart", apart, "--away", away, "--rounds", "2", "--out", folder["out.csv"], "--explain")).EndedWith(0);
        Assert.Contains("round 1: cardinality 2", run.Output, StringComparison.Ordinal);
        Assert.Contains("round 2: cardinality 0 weight 0\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Nadia Farrow could meet nobody: the others are ruled out by a wish to be apart or by line management.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Owen Lark is away in this round.", run.Output, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(folder["out.csv"]);
        Assert.DoesNotContain(lines, line => line.StartsWith("2,rosa", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("2,nadia@example.org,,,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_meets_their_line_manager_or_the_managers_manager()
    {
        using var folder = new TemporaryFolder();
        var people = folder.Write("people.csv", Header
            + "Ann Lee,ann@example.org,Vale Trust,nhs,,,,\n"
            + "Bob Lee,bob@example.org,Vale Council,council,Ann Lee,,,\n"
            + "Cyd Lee,cyd@example.org,Vale Police,police,bob@example.org,,,\n");
        var found = await JsonAsync(people, folder["out.csv"]);
        Assert.Equal(0, found.GetProperty("cardinality").GetInt32());
        Assert.Equal(3, found.GetProperty("rounds")[0].GetProperty("alone").GetArrayLength());
    }

    [Fact]
    public async Task Everything_wrong_in_all_files_is_said_at_once_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        var people = folder.Write("people.csv", Four);
        var history = folder.Write("history.csv", "round,first,second\nx,nadia@example.org,rosa@example.org\n1,nadia@example.org,Tobias\n2,rosa@example.org,gone@example.org\n2,rosa@example.org,owen@example.org\n3\n");
        var apart = folder.Write("apart.csv", "nadia@example.org,nobody@example.org\nrosa@example.org,Rosa@example.org\nowen@example.org\n");
        var away = folder.Write("away.csv", "rosa@example.org,2\nrosa@example.org,3\n");
        var run = (await CommandRun.OfAsync(
            "match", "--people", people, "--history", history, "--apart", apart, "--away", away, "--out", folder["out.csv"])).EndedWith(1);
        Assert.Equal(
            [
                "history.csv, row 2, A: “x” is not the number of a round. Write 1, 2, 3 and so on.",
                "history.csv, row 3, C: “Tobias” is not an address. Write the address of the roster.",
                $"history.csv, row 5, B: rosa@example.org is in round 2 already (history.csv, row 4). Keep one of the two rows.",
                "history.csv, row 6, B: There is no address. Write at least one, or delete the row.",
                "apart.csv, row 1, B: Nobody in the roster has the address nobody@example.org. Correct it, or delete the row if the person has left.",
                "apart.csv, row 2, B: rosa@example.org cannot be apart from themselves. Write the other address, or delete the row.",
                "apart.csv, row 3, B: There is no address. Write one, or delete the row.",
                "away.csv, row 1, B: “2” is not a round that is planned. Write 3, or leave it empty for all of them.",
            ],
            run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(File.Exists(folder["out.csv"]));

        var roster = folder.Write("bad.csv", Header + "Ann Lee,ann,Vale Trust,nhs,,,,\n");
        run = (await CommandRun.OfAsync("match", "--people", roster, "--away", folder["none.csv"], "--out", folder["out.csv"])).EndedWith(1);
        Assert.Contains("bad.csv, row 2, B (E-mail): “ann” is not an e-mail address.", run.Error, StringComparison.Ordinal);
        Assert.Contains("There is no file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_of_the_history_who_left_are_noted_and_a_history_is_not_overwritten()
    {
        using var folder = new TemporaryFolder();
        var people = folder.Write("people.csv", Four);
        var history = folder.Write("history.csv", "round,first,second,third,why\n4,gone@example.org,Nadia@Example.org,,\n");
        var run = (await CommandRun.OfAsync("match", "--people", people, "--history", history, "--out", folder["out.csv"])).EndedWith(0);
        Assert.Contains("gone@example.org is in the history and not in the roster: taken for people who have left.", run.Output, StringComparison.Ordinal);
        Assert.Contains("round 5: ", run.Output, StringComparison.Ordinal);
        run = (await CommandRun.OfAsync("match", "--people", people, "--history", history, "--out", history)).EndedWith(1);
        Assert.Contains("holds the history, which would be lost", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_roster_and_the_lists_are_not_written_over()
    {
        using var folder = new TemporaryFolder();
        var people = folder.Write("people.csv", Four);
        var list = folder.Write("list.csv", "");
        foreach (var (option, file) in new[] { ("--people", people), ("--apart", list), ("--away", list) })
        {
            string[] also = option == "--people" ? [] : [option, file];
            var run = (await CommandRun.OfAsync(["match", "--people", people, .. also, "--out", file])).EndedWith(2);
            Assert.Contains($"--out is the file of {option}, which would be lost.", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_cell_starts_a_formula_and_the_file_still_reads_back()
    {
        using var folder = new TemporaryFolder();
        var people = folder.Write("people.csv", Header + "Ann Lee,=ann@example.org,Vale Trust,nhs,,,,\nBob Lee,+bob@example.org,Vale Council,council,,,,\n");
        (await CommandRun.OfAsync("match", "--people", people, "--out", folder["out.csv"])).EndedWith(0);
        Assert.StartsWith("1,'+bob@example.org,'=ann@example.org,,", (await File.ReadAllLinesAsync(folder["out.csv"]))[1], StringComparison.Ordinal);
        var next = await JsonAsync(people, folder["next.csv"], "--history", folder["out.csv"]);
        Assert.Equal((1, 0), (next.GetProperty("rounds")[0].GetProperty("repeats").GetInt32(), next.GetProperty("notes").GetArrayLength()));
    }

    [Theory]
    [InlineData("Say whom to match")]
    [InlineData("Choose one of --graph and --people", "--graph", "g.txt", "--people", "p.csv", "--out", "o.csv")]
    [InlineData("Say where to write the rounds", "--people", "p.csv")]
    [InlineData("--trio belongs to --graph", "--people", "p.csv", "--out", "o.csv", "--trio")]
    [InlineData("--out belongs to --people", "--graph", "g.txt", "--out", "o.csv")]
    [InlineData("--rounds is from 1 to 104 with --people", "--people", "p.csv", "--out", "o.csv", "--rounds", "105")]
    public async Task A_command_line_that_makes_no_sense_says_what_to_write(string expected, params string[] options) =>
        Assert.Contains(expected, (await CommandRun.OfAsync(["match", .. options])).EndedWith(2).Error, StringComparison.Ordinal);

    private static string Roster(TemporaryFolder folder, int organisations, int people) => folder.Write("people.csv", Header + string.Concat(
        from organisation in Enumerable.Range(1, organisations)
        from person in Enumerable.Range(1, people)
        select $"Person {(char)('A' + organisation)}{(char)('a' + person)},p{organisation}.{person}@example.org,Organisation {organisation},{(organisation % 2 == 0 ? "nhs" : "council")},,Mon-Fri {7 + person}-18,,\n"));

    private static string Flat(JsonElement element) => JsonSerializer.Serialize(element);

    private static async Task<JsonElement> JsonAsync(string people, string file, params string[] options)
    {
        var run = (await CommandRun.OfAsync(["match", "--people", people, "--out", file, "--json", .. options])).EndedWith(0);
        using var document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }
}
