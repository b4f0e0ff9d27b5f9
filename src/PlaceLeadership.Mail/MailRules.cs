using System.Buffers;
using PlaceLeadership.Core.Outbox;

namespace PlaceLeadership.Mail;

/// <summary>What every mailer asks before it does anything.</summary>
public static class MailRules
{
    private const int AddressCharactersMax = 254; // RFC 3696, erratum 1690

    private static readonly SearchValues<char> NeverInAddress = SearchValues.Create(" ,;:<>()[]\"\\");

    private static readonly HashSet<string> OwnHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Bcc", "Cc", "Content-Transfer-Encoding", "Content-Type", "Date", "DKIM-Signature", "From", "Message-ID",
        "MIME-Version", "Received", "Reply-To", "Sender", "Subject", "To", "X-SG-EID", "X-SG-ID",
    };

    /// <summary>Why no provider should ever get this message, or null.</summary>
    /// <exception cref="ArgumentException">See <see cref="IMailer.SendAsync"/>.</exception>
    public static SendOutcome? Refusal(OutgoingMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        CheckCaller(mail);
        return !IsAddress(mail.From.Email) ? new SendOutcome.Stopped("The sender's address is not a single e-mail address.")
            : !IsAddress(mail.ReplyTo.Email) || (mail.AlsoReplyTo is { } also && !IsAddress(also.Email))
                ? new SendOutcome.Stopped("The address for answers is not a single e-mail address.")
            : !IsAddress(mail.To.Email) ? new SendOutcome.Refused("The recipient's address is not a single e-mail address.")
            : LinesOf(mail).Any(line => line.Any(char.IsControl)) ? new SendOutcome.Held("A name, the subject or a header holds a line break.")
            : null;
    }

    private static void CheckCaller(OutgoingMail mail)
    {
        if (string.IsNullOrWhiteSpace(mail.MessageId) || mail.MessageId.Any(char.IsControl))
        {
            throw new ArgumentException("A message has an id of one line.");
        }

        foreach (var name in mail.Headers.Keys)
        {
            if (OwnHeaders.Contains(name) || name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            {
                throw new ArgumentException($"The message '{mail.MessageId}' cannot carry the further header '{name}'.");
            }
        }
    }

    /// <summary>What ends up on a line of the header, where a line break would start another header.</summary>
    private static IEnumerable<string> LinesOf(OutgoingMail mail) =>
        [mail.Subject, mail.To.Name, mail.From.Name, mail.ReplyTo.Name, mail.AlsoReplyTo?.Name ?? "", .. mail.Headers.Values];

    private static bool IsAddress(string address)
    {
        var at = address.IndexOf('@');
        return at > 0
            && at < address.Length - 1
            && address.LastIndexOf('@') == at
            && address.Length <= AddressCharactersMax
            && !address.AsSpan().ContainsAny(NeverInAddress)
            && !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
    }
}
