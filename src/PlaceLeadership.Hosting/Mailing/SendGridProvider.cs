using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Mail.SendGrid;

namespace PlaceLeadership.Hosting.Mailing;

/// <summary>SendGrid, with its signed events.</summary>
public sealed class SendGridProvider : MailProvider
{
    public static readonly Setting Key = new(
        "PLACELEAD_SENDGRID_KEY", "The SendGrid key, with the one permission Mail Send. Needed for sendgrid.", "", Secret: true);

    public static readonly Setting Endpoint = new(
        "PLACELEAD_SENDGRID_ENDPOINT",
        "The address of the SendGrid API; https://api.eu.sendgrid.com keeps mail data in the European Union.",
        "https://api.sendgrid.com");

    public static readonly Setting EventsKey = new(
        "PLACELEAD_SENDGRID_EVENTS_KEY",
        "The public key with which SendGrid signs its events (Mail Settings, Signed Event Webhook). Needed for sendgrid: "
        + "without events a message in doubt stays in doubt.",
        "");

    public override string Word => "sendgrid";

    public override string Hint => $"its key in {Key.Name}";

    public override IReadOnlyList<Setting> Settings => [Key, Endpoint, EventsKey];

    public override MailChannel? Read(SettingsReading reading, bool chosen)
    {
        var key = reading.Optional(Key);
        var endpoint = reading.Optional(Endpoint) ?? Endpoint.OnALaptop;
        if (chosen && key is null)
        {
            reading.Wrong(Key, "is missing: it is needed to send by SendGrid.");
        }

        if ((!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || !(address.Scheme == "https" || address.IsLoopback)) && chosen)
        {
            reading.Wrong(Endpoint, "is not an https address, such as https://api.sendgrid.com.");
        }

        var reports = Reports(reading, chosen);
        if (!chosen || reading.Problems.Count > 0)
        {
            return null;
        }

        var settings = new SendGridSettings { ApiKey = key!, ApiKeySetting = Key.Name, Endpoint = address! };
        return new(this, _ => new SendGridMailer(settings, SendGridMailer.CreateTransport(), TimeProvider.System)) { Reports = reports };
    }

    /// <summary>Events as SendGrid signs them with the private half of this key.</summary>
    public static MailReports SignedWith(string publicKey) => new(
        (header, body) => SendGridEvents.IsGenuine(publicKey, header(SendGridEvents.SignatureHeader), header(SendGridEvents.TimestampHeader), body),
        (body, tokens) => SendGridEvents.Read(body, tokens));

    private static MailReports? Reports(SettingsReading reading, bool chosen)
    {
        var text = reading.Optional(EventsKey);
        if (text is not null && !SendGridEvents.IsKey(text))
        {
            reading.Wrong(EventsKey, "is not the public key that SendGrid shows, which is one line of base64.");
            return null;
        }

        // The embedded runtime may stand where SendGrid cannot reach it.
        if (text is null && chosen && reading.DataFolderForMail is null)
        {
            reading.Wrong(EventsKey, "is missing: without SendGrid's events a message in doubt stays in doubt.");
        }

        return text is null ? null : SignedWith(text);
    }
}
