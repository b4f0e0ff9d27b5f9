using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Infra.Tests.Compiling;

namespace PlaceLeadership.Infra.Tests.Rules;

/// <summary>Rules about where secrets may stand: in the vault, and nowhere else.</summary>
internal static partial class SecretRules
{
    // SendGrid shows it to whoever wants to check its signatures.
    private const string PublicKey = "sendGridEventsKey";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new(
            "No output holds a secret",
            "Outputs are stored with the deployment, where every reader of the resource group finds them.",
            deployment => deployment.Modules.SelectMany(module => module.Outputs.Select(output =>
                ($"output {output.Key} of {module.Name}", OutputProblem(output.Key, output.Value!, module)))),
            [
                new Edit("main.bicep", "", "\noutput forConvenience string = keys\n"),
                new Edit("modules/storage.bicep", "", "\noutput forConvenience string = account.listKeys().keys[0].value\n"),
                new Edit("main.bicep", "", "\noutput managerPassword string = 'correct horse'\n"),
            ]),

        new(
            "A secret comes in as a secure parameter",
            "Azure stores and shows the values of plain ones.",
            deployment => deployment.Modules.SelectMany(module => module.Parameters
                .Where(parameter => parameter.Key != PublicKey && (LooksSecret(parameter.Key) || IsHandedSecret(deployment, module, parameter.Key)))
                .Select(parameter => (
                    $"parameter {parameter.Key} of {module.Name}",
                    Module.IsSecure(parameter.Value) ? null : "it is a plain parameter"))),
            [
                new Edit("main.bicep", "@secure()\nparam managerKey string", "param managerKey string"),
                new Edit("modules/vault.bicep", "@secure()\nparam sendGridKey string", "param sendGridKey string"),
                new Edit("main.bicep", "@secure()\nparam oidcClientSecret string", "param oidcClientSecret string"),
                new Edit("main.bicep", "watchdogSchedule: watchdogSchedule", "watchdogSchedule: keys"),
            ]),

        new(
            "A parameter file holds no secret",
            "Parameter files are committed; secrets come from the environment of whoever deploys.",
            deployment => deployment.Modules.Take(1).SelectMany(main => main.SecureParameters.Select(name => (
                $"parameter {name}",
                Text(deployment.Parameters[name]?["value"]) is { Length: > 0 }
                    ? "the parameter file holds its value"
                    : Text(main.Parameters[name]!["defaultValue"]) is { Length: > 0 } ? "it has a default value" : null))),
            [
                new Edit("production.bicepparam", "readEnvironmentVariable('PLACELEAD_KEYS', '')", "'bm90IGEgc2VjcmV0'"),
                new Edit("production.bicepparam", "readEnvironmentVariable('PLACELEAD_MANAGER_KEY', '')", "'correct horse'"),
                new Edit("production.bicepparam", "readEnvironmentVariable('PLACELEAD_OIDC_CLIENT_SECRET', '')", "'correct horse'"),
            ]),

        new(
            "A secret setting refers to the vault",
            "Settings are shown to everybody who may look at the app.",
            deployment => SettingsCatalogue.With(EnvironmentTests.OfTheTemplate).Where(setting => setting.Secret).Select(setting => (
                setting.Name,
                deployment.Settings.GetValueOrDefault(setting.Name) is { } value && (value.Length == 0 || value.Contains("@Microsoft.KeyVault(SecretUri=", StringComparison.Ordinal))
                    ? null
                    : "it is no reference to the vault")),
            [
                new Edit("modules/settings.bicep", "PLACELEAD_OIDC_CLIENT_SECRET: empty(oidcAuthority)\n      ? ''", "PLACELEAD_OIDC_CLIENT_SECRET: empty(oidcAuthority)\n      ? 'correct horse battery staple'"),
                new Edit("modules/settings.bicep", "? '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${secretNames.managerKey})'", "? 'correct horse battery staple'"),
            ]),

        new(
            "No setting opens storage with a key",
            "Storage has no keys; a setting with one is a mistake, or the beginning of one.",
            deployment => deployment.Settings.Select(setting => (
                setting.Key, StorageKey().IsMatch(setting.Value) ? "it holds a key or a signature" : null)),
            [
                new Edit(
                    "modules/settings.bicep", "AzureWebJobsStorage__credential: 'managedidentity'",
                    "AzureWebJobsStorage: 'DefaultEndpointsProtocol=https;AccountName=hub;AccountKey=c2VjcmV0'"),
            ]),
    ];

    private static string? OutputProblem(string name, JsonNode output, Module module)
    {
        var value = output["value"]?.ToJsonString() ?? "";
        return Module.IsSecure(output) || LooksSecret(name) ? "its name or type says that it is one"
            : Lists().IsMatch(value) ? "it asks a resource for its keys"
            : module.SecureParameters.Any(secure => Mentions(value, secure)) ? "it gives a secure parameter away"
            : null;
    }

    /// <summary>Whether the parent hands the value of one of its secure parameters to this parameter.</summary>
    private static bool IsHandedSecret(Deployment deployment, Module module, string parameter) =>
        module.Given[parameter]?.ToJsonString() is { } handed
        && deployment.Modules.Any(parent => parent.SecureParameters.Any(secure => Mentions(handed, secure)));

    private static bool Mentions(string expression, string parameter) =>
        expression.Replace("\\u0027", "'", StringComparison.Ordinal).Contains($"parameters('{parameter}')", StringComparison.Ordinal);

    private static bool LooksSecret(string name) => SecretName().IsMatch(name);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    [GeneratedRegex("(key|keys|secret|password|token)$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"\blist[A-Z]\w*\(", RegexOptions.None)]
    private static partial Regex Lists();

    [GeneratedRegex(@"AccountKey=|SharedAccessSignature=|[?&]sig=|\blist[A-Z]\w*\(")]
    private static partial Regex StorageKey();
}
