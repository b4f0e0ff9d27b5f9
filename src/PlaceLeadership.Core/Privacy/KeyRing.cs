using System.Security.Cryptography;
using System.Text;

namespace PlaceLeadership.Core.Privacy;

/// <summary>
/// The secrets that sign links and encrypt texts. The first makes new signatures and ciphertexts; older ones are still
/// accepted, so a key can be replaced without breaking a link that is on its way.
/// </summary>
public sealed class KeyRing
{
    /// <summary>Bytes in a secret.</summary>
    public const int SecretBytes = 32;

    private readonly IReadOnlyList<(string Id, byte[] Secret)> _secrets;

    /// <summary>A ring of these secrets, newest first.</summary>
    /// <exception cref="ArgumentException">There is none, or one is not 32 bytes long.</exception>
    public KeyRing(params IReadOnlyList<byte[]> secrets)
    {
        if (secrets.Count == 0 || secrets.Any(secret => secret.Length != SecretBytes))
        {
            throw new ArgumentException($"A key ring needs at least one secret, each of {SecretBytes} bytes.", nameof(secrets));
        }

        _secrets = [.. secrets.Select(secret => (Convert.ToHexStringLower(SHA256.HashData(secret).AsSpan(0, 4)), secret))];
    }

    /// <summary>A ring with one new secret from the machine's source of randomness.</summary>
    public static KeyRing New() => new(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Reads secrets from base64, one on a line, newest first.</summary>
    /// <exception cref="ArgumentException">The text holds no secret, or one that is not 32 bytes of base64.</exception>
    public static KeyRing Parse(string text)
    {
        try
        {
            return new KeyRing([.. text
                .Split(['\n', '\r', ',', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(Convert.FromBase64String)]);
        }
        catch (FormatException)
        {
            throw new ArgumentException($"Keys are base64 of {SecretBytes} random bytes each, newest first.", nameof(text));
        }
    }

    /// <summary>The secrets as base64, as <see cref="Parse"/> reads them.</summary>
    public string Export() => string.Join('\n', _secrets.Select(item => Convert.ToBase64String(item.Secret)));

    /// <summary>The id of the newest secret.</summary>
    public string CurrentId => _secrets[0].Id;

    /// <summary>The ids of all secrets, newest first.</summary>
    public IEnumerable<string> Ids => _secrets.Select(item => item.Id);

    /// <summary>A key for one purpose from the secret with this id, or null when the ring does not hold it.</summary>
    public byte[]? Derive(string id, string purpose)
    {
        foreach (var (known, secret) in _secrets)
        {
            if (known == id)
            {
                return HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, SecretBytes, info: Encoding.UTF8.GetBytes(purpose));
            }
        }

        return null;
    }
}
