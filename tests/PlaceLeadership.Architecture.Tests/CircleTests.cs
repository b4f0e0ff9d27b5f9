namespace PlaceLeadership.Architecture.Tests;

/// <summary>Namespaces use each other one way, so that each can be read, changed and taken out by itself.</summary>
public sealed class CircleTests
{
    [Fact]
    public void Core_has_no_circle()
    {
        var graph = RoomGraph.Of(Checkout.Assemblies["Core"].Location, "PlaceLeadership.Core");

        Assert.True(graph.Uses.Count > 50, $"Only {graph.Uses.Count} uses were found in Core.");
        Assert.Empty(Named(graph).Select(pair => $"{pair.Key}: {pair.Value}"));
    }

    [Fact]
    public void The_searches_have_no_circle()
    {
        var graph = RoomGraph.Of(Checkout.Assemblies["Matching"].Location, "PlaceLeadership.Matching");
        Assert.Contains(("PlaceLeadership.Matching.Rotations", "PlaceLeadership.Matching.Sets"), graph.Uses.Keys);
        Assert.Empty(graph.InCircles());
    }

    [Fact]
    public void A_circle_is_found_and_its_pairs_are_named()
    {
        var graph = RoomGraph.Of(typeof(CircleTests).Assembly.Location, "PlaceLeadership.Architecture.Tests.Planted");

        // Left and Right use each other, one of them only inside a lambda; Beside is used by both and uses nobody.
        Assert.Equal(
            ["Left → Right: Teacher uses Pupil", "Right → Left: Pupil uses Teacher"],
            Named(graph, "PlaceLeadership.Architecture.Tests.Planted").Select(pair => $"{pair.Key}: {pair.Value}"));
        Assert.Contains(graph.Uses.Keys, pair => pair.To.EndsWith(".Beside", StringComparison.Ordinal));
    }

    private static SortedDictionary<string, string> Named(RoomGraph graph, string prefix = "PlaceLeadership.Core") => new(
        graph.InCircles().ToDictionary(use => $"{use.From[(prefix.Length + 1)..]} → {use.To[(prefix.Length + 1)..]}", use => graph.Uses[use]),
        StringComparer.Ordinal);
}
