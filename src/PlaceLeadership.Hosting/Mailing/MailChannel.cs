using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Mail;

namespace PlaceLeadership.Hosting.Mailing;

/// <summary>How messages leave, as the settings say.</summary>
/// <param name="Provider">By what.</param>
/// <param name="Mailer">Makes what sends, once for a process. The clock is the one that a rehearsal moves.</param>
public sealed record MailChannel(MailProvider Provider, Func<TimeProvider, IMailer> Mailer)
{
    /// <summary>The folder in which messages stay, or null.</summary>
    public string? Folder { get; init; }

    /// <summary>How to read what the provider tells of messages later, or null when it tells nothing.</summary>
    public MailReports? Reports { get; init; }
}

/// <summary>Reads what a provider tells of messages that it has taken.</summary>
/// <param name="IsGenuine">Whether headers and body come from the provider.</param>
/// <param name="Read">What a body says of our messages, and of which addresses; null when it cannot be read.</param>
public sealed record MailReports(
    Func<Func<string, string?>, byte[], bool> IsGenuine,
    Func<byte[], LinkTokens, IReadOnlyList<(LetterId Message, ProviderReport What, string? Address)>?> Read);
