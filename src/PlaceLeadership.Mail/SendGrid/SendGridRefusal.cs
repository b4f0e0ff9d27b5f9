using System.Text.RegularExpressions;
using PlaceLeadership.Core.Outbox;

namespace PlaceLeadership.Mail.SendGrid;

/// <summary>
/// What a refusal of SendGrid is about, by its status and the fields that it names. Only one that names the recipient says
/// something about the recipient's address; what it says of the sender, the key or the account is true of every message.
/// </summary>
internal static partial class SendGridRefusal
{
    // What is the same in every message: the sender, where answers go, and what the account allows.
    private static readonly string[] Ours = ["from", "reply_to", "reply_to_list", "asm", "ip_pool_name", "mail_settings", "tracking_settings"];

    /// <summary>The outcome of a message that was refused.</summary>
    /// <param name="status">400, 401, 403 or 413.</param>
    /// <param name="body">What SendGrid says of it. Its sentences may repeat an address, so none of them is passed on.</param>
    /// <param name="keySetting">The setting that holds the key.</param>
    public static SendOutcome Read(int status, string body, string keySetting)
    {
        var fields = FieldName().Matches(body).Select(match => match.Groups[1].Value).Distinct().Take(5).ToArray();
        var said = $"({status}{(fields.Length > 0 ? ": " + string.Join(", ", fields) : "")})";
        return status is 401 or 403 || fields.Any(field => Ours.Contains(field.Split('.')[0]))
            ? new SendOutcome.Stopped(
                $"SendGrid does not let us send {said}. Check the key in the setting {keySetting}, that the account is in order "
                + "and within its limit, and that SendGrid knows the sender.")
            : status == 400 && fields.Any(IsAboutTheRecipient)
                ? new SendOutcome.Refused($"SendGrid refuses the address {said}.")
                : new SendOutcome.Held($"SendGrid refuses this message {said}.");
    }

    // The address, the list of one, or its only entry; a refused name says nothing about the address.
    private static bool IsAboutTheRecipient(string field) => RecipientField().IsMatch(field);

    [GeneratedRegex(@"^(personalizations\.[0-9]+\.)?to(\.[0-9]+)?(\.email)?$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex RecipientField();

    [GeneratedRegex("\"field\"\\s*:\\s*\"([a-z0-9_.]{1,60})\"", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex FieldName();
}
