using System.Text;
using SendGrid.Helpers.Mail;

namespace PlaceLeadership.Mail.SendGrid;

/// <summary>A message as SendGrid takes it: one recipient, nothing tracked, what refers to our id with it.</summary>
internal static class SendGridRequest
{
    /// <summary>The custom argument that comes back with every event about the message.</summary>
    public const string MessageIdArgument = "message_id";

    public static SendGridMessage For(OutgoingMail mail)
    {
        var message = new SendGridMessage
        {
            From = AddressOf(mail.From),
            // SendGrid takes one address or a list, never both.
            ReplyTo = mail.AlsoReplyTo is null ? AddressOf(mail.ReplyTo) : null,
            ReplyTos = mail.AlsoReplyTo is { } also ? [AddressOf(mail.ReplyTo), AddressOf(also)] : null,
            Subject = mail.Subject,
            PlainTextContent = mail.Text,
            HtmlContent = mail.Html,
            Headers = mail.Headers.Count > 0 ? mail.Headers.ToDictionary() : null,
            Personalizations =
            [
                new Personalization
                {
                    Tos = [AddressOf(mail.To)],
                    CustomArgs = new Dictionary<string, string> { [MessageIdArgument] = mail.Reference },
                },
            ],
            TrackingSettings = NothingTracked(),
            Attachments = mail.Calendar is { } calendar ? [AttachmentOf(calendar)] : null,
        };
        AssertOneRecipient(message);
        return message;
    }

    // The type may hold no parameter; the method stands in the file itself.
    private static Attachment AttachmentOf(CalendarFile calendar) => new()
    {
        Content = Convert.ToBase64String(Encoding.UTF8.GetBytes(calendar.Text)),
        Type = "text/calendar",
        Filename = calendar.Name,
        Disposition = "attachment",
    };

    /// <summary>
    /// Said in every request, because what is not said follows the account's settings. Tracking who opens and clicks needs
    /// consent (PECR, regulation 6), and we do not want to know.
    /// </summary>
    private static TrackingSettings NothingTracked() => new()
    {
        ClickTracking = new ClickTracking { Enable = false, EnableText = false },
        OpenTracking = new OpenTracking { Enable = false },
        SubscriptionTracking = new SubscriptionTracking { Enable = false },
        Ganalytics = new Ganalytics { Enable = false },
    };

    private static EmailAddress AddressOf(MailAddress address) =>
        new(address.Email, address.Name.Length > 0 ? address.Name : null);

    private static void AssertOneRecipient(SendGridMessage message)
    {
        var one = message.Personalizations is [{ Tos.Count: 1, Ccs: null, Bccs: null }];
        if (!one)
        {
            throw new InvalidOperationException("A message goes to exactly one recipient.");
        }
    }
}
