using MimeKit;
using PlaceLeadership.Core.Replies;

namespace PlaceLeadership.Mail.Pickup;

/// <summary>Reads a mail that somebody saved as a file, as mail programs do: RFC 5322 text, usually called <c>.eml</c>.</summary>
public static class SavedReply
{
    /// <summary>The mail in a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Null when the file holds no mail: no header that says to whom it goes.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ReceivedMail? Read(string path)
    {
        try
        {
            using var message = MimeMessage.Load(path);
            IReadOnlyList<string> to = [.. message.To.Mailboxes.Concat(message.Cc.Mailboxes).Select(mailbox => mailbox.Address)];
            return to.Count == 0 ? null : new ReceivedMail(
                to, message.From.Mailboxes.FirstOrDefault()?.Address ?? "", message.MessageId ?? "",
                ReceivedMail.IsAutomatic(name => message.Headers[name]), message.TextBody ?? "");
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
