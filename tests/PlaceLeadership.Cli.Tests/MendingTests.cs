using System.Text.Json;

namespace PlaceLeadership.Cli.Tests;

/// <summary>Somebody leaves, somebody comes, somebody asks for another set: <c>placelead sets --repair</c>.</summary>
public sealed class MendingTests
{
    private const string Header = "Name,E-mail,Organisation,Sector,Working pattern,Access needs\n";

    private static readonly string[] Sectors = ["council", "nhs", "police", "community"];

    [Fact]
    public async Task Whoever_left_gives_up_a_place_whoever_came_gets_one_whoever_asked_gets_another_and_nobody_else_moves()
    {
        using var folder = new TemporaryFolder();
        var before = await FormedAsync(folder, 24);
        var (gone, asks) = ("n2@example.org", "n8@example.org");
        var people = folder.Write("now.csv", Header + Rows(Enumerable.Range(1, 25).Where(number => number != 2)));

        var run = (await CommandRun.OfAsync(
            "sets", "--people", people, "--repair", folder["sets.csv"], "--declined", "N8", "--steps", "200000", "--out", folder["new.csv"])).EndedWith(0);

        var after = await SetsAsync(folder["new.csv"]);
        Assert.Equal(24, after.Count);
        Assert.DoesNotContain(gone, after.Keys);
        Assert.NotEqual(before[asks], after[asks]);
        Assert.All(before.Where(place => place.Key != gone && place.Key != asks), place => Assert.Equal(place.Value, after[place.Key]));
        Assert.Contains($"N2 is not in the roster any more and leaves set {before[gone]}.", run.Output, StringComparison.Ordinal);
        Assert.Contains($"N8 goes from set {before[asks]} to set {after[asks]}, as they asked for another set.", run.Output, StringComparison.Ordinal);
        Assert.Contains($"N25 joins set {after["n25@example.org"]}.", run.Output, StringComparison.Ordinal);
        Assert.Contains("24 people in 4 sets, every rule kept. Nobody moves who did not ask.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_has_to_move_is_told_why_and_the_file_itself_can_be_brought_up_to_date()
    {
        using var folder = new TemporaryFolder();
        var before = await FormedAsync(folder, 10);

        // Three of a set of five leave and one person comes: that makes no set any more.
        var small = before.GroupBy(place => place.Value).OrderBy(set => set.Key).First().Select(place => place.Key).Take(3).ToList();
        var staying = Enumerable.Range(1, 10).Where(number => !small.Contains($"n{number}@example.org"));
        var people = folder.Write("now.csv", Header + Rows([.. staying, 11]));

        var run = (await CommandRun.OfAsync(
            "sets", "--people", people, "--repair", folder["sets.csv"], "--without", "sectors", "--out", folder["sets.csv"])).EndedWith(0);

        var after = await SetsAsync(folder["sets.csv"]);
        var moved = after.Where(place => before.TryGetValue(place.Key, out var earlier) && earlier != place.Value).ToList();
        Assert.NotEmpty(moved);
        Assert.All(moved, place => Assert.Contains(
            $"{place.Key.Split('@')[0].ToUpperInvariant()} goes from set {before[place.Key]} to set {place.Value}: otherwise set ", run.Output, StringComparison.Ordinal));
        Assert.Contains($"{moved.Count} people move who did not ask; it cannot be done with fewer.", run.Output, StringComparison.Ordinal);
        Assert.Equal(["now.csv", "people.csv", "sets.csv"], Directory.GetFiles(folder["."]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_script_gets_every_move_with_its_cause_and_whether_fewer_are_possible()
    {
        using var folder = new TemporaryFolder();
        await FormedAsync(folder, 24);
        var people = folder.Write("now.csv", Header + Rows(Enumerable.Range(2, 24)));

        var run = (await CommandRun.OfAsync(
            "sets", "--people", people, "--repair", folder["sets.csv"], "--declined", "n8@example.org", "--steps", "200000", "--json")).EndedWith(0);

        using var document = JsonDocument.Parse(run.Output);
        var root = document.RootElement;
        Assert.Equal(["n1@example.org"], root.GetProperty("left").EnumerateArray().Select(left => left.GetProperty("email").GetString()));
        Assert.Equal(
            [("n25@example.org", "joined"), ("n8@example.org", "declined")],
            root.GetProperty("moves").EnumerateArray()
                .Select(move => (move.GetProperty("email").GetString()!, move.GetProperty("cause").GetString()!)).Order());
        Assert.Equal((0, true), (root.GetProperty("movedUnasked").GetInt32(), root.GetProperty("fewestProven").GetBoolean()));
        Assert.Equal(24, root.GetProperty("sets").EnumerateArray().Sum(set => set.GetProperty("members").GetArrayLength()));
    }

    [Fact]
    public async Task Sets_keep_their_numbers_also_when_one_was_given_up_and_each_is_explained_when_asked()
    {
        using var folder = new TemporaryFolder();
        await FormedAsync(folder, 24);
        var rows = (await File.ReadAllLinesAsync(folder["sets.csv"])).Select(row => row.StartsWith("1,", StringComparison.Ordinal) ? "7" + row[1..] : row);
        var sets = folder.Write("sets-now.csv", string.Join('\n', rows));
        var before = await SetsAsync(sets);

        var run = (await CommandRun.OfAsync(
            "sets", "--people", folder["people.csv"], "--repair", sets, "--explain", "--steps", "100000", "--out", folder["new.csv"])).EndedWith(0);

        Assert.Equal(before, await SetsAsync(folder["new.csv"]));
        Assert.Contains("Set 7: 6 people", run.Output, StringComparison.Ordinal);
        Assert.Equal(4, run.Output.Split("All work: ").Length - 1);
    }

    [Fact]
    public async Task Every_mistake_of_both_files_is_told_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        var people = folder.Write("people.csv", Header + "N1,n1.example.org,Organisation 1,nhs,,\n" + Rows([2, 3, 4, 5]));
        var sets = folder.Write("sets.csv", "set,name,email,organisation,sector\n1,N2,n2@example.org,,\nA,N3,n3@example.org,,\n1,N2,N2@example.org,,\n2,N4,,,\n");

        var run = (await CommandRun.OfAsync("sets", "--people", people, "--repair", sets, "--out", sets)).EndedWith(1);

        Assert.Contains("people.csv, row 2, B (E-mail)", run.Error, StringComparison.Ordinal);
        Assert.Contains("sets.csv, row 3, A: “A” is not the number of a set.", run.Error, StringComparison.Ordinal);
        Assert.Contains("sets.csv, row 4, C: N2@example.org has a set already (sets.csv, row 2).", run.Error, StringComparison.Ordinal);
        Assert.Contains("sets.csv, row 5, C: “” is not an address.", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("set,name,email", await File.ReadAllTextAsync(sets), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_for_another_set_must_have_one()
    {
        using var folder = new TemporaryFolder();
        await FormedAsync(folder, 10);
        var people = folder.Write("now.csv", Header + Rows(Enumerable.Range(1, 11)));
        var apart = folder.Write("apart.csv", "N1,Nobody Known\n");

        var run = (await CommandRun.OfAsync(
            "sets", "--people", people, "--repair", folder["sets.csv"], "--declined", "N11", "--declined", "Nobody", "--apart", apart)).EndedWith(1);

        Assert.Contains("--declined: 'N11' has no set in sets.csv to decline.", run.Error, StringComparison.Ordinal);
        Assert.Contains("--declined: 'Nobody' is nobody of the roster.", run.Error, StringComparison.Ordinal);
        Assert.Contains("apart.csv:1: 'Nobody Known' is nobody of the roster.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sets_that_cannot_be_mended_stay_as_they_were_and_it_is_said_why()
    {
        using var folder = new TemporaryFolder();
        await FormedAsync(folder, 10);
        var before = await File.ReadAllTextAsync(folder["sets.csv"]);

        var run = (await CommandRun.OfAsync(
            "sets", "--people", folder["people.csv"], "--repair", folder["sets.csv"], "--sectors", "5", "--out", folder["sets.csv"])).EndedWith(1);

        Assert.Contains("The sets are as they were.", run.Output, StringComparison.Ordinal);
        Assert.Contains("and each set needs 5.", run.Output, StringComparison.Ordinal);
        Assert.Contains("--without sectors", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(folder["sets.csv"]));
    }

    [Theory]
    [InlineData("--declined goes with --repair only.", "--people", "a.csv", "--declined", "Ann")]
    [InlineData("--size does not go with --repair", "--people", "a.csv", "--repair", "b.csv", "--size", "6")]
    [InlineData("--repair goes with --people only.", "--mdgp", "a.txt", "--repair", "b.csv")]
    public async Task A_wrong_command_line_says_how_it_is_right(string sentence, params string[] args) =>
        Assert.Contains(sentence, (await CommandRun.OfAsync(["sets", .. args])).EndedWith(2).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("people.csv", "--people")]
    [InlineData("apart.csv", "--apart")]
    public async Task No_file_that_is_read_is_lost_to_the_sets(string name, string option)
    {
        using var folder = new TemporaryFolder();
        await FormedAsync(folder, 10);
        folder.Write("apart.csv", "N1,N2\n");
        var before = await File.ReadAllTextAsync(folder[name]);
        string[] mending = ["--repair", folder["sets.csv"]];

        foreach (var repair in new[] { [], mending })
        {
            var run = (await CommandRun.OfAsync(
                ["sets", "--people", folder["people.csv"], "--apart", folder["apart.csv"], "--steps", "1000", "--out", folder[name], .. repair])).EndedWith(2);
            Assert.Contains($"--out is the file of {option}, which would be lost.", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(before, await File.ReadAllTextAsync(folder[name]));
    }

    [Fact]
    public async Task Nobody_loses_their_set_to_a_quotation_mark_that_is_not_closed()
    {
        using var folder = new TemporaryFolder();
        await FormedAsync(folder, 10);
        var lines = await File.ReadAllLinesAsync(folder["sets.csv"]);
        string Quoted(string line) => line.Insert(line.IndexOf(',', StringComparison.Ordinal) + 1, "\"");
        var sets = folder.Write("quoted.csv", string.Join('\n', lines.Select((line, place) => place is 2 or 5 ? Quoted(line) : line)));

        var run = (await CommandRun.OfAsync("sets", "--people", folder["people.csv"], "--repair", sets, "--steps", "1000")).EndedWith(1);

        Assert.Contains("quoted.csv, row 3, B: The cell goes on over several lines.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" joins set ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sets_that_cannot_be_written_leave_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        await FormedAsync(folder, 10);
        Directory.CreateDirectory(folder["there"]);
        (await CommandRun.OfAsync(
            "sets", "--people", folder["people.csv"], "--repair", folder["sets.csv"], "--steps", "1000", "--out", folder["there"])).EndedWith(3);
        Assert.Equal(["people.csv", "sets.csv"], Directory.GetFiles(folder["."]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static async Task<Dictionary<string, string>> FormedAsync(TemporaryFolder folder, int people)
    {
        var roster = folder.Write("people.csv", Header + Rows(Enumerable.Range(1, people)));
        (await CommandRun.OfAsync("sets", "--people", roster, "--steps", "100000", "--out", folder["sets.csv"])).EndedWith(0);
        return await SetsAsync(folder["sets.csv"]);
    }

    private static async Task<Dictionary<string, string>> SetsAsync(string file) =>
        (await File.ReadAllLinesAsync(file)).Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[2], cells => cells[0]);

    private static string Rows(IEnumerable<int> numbers) =>
        string.Concat(numbers.Select(number => $"N{number},n{number}@example.org,Organisation {number},{Sectors[number % 4]},,\n"));
}
