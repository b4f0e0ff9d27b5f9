using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Mail.SendGrid;

namespace PlaceLeadership.Mail.Tests.SendGrid;

public sealed partial class SendGridMailerTests
{
    [Fact]
    public async Task A_refused_connection_is_tried_again_and_then_not_accepted()
    {
        using var mailer = MailerTo(new Uri($"http://127.0.0.1:{ClosedPort()}"));

        var sending = mailer.SendAsync(Mails.Prompt(), Stop);
        await PassAllWaitsAsync();

        var outcome = Assert.IsType<SendOutcome.NotAccepted>(await sending);
        Assert.Equal("SendGrid cannot be reached (ConnectionError).", SilentAbout(outcome).Reason);
    }

    [Fact]
    public async Task An_unknown_host_is_not_accepted()
    {
        using var mailer = MailerTo(new Uri("http://nowhere.invalid"));

        var sending = mailer.SendAsync(Mails.Prompt(), Stop);
        await PassAllWaitsAsync();

        Assert.StartsWith(
            "SendGrid cannot be reached (", Assert.IsType<SendOutcome.NotAccepted>(await sending).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_speak_TLS_is_not_accepted()
    {
        using var mailer = MailerTo(new UriBuilder(_sendGrid.Address) { Scheme = "https" }.Uri);

        var sending = mailer.SendAsync(Mails.Prompt(), Stop);
        await PassAllWaitsAsync();

        Assert.Equal(
            "SendGrid cannot be reached (SecureConnectionError).", Assert.IsType<SendOutcome.NotAccepted>(await sending).Reason);
        Assert.Equal(0, _sendGrid.Arrivals);
    }

    [Fact]
    public async Task A_connection_that_takes_too_long_is_not_accepted_and_tried_again()
    {
        var connections = 0;
        var hangs = new TaskCompletionSource();
        using var transport = new SocketsHttpHandler
        {
            ConnectCallback = async (context, stop) =>
            {
                if (Interlocked.Increment(ref connections) == 1)
                {
                    await hangs.Task;
                }

                return await ConnectAsync(context.DnsEndPoint, stop);
            },
        };
        using var mailer = new SendGridMailer(Settings, transport, _clock);

        var sending = mailer.SendAsync(Mails.Prompt(), Stop);
        await _clock.PassAsync(Settings.AnswerTimeout);
        await _clock.PassAsync(TimeSpan.FromSeconds(0.5));
        // The transport goes on connecting for later requests; here it finally fails.
        hangs.SetException(new SocketException((int)SocketError.HostUnreachable));

        Assert.IsType<SendOutcome.Accepted>(await sending);
        Assert.Equal(1, _sendGrid.Arrivals);
    }

    [Fact]
    public async Task The_transports_own_limit_on_connecting_is_known_not_to_be_accepted()
    {
        using var transport = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(1),
            ConnectCallback = async (_, stop) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
                return Stream.Null;
            },
        };
        using var mailer = new SendGridMailer(Settings, transport, _clock);

        var sending = mailer.SendAsync(Mails.Prompt(), Stop);
        await PassAllWaitsAsync();

        Assert.Equal("SendGrid cannot be reached (TimedOut).", Assert.IsType<SendOutcome.NotAccepted>(await sending).Reason);
    }

