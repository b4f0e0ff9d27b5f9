using System.Text.Json;

namespace PlaceLeadership.Cli.Tests;

public sealed class SetsTests
{
    private const string FourPeople = "4 2 ss 2 2 2 2\n0 1 5\n0 2 1.5\n0 3 1\n1 2 1\n1 3 2\n2 3 4\n";

    [Fact]
    public async Task The_most_diverse_sets_are_shown_and_written()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("four.txt", FourPeople);
        var run = (await CommandRun.OfAsync("sets", "--mdgp", file, "--steps", "1000", "--out", folder["sets.csv"])).EndedWith(0);
        Assert.Contains("Diversity 9", run.Output, StringComparison.Ordinal);
        var sets = (await File.ReadAllLinesAsync(folder["sets.csv"])).Skip(1).Select(line => line.Split(',')[1]).ToList();
        Assert.True(sets[0] == sets[1] && sets[2] == sets[3] && sets[0] != sets[2]);
    }

    [Fact]
    public async Task Each_set_is_explained_when_asked_and_a_script_gets_the_same_sentences()
    {
        using var folder = new TemporaryFolder();
        string[] command = ["sets", "--mdgp", folder.Write("four.txt", FourPeople), "--steps", "1000", "--explain"];
        var run = (await CommandRun.OfAsync(command)).EndedWith(0);
        using var document = JsonDocument.Parse((await CommandRun.OfAsync([.. command, "--json"])).EndedWith(0).Output);
        Assert.Equal(9, document.RootElement.GetProperty("diversity").GetDecimal());
        var sentences = document.RootElement.GetProperty("explanation").EnumerateArray().Select(sentence => sentence.GetString()!).ToList();
        Assert.All(sentences, sentence => Assert.Contains(sentence, run.Output, StringComparison.Ordinal));
        Assert.Contains(sentences, sentence => sentence.EndsWith("2 people, diversity 5, 5 a pair: 0, 1.", StringComparison.Ordinal));
        var least = Assert.Single(sentences, sentence => sentence.EndsWith("2 people, diversity 4, 4 a pair: 2, 3.", StringComparison.Ordinal));
        Assert.Equal($"The least diverse for its size is set {least["Set ".Length]}.", sentences[^1]);

        var one = folder.Write("one.txt", FourPeople.Replace("4 2 ss 2 2 2 2", "4 1 ss 4 4", StringComparison.Ordinal));
        var together = (await CommandRun.OfAsync("sets", "--mdgp", one, "--steps", "1000", "--explain")).EndedWith(0).Output;
        Assert.Contains("Set 0: 4 people, diversity 14.5, 2.417 a pair: 0, 1, 2, 3.", together, StringComparison.Ordinal);
        Assert.DoesNotContain("least diverse", together, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_gets_the_diversity_with_forbidden_pairs_apart()
    {
        using var folder = new TemporaryFolder();
        var run = (await CommandRun.OfAsync(
            "sets", "--mdgp", folder.Write("four.txt", FourPeople), "--forbid", folder.Write("apart.txt", "1 0\n"), "--sizes", "balanced",
            "--steps", "1000", "--json")).EndedWith(0);
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(3.5m, document.RootElement.GetProperty("diversity").GetDecimal());
    }

    [Theory]
    [InlineData("2 2 2 2", "4 people make at most 2 sets of 2 or more, so allow smaller ones, or let some of them share one.")]
    [InlineData("1 3 1 3", "Form at least 3 sets, or let some of them share one.")]
    public async Task People_who_must_all_be_apart_are_named_when_there_are_fewer_sets(string sizes, string wayOut)
    {
        using var folder = new TemporaryFolder();
        var run = (await CommandRun.OfAsync(
            "sets", "--mdgp", folder.Write("four.txt", FourPeople.Replace("2 2 2 2", sizes, StringComparison.Ordinal)),
            "--forbid", folder.Write("apart.txt", "0 1\n1 3\n0 3\n"))).EndedWith(1);
        Assert.Contains(wayOut, run.Output, StringComparison.Ordinal);
        Assert.Contains("3 people must all be apart", run.Output, StringComparison.Ordinal);
        Assert.Contains("0, 1, 3", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_of_both_files_is_told_with_its_line()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("three.txt", "3 2 ds 1 2 2 1\n0 1 far\n0 2 1\n2 0 1\n");
        var run = (await CommandRun.OfAsync("sets", "--mdgp", file, "--forbid", folder.Write("apart.txt", "0 1\n0 3\n2 2\n"))).EndedWith(1);
        foreach (var place in new[] { "three.txt:1: Set 1", "three.txt:2: ", "three.txt:4: ", "three.txt:4: 2 pairs", "apart.txt:2: ", "apart.txt:3: " })
        {
            Assert.Contains(place, run.Error, StringComparison.Ordinal);
        }
    }
}
