using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Azure.Core.Pipeline;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using PlaceLeadership.Hosting.Telemetry;

namespace PlaceLeadership.Hosting.Tests;

/// <summary>What really leaves for Azure Monitor, read where it would arrive.</summary>
public sealed class TelemetryExportTests
{
    private const string Connection =
        "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=https://ingestion.example.org/";

    [Fact]
    public async Task Every_failed_round_of_a_burst_arrives_with_the_type_of_its_failure_and_nothing_it_was_about()
    {
        var ingestion = new Ingestion();
        var services = new ServiceCollection().AddPlaceLeadershipTelemetry(Connection);
        services.ConfigureAll<AzureMonitorExporterOptions>(options =>
        {
            options.Transport = new HttpClientTransport(new HttpClient(ingestion));
            options.DisableOfflineStorage = true;
            options.EnableLiveMetrics = false;
        });
        await using var host = services.BuildServiceProvider();
        var tracing = host.GetRequiredService<TracerProvider>();
        var instruments = host.GetRequiredService<Instruments>();

        foreach (var work in (string[])["tend", "convene", "deliver"])
        {
            for (var round = 0; round < 100; round++)
            {
                await Assert.ThrowsAsync<InvalidDataException>(() => instruments.MeasureAsync<int>(
                    work, "vale", null, _ => throw new InvalidDataException("the row of somebody@example.org")));
            }
        }

        Assert.True(tracing.ForceFlush());
        var failed = ingestion.Items.Where(item => !item.GetProperty("success").GetBoolean()).ToList();
        Assert.Equal(
            [("convene", 100), ("deliver", 100), ("tend", 100)],
            failed.GroupBy(item => item.GetProperty("name").GetString()).Select(work => (work.Key, work.Count())).Order());
        Assert.All(failed, item => Assert.Equal(
            "System.IO.InvalidDataException", item.GetProperty("properties").GetProperty("error.type").GetString()));
        Assert.DoesNotContain("somebody", ingestion.Everything, StringComparison.Ordinal);
    }

    /// <summary>Takes what is sent to it, and understands the dependencies in it.</summary>
    private sealed class Ingestion : HttpMessageHandler
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public string Everything => string.Join('\n', _lines);

        public IEnumerable<JsonElement> Items => _lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("data"))
            .Where(data => data.GetProperty("baseType").GetString() == "RemoteDependencyData")
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
