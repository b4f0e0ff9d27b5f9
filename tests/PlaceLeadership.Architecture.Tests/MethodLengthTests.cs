namespace PlaceLeadership.Architecture.Tests;

/// <summary>A method is read on one screen.</summary>
public sealed class MethodLengthTests
{
    private const int LinesMax = 50;

    [Fact]
    public void No_method_is_longer_than_fifty_lines()
    {
        // The source holds every project, whichever of them this feed could build.
        var projects = Directory.GetDirectories(Path.Combine(Checkout.Root, "src"));
        Assert.True(projects.Length > Checkout.Assemblies.Count, $"Only {projects.Length} projects were found.");
        var methods = projects.ToDictionary(Checkout.Relative, project => Method.AllOf(project).ToList());
        Assert.DoesNotContain(methods, project => project.Value.Count < 10);
        var found = TooLong(methods.Values.SelectMany(project => project)).ToList();
        Assert.True(found.Count == 0, "Split these into steps with names:\n" + string.Join('\n', found));
    }

    [Theory]
    [InlineData("class Desk { async Task WriteAsync() {", "} }")]
    [InlineData("class Desk { public int Height { get; } = 1; Desk(string wood) {", "} }")]
    [InlineData("class Desk { int Height { get {", "} } }")]
    [InlineData("class Desk { int Height =>", "1; }")]
    [InlineData("class Desk { Action Write { get; } = () => {", "}; }")]
    [InlineData("class Desk {\n[Obsolete]\nIEnumerable<int> Drawers() => [", "]; }")]
    [InlineData("using System;\nConsole.WriteLine(1);", "Console.WriteLine(2);")]
    public void The_search_for_long_methods_finds_one_and_leaves_one_alone_that_just_fits(string before, string after)
    {
        Assert.Empty(TooLong(Method.AllIn("Desk.cs", before + new string('\n', LinesMax - 1) + after)));
        Assert.EndsWith(" has 51 lines", Assert.Single(TooLong(Method.AllIn("Desk.cs", before + new string('\n', LinesMax) + after))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_method_of_a_page_is_named_with_its_line()
    {
        var page = "<p>Desk</p>\n\n@code {\n    private void Write() {" + new string('\n', LinesMax) + "}\n}\n";
        Assert.Equal(["Desk.razor:4: Write has 51 lines"], TooLong(Method.AllIn("Desk.razor", page)));
    }

    private static IEnumerable<string> TooLong(IEnumerable<Method> methods) =>
        methods.Where(method => method.Lines > LinesMax).Select(method => $"{method.Place}: {method.Name} has {method.Lines} lines");
}
