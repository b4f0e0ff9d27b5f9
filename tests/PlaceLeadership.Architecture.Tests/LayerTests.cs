using System.Text.RegularExpressions;

namespace PlaceLeadership.Architecture.Tests;

/// <summary>Core's rooms stand in lines: each may know those on its own line and above, never one below.</summary>
public sealed partial class LayerTests
{
    private const string Core = "PlaceLeadership.Core";

    internal static readonly string[][] Lines =
    [
        ["", "Calendar", "Storing", "Privacy", "Places", "Programmes", "Programmes.Reading", "Wording"],
        ["Acts", "Accounts", "Answering", "Outbox", "Facts"],
        ["Cohorts", "Replies"],
        ["Journeys"],
        ["Tending", "Composition"],
        ["Evidence"],
    ];

    [Fact]
    public void No_room_of_Core_knows_one_below_it() =>
        Assert.Empty(Upwards(RoomGraph.Of(Checkout.Assemblies["Core"].Location, Core), Core, Lines));

    [Fact]
    public void No_file_of_Core_imports_a_room_below_its_own() =>
        Assert.Empty(
            from file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src", Core), "*.cs", SearchOption.AllDirectories)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            let text = File.ReadAllText(file)
            from room in Namespace().Matches(text).Select(match => match.Groups[1].Value)
            from import in Import().Matches(text).Select(match => match.Groups[1].Value)
            where LineOf(room, Lines) < LineOf(import, Lines)
            select $"{Checkout.Relative(file)} imports {import}");

    [Fact]
    public void Every_room_has_its_line_and_every_line_its_rooms()
    {
        var rooms = Checkout.Assemblies["Core"].GetTypes().Where(type => !type.IsNested && type.Namespace?.StartsWith(Core, StringComparison.Ordinal) == true)
            .Select(type => Room(type.Namespace!, Core)).Distinct().ToList();
        Assert.DoesNotContain(rooms, room => LineOf(room, Lines) < 0);
        Assert.DoesNotContain(Lines.SelectMany(line => line), room => rooms.All(other => other != room && !other.StartsWith(room + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_planted_import_is_found_and_named()
    {
        const string Planted = "PlaceLeadership.Architecture.Tests.Planted.House";
        var graph = RoomGraph.Of(typeof(LayerTests).Assembly.Location, Planted);

        // The cellar knows the attic, which may know the cellar.
        Assert.Equal(["Cellar → Attic: Barrel uses Trunk"], Upwards(graph, Planted, [["Cellar"], ["Attic"]]));
        Assert.Empty(Upwards(graph, Planted, [["Attic", "Cellar"]]));
    }

    [GeneratedRegex(@"^namespace PlaceLeadership\.Core\.?([\w.]*);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using (?:static )?PlaceLeadership\.Core\.([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Import();

    private static IEnumerable<string> Upwards(RoomGraph graph, string prefix, string[][] lines) => graph.Uses
        .Select(use => (From: Room(use.Key.From, prefix), To: Room(use.Key.To, prefix), use.Value))
        .Where(use => LineOf(use.From, lines) < LineOf(use.To, lines))
        .Select(use => $"{use.From} → {use.To}: {use.Value}");

    private static string Room(string name, string prefix) => name.Length == prefix.Length ? "" : name[(prefix.Length + 1)..];

    // A room without a line of its own stands with the room that holds it.
    private static int LineOf(string room, string[][] lines)
    {
        for (var here = room; ; here = here[..here.LastIndexOf('.')])
        {
            if (Array.FindIndex(lines, line => line.Contains(here)) is >= 0 and var line)
            {
                return line;
            }

            if (!here.Contains('.', StringComparison.Ordinal))
            {
                return -1;
            }
        }
    }
}
