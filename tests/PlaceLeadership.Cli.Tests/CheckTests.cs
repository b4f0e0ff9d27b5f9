using System.Text;
using System.Text.Json;

namespace PlaceLeadership.Cli.Tests;

public sealed class CheckTests
{
    private static string TenMistakes => Path.Combine(AppContext.BaseDirectory, "ten-mistakes.yaml");

    [Fact]
    public async Task A_programme_with_ten_mistakes_shows_each_with_line_column_and_a_way_out()
    {
        var run = (await CommandRun.OfAsync("check", TenMistakes)).EndedWith(1);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, lines.Count(line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^ten-mistakes\.yaml:\d+:\d+: \S.+\. \S.+")));
        Assert.Contains("10 problems.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_gets_the_same_problems_as_data()
    {
        var run = (await CommandRun.OfAsync("check", TenMistakes, "--json")).EndedWith(1);
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(10, document.RootElement.GetProperty("problems").GetArrayLength());
    }

    [Fact]
    public async Task A_copy_of_the_programme_that_comes_with_the_product_has_no_problem()
    {
        using var folder = new TemporaryFolder();
        (await CommandRun.OfAsync("template", "--out", folder.Path)).EndedWith(0);
        var run = (await CommandRun.OfAsync("check", folder["programme.yaml"])).EndedWith(0);
        Assert.Contains("No problem found", run.Output, StringComparison.Ordinal);
        (await CommandRun.OfAsync("template", "--out", folder.Path)).EndedWith(1);
    }

    [Fact]
    public async Task A_file_that_is_missing_or_saved_in_another_encoding_is_named()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("There is no file", (await CommandRun.OfAsync("check", folder["none.yaml"])).EndedWith(1).Error, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(folder["latin.yaml"], Encoding.Latin1.GetBytes("programme: café"));
        Assert.Contains("UTF-8", (await CommandRun.OfAsync("check", folder["latin.yaml"])).EndedWith(1).Error, StringComparison.Ordinal);
    }
}
