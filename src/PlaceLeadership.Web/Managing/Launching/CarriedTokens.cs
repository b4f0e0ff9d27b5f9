using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web.Managing.Launching;

/// <summary>Writes a launch into a hidden field and reads it back, signed and bound to the account that made it: a sign-in may end meanwhile.</summary>
internal sealed class CarriedTokens(KeyRing keys)
{
    /// <summary>The most characters of the field; 500 people take a tenth of it.</summary>
    public const int CharactersMax = 1_500_000;

    private const string Purpose = "placeleadership/manage/launch";
    private const string PseudonymPurpose = "placeleadership/manage/pseudonyms";
    private const int NonceBytes = 16;

    /// <summary>Which secret is the present one.</summary>
    public string KeyId => keys.CurrentId;

    /// <summary>A launch that begins its way here.</summary>
    public Carried Begin(LaunchForm form, ReadFiles files) =>
        new(form, files, NewNonce(), keys.CurrentId);

    /// <summary>Tells one launch from another.</summary>
    public static string NewNonce() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));

    /// <summary>The pseudonyms of a launch, the same for every time it is stored.</summary>
    /// <param name="nonce">Tells it from another.</param>
    /// <param name="keyId">Which secret they follow from; null for the present one.</param>
    public Func<ParticipantId> Pseudonyms(string nonce, string? keyId = null)
    {
        var key = keys.Derive(keyId ?? keys.CurrentId, PseudonymPurpose)
            ?? throw new InvalidOperationException($"The key '{keyId}' is not in the key ring.");
        var drawn = 0;
        return () => Enrolment.NewId(below =>
        {
            var draw = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{nonce}|{drawn++}"));
            return (int)(BitConverter.ToUInt32(draw) % (uint)below);
        });
    }

    /// <summary>The value of the hidden field, or null when it would be too long.</summary>
    public string? Write(Carried carried, ManagerSession session)
    {
        var body = Base64Url.EncodeToString(Compress(JsonSerializer.SerializeToUtf8Bytes(carried)));
        var text = $"{keys.CurrentId}.{body}.{Sign(keys.CurrentId, body, session)}";
        return text.Length > CharactersMax ? null : text;
    }

    /// <summary>The launch in a hidden field, or null when there is none, or none that we wrote for this account.</summary>
    public Carried? Read(string field, ManagerSession session)
    {
        var parts = field.Split('.');
        return parts.Length == 3 && Sign(parts[0], parts[1], session) is { } signature && SessionTokens.Same(signature, parts[2])
            ? JsonSerializer.Deserialize<Carried>(Expand(Base64Url.DecodeFromChars(parts[1])))
            : null;
    }

    private string? Sign(string keyId, string body, ManagerSession session) =>
        keys.Derive(keyId, Purpose) is { } key
            ? Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{session.Access.Account}|{body}")))
            : null;

    private static byte[] Compress(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var packer = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            packer.Write(plain);
        }

        return packed.ToArray();
    }

    // Only what we signed comes here, so what it unpacks to is what we packed.
    private static byte[] Expand(byte[] packed)
    {
        using var plain = new MemoryStream();
        using var unpacker = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        unpacker.CopyTo(plain);
        return plain.ToArray();
    }
}
