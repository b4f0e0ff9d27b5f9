using System.Text.Json;
using PlaceLeadership.Core.Outbox;

namespace PlaceLeadership.Mail.Tests.SendGrid;

public sealed partial class SendGridMailerTests
{
    [Fact]
    public async Task An_accepted_message_has_the_id_SendGrid_gave_it()
    {
        var accepted = await Send<SendOutcome.Accepted>();

        Assert.Equal("sg-1", accepted.ProviderId);
        Assert.Equal("Bearer SG.secret", Assert.Single(_sendGrid.Authorizations));
    }

    [Fact]
    public async Task Nothing_is_tracked_and_every_request_says_so()
    {
        await Send();
        await Send();

        Assert.Equal(2, _sendGrid.Bodies.Count);
        Assert.All(_sendGrid.Bodies, body => AssertJson(
            """
            {
              "click_tracking": { "enable": false, "enable_text": false },
              "open_tracking": { "enable": false },
              "subscription_tracking": { "enable": false },
              "ganalytics": { "enable": false }
            }
            """,
            body.GetProperty("tracking_settings")));
    }

    [Fact]
    public async Task A_message_goes_to_one_recipient_and_carries_our_id()
    {
        await Send();

        AssertJson(
            """
            [
              {
                "to": [ { "name": "Ada Lovelace", "email": "ada@example.org" } ],
                "custom_args": { "message_id": "90a86e0f624cf5d5" }
              }
            ]
            """,
            Assert.Single(_sendGrid.Bodies).GetProperty("personalizations"));
    }

    [Fact]
    public async Task Nothing_that_SendGrid_gets_names_the_id_of_the_person()
    {
        var start = new NodaTime.LocalDateTime(2027, 2, 1, 9, 30);
        var mail = Calendars.Invitation.Of(
            Calendars.Invitation.Settled(start), takesReplies: true,
            poll: new Core.Journeys.LearningSets.PollByMail(Core.Programmes.LocalText.English("Which?"), Core.Programmes.LocalText.English("Which one?"), [start]));
        Assert.Equal("north/p07/4", mail.MessageId);
        await _mailer.SendAsync(mail, Stop);

        var body = Assert.Single(_sendGrid.Bodies).ToString();
        Assert.DoesNotContain("p07", body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String("|p07|"u8)[1..^2], body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sender_texts_and_headers_arrive_as_they_were_given()
    {
        await Send();

        var body = Assert.Single(_sendGrid.Bodies);
        AssertJson("""{ "name": "Leading Together", "email": "programme@example.net" }""", body.GetProperty("from"));
        AssertJson("""{ "name": "Bronwen Hughes", "email": "bronwen@example.net" }""", body.GetProperty("reply_to"));
        Assert.Equal("What did you notice this week?", body.GetProperty("subject").GetString());
        AssertJson(
            """
            [
              { "type": "text/plain", "value": "Dear Ada,\nwhat did you notice?\n" },
              { "type": "text/html", "value": "<p>Dear Ada,<br>what did you notice?</p>" }
            ]
            """,
            body.GetProperty("content"));
        AssertJson(
            """
            {
              "List-Unsubscribe": "<https://place.example/stop/abc>",
              "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"
            }
            """,
            body.GetProperty("headers"));
    }

    [Fact]
    public async Task A_second_address_for_answers_comes_after_the_named_person_in_the_one_list_that_SendGrid_takes()
    {
        await _mailer.SendAsync(Mails.Prompt() with { AlsoReplyTo = new MailAddress("Poll for the date", "poll+p07@replies.example.org") }, Stop);

        var body = Assert.Single(_sendGrid.Bodies);
        Assert.False(body.TryGetProperty("reply_to", out _));
        AssertJson(
            """
            [
              { "name": "Bronwen Hughes", "email": "bronwen@example.net" },
              { "name": "Poll for the date", "email": "poll+p07@replies.example.org" }
            ]
            """,
            body.GetProperty("reply_to_list"));
    }

    [Fact]
    public async Task A_request_says_nothing_beyond_that()
    {
        await Send();

        Assert.Equal(
            ["content", "from", "headers", "personalizations", "reply_to", "subject", "tracking_settings"],
            Assert.Single(_sendGrid.Bodies).EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SendGrid_cannot_say_afterwards_whether_it_accepted_a_message() =>
        Assert.Null(await _mailer.WasAcceptedAsync("north-1/reflect-1/p07/prompt", Stop));

    private static void AssertJson(string expected, JsonElement actual)
    {
        using var document = JsonDocument.Parse(expected);
        Assert.True(
            JsonElement.DeepEquals(document.RootElement, actual), $"Expected {expected}{Environment.NewLine}but got {actual}");
    }
}
