using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PlaceLeadership.Hosting.Telemetry;

/// <summary>Sends traces, metrics and logs to Azure Monitor.</summary>
public static class TelemetrySetup
{
    /// <summary>
    /// Adds telemetry. Only our own source and meter are listened to: the platform's spans of requests hold the paths of
    /// pages, and those hold the tokens that let people in.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="connection">The connection string of Application Insights, or null for nowhere.</param>
    /// <param name="credential">The app's identity, or null when the connection string is enough.</param>
    public static IServiceCollection AddPlaceLeadershipTelemetry(
        this IServiceCollection services, string? connection, TokenCredential? credential = null)
    {
        services.AddSingleton<Instruments>();
        if (connection is null)
        {
            return services;
        }

        void Where(AzureMonitorExporterOptions options)
        {
            options.ConnectionString = connection;
            options.Credential = credential;
            // Every span: the exporter's own limit of five traces a second would lose the failed ones of a burst.
            options.TracesPerSecond = null;
            options.SamplingRatio = 1;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("placeleadership"))
            .WithTracing(traces => traces.AddSource(Instruments.Name).AddAzureMonitorTraceExporter(Where))
            .WithMetrics(metrics => metrics.AddMeter(Instruments.Name).AddAzureMonitorMetricExporter(Where))
            .WithLogging(logs => logs.AddAzureMonitorLogExporter(Where));
        return services.AddLogging(logging => logging.AddFilter<OpenTelemetryLoggerProvider>(IsExported));
    }

    // As host.json says it for the host: the platform tells several lines of each request. A rule of a provider stands above those
    // for all, so what writes addresses is kept out here once more.
    private static bool IsExported(string? category, LogLevel level) =>
        category != "Microsoft.AspNetCore.Hosting.Diagnostics"
        && level >= (category?.StartsWith(Instruments.Name, StringComparison.Ordinal) == true ? LogLevel.Information : LogLevel.Warning);
}
