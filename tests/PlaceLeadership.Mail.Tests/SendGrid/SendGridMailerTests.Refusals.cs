using PlaceLeadership.Core.Outbox;

namespace PlaceLeadership.Mail.Tests.SendGrid;

/// <summary>The three classes of refusals, from bodies of the shapes that SendGrid answers with.</summary>
public sealed partial class SendGridMailerTests
{
    [Theory]
    [InlineData("""{"errors":[{"message":"Does not contain a valid address.","field":"personalizations.0.to.0.email","help":"http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html#message.personalizations.to"}]}""")]
    [InlineData("""{"errors":[{"message":"The to array is required for all personalization objects, and must have at least one email object with a valid email address.","field":"personalizations.0.to","help":null}]}""")]
    [InlineData("""{"errors":[{"message":"The to email parameter is required.","field":"personalizations.0.to.0.email","help":null}]}""")]
    [InlineData("""{"errors":[{"message":"Too long.","field":"subject","help":null},{"message":"Does not contain a valid address.","field":"personalizations.0.to.0.email","help":null}]}""")]
    public async Task What_names_the_recipient_is_about_that_address(string body)
    {
        _sendGrid.Then(400, body: body);
        Assert.Contains("personalizations.0.to", (await Send<SendOutcome.Refused>()).Reason, StringComparison.Ordinal);
        Assert.Equal(1, _sendGrid.Arrivals);
    }

    [Theory]
    [InlineData(413, "")]
    [InlineData(413, """{"errors":[{"message":"Payload Too Large","field":null,"help":null}]}""")]
    [InlineData(413, """{"errors":[{"message":"The to email is too large.","field":"personalizations.0.to.0.email","help":null}]}""")]
    [InlineData(400, """{"errors":[{"message":"Bad Request","field":null,"help":null}]}""")]
    [InlineData(400, """{"errors":[{"message":"The content value must be a string at least one character in length.","field":"content.0.value","help":null}]}""")]
    [InlineData(400, """{"errors":[{"message":"The name is too long.","field":"personalizations.0.to.0.name","help":null}]}""")]
    [InlineData(400, """{"errors":[{"message":"Invalid.","field":"custom_args.to","help":null}]}""")]
    [InlineData(400, """{"errors":[{"message":"Does not contain a valid address.","field":"personalizations.0.cc.0.email","help":null}]}""")]
    [InlineData(400, """{"errors":[{"message":"The subject is required.","field":"subject","help":null}]}""")]
    [InlineData(400, """{"errors":[{"message":"Each email address in the personalization block should be unique between to, cc, and bcc.","field":"personalizations.0","help":null}]}""")]
    [InlineData(400, "<html>Bad Request</html>")]
    public async Task What_is_about_the_content_of_one_message_holds_that_message(int status, string body)
    {
        _sendGrid.Then(status, body: body);
        Assert.StartsWith("SendGrid refuses this message", (await Send<SendOutcome.Held>()).Reason, StringComparison.Ordinal);
        Assert.Equal(1, _sendGrid.Arrivals);
        await Send<SendOutcome.Accepted>();
    }

    [Theory]
    [InlineData(401, """{"errors":[{"message":"The provided authorization grant is invalid, expired, or revoked","field":null,"help":null}]}""")]
    [InlineData(401, """{"errors":[{"message":"Maximum credits exceeded","field":null,"help":null}]}""")]
    [InlineData(403, """{"errors":[{"message":"The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.","field":"from","help":null}]}""")]
    [InlineData(400, """{"errors":[{"message":"Does not contain a valid address.","field":"from.email","help":null}]}""")]
    [InlineData(400, """{"errors":[{"message":"The from object must be provided for every email send.","field":"from","help":null}]}""")]
    [InlineData(400, """{"errors":[{"message":"Does not contain a valid address.","field":"reply_to.email","help":null}]}""")]
    [InlineData(400, """{"errors":[{"message":"Does not contain a valid address.","field":"reply_to_list.0.email","help":null}]}""")]
    [InlineData(400, """{"errors":[{"message":"No such pool.","field":"ip_pool_name","help":null}]}""")]
    [InlineData(400, """{"errors":[{"message":"No such group.","field":"asm.group_id","help":null}]}""")]
    [InlineData(400, """{"errors":[{"message":"Sandbox.","field":"mail_settings.sandbox_mode","help":null}]}""")]
    [InlineData(400, """{"errors":[{"message":"Invalid.","field":"tracking_settings.click_tracking","help":null}]}""")]
    [InlineData(400, """{"errors":[{"message":"Invalid type. Expected: object, given: string.","field":"from","help":null},{"message":"Invalid type.","field":"personalizations.0.to.0","help":null}]}""")]
    public async Task What_is_about_the_key_the_sender_or_the_account_stops_sending(int status, string body)
    {
        _sendGrid.Then(status, body: body);
        var stopped = await Send<SendOutcome.Stopped>();
        Assert.Contains("PLACELEAD_SENDGRID_KEY", stopped.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("authorization grant", stopped.Reason, StringComparison.Ordinal);
        Assert.Equal(1, _sendGrid.Arrivals);
        await Send<SendOutcome.Accepted>();
    }
}
