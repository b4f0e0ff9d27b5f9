using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PlaceLeadership.Hosting.Telemetry;
using PlaceLeadership.Infra.Tests.Compiling;

namespace PlaceLeadership.Infra.Tests.Rules;

/// <summary>Rules about what is written down and who is woken.</summary>
internal static partial class TelemetryRules
{
    private const string Alert = "Microsoft.Insights/scheduledQueryRules";
    private const string AlertsFile = "modules/alerts.bicep";

    private static readonly string[] Logged =
    [
        "Microsoft.Web/sites", "Microsoft.KeyVault/vaults", "Microsoft.Storage/storageAccounts",
        "Microsoft.Storage/storageAccounts/blobServices", "Microsoft.Storage/storageAccounts/queueServices",
        "Microsoft.Storage/storageAccounts/tableServices",
    ];

    private static readonly (IReadOnlySet<string> Sent, IReadOnlySet<string> Alarms) Metrics = MetricsOfTheHost();

    private static readonly IReadOnlyList<string> Sections =
    [
        .. System.IO.File.ReadLines(Path.Combine(Infrastructure.Root, "docs", "operations.md"))
            .Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#').Trim()),
    ];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new(
            "Everything that holds data or serves it has a diagnostic setting",
            "Who read what, and what failed, is asked afterwards.",
            deployment => deployment.Of(Logged).Select(resource => (
                resource.Id,
                deployment.Of("Microsoft.Insights/diagnosticSettings").Any(setting =>
                    setting.Scope == resource.Id && setting.Text("properties.workspaceId") is { Length: > 0 }
                    && setting.List("properties.logs").Concat(setting.List("properties.metrics")).Any(what => (bool?)what["enabled"] == true))
                        ? null
                        : "no diagnostic setting sends anything of it to the workspace")),
            [
                new Edit("modules/storage.bicep", "  scope: tables\n  name: 'to-workspace'", "  scope: queues\n  name: 'to-workspace-too'"),
                new Edit("modules/storage.bicep", "        category: 'Capacity'\n        enabled: true", "        category: 'Capacity'\n        enabled: false"),
                new Edit("modules/vault.bicep", "        category: 'AuditEvent'\n        enabled: true", "        category: 'AuditEvent'\n        enabled: false"),
                new Edit("modules/app.bicep", "        category: 'FunctionAppLogs'\n        enabled: true", "        category: 'FunctionAppLogs'\n        enabled: false"),
            ]),

        new(
            "Telemetry is written by identities",
            "A connection string that lets anybody in lets anybody invent what happened.",
            deployment => deployment.Of("Microsoft.Insights/components", "Microsoft.OperationalInsights/workspaces").Select(resource => (
                resource.Id,
                (resource.Flag("properties.DisableLocalAuth") ?? resource.Flag("properties.features.disableLocalAuth")) == true
                    ? null
                    : "local authentication is not switched off")),
            [
                new Edit("modules/monitoring.bicep", "DisableLocalAuth: true", "DisableLocalAuth: false"),
                new Edit("modules/monitoring.bicep", "disableLocalAuth: true", "disableLocalAuth: false"),
            ]),

        Rule.OfEach(
            "Microsoft.OperationalInsights/workspaces", "Logs have an end", "A loop of errors must not empty the budget, and nothing is kept for ever.",
            workspace => workspace.Number("properties.workspaceCapping.dailyQuotaGb") is > 0
                && workspace.Number("properties.retentionInDays") is >= 30 and <= 365
                    ? null
                    : "there is no daily cap, or logs are not kept for 30 to 365 days",
            new Edit("modules/monitoring.bicep", "dailyQuotaGb: dailyCapGb", "dailyQuotaGb: -1"),
            new Edit("modules/monitoring.bicep", "retentionInDays: retentionDays", "retentionInDays: 730")),

        Rule.OfEach(
            "Microsoft.Insights/diagnosticSettings", "What grows with every request is not where alerts are read", "A full daily limit silences every alert of its workspace.",
            (setting, deployment) => setting.Scope.Contains("Microsoft.Web/sites", StringComparison.Ordinal)
                || deployment.Of(Alert).All(alert => !alert.List("properties.scopes").Select(scope => OutputOf((string?)scope)).Contains(OutputOf(setting.Text("properties.workspaceId"))))
                    ? null
                    : "it goes into the workspace of the alerts",
            new Edit("main.bicep", "    locked: locked\n    workspaceId: monitoring.outputs.auditId", "    locked: locked\n    workspaceId: monitoring.outputs.workspaceId")),

