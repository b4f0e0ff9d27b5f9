using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PlaceLeadership.Core;

/// <summary>Whose a sign-in is. It names no person.</summary>
public readonly record struct AccountId(string Value)
{
    private const int HashBytes = 18;
    private const int LengthMax = 64;

    /// <summary>Whoever knows the manager key.</summary>
    public static AccountId ManagerKey { get; } = new("key");

    /// <summary>Whoever has the storage itself, by the command line.</summary>
    public static AccountId CommandLine { get; } = new("command");

    /// <summary>
    /// The account of a provider's subject (OpenID Connect Core 1.0, 5.7: issuer and subject together are the only identifier to rely on;
    /// addresses change hands).
    /// </summary>
    /// <param name="issuer">Who vouches for the subject, as it stands in the token.</param>
    /// <param name="subject">The subject, unique to its issuer and never given to another.</param>
    public static AccountId Of(string issuer, string subject) => new(
        "a" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}")).AsSpan(0, HashBytes)));

    /// <summary>Reads what somebody wrote; null when it can be nobody's, and must not reach the tables.</summary>
    public static AccountId? Parse(string word) =>
        word.Length is > 0 and <= LengthMax && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? new AccountId(word) : null;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
