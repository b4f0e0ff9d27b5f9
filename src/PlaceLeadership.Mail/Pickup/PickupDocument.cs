using System.Text;
using MimeKit;
using MimeKit.Text;

namespace PlaceLeadership.Mail.Pickup;

/// <summary>A message as RFC 5322 text. The same message at the same moment gives the same bytes.</summary>
internal static class PickupDocument
{
    /// <summary>Names the steps that the message brings, for whoever plays a reader. What is really sent has no such line.</summary>
    public const string BringsHeader = "X-PlaceLeadership-Brings";

    private static readonly FormatOptions Format = FormatOptionsOf();

    public static byte[] Write(OutgoingMail mail, DateTimeOffset date)
    {
        using var message = new MimeMessage
        {
            Date = date,
            // The top-level domain 'invalid' (RFC 2606): this message is not known to any mail server.
            MessageId = $"{PickupFileName.HashOf(mail.MessageId)}@placelead.invalid",
            Subject = mail.Subject,
            Body = Bodies(mail),
        };
        message.From.Add(AddressOf(mail.From));
        message.ReplyTo.Add(AddressOf(mail.ReplyTo));
        if (mail.AlsoReplyTo is { } also)
        {
            message.ReplyTo.Add(AddressOf(also));
        }

        message.To.Add(AddressOf(mail.To));
        foreach (var (name, value) in mail.Headers.OrderBy(header => header.Key, StringComparer.Ordinal))
        {
            message.Headers.Add(name, value);
        }

        if (mail.Brings.Count > 0)
        {
            message.Headers.Add(BringsHeader, string.Join(' ', mail.Brings));
        }

        message.Body.ContentType.Parameters["boundary"] = $"=-{PickupFileName.HashOf(mail.MessageId)}";
        using var bytes = new MemoryStream();
        message.WriteTo(Format, bytes);
        return bytes.ToArray();
    }

    private static Multipart Bodies(OutgoingMail mail)
    {
        var words = new MultipartAlternative { PartOf(TextFormat.Plain, mail.Text), PartOf(TextFormat.Html, mail.Html) };
        if (mail.Calendar is not { } calendar)
        {
            return words;
        }

        words.ContentType.Parameters["boundary"] = $"=-words-{PickupFileName.HashOf(mail.MessageId)}";
        var file = new TextPart("calendar")
        {
            ContentTransferEncoding = ContentEncoding.QuotedPrintable,
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = calendar.Name },
        };
        file.SetText(Encoding.UTF8, calendar.Text.ReplaceLineEndings("\r\n"));
        file.ContentType.Parameters["method"] = calendar.Method;
        return new Multipart("mixed") { words, file };
    }

    private static TextPart PartOf(TextFormat format, string text)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        return part;
    }

    private static MailboxAddress AddressOf(MailAddress address) => new(Encoding.UTF8, address.Name, address.Email);

    private static FormatOptions FormatOptionsOf()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.EnsureNewLine = true;
        return format;
    }
}
