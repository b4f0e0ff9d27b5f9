using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Hosting.Webhooks;
using PlaceLeadership.Mail.Composing;
using PlaceLeadership.Mail.Delivery;

namespace PlaceLeadership.Hosting.Mailing;

/// <summary>Registers what writes, sends and settles messages, the same way in every host.</summary>
public static class MailServices
{
    /// <summary>Adds the mailer of a channel, the courier, and what takes the provider's reports.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="channel">How messages leave.</param>
    /// <param name="publicAddress">What links in messages begin with.</param>
    /// <param name="replyDomain">The domain at which polls are answered by mail, or null.</param>
    public static IServiceCollection AddMail(this IServiceCollection services, MailChannel channel, Uri publicAddress, string? replyDomain) => services
        .AddSingleton(channel)
        .AddSingleton(provided => channel.Mailer(provided.GetRequiredService<TimeProvider>()))
        .AddSingleton<CalendarWriter>(CalendarFiles.Published)
        .AddSingleton(provided => new MessageComposer(new LinkMaker(provided.GetRequiredService<LinkTokens>(), publicAddress, replyDomain)))
        .AddSingleton<Courier>()
        .AddSingleton<ReportsWebhook>();
}
