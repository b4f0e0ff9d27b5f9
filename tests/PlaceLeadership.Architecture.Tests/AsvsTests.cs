using System.Text.RegularExpressions;

namespace PlaceLeadership.Architecture.Tests;

/// <summary>What the page about the verification standard says holds a requirement is there, and no requirement is lost.</summary>
public sealed partial class AsvsTests
{
    private static readonly string[] Reasons = ["does not apply: ", "held by the page: ", "held by the build: ", "not held by a test: ", "not met: "];

    private static readonly IReadOnlyList<(string Number, string HeldBy)> Rows =
    [
        .. Row().Matches(File.ReadAllText(Path.Combine(Checkout.Root, "docs", "asvs.md"))).Select(match => (match.Groups[1].Value, match.Groups[2].Value.Trim())),
    ];

    private static readonly HashSet<string> Written = [.. Checkout.Files("tests", "*.cs").SelectMany(file => TestsIn(File.ReadAllText(file)))];

    [Theory]
    [InlineData(5, 9)]
    [InlineData(6, 35)]
    [InlineData(7, 18)]
    [InlineData(8, 7)]
    [InlineData(9, 7)]
    [InlineData(10, 29)]
    [InlineData(16, 16)]
    public void No_requirement_of_a_chapter_is_lost(int chapter, int count)
    {
        var numbers = Rows.Select(row => row.Number).Where(number => number.StartsWith($"{chapter}.", StringComparison.Ordinal)).ToList();
        Assert.Distinct(numbers);
        Assert.Equal(count, numbers.Count);
    }

    [Fact]
    public void Each_row_names_a_test_or_says_why_it_names_none() => Assert.All(Rows, row => Assert.True(
        Named().IsMatch(row.HeldBy) || Reasons.Any(reason => row.HeldBy.StartsWith(reason, StringComparison.Ordinal) && row.HeldBy.Length > reason.Length),
        $"{row.Number} in docs/asvs.md names no test and does not begin with one of: {string.Join(", ", Reasons)}."));

    [Fact]
    public void Each_test_that_is_named_is_there()
    {
        var named = Rows.SelectMany(row => Names(Named(), row.HeldBy)).ToHashSet();
        Assert.True(named.Count > 70, $"Only {named.Count} tests are named.");
        Assert.Subset(Written, named);
    }

    [Fact]
    public void A_test_that_is_wanted_is_not_there_yet_or_its_row_would_name_it() =>
        Assert.DoesNotContain(Rows.SelectMany(row => Names(Wanted(), row.HeldBy)), Written.Contains);

    [Fact]
    public void No_name_of_a_test_stands_without_its_class() => Assert.All(Rows, row => Assert.True(
        Sentence().Count(row.HeldBy) == Named().Count(row.HeldBy) + Wanted().Count(row.HeldBy), $"{row.Number} in docs/asvs.md names a test without its class."));

    [Theory]
    [InlineData("class DeskTests {\n    [Fact]\n    public void It_stands() {", true)]
    [InlineData("class DeskTests {\n    [Theory]\n    [InlineData(\"]\")] // closed\n    [InlineData(2)]\n    public async Task It_stands(int legs) {", true)]
    [InlineData("class DeskTests {\n    public void It_stands() {", false)]
    [InlineData("class DeskTests {\n    // [Fact] public void It_stands() {\n    private static bool It_stands() {", false)]
    [InlineData("class ChairTests {\n    [Fact]\n    public void It_stands() {", false)]
    public void A_test_is_found_where_it_is_one(string source, bool found) => Assert.Equal(found, TestsIn(source).Contains("DeskTests.It_stands"));

    private static IEnumerable<string> TestsIn(string source) =>
        ClassOfTests().Match(source) is { Success: true } type ? Test().Matches(source).Select(test => $"{type.Groups[1].Value}.{test.Groups[1].Value}") : [];

    private static IEnumerable<string> Names(Regex way, string heldBy) => way.Matches(heldBy).Select(match => $"{match.Groups[1].Value}.{match.Groups[2].Value}");

    [GeneratedRegex(@"^\| (\d+\.\d+\.\d+) \| [^|]+ \|([^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\b([A-Z]\w*Tests) `(\w+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"`([A-Z]\w*Tests)\.(\w+)`")]
    private static partial Regex Wanted();

    // However it stands there: some words, joined.
    [GeneratedRegex(@"`(?:\w+\.)?[A-Z]\w*_[a-z]\w*`")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\bclass (\w+Tests)\b")]
    private static partial Regex ClassOfTests();

    // Attributes, each on lines of its own, and the method below them.
    [GeneratedRegex(@"^ *\[(?:Fact|Theory)\b.*(?:\n *\[.*)*\n *public (?:async )?\w+ (\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Test();
}
