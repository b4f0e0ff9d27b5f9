using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Functions.Cohorts;
using PlaceLeadership.Functions.Telemetry;
using PlaceLeadership.Hosting;
using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Web.Health;

HostSettings settings;
try
{
    settings = HostSettings.Read(Environment.GetEnvironmentVariable);
}
catch (SettingsException wrong)
{
    Tell(wrong);
    return 1;
}

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services
    .AddPlaceLeadershipHost(settings)
    .SayWhoExportsLogs(settings)
    .AddSingleton<Hub>()
    .AddSingleton<Raise>(provided => provided.GetRequiredService<Hub>().RaiseAsync)
    .AddSingleton(provided => new ReadyCheck(provided.GetRequiredService<Hub>().WhyNotAsync))
    .AddSingleton<Watchdog>();
try
{
    await builder.Build().RunAsync().ConfigureAwait(false);
    return 0;
}
catch (SettingsException wrong)
{
    // Known only once the storage has answered: keys that belong to another one.
    Tell(wrong);
    return 1;
}

static void Tell(SettingsException wrong)
{
    // The Functions host passes on as an error each line of ours that has this word in it, and drops the others.
    foreach (var problem in wrong.Problems)
    {
        Console.Error.WriteLine("Settings error: " + problem);
    }
}
