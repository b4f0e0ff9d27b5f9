using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using PlaceLeadership.Application.People;
using PlaceLeadership.Application.Settling;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Hosting.Mailing;
using PlaceLeadership.Hosting.Running;
using PlaceLeadership.Hosting.Webhooks;
using PlaceLeadership.Mail;
using PlaceLeadership.Mail.SendGrid;

namespace PlaceLeadership.Hosting.Tests;

public sealed class SendGridWebhookTests : IAsyncDisposable
{
    private static readonly string Welcome = $"{Rehearsal.Cohort}/p001/1";

    private readonly Rehearsal _rehearsal = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public async Task What_SendGrid_says_of_a_message_is_noted_and_saying_it_again_changes_nothing()
    {
        await SendWelcomeAsync();
        var body = Events((Welcome, "processed", ""), (Welcome, "delivered", ""));
        Assert.Equal(204, await PostAsync(body));
        Assert.Equal(SentState.Delivered, await StateAsync());
        Assert.Equal(204, await PostAsync(body));
        Assert.Equal(204, await PostAsync(Events((Welcome, "processed", ""))));
        Assert.Equal(SentState.Delivered, await StateAsync());
    }

    [Theory]
    [InlineData("bounce", "\"type\":\"bounce\"", true)]
    [InlineData("bounce", "\"type\":\"blocked\"", false)]
    [InlineData("dropped", "\"reason\":\"Bounced Address\"", true)]
    [InlineData("dropped", "\"reason\":\"Recipient List over Package Quota\"", false)]
    [InlineData("dropped", "\"reason\":\"Invalid\"", true)]
    [InlineData("dropped", "\"reason\":\"Unsubscribed Address\"", true)]
    [InlineData("dropped", "\"reason\":\"Spam Reporting Address\"", true)]
    [InlineData("dropped", "\"reason\":\"Spam Content\"", false)]
    [InlineData("spamreport", "", true)]
    [InlineData("deferred", "", false)]
    [InlineData("open", "", false)]
    public async Task An_address_is_written_to_no_more_when_it_is_the_address_that_is_refused(string what, string more, bool refused)
    {
        await SendWelcomeAsync();
        Assert.Equal(204, await PostAsync(Events((Welcome, what, more))));
        Assert.Equal(refused, await RefusedOnAsync() is not null);
        Assert.Equal(refused ? SentState.Bounced : SentState.Sent, await StateAsync());
    }

    [Fact]
    public async Task A_late_bounce_of_the_old_address_marks_the_message_and_not_the_person_whose_address_was_mended()
    {
        await SendWelcomeAsync();
        var roster = _rehearsal.The<RosterDesk>();
        Assert.Null(await roster.ChangeAsync(Rehearsal.Cohort, Actor.Manager, new ParticipantId("p001"), entry => entry with { Email = "ada@right.example" }, default));
        Assert.Equal(204, await PostAsync(Events((Welcome, "bounce", "\"type\":\"bounce\",\"sg_event_id\":\"e1\",\"timestamp\":1800000000"))));
        Assert.Equal(SentState.Bounced, await StateAsync());
        Assert.Null(await RefusedOnAsync());
    }

    [Fact]
    public async Task Who_confirms_an_address_takes_its_refusal_back()
    {
        await SendWelcomeAsync();
        await PostAsync(Events((Welcome, "bounce", "\"type\":\"bounce\"")));
        Assert.NotNull(await RefusedOnAsync());
        var roster = _rehearsal.The<RosterDesk>();
        Assert.Null(await roster.ChangeAsync(Rehearsal.Cohort, Actor.Manager, new ParticipantId("p001"), entry => entry with { PreferredHour = 10 }, default));
        Assert.NotNull(await RefusedOnAsync());
        Assert.Null(await roster.ChangeAsync(Rehearsal.Cohort, Actor.Manager, new ParticipantId("p001"), entry => entry, default, confirmsAddress: true));
        Assert.Null(await RefusedOnAsync());
    }

    [Fact]
    public async Task What_SendGrid_did_not_sign_is_refused_and_changes_nothing()
    {
        await SendWelcomeAsync();
        var body = Events((Welcome, "delivered", ""));
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(403, await PostAsync(body, signature: Sign(stranger, "1", body)));
        Assert.Equal(403, await PostAsync(body, signature: ""));
        Assert.Equal(403, await PostAsync(body, signature: "no base64!"));
        Assert.Equal(403, await PostAsync(body, signature: Sign(_key, "2", body)));
        Assert.Equal(403, await PostAsync(body, signature: Sign(_key, "1", body + " ")));
        Assert.Equal(SentState.Sent, await StateAsync());
    }

