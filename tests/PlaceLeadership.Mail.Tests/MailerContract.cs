using PlaceLeadership.Core.Outbox;

namespace PlaceLeadership.Mail.Tests;

/// <summary>What holds whatever carries a message.</summary>
public abstract class MailerContract
{
    protected abstract IMailer Mailer { get; }

    /// <summary>How many messages have left by it.</summary>
    protected abstract int Left { get; }

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
        var mail = Mails.Prompt() with { To = new MailAddress("Ada", address) };

        var refused = Assert.IsType<SendOutcome.Refused>(await Mailer.SendAsync(mail, CancellationToken.None));

        Assert.Equal("The recipient's address is not a single e-mail address.", refused.Reason);
        Assert.Equal(0, Left);
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
        foreach (var mail in mails)
        {
            Assert.True(await Mailer.SendAsync(mail, CancellationToken.None) is SendOutcome.Held or SendOutcome.Stopped);
        }

        Assert.Equal(0, Left);
    }

    [Fact]
    public async Task A_sender_that_is_no_address_is_nothing_about_the_recipient()
    {
        Assert.IsType<SendOutcome.Stopped>(await Mailer.SendAsync(
            Mails.Prompt() with { From = new MailAddress("Sam", "sam at example.org") }, CancellationToken.None));
        Assert.IsType<SendOutcome.Stopped>(await Mailer.SendAsync(
            Mails.Prompt() with { ReplyTo = new MailAddress("Sam", "") }, CancellationToken.None));
        Assert.Equal(0, Left);
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
        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => Mailer.SendAsync(mail, CancellationToken.None));
        Assert.DoesNotContain("boss", thrown.Message, StringComparison.Ordinal);
    }
}
