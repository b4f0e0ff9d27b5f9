using NodaTime;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Mail.SendGrid;

namespace PlaceLeadership.Mail.Tests.SendGrid;

public sealed partial class SendGridMailerTests
{
    [Fact]
    public async Task After_repeated_failures_nothing_is_sent_for_a_while_and_then_again()
    {
        for (var i = 0; i < Settings.BreakAfter; i++)
        {
            _sendGrid.Then(500);
            await Send<SendOutcome.InDoubt>();
        }

        var open = await Send<SendOutcome.NotAccepted>();
        Assert.Contains("circuit open", open.Reason, StringComparison.Ordinal);
        Assert.Equal(Duration.FromTimeSpan(Settings.BreakFor), open.RetryAfter);
        Assert.Equal(Settings.BreakAfter, _sendGrid.Arrivals);

        _clock.Advance(Settings.BreakFor);
        await Send<SendOutcome.Accepted>();
    }

    [Fact]
    public async Task A_failed_probe_keeps_the_circuit_open()
    {
        for (var i = 0; i <= Settings.BreakAfter; i++)
        {
            _sendGrid.Then(500);
        }

        for (var i = 0; i < Settings.BreakAfter; i++)
        {
            await Send<SendOutcome.InDoubt>();
        }

        _clock.Advance(Settings.BreakFor);
        await Send<SendOutcome.InDoubt>();

        await Send<SendOutcome.NotAccepted>();
        Assert.Equal(Settings.BreakAfter + 1, _sendGrid.Arrivals);
    }

    [Fact]
    public async Task Refusals_and_busy_answers_do_not_open_the_circuit()
    {
        for (var i = 0; i < 2 * Settings.BreakAfter; i++)
        {
            _sendGrid.Then(i % 2 == 0 ? 400 : 429, "Retry-After", "60");
            await Send();
        }

        await Send<SendOutcome.Accepted>();
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_allowed_and_no_more_messages_wait()
    {
        var release = new TaskCompletionSource();
        var arrivals = new SemaphoreSlim(0);
        for (var i = 0; i < 4; i++)
        {
            _sendGrid.Then(async context =>
            {
                arrivals.Release();
                await release.Task;
                context.Response.StatusCode = 202;
            });
        }

        var settings = new SendGridSettings { ApiKey = "SG.secret", Endpoint = _sendGrid.Address, ConcurrentMax = 2, WaitingMax = 2 };
        using var mailer = new SendGridMailer(settings, SendGridMailer.CreateTransport(), _clock);

        var four = Enumerable.Range(0, 4).Select(i => mailer.SendAsync(Mails.Prompt($"c/s/p{i}/prompt"), Stop)).ToArray();
        await arrivals.WaitAsync(Stop);
        await arrivals.WaitAsync(Stop);
        var fifth = await mailer.SendAsync(Mails.Prompt(), Stop);

        Assert.Equal("More than 2 messages wait for their turn already.", Assert.IsType<SendOutcome.NotAccepted>(fifth).Reason);
        Assert.Equal(2, _sendGrid.Arrivals);
        release.SetResult();
        Assert.All(await Task.WhenAll(four), outcome => Assert.IsType<SendOutcome.Accepted>(outcome));
        Assert.Equal(4, _sendGrid.Arrivals);
    }

    [Fact]
    public async Task Two_hundred_messages_at_once_arrive_once_each()
    {
        var sent = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => _mailer.SendAsync(Mails.Prompt($"c/s/p{i}/prompt"), Stop)));

        Assert.All(sent, outcome => Assert.IsType<SendOutcome.Accepted>(outcome));
        Assert.Equal(200, _sendGrid.Bodies.Select(IdOf).Distinct().Count());
        Assert.Equal(200, _sendGrid.Arrivals);
    }

    private static string? IdOf(System.Text.Json.JsonElement body) =>
        body.GetProperty("personalizations")[0].GetProperty("custom_args").GetProperty("message_id").GetString();
}
