using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>
/// Makes and reads what a manager's cookie holds. Of a sign-in nothing is stored but that it was ended (<see cref="SignedOut"/>),
/// so every instance of a host agrees about it; the signing keys hold the manager key too, so that changing it signs everybody out.
/// </summary>
internal sealed class SessionTokens(KeyRing keys, PagesOptions options)
{
    /// <summary>How long a sign-in lasts.</summary>
    public static readonly Duration Lifetime = Duration.FromHours(12);

    private const string Version = "1";
    private const string CookiePurpose = "placeleadership/manage/session";
    private const string ProofPurpose = "placeleadership/manage/act";
    private const int IdBytes = 16;
    private const int LengthMax = 512;

    /// <summary>Whether this is the manager key. It takes as long whatever is wrong with it.</summary>
    public bool IsManagerKey(string typed) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(typed)), SHA256.HashData(Encoding.UTF8.GetBytes(options.ManagerKey!)));

    /// <summary>A cookie for a new sign-in.</summary>
    public string Issue(Instant now)
    {
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        var expires = (now + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var payload = string.Join('~', Version, keys.CurrentId, id, expires);
        return $"{payload}.{Sign(keys.CurrentId, CookiePurpose, payload)}";
    }

    /// <summary>The sign-in behind a cookie, or null when it is forged, over, or made with another manager key.</summary>
    public ManagerSession? Read(string cookie, Instant now)
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
            && long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && now < Instant.FromUnixTimeSeconds(seconds)
                ? new ManagerSession(payload, Sign(parts[1], ProofPurpose, payload)!, parts[2], Instant.FromUnixTimeSeconds(seconds))
                : null;
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

        var key = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(options.ManagerKey!));
        return Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(payload)));
    }
}
