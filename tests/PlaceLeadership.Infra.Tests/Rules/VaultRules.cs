using PlaceLeadership.Infra.Tests.Compiling;

namespace PlaceLeadership.Infra.Tests.Rules;

/// <summary>Rules about the key vault.</summary>
internal static class VaultRules
{
    private const string Vault = "Microsoft.KeyVault/vaults";
    private const string File = "modules/vault.bicep";

    public static IReadOnlyList<Rule> All { get; } =
    [
        Rule.OfEach(
            Vault, "Nobody destroys a key at once", "Without the keys every stored reflection is unreadable for good.",
            vault => vault.Flag("properties.enablePurgeProtection") == true ? null : "enablePurgeProtection is not true",
            new Edit(File, "enablePurgeProtection: true", "enablePurgeProtection: false"),
            new Edit(File, "    enablePurgeProtection: true\n", "")),

        Rule.OfEach(
            Vault, "A deleted key can be brought back for ninety days", "It is missed when somebody opens an old reflection, not at once.",
            vault => vault.Flag("properties.enableSoftDelete") == true && vault.Number("properties.softDeleteRetentionInDays") == 90
                ? null
                : "soft delete is not on for 90 days",
            new Edit(File, "enableSoftDelete: true", "enableSoftDelete: false"),
            new Edit(File, "softDeleteRetentionInDays: 90", "softDeleteRetentionInDays: 7")),

        Rule.OfEach(
            Vault, "The vault is opened by roles", "Access policies cannot be given for a single secret.",
            vault => vault.Flag("properties.enableRbacAuthorization") == true ? null : "enableRbacAuthorization is not true",
            new Edit(File, "enableRbacAuthorization: true", "enableRbacAuthorization: false")),

        Rule.OfEach(
            Vault + "/secrets", "A secret is written only when one is given", "A later deployment must not put an old key, or none, in the place of the one in use.",
            secret => secret.Text("condition")?.Contains("not(empty(parameters(", StringComparison.Ordinal) == true
                ? null
                : "it is written by every deployment",
            new Edit(File, "= if (!empty(keys)) {", "= {"),
            new Edit(File, "= if (!empty(sendGridKey)) {", "= {"),
            new Edit(File, "= if (!empty(oidcClientSecret)) {", "= {")),
    ];
}
