using System.Text;
using MimeKit;
using NodaTime;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Mail.Pickup;
using PlaceLeadership.Mail.Tests.Calendars;

namespace PlaceLeadership.Mail.Tests.Pickup;

public sealed class PickupCalendarTests : IDisposable
{
    private static readonly LocalDateTime Start = new(2026, 3, 27, 9, 30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("placelead-pickup-");

    [Theory]
    [InlineData(false, false, "REQUEST")]
    [InlineData(true, false, "CANCEL")]
    [InlineData(false, true, "PUBLISH")]
    public async Task A_calendar_file_lies_beside_the_words_and_says_what_it_is_for(bool calledOff, bool suggested, string method)
    {
        var mail = Invitation.Of(Invitation.Settled(Start) with { CalledOff = calledOff, Suggested = suggested });

        var mixed = Assert.IsType<Multipart>((await WrittenAsync(mail)).Body);

        Assert.Equal("multipart/mixed", mixed.ContentType.MimeType);
        Assert.Equal(2, mixed.Count);
        AssertWords(mail, mixed[0]);
        var file = Assert.IsType<TextPart>(mixed[1]);
        Assert.Equal(("text/calendar", method, "utf-8"), (file.ContentType.MimeType, file.ContentType.Parameters["method"], file.ContentType.Charset));
        Assert.Equal((true, "invite.ics"), (file.IsAttachment, file.FileName));
        using var bytes = new MemoryStream();
        await file.Content!.DecodeToAsync(bytes, TestContext.Current.CancellationToken);
        Assert.Equal(mail.Calendar!.Text, Encoding.UTF8.GetString(bytes.ToArray()));
    }

    [Fact]
    public async Task A_message_without_one_is_its_two_alternatives_and_nothing_else()
    {
        var mail = Invitation.Of(null);

        AssertWords(mail, (await WrittenAsync(mail)).Body!);
    }

    [Fact]
    public async Task What_the_inbox_shows_of_a_message_with_one_is_its_words()
    {
        var mail = Invitation.Of(Invitation.Settled(Start));
        await new PickupMailer(_folder.FullName, new WatchedClock()).SendAsync(mail, TestContext.Current.CancellationToken);

        var shown = Assert.Single(new PickupInbox(_folder.FullName).List(10));

        Assert.Equal((mail.Text, mail.Html.TrimEnd('\n')), (shown.Text, shown.Html.TrimEnd('\n')));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void AssertWords(OutgoingMail mail, MimeEntity part)
    {
        var words = Assert.IsType<MultipartAlternative>(part);
        Assert.Equal(["text/plain", "text/html"], words.Select(word => word.ContentType.MimeType));
        Assert.Equal(mail.Text, ((TextPart)words[0]).Text.ReplaceLineEndings("\n"));
        Assert.Equal(mail.Html.TrimEnd('\n'), ((TextPart)words[1]).Text.ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    private async Task<MimeMessage> WrittenAsync(OutgoingMail mail)
    {
        var cancellation = TestContext.Current.CancellationToken;
        Assert.IsType<SendOutcome.Accepted>(await new PickupMailer(_folder.FullName, new WatchedClock()).SendAsync(mail, cancellation));
        return await MimeMessage.LoadAsync(Assert.Single(_folder.GetFiles()).FullName, cancellation);
    }
}
