using PlaceLeadership.Mail.Pickup;
using PlaceLeadership.Mail.SendGrid;
using PlaceLeadership.Mail.Tests.SendGrid;

namespace PlaceLeadership.Mail.Tests;

public sealed class MailRulesTests
{
    [Fact]
    public void A_message_in_a_log_shows_its_id_and_nobody() =>
        Assert.Equal("OutgoingMail north-1/reflect-1/p07/prompt", Mails.Prompt().ToString());

    public sealed class OfPickup : MailerContract, IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("placelead-rules-");

        protected override IMailer Mailer => new PickupMailer(_folder.FullName, new WatchedClock());

        protected override int Left => _folder.GetFiles().Length;

        public void Dispose() => _folder.Delete(recursive: true);
    }

    public sealed class OfSendGrid : MailerContract, IDisposable
    {
        private readonly SendGridMailer _mailer = new(new SendGridSettings { ApiKey = "SG.key" }, new UnusableTransport(), new WatchedClock());

        protected override IMailer Mailer => _mailer;

        // Its transport fails the test.
        protected override int Left => 0;

        public void Dispose() => _mailer.Dispose();
    }
}
