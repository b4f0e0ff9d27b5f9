namespace PlaceLeadership.Infra.Tests.Rules;

/// <summary>Every rule.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<Rule> OfEveryPlace { get; } =
        [.. AppRules.All, .. StorageRules.All, .. VaultRules.All, .. SecretRules.All, .. AccessRules.All, .. TelemetryRules.All];

    public static IReadOnlyList<Rule> OfAPrivateNetwork { get; } = NetworkRules.All;

    public static IReadOnlyList<Rule> All { get; } = [.. OfEveryPlace, .. OfAPrivateNetwork];

    /// <summary>What has to hold for a place with a private network, or without one.</summary>
    public static IReadOnlyList<Rule> For(bool privateNetwork) => privateNetwork ? All : OfEveryPlace;

    public static Rule Named(string name) => All.Single(rule => rule.Name == name);
}
