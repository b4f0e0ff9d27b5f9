using Azure;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlaceLeadership.Application;
using PlaceLeadership.Application.Deleting;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Hosting.Mailing;
using PlaceLeadership.Hosting.Pages;
using PlaceLeadership.Hosting.Running;
using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Hosting.Telemetry;
using PlaceLeadership.Hosting.Webhooks;
using PlaceLeadership.Mail.Pickup;
using PlaceLeadership.Storage;
using PlaceLeadership.Web;
using PlaceLeadership.Web.Health;

namespace PlaceLeadership.Hosting;

/// <summary>Everything of a host but the triggers of its runtime.</summary>
public static class PlaceLeadershipHost
{
    /// <summary>Adds storage, mail, rounds, pages and telemetry as the settings say.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="tables">The store, or null for the one the settings name.</param>
    public static IServiceCollection AddPlaceLeadershipHost(
        this IServiceCollection services, HostSettings settings, ITables? tables = null)
    {
        TokenCredential? identity = settings.StorageAddress is null ? null : new DefaultAzureCredential();
        if (tables is null)
        {
            var account = settings.StorageAddress is { } address
                ? AzureTables.FromEndpoint(address, identity!)
                : AzureTables.FromConnectionString(settings.StorageConnection!);
            services.AddSingleton(account).AddHostedService<TablesAtStart>();
            tables = account;
        }

        if (settings.Mail.Folder is { } folder)
        {
            services.AddSingleton<ForgetMails>(new PickupInbox(folder).Forget);
        }

        var clock = new HostClock(TimeProvider.System, settings.Rehearsal ? new RehearsalClock(tables, TimeProvider.System) : null);
        return services
            .AddSingleton(settings)
            .AddSingleton(tables)
            .AddSingleton(settings.Keys)
            .AddSingleton(clock)
            .AddSingleton<TimeProvider>(clock)
            .AddPlaceLeadership()
            .AddPlaceLeadershipPages(options =>
            {
                options.MeansUnreachable = StoreIsAway;
                options.ManagerKey = settings.ManagerKey;
                options.PublicAddress = settings.PublicAddress;
                options.Provider = settings.Provider;
                options.TrustedProxies = settings.TrustedProxies;
                options.Brand = settings.Brand;
            })
            .AddMail(settings.Mail, settings.PublicAddress, settings.ReplyDomain)
            .AddSingleton<CohortRounds>()
            .AddSingleton<Standstill>()
            .AddHostedService(provided => provided.GetRequiredService<Standstill>())
            .AddSingleton(provided => ReadyCheck.That(() => provided.GetRequiredService<Standstill>().Cohorts is > 0 and var still
                ? $"Nothing moves although something waits, in {still} of the cohorts." : null))
            .AddHttpContextAccessor()
            .AddSingleton<PagesPipeline>()
            .AddSingleton(provided => new ReplyWebhook(
                settings.ReplyKey, provided.GetServices<MailReplies>(), provided.GetRequiredService<ILogger<ReplyWebhook>>()))
            .AddPlaceLeadershipTelemetry(settings.Telemetry, identity);
    }

    /// <summary>Whether a failure of the store means that it cannot be reached just now.</summary>
    public static bool StoreIsAway(Exception broken) =>
        broken is RequestFailedException { Status: 0 or 408 or 429 or >= 500 } or AggregateException;
}
