using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Mail.Pickup;
using PlaceLeadership.Mail.SendGrid;
using PlaceLeadership.Mail.Tests.SendGrid;

namespace PlaceLeadership.Mail.Tests;

/// <summary>Rules that hold whatever carries a message.</summary>
public sealed class MailRulesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("placelead-rules-");

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("@example.org")]
    [InlineData("ada@")]
    [InlineData("ada@example.org,boss@example.org")]
    [InlineData("ada@example.org;boss@example.org")]
    [InlineData("ada@example.org boss@example.org")]
    [InlineData("Ada <ada@example.org>")]
    [InlineData("ada@example.org\r\nBcc: boss@example.org")]
    public async Task What_is_not_exactly_one_address_is_refused_without_repeating_it(string address)
    {
        foreach (var mailer in Mailers())
        {
            var mail = Mails.Prompt() with { To = new MailAddress("Ada", address) };

            var refused = Assert.IsType<SendOutcome.Refused>(await mailer.SendAsync(mail, CancellationToken.None));

            Assert.Equal("The recipient's address is not a single e-mail address.", refused.Reason);
        }

        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task A_line_break_cannot_smuggle_in_another_header()
    {
        OutgoingMail[] mails =
        [
            Mails.Prompt() with { Subject = "Hello\r\nBcc: boss@example.org" },
            Mails.Prompt() with { To = new MailAddress("Ada\nBcc: boss@example.org", Mails.Recipient) },
            Mails.Prompt() with { AlsoReplyTo = new MailAddress("Poll\nBcc: boss@example.org", Mails.Recipient) },
            Mails.Prompt() with { AlsoReplyTo = new MailAddress("Poll", "poll@example.org,boss@example.org") },
            Mails.Prompt() with { Headers = new Dictionary<string, string> { ["X-Note"] = "a\r\nBcc: boss@example.org" } },
        ];
        foreach (var (mailer, mail) in Mailers().SelectMany(mailer => mails.Select(mail => (mailer, mail))))
        {
            Assert.True(await mailer.SendAsync(mail, CancellationToken.None) is SendOutcome.Held or SendOutcome.Stopped);
        }
    }

    [Fact]
    public async Task A_sender_that_is_no_address_is_nothing_about_the_recipient()
    {
        foreach (var mailer in Mailers())
        {
            Assert.IsType<SendOutcome.Stopped>(await mailer.SendAsync(
                Mails.Prompt() with { From = new MailAddress("Sam", "sam at example.org") }, CancellationToken.None));
            Assert.IsType<SendOutcome.Stopped>(await mailer.SendAsync(
                Mails.Prompt() with { ReplyTo = new MailAddress("Sam", "") }, CancellationToken.None));
        }
    }

    [Theory]
    [InlineData("Bcc")]
    [InlineData("cc")]
    [InlineData("To")]
    [InlineData("X Note")]
    [InlineData("X-Note:")]
    public async Task A_further_header_cannot_be_one_that_names_recipients_or_is_none(string header)
    {
        var mail = Mails.Prompt() with { Headers = new Dictionary<string, string> { [header] = "boss@example.org" } };
        foreach (var mailer in Mailers())
        {
            var thrown = await Assert.ThrowsAsync<ArgumentException>(() => mailer.SendAsync(mail, CancellationToken.None));
            Assert.DoesNotContain("boss", thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_message_in_a_log_shows_its_id_and_nobody() =>
        Assert.Equal("OutgoingMail north-1/reflect-1/p07/prompt", Mails.Prompt().ToString());

    public void Dispose() => _folder.Delete(recursive: true);

    private IMailer[] Mailers() =>
    [
        new PickupMailer(_folder.FullName, new WatchedClock()),
        new SendGridMailer(new SendGridSettings { ApiKey = "SG.key" }, new UnusableTransport(), new WatchedClock()),
    ];
}
