using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Azure.Core.Pipeline;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using PlaceLeadership.Hosting.Telemetry;
using PlaceLeadership.Mail.Delivery;

namespace PlaceLeadership.Hosting.Tests;

/// <summary>What really leaves for Azure Monitor, read where it would arrive.</summary>
public sealed partial class TelemetryExportTests
{
    private const string Connection =
        "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=https://ingestion.example.org/";

    [Fact]
    public async Task Every_failed_round_of_a_burst_arrives_with_the_type_of_its_failure_and_nothing_it_was_about()
    {
        var ingestion = new Ingestion();
        await using var host = Exporting(ingestion);
        var tracing = host.GetRequiredService<TracerProvider>();
        var instruments = host.GetRequiredService<Instruments>();

        foreach (var work in (string[])["tend", "convene", "deliver"])
        {
            for (var round = 0; round < 100; round++)
            {
                await Assert.ThrowsAsync<InvalidDataException>(() => instruments.MeasureAsync<int>(
                    work, new CohortId("vale"), null, _ => throw new InvalidDataException("the row of somebody@example.org")));
            }
        }

        Assert.True(tracing.ForceFlush());
        var failed = ingestion.Items("RemoteDependencyData").Where(item => !item.GetProperty("success").GetBoolean()).ToList();
        Assert.Equal(
            [("convene", 100), ("deliver", 100), ("tend", 100)],
            failed.GroupBy(item => item.GetProperty("name").GetString()).Select(work => (work.Key, work.Count())).Order());
        Assert.All(failed, item => Assert.Equal(
            "System.IO.InvalidDataException", item.GetProperty("properties").GetProperty("error.type").GetString()));
        Assert.DoesNotContain("somebody", ingestion.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_line_of_ours_arrives_once_and_of_the_platform_only_what_went_wrong_and_never_an_address()
    {
        var ingestion = new Ingestion();
        await using (var host = Exporting(ingestion))
        {
            var logs = host.GetRequiredService<ILoggerFactory>();
            foreach (var category in (string[])["PlaceLeadership.Hosting.Running.CohortRounds", "Microsoft.AspNetCore.Routing.EndpointMiddleware", "Azure.Core"])
            {
                var log = logs.CreateLogger(category);
                foreach (var level in (LogLevel[])[LogLevel.Debug, LogLevel.Information, LogLevel.Warning])
                {
                    Asked(log, level, "nothing");
                }
            }

            Asked(logs.CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics"), LogLevel.Error, "/r/TOKEN");
        }

        Assert.Equal(
            [("Azure.Core", "Warning"), ("Microsoft.AspNetCore.Routing.EndpointMiddleware", "Warning"),
                ("PlaceLeadership.Hosting.Running.CohortRounds", "Information"), ("PlaceLeadership.Hosting.Running.CohortRounds", "Warning")],
            ingestion.Items("MessageData").Select(item => (
                item.GetProperty("properties").GetProperty("CategoryName").GetString(), item.GetProperty("severityLevel").GetString())).Order());
        Assert.DoesNotContain("TOKEN", ingestion.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_arrives_under_the_name_that_the_alerts_ask_for()
    {
        var ingestion = new Ingestion();
        await using (var host = Exporting(ingestion))
        {
            host.GetRequiredService<MeterProvider>();
            var instruments = host.GetRequiredService<Instruments>();
            instruments.StoodStill(2);
            instruments.Delivered(new DeliveryResult(0, 0, 0, 0, 0, null, Stopped: "The key is not taken."));
        }

        var arrived = ingestion.Items("MetricData").SelectMany(item => item.GetProperty("metrics").EnumerateArray())
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble());
        Assert.Equal(2, arrived["placeleadership.standstills"]);
        Assert.Equal(1, arrived["placeleadership.sending.stopped"]);
        Assert.Equal(0, arrived["placeleadership.messages.refused"]);
    }

    [LoggerMessage(Message = "Asked for {Path}")]
    private static partial void Asked(ILogger log, LogLevel level, string path);

    private static ServiceProvider Exporting(Ingestion ingestion)
    {
        var services = new ServiceCollection().AddPlaceLeadershipTelemetry(Connection);
        services.ConfigureAll<AzureMonitorExporterOptions>(options =>
        {
            options.Transport = new HttpClientTransport(new HttpClient(ingestion));
            options.DisableOfflineStorage = true;
            options.EnableLiveMetrics = false;
        });
        return services.BuildServiceProvider();
    }

    /// <summary>Takes what is sent to it, and understands what it is.</summary>
    private sealed class Ingestion : HttpMessageHandler
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public string Everything => string.Join('\n', _lines);

        public IEnumerable<JsonElement> Items(string type) => _lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("data"))
            .Where(data => data.GetProperty("baseType").GetString() == type)
            .Select(data => data.GetProperty("baseData"));

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await using var sent = await request.Content!.ReadAsStreamAsync(cancellationToken);
            await using var body = request.Content.Headers.ContentEncoding.Contains("gzip")
                ? new GZipStream(sent, CompressionMode.Decompress)
                : sent;
            var lines = (await new StreamReader(body).ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            foreach (var line in lines)
            {
                _lines.Enqueue(line);
            }

            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent($$"""{"itemsReceived":{{lines.Length}},"itemsAccepted":{{lines.Length}},"errors":[]}"""),
            };
        }
    }
}
