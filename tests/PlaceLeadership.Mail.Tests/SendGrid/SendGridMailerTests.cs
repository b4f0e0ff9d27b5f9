using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Mail.SendGrid;

namespace PlaceLeadership.Mail.Tests.SendGrid;

/// <summary>A mailer against a server that misbehaves. Split by what goes wrong into partial files.</summary>
public sealed partial class SendGridMailerTests : IAsyncLifetime
{
    private readonly WatchedClock _clock = new();
    private FakeSendGrid _sendGrid = null!;
    private SendGridMailer _mailer = null!;

    // Time stands still for the mailer, so a mailer that wrongly waits would wait for ever.
    private readonly CancellationTokenSource _limit =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private CancellationToken Stop => _limit.Token;

    private SendGridSettings Settings => new() { ApiKey = "SG.secret", Endpoint = _sendGrid.Address };

    public async ValueTask InitializeAsync()
    {
        _limit.CancelAfter(TimeSpan.FromSeconds(30));
        _sendGrid = await FakeSendGrid.StartAsync();
        _mailer = new SendGridMailer(Settings, SendGridMailer.CreateTransport(), _clock);
    }

    public async ValueTask DisposeAsync()
    {
        _limit.Dispose();
        _mailer.Dispose();
        await _sendGrid.DisposeAsync();
    }

    private Task<SendOutcome> Send() => _mailer.SendAsync(Mails.Prompt(), Stop);

    private async Task<T> Send<T>() where T : SendOutcome => SilentAbout(Assert.IsType<T>(await Send()));

    /// <summary>No reason shows a person, a text or the key.</summary>
    private static T SilentAbout<T>(T outcome) where T : SendOutcome
    {
        var said = outcome.ToString();
        Assert.DoesNotContain("@", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", said, StringComparison.Ordinal);
        Assert.DoesNotContain("notice", said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
        return outcome;
    }
}
