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

    [Fact]
    public void Its_costs_count_what_a_private_network_is_paid_for()
    {
        var deployment = infrastructure.Compile("production", privateNetwork: true);
        var paid = EndpointsAndZonesPaid().Match(Guide);
        Assert.Equal(
            (deployment.Of("Microsoft.Network/privateEndpoints").Count, deployment.Of("Microsoft.Network/privateDnsZones").Count),
            (int.Parse(paid.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(paid.Groups[2].Value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Every_parameter_it_tells_to_set_is_there()
    {
        var told = Parameter().Matches(Guide).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(told.Count >= 7);
        Assert.Subset(infrastructure.Compile("production").Template["parameters"]!.AsObject().Select(parameter => parameter.Key).ToHashSet(), told.ToHashSet());
    }

    [GeneratedRegex(@"(\d+) · \$7\.30 \+ (\d+) · \$0\.50")]
    private static partial Regex EndpointsAndZonesPaid();

    [GeneratedRegex(@"(?:`|^ *)param (\w+) = ", RegexOptions.Multiline)]
    private static partial Regex Parameter();

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
