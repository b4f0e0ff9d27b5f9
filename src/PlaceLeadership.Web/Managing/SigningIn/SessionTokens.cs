using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>What a genuine cookie says.</summary>
/// <param name="Account">Whose sign-in it is of.</param>
/// <param name="Secret">By what the sign-in is found.</param>
/// <param name="Payload">All that it says, without its signature.</param>
/// <param name="Proof">What every form of this sign-in carries.</param>
internal sealed record SessionToken(AccountId Account, string Secret, string Payload, string Proof);

/// <summary>
/// Makes and reads what a manager's cookie holds: a random secret by which the sign-in is found in the tables, signed, so that for a forged
/// one nothing is read. The signing keys hold the manager key too, so that changing it signs everybody out.
/// </summary>
internal sealed class SessionTokens(KeyRing keys, PagesOptions options)
{
    private const string Version = "2";
    private const string CookiePurpose = "placeleadership/manage/session";
    private const string ProofPurpose = "placeleadership/manage/act";
    private const int SecretBytes = 32;
    private const int LengthMax = 512;

    /// <summary>Whether this is the manager key. It takes as long whatever is wrong with it.</summary>
    public bool IsManagerKey(string typed) => !string.IsNullOrEmpty(options.ManagerKey) && CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(typed)), SHA256.HashData(Encoding.UTF8.GetBytes(options.ManagerKey)));

    /// <summary>A secret for a new sign-in, and the cookie that holds it.</summary>
    public (string Secret, string Cookie) Issue(AccountId account)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var payload = string.Join('~', Version, keys.CurrentId, account, secret);
        return (secret, $"{payload}.{Sign(keys.CurrentId, CookiePurpose, payload)}");
    }

    /// <summary>What a cookie says, or null when it is forged, or made with another manager key.</summary>
    public SessionToken? Read(string cookie)
    {
        var dot = cookie.IndexOf('.', StringComparison.Ordinal);
        if (cookie.Length > LengthMax || dot <= 0)
        {
            return null;
        }

        var payload = cookie[..dot];
        var parts = payload.Split('~');
        return parts.Length == 4 && parts[0] == Version
            && Sign(parts[1], CookiePurpose, payload) is { } signature && Same(signature, cookie[(dot + 1)..])
                ? new SessionToken(new AccountId(parts[2]), parts[3], payload, Sign(parts[1], ProofPurpose, payload)!) : null;
    }

    /// <summary>Whether two texts are the same. It takes as long wherever they differ.</summary>
    public static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private string? Sign(string keyId, string purpose, string payload)
    {
        if (keys.Derive(keyId, purpose) is not { } secret)
        {
            return null;
        }

        var key = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(options.ManagerKey ?? ""));
        return Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(payload)));
    }
}
