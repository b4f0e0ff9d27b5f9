using System.Text;
using CsCheck;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Mail.SendGrid;

namespace PlaceLeadership.Mail.Tests.SendGrid;

/// <summary>What SendGrid hands in of a mail; everything in it was written by a stranger.</summary>
public sealed class SendGridRepliesTests
{
    private static readonly string[] Bits =
    [
        "\r\n", "--x", "--x\r\n", "\0", "\"", "\\", "\\ud800", ":", "<", "=?utf-7?q?+ADE-?=", "utf-7", ";name*0*=%%",
        "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: x-uuencode\r\n",
        "Content-Type: multipart/form-data; boundary=x\r\n", "Content-Type: message/rfc822\r\n\r\n",
    ];

    [Fact]
    public void A_mail_is_read_as_it_was_written()
    {
        var mail = Read(Form("Jo <jo@example.org>"))!;
        Assert.Equal(["poll+x@replies.example.org"], mail.To);
        Assert.Equal(("jo@example.org", "<a@example.org>", false, "1 and 3"), (mail.From, mail.Id, mail.Automatic, mail.Text));
    }

    [Fact]
    public void A_sender_that_goes_on_and_on_is_not_taken_apart()
    {
        Assert.Equal("jo@example.org", Read(Form("Jo <jo@example.org>, Al <al@example.org>"))!.From);
        Assert.Equal("", Read(Form("Jo <jo@example.org>" + string.Concat(Enumerable.Repeat(",a", 1_000))))!.From);
    }

    [Fact]
    public void Whatever_becomes_of_a_mail_on_its_way_it_is_read_or_refused() => Gen.Select(
        Gen.Double[0, 0.99], Gen.Int[0, 30], Gen.OneOf(Gen.Int[0, Bits.Length - 1].Select(place => Bits[place]), Gen.Char['\0', 'ÿ'].Select(letter => letter.ToString())))
        .Array[1, 5].Sample(
            changes =>
            {
                var form = Form("Jo <jo@example.org>");
                foreach (var (place, gone, come) in changes)
                {
                    var at = (int)(place * (form.Length - 7));
                    form = form[..at] + come + form[Math.Min(at + gone, form.Length - 7)..];
                }

                Read(form);
            },
            iter: 5_000);

    private static ReceivedMail? Read(string form) => SendGridReplies.Read("multipart/form-data; boundary=x", Encoding.Latin1.GetBytes(form));

    private static string Form(string from)
    {
        var form = new StringBuilder();
        void Field(string name, string value) => form.Append($"--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        Field("headers", "Received: by mx.example.org\r\nMessage-ID:\r\n <a@example.org>\r\nAuto-Submitted: no\r\n");
        Field("from", from);
        Field("text", "1 and 3");
        Field("envelope", """{"to":["poll+x@replies.example.org"],"from":"jo@example.org"}""");
        Field("charsets", """{"to":"UTF-8","text":"utf-8"}""");
        return form.Append("--x--\r\n").ToString();
    }
}