    [Fact]
    public async Task A_connection_dropped_before_the_message_was_read_is_in_doubt_and_not_repeated()
    {
        _sendGrid.Then(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        await Send<SendOutcome.InDoubt>();

        Assert.Equal(1, _sendGrid.Arrivals);
    }

    [Fact]
    public async Task A_connection_dropped_after_the_message_was_read_is_in_doubt_and_not_repeated()
    {
        _sendGrid.Then(async context =>
        {
            await _sendGrid.RecordAsync(context);
            context.Abort();
        });

        await Send<SendOutcome.InDoubt>();

        Assert.Single(_sendGrid.Bodies);
        Assert.Equal(1, _sendGrid.Arrivals);
    }

    [Fact]
    public async Task A_connection_dropped_on_a_reused_connection_is_in_doubt_and_not_repeated()
    {
        await Send<SendOutcome.Accepted>();
        _sendGrid.Then(async context =>
        {
            await _sendGrid.RecordAsync(context);
            context.Abort();
        });

        await Send<SendOutcome.InDoubt>();

        Assert.Equal(2, _sendGrid.Arrivals);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_in_doubt_and_not_repeated()
    {
        _sendGrid.Then(async context =>
        {
            context.Response.StatusCode = 429;
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        await Send<SendOutcome.InDoubt>();

        Assert.Equal(1, _sendGrid.Arrivals);
    }

    [Fact]
    public async Task A_server_that_never_answers_leaves_the_message_in_doubt()
    {
        var arrived = Hang();

        var sending = Send<SendOutcome.InDoubt>();
        await arrived;
        await _clock.PassAsync(Settings.AnswerTimeout);

        Assert.Equal("SendGrid did not answer within 20 seconds.", (await sending).Reason);
        Assert.Equal(1, _sendGrid.Arrivals);
    }

    [Fact]
    public async Task A_slow_server_is_waited_for()
    {
        var release = new TaskCompletionSource();
        var arrived = new TaskCompletionSource();
        _sendGrid.Then(async context =>
        {
            arrived.SetResult();
            await release.Task;
            context.Response.StatusCode = 202;
        });

        var sending = Send<SendOutcome.Accepted>();
        await arrived.Task;
        _clock.Advance(Settings.AnswerTimeout - TimeSpan.FromSeconds(1));
        release.SetResult();

        Assert.Null((await sending).ProviderId);
    }

    [Fact]
    public async Task Being_stopped_while_the_answer_is_outstanding_leaves_the_message_in_doubt()
    {
        var arrived = Hang();
        using var source = new CancellationTokenSource();

        var sending = _mailer.SendAsync(Mails.Prompt(), source.Token);
        await arrived;
        await source.CancelAsync();

        Assert.IsType<SendOutcome.InDoubt>(await sending);
        Assert.Equal(1, _sendGrid.Arrivals);
    }

    [Fact]
    public async Task Being_stopped_before_anything_left_leaves_the_message_unsent()
    {
        var outcome = await _mailer.SendAsync(Mails.Prompt(), new CancellationToken(canceled: true));

        Assert.IsType<SendOutcome.NotAccepted>(outcome);
        Assert.Equal(0, _sendGrid.Arrivals);
    }

    [Fact]
    public async Task Being_stopped_while_connecting_leaves_the_message_unsent()
    {
        var connecting = new TaskCompletionSource();
        using var source = new CancellationTokenSource();
        using var transport = new SocketsHttpHandler
        {
            ConnectCallback = async (_, stop) =>
            {
                connecting.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
                return Stream.Null;
            },
        };
        using var mailer = new SendGridMailer(Settings, transport, _clock);

        var sending = mailer.SendAsync(Mails.Prompt(), source.Token);
        await connecting.Task;
        await source.CancelAsync();

        Assert.Equal(
            "Sending was stopped before anything was sent.", Assert.IsType<SendOutcome.NotAccepted>(await sending).Reason);
    }

    private SendGridMailer MailerTo(Uri endpoint) =>
        new(new SendGridSettings { ApiKey = "SG.secret", Endpoint = endpoint }, SendGridMailer.CreateTransport(), _clock);

    private async Task PassAllWaitsAsync()
    {
        await _clock.PassAsync(TimeSpan.FromSeconds(0.5));
        await _clock.PassAsync(TimeSpan.FromSeconds(1));
        await _clock.PassAsync(TimeSpan.FromSeconds(2));
    }

    /// <summary>The next request is read and never answered; completes when it has been read.</summary>
    private Task Hang()
    {
        var arrived = new TaskCompletionSource();
        _sendGrid.Then(async context =>
        {
            await _sendGrid.RecordAsync(context);
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        return arrived.Task;
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint end, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(end, stop);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
