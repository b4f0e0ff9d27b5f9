using PlaceLeadership.Infra.Tests.Compiling;

namespace PlaceLeadership.Infra.Tests.Rules;

/// <summary>Rules about the function app.</summary>
internal static class AppRules
{
    private const string App = "Microsoft.Web/sites";
    private const string File = "modules/app.bicep";

    public static IReadOnlyList<Rule> All { get; } =
    [
        Rule.OfEach(
            App, "Pages are served over HTTPS only", "What people write must not travel in the open.",
            app => app.Flag("properties.httpsOnly") == true ? null : "httpsOnly is not true",
            new Edit(File, "httpsOnly: true", "httpsOnly: false"),
            new Edit(File, "    httpsOnly: true\n", "")),

        Rule.OfEach(
            App, "The app speaks TLS 1.2 or later", "Earlier versions are broken; this holds for pages and for the deployment site.",
            app => IsRecent(app.Text("properties.siteConfig.minTlsVersion")) && IsRecent(app.Text("properties.siteConfig.scmMinTlsVersion"))
                ? null
                : "minTlsVersion or scmMinTlsVersion is earlier than 1.2",
            new Edit(File, "minTlsVersion: '1.2'", "minTlsVersion: '1.1'"),
            new Edit(File, "scmMinTlsVersion: '1.2'", "scmMinTlsVersion: '1.0'")),

        Rule.OfEach(
            App, "FTP is off", "A way in with a password, for files nobody puts there.",
            app => app.Text("properties.siteConfig.ftpsState") == "Disabled" ? null : "ftpsState is not Disabled",
            new Edit(File, "ftpsState: 'Disabled'", "ftpsState: 'FtpsOnly'"),
            new Edit(File, "      ftpsState: 'Disabled'\n", "")),

        Rule.OfEach(
            App, "Nobody deploys with a password", "The passwords of the publishing profile are not bound to a person.",
            (app, deployment) => new[] { "ftp", "scm" }.All(door => deployment.Of(App + "/basicPublishingCredentialsPolicies").Any(policy =>
                policy.Id == $"{app.Id}/basicPublishingCredentialsPolicies/{door}" && policy.Flag("properties.allow") == false))
                ? null
                : "the publishing passwords for ftp and scm are not both switched off",
            new Edit(File, "name: 'ftp'\n  properties: {\n    allow: false", "name: 'ftp'\n  properties: {\n    allow: true"),
            new Edit(File, "name: 'scm'\n  properties: {\n    allow: false", "name: 'scm'\n  properties: {\n    allow: true")),

        Rule.OfEach(
            App, "Remote debugging is off", "A debugger reads every reflection in the clear.",
            app => app.Flag("properties.siteConfig.remoteDebuggingEnabled") == false ? null : "remoteDebuggingEnabled is not false",
            new Edit(File, "remoteDebuggingEnabled: false", "remoteDebuggingEnabled: true"),
            new Edit(File, "      remoteDebuggingEnabled: false\n", "")),

        Rule.OfEach(
            App, "The app runs .NET 10 isolated on Flex Consumption", "It is what the product is built and measured for.",
            (app, deployment) => app.Text("properties.functionAppConfig.runtime.name") == "dotnet-isolated"
                && app.Text("properties.functionAppConfig.runtime.version") == "10.0"
                && deployment.Of("Microsoft.Web/serverfarms").Any(plan =>
                    plan.Id == app.Text("properties.serverFarmId") && plan.Text("sku.name") == "FC1")
                    ? null
                    : "the runtime is another, or the plan is not FC1",
            new Edit(File, "version: '10.0'", "version: '8.0'"),
            new Edit(File, "name: 'FC1'", "name: 'EP1'")),

        Rule.OfEach(
            App, "The app is somebody, and fetches its package as such", "An identity has no key that can be copied.",
            app => app.Text("identity.type") == "SystemAssigned"
                && app.Text("properties.functionAppConfig.deployment.storage.authentication.type") == "SystemAssignedIdentity"
                    ? null
                    : "its identity or the one that fetches the package is not the system-assigned one",
            new Edit(
                File, "type: 'SystemAssignedIdentity'",
                "type: 'StorageAccountConnectionString'\n            storageAccountConnectionStringName: 'DEPLOYMENT'")),

        Rule.OfEach(
            App, "Paths of pages are not logged", "A path holds the token that lets its reader in.",
            (app, deployment) => deployment.Of("Microsoft.Insights/diagnosticSettings")
                .Where(setting => setting.Scope == app.Id)
                .SelectMany(setting => setting.List("properties.logs"))
                .FirstOrDefault(log => (string?)log["category"] != "FunctionAppLogs") is { } other
                    ? $"it logs {other["category"] ?? other["categoryGroup"]}"
                    : null,
            new Edit(File, "category: 'FunctionAppLogs'", "category: 'AppServiceHTTPLogs'"),
            new Edit(File, "category: 'FunctionAppLogs'", "categoryGroup: 'allLogs'")),
    ];

    private static bool IsRecent(string? version) => version is "1.2" or "1.3";
}
