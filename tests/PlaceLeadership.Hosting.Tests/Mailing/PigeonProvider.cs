using System.Text;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Hosting.Mailing;
using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Mail;

namespace PlaceLeadership.Hosting.Tests.Mailing;

/// <summary>A whole mail provider from outside, which no file of the product mentions: a loft that takes a message from who says its word.</summary>
internal sealed class PigeonProvider(Loft loft) : MailProvider
{
    public const string KeyHeader = "X-Loft-Key";

    public static readonly Setting Home = new("PLACELEAD_PIGEON_HOME", "Where the loft stands. Needed for pigeon.", "");
    public static readonly Setting Key = new("PLACELEAD_PIGEON_KEY", "The word of the loft. Needed for pigeon.", "", Secret: true);

    public override string Word => "pigeon";

    public override string Hint => $"its key in {Key.Name}";

    public override IReadOnlyList<Setting> Settings => [Home, Key];

    public override MailChannel? Read(SettingsReading reading, bool chosen)
    {
        var (home, key) = (reading.Optional(Home), reading.Optional(Key));
        if (home is { Length: > 40 })
        {
            reading.Wrong(Home, "is longer than a pigeon can remember, which is 40 letters.");
        }

        if (!chosen)
        {
            return null;
        }

        foreach (var missing in Settings.Where(setting => reading.Optional(setting) is null))
        {
            reading.Wrong(missing, "is missing: without it no pigeon flies.");
        }

        return reading.Problems.Count > 0 ? null : new MailChannel(this, _ => new PigeonMailer(loft, home!, key!))
        {
            Reports = new((header, _) => header(KeyHeader) == key, (body, tokens) =>
                LetterId.Parse(tokens.Referred(Encoding.UTF8.GetString(body)) ?? "") is { } message ? [(message, ProviderReport.Delivered, null)] : null),
        };
    }
}

/// <summary>Takes each message once, from whoever says the word.</summary>
internal sealed class Loft(string key)
{
    public List<(string Home, OutgoingMail Mail)> Taken { get; } = [];

    public bool Take(string home, string said, OutgoingMail mail)
    {
        if (said == key && !Has(mail.MessageId))
        {
            Taken.Add((home, mail));
        }

        return said == key;
    }

    public bool Has(string messageId) => Taken.Any(taken => taken.Mail.MessageId == messageId);
}

internal sealed class PigeonMailer(Loft loft, string home, string key) : IMailer
{
    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation) => Task.FromResult(
        MailRules.Refusal(mail) ?? (loft.Take(home, key, mail) ? new SendOutcome.Accepted(null) : new SendOutcome.Stopped("The loft does not take the key.")));

    public Task<bool?> WasAcceptedAsync(string messageId, CancellationToken cancellation) => Task.FromResult<bool?>(loft.Has(messageId));
}
