using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PlaceLeadership.Functions.Telemetry;
using PlaceLeadership.Hosting.Settings;

namespace PlaceLeadership.Functions.Tests;

/// <summary>A line that a function writes is to arrive once, from us or from the host.</summary>
public sealed class LogExportTests
{
    [Theory]
    [InlineData("InstrumentationKey=00000000-0000-0000-0000-000000000001", "True")]
    [InlineData(null, null)]
    public void The_host_is_asked_for_silence_where_we_send_our_logs_ourselves(string? connection, string? asked)
    {
        string? Laptop(string name) => name == SettingsCatalogue.Telemetry.Name
            ? connection
            : SettingsCatalogue.All.Single(setting => setting.Name == name).OnALaptop;
        using var services = new ServiceCollection().SayWhoExportsLogs(HostSettings.Read(Laptop)).BuildServiceProvider();
        Assert.Equal(asked, services.GetService<IOptions<WorkerOptions>>()?.Value.Capabilities.SingleOrDefault(asking => asking.Key == LogExport.ByTheWorker).Value);
    }
}
