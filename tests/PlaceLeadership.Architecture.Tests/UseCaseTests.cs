using System.Text.RegularExpressions;

namespace PlaceLeadership.Architecture.Tests;

/// <summary>Commands and pages parse, ask a use case and render, so that the same act gives the same answer in both.</summary>
public sealed partial class UseCaseTests
{
    private static readonly string Allowed = Path.Combine(Checkout.Root, "tests", "PlaceLeadership.Architecture.Tests", "direct.txt");

    [Fact]
    public void Commands_and_pages_read_and_change_no_cohort_themselves_but_those_that_are_written_down()
    {
        List<string> files = [.. new[] { "Cli", "Web" }.SelectMany(room =>
            new[] { "*.cs", "*.razor" }.SelectMany(pattern => Checkout.Files(Path.Combine("src", $"PlaceLeadership.{room}"), pattern)))];
        Assert.True(files.Count > 100, $"Only {files.Count} files were found.");
        var today = files.Where(file => Direct().IsMatch(File.ReadAllText(file))).Select(file => Checkout.Relative(file).Replace('\\', '/')).ToList();
        var allowed = File.ReadAllLines(Allowed).Where(line => line.Length > 0 && line[0] != '#').ToList();

        Assert.True(
            !today.Except(allowed).Any(),
            "These go round the use cases in PlaceLeadership.Application:\n" + string.Join('\n', today.Except(allowed)));
        Assert.True(
            !allowed.Except(today).Any(),
            $"These go round no use case any more; take them out of {Checkout.Relative(Allowed)}:\n" + string.Join('\n', allowed.Except(today)));
    }

    [Theory]
    [InlineData("internal sealed class Pages(CohortReader reader)")]
    [InlineData("workspace.Services.GetRequiredService<UnitOfWork>()")]
    public void The_search_for_what_goes_round_them_finds_it(string code) => Assert.Matches(Direct(), code);

    [GeneratedRegex(@"\b(?:CohortReader|CohortDirectory|UnitOfWork|EndDesk|DeletionDesk)\b")]
    private static partial Regex Direct();
}
