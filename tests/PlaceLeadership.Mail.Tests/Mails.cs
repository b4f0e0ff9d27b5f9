using System.Security.Cryptography;
using System.Text;

namespace PlaceLeadership.Mail.Tests;

internal static class Mails
{
    public const string Recipient = "ada@example.org";

    public static OutgoingMail Prompt(string id = "north-1/reflect-1/p07/prompt") => new(
        id,
        new MailAddress("Leading Together", "programme@example.net"),
        new MailAddress("Bronwen Hughes", "bronwen@example.net"),
        new MailAddress("Ada Lovelace", Recipient),
        "What did you notice this week?",
        "Dear Ada,\nwhat did you notice?\n",
        "<p>Dear Ada,<br>what did you notice?</p>",
        new Dictionary<string, string>
        {
            ["List-Unsubscribe"] = "<https://place.example/stop/abc>",
            ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
        })
    {
        Reference = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 8)),
    };
}
