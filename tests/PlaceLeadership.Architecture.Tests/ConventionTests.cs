using System.Text.RegularExpressions;

namespace PlaceLeadership.Architecture.Tests;

public sealed partial class ConventionTests
{
    [Fact]
    public void Folders_are_capabilities_not_technical_kinds()
    {
        var folders = Checkout.Folders("src", "tests", "benchmarks");
        Assert.True(folders.Count > 20);
        Assert.DoesNotContain(folders, folder => Path.GetFileName(folder) is "Services" or "Helpers" or "Models" or "Utils" or "Common");
    }

    [Fact]
    public void Classes_that_nobody_derives_from_are_sealed()
    {
        var types = Checkout.ProductTypes.Where(type => type.IsClass && !type.IsAbstract).ToList();
        Assert.True(types.Count > 100);
        var bases = Checkout.ProductTypes.Select(type => type.BaseType).OfType<Type>().ToHashSet();
        Assert.Empty(types
            .Where(type => !type.IsSealed && !bases.Contains(type) && type.Name != "Program" && !IsWrittenByTheRazorCompiler(type))
            .Select(type => type.FullName));
    }

    private static bool IsWrittenByTheRazorCompiler(Type type) =>
        type.Name == "_Imports" || type.BaseType?.FullName == "Microsoft.AspNetCore.Components.ComponentBase";

    [Fact]
    public void No_interface_has_fewer_than_two_implementations()
    {
        var interfaces = Checkout.ProductTypes.Where(type => type.IsInterface).ToList();
        Assert.Contains(interfaces, type => type.Name == "ITables");
        Assert.Contains(interfaces, type => type.Name == "IMailer");
        Assert.All(interfaces, wanted => Assert.True(
            Checkout.ProductTypes.Count(type => type is { IsClass: true, IsAbstract: false }
                && type.GetInterfaces().Any(has => has == wanted || (has.IsGenericType && has.GetGenericTypeDefinition() == wanted))) >= 2,
            $"{wanted.FullName} has fewer than two implementations: use the class."));
    }

    [Theory]
    [InlineData("Core", 80)]
    [InlineData("Matching", 20)]
    public void Every_public_type_of_the_rules_and_the_searches_says_what_it_is(string room, int least)
    {
        var exported = Checkout.Assemblies[room].GetExportedTypes().Select(type => type.Name.Split('`')[0]).ToHashSet();
        var seen = 0;
        foreach (var file in Checkout.Files(Path.Combine("src", $"PlaceLeadership.{room}"), "*.cs"))
        {
            var lines = File.ReadAllLines(file);
            for (var index = 0; index < lines.Length; index++)
            {
                if (PublicType().Match(lines[index]) is not { Success: true } match || !exported.Contains(match.Groups[1].Value))
                {
                    continue;
                }

                seen++;
                var above = index - 1;
                while (above >= 0 && lines[above].TrimStart().StartsWith('['))
                {
                    above--;
                }

                Assert.True(
                    above >= 0 && lines[above].TrimStart().StartsWith("///", StringComparison.Ordinal),
                    $"{Checkout.Relative(file)}:{index + 1} has no documentation comment: {lines[index].Trim()}");
            }
        }

        Assert.True(seen > least, $"Only {seen} public types were found.");
    }

    [Fact]
    public void No_test_waits_for_real_time_to_pass()
    {
        var files = Checkout.Files("tests", "*.cs");
        Assert.True(files.Count > 40);
        Assert.All(files, file =>
        {
            var match = Wait().Match(File.ReadAllText(file));
            Assert.False(match.Success, $"{Checkout.Relative(file)} waits: {match.Value}");
        });
    }

    [Fact]
    public void No_failure_is_swallowed()
    {
        var files = Checkout.Files("src", "*.cs");
        Assert.True(files.Count > 80);
        Assert.All(files, file =>
        {
            var match = EmptyCatch().Match(File.ReadAllText(file));
            Assert.False(match.Success, $"{Checkout.Relative(file)} swallows a failure: {match.Value}");
        });
    }

    [Theory]
    [InlineData("catch { }")]
    [InlineData("catch (Exception)\n{\n}")]
    [InlineData("catch (Exception e) when (e is IOException or TimeoutException)\n    {   }")]
    public void The_search_for_swallowed_failures_finds_them(string code) => Assert.Matches(EmptyCatch(), code);

    [Fact]
    public void Commands_open_their_folder_in_one_place()
    {
        var files = Checkout.Files(Path.Combine("src", "PlaceLeadership.Cli"), "*.cs");
        Assert.Equal("WorkspaceCommand.cs", Path.GetFileName(Assert.Single(files, file => File.ReadAllText(file).Contains("Workspace.OpenAsync(", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("public class Open")]
    [InlineData("    public sealed record Nested(int Number);")]
    [InlineData("public readonly record struct Value")]
    [InlineData("public static partial class Words")]
    [InlineData("public interface ITables")]
    public void The_search_for_public_types_finds_them(string line) => Assert.Matches(PublicType(), line);

    // A wait without end is no wait: a server that never answers, until it is told to stop.
    [GeneratedRegex(@"Task\.Delay\((?!Timeout\.InfiniteTimeSpan)|Thread\.Sleep\(")]
    private static partial Regex Wait();

    [GeneratedRegex(@"^\s*public (?:(?:sealed|static|abstract|readonly|partial|ref|unsafe|new) )*(?:class|record struct|record|struct|enum|interface) (\w+)")]
    private static partial Regex PublicType();

    [GeneratedRegex(@"catch\s*(?:\([^)]*\))?\s*(?:when\s*\((?:[^()]|\([^()]*\))*\))?\s*\{\s*\}")]
    private static partial Regex EmptyCatch();
}
