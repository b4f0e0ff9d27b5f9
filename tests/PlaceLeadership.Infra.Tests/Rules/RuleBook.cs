namespace PlaceLeadership.Infra.Tests.Rules;

/// <summary>Every rule.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<Rule> All { get; } =
        [.. AppRules.All, .. StorageRules.All, .. VaultRules.All, .. SecretRules.All, .. AccessRules.All, .. TelemetryRules.All];

    public static Rule Named(string name) => All.Single(rule => rule.Name == name);
}