        Rule.OfEach(
            Alert, "An alert reaches somebody", "One that reaches nobody is worse than none: it is relied upon.",
            (alert, deployment) => alert.Flag("properties.enabled") == true
                && alert.List("properties.actions.actionGroups").Any(group => deployment.Of("Microsoft.Insights/actionGroups")
                    .Any(known => known.Id == (string?)group && known.Flag("properties.enabled") == true
                        && known.List("properties.emailReceivers").Any(receiver => ((string?)receiver["emailAddress"])?.Contains('@', StringComparison.Ordinal) == true)))
                    ? null
                    : "it is switched off, or tells no group with an address",
            new Edit(AlertsFile, "actionGroups: [\n          people.id\n        ]", "actionGroups: []"),
            new Edit(AlertsFile, "    enabled: true\n    emailReceivers", "    enabled: false\n    emailReceivers"),
            new Edit(AlertsFile, "      severity: alert.severity\n      enabled: true", "      severity: alert.severity\n      enabled: false")),

        Rule.OfEach(
            Alert, "An alert says what to do first and where to read on", "It comes to somebody who has other work and has not seen it before.",
            alert => alert.Text("properties.description") is not { } description || !First().IsMatch(description) ? "it does not say what to do first"
                : Section().Match(description) is not { Success: true } named ? "it names no section of docs/operations.md"
                : Sections.Contains(named.Groups[1].Value) ? null
                : $"docs/operations.md has no section '{named.Groups[1].Value}'",
            new Edit(AlertsFile, "First open /health/ready.", "Have a look."),
            new Edit(AlertsFile, "docs/operations.md, \"Rounds fail\"", "docs/operations.md, \"Rounds fall\"")),

        Rule.OfEach(
            Alert, "An alert listens to what the host sends", "A metric that was renamed never rings.",
            alert => alert.List("properties.criteria.allOf").Select(criterion => (string?)criterion["query"] ?? "")
                .SelectMany(query => MetricName().Matches(query).Select(match => match.Value))
                .FirstOrDefault(name => !Metrics.Sent.Contains(name)) is { } unknown ? $"the host sends no {unknown}" : null,
            new Edit(AlertsFile, "AppTraces | summarize", "AppTraces | where OperationName != \"placeleadership.rounds.fell\" | summarize")),

        new(
            "What must not go unnoticed has an alert",
            "The host marks the metrics that nothing else shows from outside: messages in doubt, a key that is not taken, a cohort that stands still.",
            deployment => Metrics.Alarms.Select(metric => (
                metric,
                deployment.Of(Alert).SelectMany(alert => alert.List("properties.criteria.allOf"))
                    .Any(criterion => ((string?)criterion["query"])?.Contains($"\"{metric}\"", StringComparison.Ordinal) == true)
                        ? null
                        : "no alert listens to it")),
            [
                .. Metrics.Alarms.Select(metric => new Edit(AlertsFile, $"\"{metric}\"", "\"placeleadership.messages.due\"")),
            ]),

        Rule.OfEach(
            "Microsoft.Consumption/budgets", "The budget speaks up before it is spent", "Nobody wants to hear of it from the finance department.",
            budget => budget.Number("properties.amount") is > 0 && Warns(budget, "Actual", 90) && Warns(budget, "Forecasted", 100)
                ? null
                : "it does not warn at 90 per cent spent and at 100 per cent forecast, by mail",
            new Edit(AlertsFile, "threshold: 80", "threshold: 120"),
            new Edit(AlertsFile, "thresholdType: 'Forecasted'", "thresholdType: 'Actual'"),
            new Edit(AlertsFile, "      most_of_it_is_spent: {\n        enabled: true", "      most_of_it_is_spent: {\n        enabled: false")),
    ];

    /// <summary>Which output of a module an expression reads: each module reaches it by an expression of its own.</summary>
    private static string? OutputOf(string? expression) => expression?.Split(".outputs.")[^1];

    private static bool Warns(Resource budget, string kind, int percentMax) =>
        budget.At("properties.notifications") is JsonObject notifications && notifications.Select(item => item.Value!).Any(notification =>
            (bool?)notification["enabled"] == true && (string?)notification["thresholdType"] == kind
            && (int?)notification["threshold"] <= percentMax && notification["contactEmails"] is JsonArray { Count: > 0 });

    private static (IReadOnlySet<string> Sent, IReadOnlySet<string> Alarms) MetricsOfTheHost()
    {
        var names = new HashSet<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == Instruments.Name)
                {
                    names.Add(instrument.Name);
                }
            },
        };
        listener.Start();
        using var instruments = new Instruments();
        return (names, instruments.Alarms);
    }

    [GeneratedRegex(@"\bFirst \w+")]
    private static partial Regex First();

    [GeneratedRegex("see docs/operations\\.md, \"([^\"]+)\"")]
    private static partial Regex Section();

    [GeneratedRegex(@"placeleadership\.[a-z_.]+")]
    private static partial Regex MetricName();
}