    [Theory]
    [InlineData("""[{"message_id":"\ud800","event":"delivered"}]""", 204)]
    [InlineData("[]", 204)]
    [InlineData("[1, null, {}, {\"message_id\": 5, \"event\": \"delivered\"}, {\"message_id\": \"somebody/elses\"}]", 204)]
    [InlineData("[{\"message_id\": \"no-such-cohort/p001/1\", \"event\": \"delivered\"}]", 204)]
    [InlineData("{}", 400)]
    [InlineData("", 400)]
    public async Task What_is_not_about_our_messages_is_passed_over_and_what_is_no_list_is_refused(string body, int status)
    {
        await SendWelcomeAsync();
        Assert.Equal(status, await PostAsync(body));
        Assert.Equal(SentState.Sent, await StateAsync());
    }

    [Fact]
    public async Task A_body_without_end_is_not_read_to_its_end() =>
        Assert.Equal(413, await PostAsync(new string(' ', ReportsWebhook.BytesMax + 1)));

    [Fact]
    public async Task Where_another_provider_sends_there_is_nothing() =>
        Assert.Equal(404, await Webhook(new PickupProvider(), SendGridProvider.SignedWith("")).ReceiveAsync("sendgrid", new DefaultHttpContext().Request));

    [Fact]
    public async Task Without_a_key_to_check_them_with_there_is_nothing_that_takes_events() =>
        Assert.Equal(404, await Webhook(new SendGridProvider(), null).ReceiveAsync("sendgrid", new DefaultHttpContext().Request));

    public async ValueTask DisposeAsync()
    {
        _key.Dispose();
        await _rehearsal.DisposeAsync();
    }

    private async Task SendWelcomeAsync()
    {
        await _rehearsal.LaunchAsync(1);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 9));
        var rounds = _rehearsal.The<CohortRounds>();
        await rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, null, null), default);
        await rounds.DeliverAsync(new DeliverOrder(Rehearsal.Cohort.Value, 0, 1, null), default);
        Assert.Equal(SentState.Sent, await StateAsync());
    }

    private async Task<SentState> StateAsync()
    {
        await foreach (var message in _rehearsal.The<CohortReader>().MessagesAsync(Rehearsal.Cohort, default))
        {
            return message.State;
        }

        throw new InvalidOperationException("No message was sent.");
    }

    [Fact]
    public async Task Events_of_messages_that_an_earlier_release_sent_name_the_message_itself_and_count_all_the_same()
    {
        await SendWelcomeAsync();
        Assert.Equal(204, await PostAsync($$"""[{"message_id":"{{Welcome}}","event":"delivered"}]"""));
        Assert.Equal(SentState.Delivered, await StateAsync());
    }

    private string Events(params IEnumerable<(string Message, string What, string More)> events) => "[" + string.Join(
        ",\r\n", events.Select(item => $$"""{"email":"person0@example.org","message_id":"{{_rehearsal.The<LinkTokens>().Refer(item.Message)}}","event":"{{item.What}}"{{(item.More.Length > 0 ? "," + item.More : "")}}}""")) + "]";

    private async Task<NodaTime.LocalDate?> RefusedOnAsync()
    {
        var (_, timetable) = (await _rehearsal.The<CohortReader>().FindAsync(Rehearsal.Cohort, default))!.Value;
        return (await _rehearsal.The<CohortReader>().FindParticipantAsync(Rehearsal.Cohort, new ParticipantId("p001"), timetable, default))!.Value.AddressRefusedOn;
    }

    private async Task<int> PostAsync(string body, string? signature = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Request.Headers[SendGridEvents.SignatureHeader] = signature ?? Sign(_key, "1", body);
        context.Request.Headers[SendGridEvents.TimestampHeader] = "1";
        return await Webhook(new SendGridProvider(), SendGridProvider.SignedWith(Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo())))
            .ReceiveAsync("sendgrid", context.Request);
    }

    private ReportsWebhook Webhook(MailProvider provider, MailReports? reports) => new(
        new MailChannel(provider, _ => _rehearsal.The<IMailer>()) { Reports = reports },
        _rehearsal.The<SettlementDesk>(), _rehearsal.The<LinkTokens>(), NullLogger<ReportsWebhook>.Instance);

    private static string Sign(ECDsa key, string timestamp, string body) => Convert.ToBase64String(key.SignData(
        Encoding.UTF8.GetBytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
}
