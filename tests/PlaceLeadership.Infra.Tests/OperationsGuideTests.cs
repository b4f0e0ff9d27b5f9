using System.Globalization;
using System.Text.RegularExpressions;
using PlaceLeadership.Infra.Tests.Compiling;

namespace PlaceLeadership.Infra.Tests;

/// <summary>What docs/operations.md says of the template is true of the template.</summary>
public sealed partial class OperationsGuideTests(Infrastructure infrastructure)
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Infrastructure.Root, "docs", "operations.md"));

    [Fact]
    public void Deploying_takes_ten_commands()
    {
        var deploy = Guide.Split("\n## ").Single(section => section.StartsWith("Deploy\n", StringComparison.Ordinal));
        Assert.Equal(
            Enumerable.Range(1, 10).Select(number => $"{number}."),
            Step().Matches(deploy).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Every_output_it_asks_for_is_there()
    {
        var asked = Output().Matches(Guide).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(asked.Count >= 3);
        Assert.Subset(infrastructure.Compile("production").Template["outputs"]!.AsObject().Select(output => output.Key).ToHashSet(), asked.ToHashSet());
    }

    [Fact]
    public void Every_file_and_secret_it_names_is_there()
    {
        var files = BicepFile().Matches(Guide).Select(match => match.Value).Distinct().ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Infrastructure.Root, file)), $"{file} is not there."));

        var secrets = SecretName().Matches(Guide).Select(match => match.Groups[1].Value).Distinct().Order();
        Assert.Equal(
            infrastructure.Compile("production").Of("Microsoft.KeyVault/vaults/secrets").Select(secret => secret.Name.Split('/')[^1]).Order(), secrets);
    }

    [Fact]
    public void Its_costs_count_the_alerts_that_are_there() => Assert.Equal(
        infrastructure.Compile("production").Of("Microsoft.Insights/scheduledQueryRules").Count,
        int.Parse(AlertsPaid().Match(Guide).Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\*\*alerts\*\* \| (\d+) · p7")]
    private static partial Regex AlertsPaid();

    [GeneratedRegex(@"^(\d+\.) ", RegexOptions.Multiline)]
    private static partial Regex Step();

    [GeneratedRegex(@"outputs\.(\w+)\.value")]
    private static partial Regex Output();

    [GeneratedRegex(@"infra/bicep/\w+\.bicep(param)?")]
    private static partial Regex BicepFile();

    [GeneratedRegex(@"--vault-name ""\$vault"" --name (placelead-[a-z-]+)")]
    private static partial Regex SecretName();
}
