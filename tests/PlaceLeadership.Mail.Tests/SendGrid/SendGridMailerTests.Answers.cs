using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Outbox;

namespace PlaceLeadership.Mail.Tests.SendGrid;

public sealed partial class SendGridMailerTests
{
    [Fact]
    public async Task A_message_that_SendGrid_calls_wrong_is_refused_with_the_field_and_not_its_content()
    {
        _sendGrid.Then(400, body:
            """{"errors":[{"message":"ada@example.org is no address","field":"personalizations.0.to.0.email","help":null}]}""");

        var refused = await Send<SendOutcome.Refused>();

        Assert.Equal("SendGrid refuses the address (400: personalizations.0.to.0.email).", refused.Reason);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(408)]
    [InlineData(200)]
    public async Task An_answer_that_may_come_after_acceptance_leaves_the_message_in_doubt_and_is_not_repeated(int status)
    {
        _sendGrid.Then(status);

        var doubt = await Send<SendOutcome.InDoubt>();

        Assert.Contains($"answers {status}", doubt.Reason, StringComparison.Ordinal);
        Assert.Equal(1, _sendGrid.Arrivals);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(307)]
    public async Task Something_that_is_not_SendGrid_is_told_as_a_wrong_address(int status)
    {
        _sendGrid.Then(status, "Location", "/v3/mail/send");

        var refused = await Send<SendOutcome.NotAccepted>();

        Assert.Equal($"SendGrid answers {status}. Check that 127.0.0.1 is its address.", refused.Reason);
        Assert.Equal(1, _sendGrid.Arrivals);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_short_wait_that_SendGrid_asks_for_is_kept_and_the_message_sent_again(int status)
    {
        _sendGrid.Then(status, "Retry-After", "7");

        var sending = Send<SendOutcome.Accepted>();
        await _clock.PassAsync(TimeSpan.FromSeconds(7));

        await sending;
        Assert.Equal(2, _sendGrid.Arrivals);
    }

    [Fact]
    public async Task A_wait_can_be_given_as_a_date()
    {
        var date = _clock.GetUtcNow().AddSeconds(11).ToString("R", CultureInfo.InvariantCulture);
        _sendGrid.Then(429, "Retry-After", date);

        var sending = Send<SendOutcome.Accepted>();
        await _clock.PassAsync(TimeSpan.FromSeconds(11));

        await sending;
    }

    [Fact]
    public async Task A_wait_can_be_given_as_the_end_of_the_rate_window()
    {
        var end = _clock.GetUtcNow().AddSeconds(13).ToUnixTimeSeconds();
        _sendGrid.Then(429, "X-RateLimit-Reset", end.ToString(CultureInfo.InvariantCulture));

        var sending = Send<SendOutcome.Accepted>();
        await _clock.PassAsync(TimeSpan.FromSeconds(13));

        await sending;
    }

    [Fact]
    public async Task A_date_in_the_past_means_at_once()
    {
        _sendGrid.Then(503, "Retry-After", "Mon, 02 Mar 2026 08:00:00 GMT");

        await Send<SendOutcome.Accepted>();

        Assert.Equal(2, _sendGrid.Arrivals);
    }

    [Theory]
    [InlineData("31", 31)]
    [InlineData("3600", 3600)]
    [InlineData("Mon, 02 Mar 2026 10:00:00 GMT", 3600)]
    [InlineData("3601", 3600)]
    [InlineData("2147483647", 3600)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 3600)]
    public async Task A_long_wait_is_handed_to_the_caller(string retryAfter, int seconds)
    {
        _sendGrid.Then(429, "Retry-After", retryAfter);

        var later = await Send<SendOutcome.NotAccepted>();

        Assert.Equal(Duration.FromSeconds(seconds), later.RetryAfter);
        Assert.Equal(1, _sendGrid.Arrivals);
    }

    [Fact]
    public async Task Without_a_given_wait_tries_come_after_growing_waits_and_end()
    {
        _sendGrid.Then(503).Then(429).Then(503).Then(429);

        var sending = Send<SendOutcome.NotAccepted>();
        await _clock.PassAsync(TimeSpan.FromSeconds(0.5));
        await _clock.PassAsync(TimeSpan.FromSeconds(1));
        await _clock.PassAsync(TimeSpan.FromSeconds(2));

        Assert.Equal("SendGrid takes no more messages for the moment (429).", (await sending).Reason);
        Assert.Equal(4, _sendGrid.Arrivals);
    }

    [Fact]
    public async Task A_retry_that_ends_in_a_server_error_is_in_doubt()
    {
        _sendGrid.Then(503, "Retry-After", "0").Then(500);

        await Send<SendOutcome.InDoubt>();

        Assert.Equal(2, _sendGrid.Arrivals);
    }

    [Fact]
    public async Task Being_stopped_while_waiting_to_try_again_leaves_the_message_unsent()
    {
        _sendGrid.Then(429, "Retry-After", "19");
        using var source = new CancellationTokenSource();

        var sending = _mailer.SendAsync(Mails.Prompt(), source.Token);
        await _clock.WaitBeganAsync(TimeSpan.FromSeconds(19));
        await source.CancelAsync();

        Assert.IsType<SendOutcome.NotAccepted>(await sending);
        Assert.Equal(1, _sendGrid.Arrivals);
    }
}
