using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Hosting.Settings;

namespace PlaceLeadership.Functions.Telemetry;

/// <summary>Who sends the logs of a function to Azure Monitor.</summary>
internal static class LogExport
{
    /// <summary>The name by which the Functions host knows it.</summary>
    public const string ByTheWorker = "WorkerApplicationInsightsLoggingEnabled";

    /// <summary>Where we send our logs ourselves, with all that is in them, the host is asked not to send its copy of each as well.</summary>
    public static IServiceCollection SayWhoExportsLogs(this IServiceCollection services, HostSettings settings) =>
        settings.Telemetry is null ? services : services.Configure<WorkerOptions>(options => options.Capabilities[ByTheWorker] = bool.TrueString);
}
