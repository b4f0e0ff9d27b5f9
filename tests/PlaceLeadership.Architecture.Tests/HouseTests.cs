using System.Text.RegularExpressions;

namespace PlaceLeadership.Architecture.Tests;

/// <summary>What the page about the house says is so.</summary>
public sealed partial class HouseTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "house.md"));

    [Fact]
    public void The_lines_are_drawn_as_they_are_held()
    {
        var drawn = LayerTests.Lines.Select(line => string.Join("  ", line.Where(room => room.Length > 0))).ToList();
        var places = drawn.Select(line => Page.IndexOf($"\n{line}  ", StringComparison.Ordinal)).ToList();
        Assert.True(places.All(place => place > 0) && places.SequenceEqual(places.Order()), "docs/house.md has to draw these lines in this order:\n" + string.Join('\n', drawn));
    }

    [Fact]
    public void Every_name_in_the_glossary_is_one_in_the_code()
    {
        var names = Names().Matches(Page[Page.IndexOf("## Words", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value).Distinct().ToList();
        var words = Checkout.Files("src", "*.cs").SelectMany(file => Word().Matches(File.ReadAllText(file)).Select(match => match.Value)).ToHashSet();
        Assert.True(names.Count > 30, $"Only {names.Count} names were found.");
        Assert.Subset(words, names.ToHashSet());
    }

    [GeneratedRegex(@"`([A-Z]\w*[a-z]\w*)`")]
    private static partial Regex Names();

    [GeneratedRegex(@"\b[A-Z]\w*")]
    private static partial Regex Word();
}
