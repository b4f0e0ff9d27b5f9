using System.Text.Json;
using System.Text.RegularExpressions;

namespace PlaceLeadership.Architecture.Tests;

/// <summary>Dependencies point one way: hosts → Web, Mail, Storage → Core → Matching.</summary>
public sealed partial class DependencyTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Matching"] = [],
        ["Core"] = ["Matching"],
        ["Storage"] = ["Core"],
        ["Mail"] = ["Core"],
        ["Application"] = ["Core"],
        ["Web"] = ["Core", "Application"],
        ["Hosting"] = ["Core", "Storage", "Mail", "Application", "Web"],
    };

    private static readonly string[] NotForCore =
    [
        "Microsoft.AspNetCore", "Microsoft.Azure", "Azure.", "SendGrid", "Spectre", "MimeKit", "Polly", "System.CommandLine",
        "Microsoft.DurableTask", "Microsoft.Extensions",
    ];

    public static TheoryData<string> InnerRooms => [.. MayUse.Keys];

    [Theory]
    [MemberData(nameof(InnerRooms))]
    public void A_built_assembly_refers_to_no_room_that_it_may_not_know(string room)
    {
        var referred = Checkout.Assemblies[room].GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith("PlaceLeadership.", StringComparison.Ordinal) || name == "placelead");
        Assert.Subset(MayUse[room].Select(name => $"PlaceLeadership.{name}").ToHashSet(), referred.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(InnerRooms))]
    public void A_project_file_refers_to_no_room_that_it_may_not_know(string room)
    {
        var project = Path.Combine(Checkout.Root, "src", $"PlaceLeadership.{room}", $"PlaceLeadership.{room}.csproj");
        Assert.Subset(
            MayUse[room].Select(name => $"PlaceLeadership.{name}").ToHashSet(), Checkout.Includes(project, "ProjectReference").ToHashSet());
    }

    [Fact]
    public void Every_project_but_the_hosts_is_one_of_these_rooms()
    {
        var known = MayUse.Keys.Concat(["Cli", "Functions"]).Select(room => $"PlaceLeadership.{room}.csproj").ToHashSet();
        Assert.Subset(known, Checkout.Files("src", "*.csproj").Select(file => Path.GetFileName(file)).ToHashSet());
    }

    [Fact]
    public void The_rules_know_no_host_no_cloud_and_no_provider()
    {
        var project = Path.Combine(Checkout.Root, "src", "PlaceLeadership.Core", "PlaceLeadership.Core.csproj");
        var used = Checkout.Assemblies["Core"].GetReferencedAssemblies().Select(name => name.Name!)
            .Concat(Checkout.Includes(project, "PackageReference")).ToList();
        Assert.Contains("NodaTime", used);
        Assert.DoesNotContain(used, name => NotForCore.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
        Assert.Empty(Checkout.Includes(project, "FrameworkReference"));
    }

    [Fact]
    public void The_searches_know_nothing_but_the_base_class_library()
    {
        var project = Path.Combine(Checkout.Root, "src", "PlaceLeadership.Matching", "PlaceLeadership.Matching.csproj");
        var library = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var used = Checkout.Assemblies["Matching"].GetReferencedAssemblies().Select(name => name.Name!).ToList();
        Assert.Contains("System.Runtime", used);
        Assert.All(used, name => Assert.True(File.Exists(Path.Combine(library, name + ".dll")), $"The searches use {name}."));
        Assert.All(["PackageReference", "FrameworkReference"], kind => Assert.Empty(Checkout.Includes(project, kind)));
    }

    [Fact]
    public void Only_the_storage_room_knows_Azure_Tables_and_only_the_mail_room_the_providers()
    {
        foreach (var (room, assembly) in Checkout.Assemblies)
        {
            var used = assembly.GetReferencedAssemblies().Select(name => name.Name!).ToList();
            Assert.True(room == "Storage" || !used.Contains("Azure.Data.Tables"), $"{room} uses Azure.Data.Tables.");
            Assert.True(room == "Mail" || !used.Contains("SendGrid"), $"{room} uses SendGrid.");
        }
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Checkout.Root, "PlaceLeadership.sln"));
        var projects = Checkout.Files(".", "*.csproj");
        Assert.True(projects.Count > 8);
        Assert.All(projects, project => Assert.Contains(Path.GetFileName(project), solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_product_project_gets_the_banned_symbols_and_a_banned_symbol_is_an_error()
    {
        var props = File.ReadAllText(Path.Combine(Checkout.Root, "Directory.Build.props"));
        Assert.Matches(AdditionalFile(), props);
        Assert.Contains(
            "dotnet_diagnostic.RS0030.severity = error", File.ReadAllText(Path.Combine(Checkout.Root, ".editorconfig")), StringComparison.Ordinal);
        Assert.True(File.ReadAllLines(Path.Combine(Checkout.Root, "BannedSymbols.txt")).Length > 10);
        Assert.Empty(Checkout.Files("src", "Directory.Build.*"));
        var projects = Checkout.Files("src", "*.csproj");
        Assert.NotEmpty(projects);
        foreach (var project in projects)
        {
            var text = File.ReadAllText(project);
            Assert.DoesNotContain("RS0030", text, StringComparison.Ordinal);
            if (text.Contains("eng/DurableFunctions.props", StringComparison.Ordinal))
            {
                // What it is built with depends on the feed, so nothing is locked; the analyzer is there on every feed.
                Assert.Equal("PlaceLeadership.Functions.csproj", Path.GetFileName(project));
                var shared = File.ReadAllText(Path.Combine(Checkout.Root, "eng", "DurableFunctions.props"));
                Assert.Contains("Update=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\"", shared, StringComparison.Ordinal);
                continue;
            }

            using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")));
            Assert.All(
                locked.RootElement.GetProperty("dependencies").EnumerateObject(),
                framework => Assert.True(
                    framework.Name.Contains('/', StringComparison.Ordinal)
                    || framework.Value.TryGetProperty("Microsoft.CodeAnalysis.BannedApiAnalyzers", out _),
                    $"{Checkout.Relative(project)} is built without the banned symbols."));
        }

        Assert.DoesNotContain(Checkout.Files("src", "*.cs"), file => File.ReadAllText(file).Contains("disable RS0030", StringComparison.Ordinal));
    }

    [GeneratedRegex("<AdditionalFiles Include=\"[^\"]*BannedSymbols.txt\"")]
    private static partial Regex AdditionalFile();
}
