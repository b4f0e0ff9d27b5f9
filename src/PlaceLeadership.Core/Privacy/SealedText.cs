using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PlaceLeadership.Core.Privacy;

/// <summary>
/// Short texts that travel through strangers' hands: AES-256-GCM under a key of their purpose, so that nobody without the key
/// ring reads or changes them. The nonce is a keyed hash of the text: the same text gives the same letters, so that a message
/// written twice is the same message, and two different texts never share a nonce but by chance.
/// </summary>
public static class SealedText
{
    private const byte Version = 2;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Overhead = 1 + NonceBytes + TagBytes;

    /// <summary>The text in letters that are safe in a URL.</summary>
    public static string Seal(KeyRing keys, string purpose, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var bytes = new byte[Overhead + plain.Length];
        bytes[0] = Version;
        var nonce = bytes.AsSpan(1, NonceBytes);
        HMACSHA256.HashData(keys.Derive(keys.CurrentId, purpose + "/nonce")!, plain).AsSpan(0, NonceBytes).CopyTo(nonce);
        using var aes = new AesGcm(keys.Derive(keys.CurrentId, purpose)!, TagBytes);
        aes.Encrypt(nonce, plain, bytes.AsSpan(1 + NonceBytes, plain.Length), bytes.AsSpan(bytes.Length - TagBytes), bytes.AsSpan(0, 1));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The text, or null when none of the keys sealed it for this purpose.</summary>
    public static string? Open(KeyRing keys, string purpose, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= Overhead || bytes[0] != Version)
        {
            return null;
        }

        var plain = new byte[bytes.Length - Overhead];
        foreach (var id in keys.Ids)
        {
            using var aes = new AesGcm(keys.Derive(id, purpose)!, TagBytes);
            try
            {
                aes.Decrypt(
                    bytes.Slice(1, NonceBytes), bytes.Slice(1 + NonceBytes, plain.Length), bytes[^TagBytes..], plain, bytes[..1]);
                return Encoding.UTF8.GetString(plain);
            }
            catch (AuthenticationTagMismatchException)
            {
                // Sealed with another key of the ring, or by nobody.
            }
        }

        return null;
    }
}
