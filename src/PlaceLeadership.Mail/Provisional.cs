using NodaTime;

namespace PlaceLeadership.Mail;

public sealed record MailAddress(string Name, string Email);
public sealed record OutgoingMail(string MessageId, MailAddress From, MailAddress ReplyTo, MailAddress To, string Subject, string Text, string Html, IReadOnlyDictionary<string, string> Headers);
public abstract record SendOutcome
{
    public sealed record Accepted(string? ProviderId) : SendOutcome;
    public sealed record NotAccepted(string Reason, Duration? RetryAfter) : SendOutcome;
    public sealed record Refused(string Reason) : SendOutcome;
    public sealed record InDoubt(string Reason) : SendOutcome;
}
public interface IMailer
{
    Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation);
    Task<bool?> WasAcceptedAsync(string messageId, CancellationToken cancellation);
}
