using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Functions.Cohorts;
using PlaceLeadership.Hosting;
using PlaceLeadership.Hosting.Settings;

var settings = HostSettings.Read(Environment.GetEnvironmentVariable);
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services
    .AddPlaceLeadershipHost(settings)
    .AddSingleton<Hub>()
    .AddSingleton<Raise>(provided => provided.GetRequiredService<Hub>().RaiseAsync)
    .AddSingleton<Watchdog>();
await builder.Build().RunAsync().ConfigureAwait(false);
