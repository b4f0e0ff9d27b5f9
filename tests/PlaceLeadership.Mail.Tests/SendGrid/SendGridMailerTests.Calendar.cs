using System.Text;
using NodaTime;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Mail.Tests.Calendars;

namespace PlaceLeadership.Mail.Tests.SendGrid;

public sealed partial class SendGridMailerTests
{
    [Fact]
    public async Task A_calendar_file_is_attached_with_a_type_that_has_no_parameter()
    {
        var mail = Invitation.Of(Invitation.Settled(new LocalDateTime(2026, 3, 27, 9, 30)));

        Assert.IsType<SendOutcome.Accepted>(await _mailer.SendAsync(mail, Stop));

        var body = Assert.Single(_sendGrid.Bodies);
        AssertJson(
            $$"""
            [
              {
                "content": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes(mail.Calendar!.Text))}}",
                "type": "text/calendar",
                "filename": "invite.ics",
                "disposition": "attachment"
              }
            ]
            """,
            body.GetProperty("attachments"));
        Assert.Equal(["text/plain", "text/html"], body.GetProperty("content").EnumerateArray().Select(part => part.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task A_message_about_a_set_without_a_date_has_no_attachment()
    {
        Assert.IsType<SendOutcome.Accepted>(await _mailer.SendAsync(Invitation.Of(null), Stop));

        Assert.False(Assert.Single(_sendGrid.Bodies).TryGetProperty("attachments", out _));
    }
}
