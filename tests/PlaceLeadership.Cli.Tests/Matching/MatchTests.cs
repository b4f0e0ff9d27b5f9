using System.Globalization;
using System.Text.Json;

namespace PlaceLeadership.Cli.Tests.Matching;

public sealed class MatchTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Graphs");

    public static TheoryData<string, string, long[]> Heaviest => Rows("expected.csv", row => (row[0], "", [long.Parse(row[1], CultureInfo.InvariantCulture)]));

    public static TheoryData<string, string, long[]> MostPairs => Rows("expected.csv", row => (row[0], "--max-cardinality", Numbers(row[2..])));

    public static TheoryData<string, string, long[]> WorstPairFirst => Rows("worst-pair-first.csv", row => (row[0], "--worst-pair-first", Numbers(row[1..])));

    public static TheoryData<string, string, long[]> Trio => Rows("trio.csv", row => (row[0], "--trio", Numbers(row[1..])));

    [Theory]
    [MemberData(nameof(Heaviest))]
    [MemberData(nameof(MostPairs))]
    [MemberData(nameof(Trio))]
    [MemberData(nameof(WorstPairFirst))]
    public async Task Every_graph_is_paired_as_well_as_is_proven_possible(string graph, string mode, long[] expected)
    {
        var found = await JsonAsync(graph, [mode, "--seed", expected.Length.ToString(CultureInfo.InvariantCulture)]);
        string[] fields = mode switch
        {
            "" => ["weight"],
            "--max-cardinality" => ["cardinality", "weight"],
            "--trio" => ["value2x"],
            _ => ["cardinality", "worst", "weight"],
        };
        Assert.Equal(expected, fields.Select(field => found.GetProperty(field).GetInt64()));
    }

    [Fact]
    public async Task Each_of_eight_rounds_is_the_best_that_is_left()
    {
        var expected = Lines("rounds.csv").Select(row => row.Split(',')).Select(row => (row[2], row[3])).ToList();
        var found = await JsonAsync("rounds_n48_o12", ["--rounds", "8"]);
        Assert.Equal(expected, found.GetProperty("rounds").EnumerateArray().Select(round => (round.GetProperty("cardinality").ToString(), round.GetProperty("weight").ToString())));
        Assert.Equal(145169017, found.GetProperty("weight").GetInt64());
        var pairs = found.GetProperty("rounds").EnumerateArray().SelectMany(round => round.GetProperty("pairs").EnumerateArray()).Select(pair => pair.ToString()).ToList();
        Assert.Equal(8 * 24, pairs.Distinct().Count());
    }

    [Fact]
    public async Task A_person_reads_a_line_for_each_round()
    {
        var run = (await CommandRun.OfAsync("match", "--graph", File("rounds_n48_o12"), "--rounds", "2")).EndedWith(0);
        Assert.Equal("round 1: cardinality 24 weight 20299045\nround 2: cardinality 24 weight 19706729\n", run.Output);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_pairs_and_every_seed_the_same_weight()
    {
        var first = await JsonAsync("ties_02_n250", ["--seed", "7"]);
        var again = await JsonAsync("ties_02_n250", ["--seed", "7"]);
        var other = await JsonAsync("ties_02_n250", ["--seed", "8"]);
        Assert.Equal(first.ToString(), again.ToString());
        Assert.NotEqual(first.GetProperty("pairs").ToString(), other.GetProperty("pairs").ToString());
        Assert.Equal(first.GetProperty("weight").GetInt64(), other.GetProperty("weight").GetInt64());
    }

    [Fact]
    public async Task Who_stays_alone_is_explained_in_words()
    {
        var run = (await CommandRun.OfAsync("match", "--graph", File("barrier_00_n60_bigorg40"), "--max-cardinality", "--explain")).EndedWith(0);
        Assert.Contains("40 people may meet only the same 20 others, so at least 20 of them stay alone.", run.Output, StringComparison.Ordinal);
        run = (await CommandRun.OfAsync("match", "--graph", File("edge_03_triangle"), "--max-cardinality", "--explain", "--seed", "1")).EndedWith(0);
        Assert.Contains("3 people are an odd number, so one stays alone.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4 3\n0 1 1\n1 2 10\n2 3 1\n", "  0 with 1\n  2 with 3\n  Proven: no other pairing has more pairs")]
    [InlineData("6 3\n0 1 1\n1 2 10\n2 3 1\n", "  Alone: 4, 5.\n  4, 5 may meet nobody.")]
    public async Task An_even_number_needs_no_trio_and_is_paired_as_far_as_can_be(string graph, string said)
    {
        using var folder = new TemporaryFolder();
        var run = (await CommandRun.OfAsync("match", "--graph", folder.Write("even.txt", graph), "--trio", "--explain")).EndedWith(0);
        Assert.Contains(said, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trio_that_is_impossible_is_refused_with_the_reason()
    {
        using var folder = new TemporaryFolder();
        var star = folder.Write("star.txt", "5 4\n0 1 5\n0 2 5\n0 3 5\n0 4 5\n");
        var run = (await CommandRun.OfAsync("match", "--graph", star, "--trio")).EndedWith(1);
        Assert.Contains("4 people may meet only the same one, so at least 3 of them stay alone.", run.Error, StringComparison.Ordinal);
        run = (await CommandRun.OfAsync("match", "--graph", star, "--trio", "--rounds", "2")).EndedWith(2);
        Assert.Contains("Choose one of", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_problems_of_a_file_are_shown_at_once_with_line_and_a_way_out()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("g.txt", "4 7\n0 1 5\n0 4 2\n1 0 3\n2 2 1\n\n2 x 1\n0 3 9000000000000000000\n");
        var run = (await CommandRun.OfAsync("match", "--graph", file)).EndedWith(1);
        Assert.Equal(
            [
                "g.txt:3: 4 is nobody's number. People are numbered from 0 to 3.",
                "g.txt:4: The pair 1 0 is on line 2 already. Keep one of them.",
                "g.txt:5: 2 is paired with themselves. Remove the line.",
                "g.txt:7: '2 x 1' is not 'u v w'. Write two people and a whole number, such as '0 3 125'.",
                "g.txt:8: The weight 9000000000000000000 is too large. Among 4 people it may be 1125899906842624 either way; divide all weights alike.",
                "g.txt:1: The first line announces 7 pairs, and 6 follow. Correct the number, or add what is missing.",
            ],
            run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("four\n", "is not 'n m'")]
    [InlineData("5000 0\n", "is not 'n m'")]
    public async Task A_file_that_cannot_begin_says_how_to_begin(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(expected, (await CommandRun.OfAsync("match", "--graph", folder.Write("g.txt", text))).EndedWith(1).Error, StringComparison.Ordinal);
        Assert.Contains("There is no file", (await CommandRun.OfAsync("match", "--graph", folder["none.txt"])).EndedWith(1).Error, StringComparison.Ordinal);
        (await CommandRun.OfAsync("match", "--graph", folder["g.txt"], "--rounds", "0")).EndedWith(2);
    }

    private static async Task<JsonElement> JsonAsync(string graph, string[] options)
    {
        var run = (await CommandRun.OfAsync(["match", "--graph", File(graph), "--json", .. options.Where(option => option.Length > 0)])).EndedWith(0);
        using var document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }

    private static string File(string graph) => Path.Combine(Folder, graph + ".txt");

    private static IEnumerable<string> Lines(string file) => System.IO.File.ReadLines(Path.Combine(Folder, file)).Skip(1);

    private static long[] Numbers(string[] words) => [.. words.Select(word => long.Parse(word, CultureInfo.InvariantCulture))];

    private static TheoryData<string, string, long[]> Rows(string file, Func<string[], (string, string, long[])> read) =>
        new(Lines(file).Select(line => read(line.Split(','))));
}
