using System.Text;
using Microsoft.AspNetCore.Http;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Hosting.Mailing;
using PlaceLeadership.Hosting.Running;
using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Hosting.Webhooks;
using PlaceLeadership.Mail;
using PlaceLeadership.Mail.Tests;

namespace PlaceLeadership.Hosting.Tests.Mailing;

/// <summary>A mail provider that comes from outside is one more in a list: nothing else of the product changes.</summary>
public sealed class PigeonProviderTests : MailerContract
{
    private const string Secret = "coo-coo-SECRET";

    private readonly Loft _loft = new(Secret);

    protected override IMailer Mailer => new PigeonMailer(_loft, "roof", Secret);

    protected override int Left => _loft.Taken.Count;

    [Fact]
    public async Task It_carries_what_a_cohort_sends_and_what_it_tells_later_is_noted()
    {
        await using var host = await SendWelcomeAsync(Secret);
        var (home, letter) = Assert.Single(_loft.Taken);
        Assert.Equal(("Roof of the town hall", "person0@example.org", "Welcome"), (home, letter.To.Email, letter.Subject));
        Assert.Equal(SentState.Sent, await StateAsync(host));

        Assert.Equal(403, await TellAsync(host, "pigeon", "another word", letter.Reference));
        Assert.Equal(400, await TellAsync(host, "pigeon", Secret, "nonsense"));
        Assert.Equal(404, await TellAsync(host, "sendgrid", Secret, letter.Reference));
        Assert.Equal(SentState.Sent, await StateAsync(host));
        Assert.Equal(204, await TellAsync(host, "pigeon", Secret, letter.Reference));
        Assert.Equal(SentState.Delivered, await StateAsync(host));
    }

    [Fact]
    public async Task A_key_that_it_does_not_take_stops_sending_and_the_message_waits()
    {
        await using var host = await SendWelcomeAsync("another word");
        Assert.Empty(_loft.Taken);
        Assert.Single(await host.The<CohortReader>().OutboxAsync(Rehearsal.Cohort, default));
    }

    [Fact]
    public void What_is_wrong_with_its_settings_is_said_in_sentences_without_a_value()
    {
        Assert.Equal(
            ["PLACELEAD_PIGEON_HOME is missing: without it no pigeon flies.", "PLACELEAD_PIGEON_KEY is missing: without it no pigeon flies."],
            Problems(("PLACELEAD_MAIL", "pigeon")));
        var tooLong = "PLACELEAD_PIGEON_HOME is longer than a pigeon can remember, which is 40 letters.";
        Assert.Equal([tooLong], Problems(("PLACELEAD_MAIL", "pigeon"), ("PLACELEAD_PIGEON_HOME", Secret + new string('x', 40)), ("PLACELEAD_PIGEON_KEY", Secret)));
        Assert.Equal([tooLong], Problems(("PLACELEAD_PIGEON_HOME", new string('x', 41))));
        Assert.Equal(["PLACELEAD_MAIL is neither 'pigeon' nor 'sendgrid' nor 'pickup'."], Problems(("PLACELEAD_MAIL", "owl")));
    }

    [Fact]
    public void It_writes_to_real_people_so_no_rehearsal_takes_it_and_pickup_names_it_where_it_must_not_be()
    {
        Assert.Equal(
            ["PLACELEAD_CLOCK is 'rehearsal', which only goes with the storage emulator and pickup. Set it to 'real'."],
            Problems([.. Whole(Secret), ("PLACELEAD_CLOCK", "rehearsal")]));
        Assert.Contains(
            "PLACELEAD_MAIL is 'pickup', which leaves messages in a folder of this machine, where nobody looks. Set it to 'sendgrid' or 'pigeon'.",
            Problems(("PLACELEAD_STORAGE", "https://account.table.core.windows.net/")));
    }

    [Fact]
    public void Its_settings_stand_in_what_is_written_from_the_catalogue_and_its_key_belongs_in_the_vault()
    {
        var all = SettingsCatalogue.With(Providers);
        var guide = SettingsCatalogue.ToMarkdown(all);
        Assert.Contains("How messages leave: pigeon, or sendgrid, or pickup for a folder", guide, StringComparison.Ordinal);
        Assert.Contains("| `PLACELEAD_PIGEON_KEY` | The word of the loft. Needed for pigeon. **Keep it in the key vault.** | (empty) |", guide, StringComparison.Ordinal);
        Assert.Contains("\"PLACELEAD_PIGEON_HOME\": \"\"", SettingsCatalogue.ToLocalSettings(all), StringComparison.Ordinal);
    }

    private IReadOnlyList<MailProvider> Providers => [.. MailProviders.BuiltIn, new PigeonProvider(_loft)];

    private static (string Name, string Value)[] Whole(string key) =>
        [("PLACELEAD_MAIL", "pigeon"), ("PLACELEAD_PIGEON_HOME", "Roof of the town hall"), ("PLACELEAD_PIGEON_KEY", key)];

    private HostSettings Read(params (string Name, string Value)[] more)
    {
        var settings = SettingsCatalogue.With(Providers).ToDictionary(setting => setting.Name, setting => setting.OnALaptop);
        settings[SettingsCatalogue.ReplyDomain.Name] = "";
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        var read = HostSettings.Read(settings.GetValueOrDefault, Providers);
        Assert.DoesNotContain(Secret, read.Mail.ToString(), StringComparison.Ordinal);
        return read;
    }

    private IReadOnlyList<string> Problems(params (string Name, string Value)[] more)
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(more));
        Assert.DoesNotContain(Secret, wrong.Message, StringComparison.Ordinal);
        return wrong.Problems;
    }

    private async Task<Rehearsal> SendWelcomeAsync(string key)
    {
        var host = new Rehearsal(other: Read(Whole(key)));
        await host.LaunchAsync(1);
        await host.GoToAsync(Rehearsal.OnDay(0, 9));
        var rounds = host.The<CohortRounds>();
        await rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, null, null), default);
        await rounds.DeliverAsync(new DeliverOrder(Rehearsal.Cohort.Value, 0, 1, null), default);
        Assert.Equal(0, host.Sent());
        return host;
    }

    private static async Task<SentState> StateAsync(Rehearsal host)
    {
        await foreach (var message in host.The<CohortReader>().MessagesAsync(Rehearsal.Cohort, default))
        {
            return message.State;
        }

        throw new InvalidOperationException("No message was sent.");
    }

    private static async Task<int> TellAsync(Rehearsal host, string provider, string key, string reference)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers[PigeonProvider.KeyHeader] = key;
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(reference));
        return await host.The<ReportsWebhook>().ReceiveAsync(provider, context.Request);
    }
}
