using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>
/// The tokens in mail addresses of polls: short, and read whatever the case of their letters, which a mail server may change.
/// 56 letters of base32 (RFC 4648) that hold 13 bytes of a keyed hash and 22 bytes of <see cref="PollToken"/> and person,
/// encrypted with what that hash gives (a synthetic initialisation vector, as in RFC 5297). So the same poll always has the
/// same address, and nothing of it can be read or changed without the key.
/// </summary>
public sealed class PollTokens(KeyRing keys)
{
    /// <summary>The most characters of a person's id in a poll's token.</summary>
    public const int ParticipantMax = 13;

    private const string Word = "poll-mail";
    private const int HashBytes = 13;
    private const int ParticipantBytes = 9;
    private const int TokenBytes = HashBytes + PollToken.Bytes + ParticipantBytes;
    private const int TokenLength = TokenBytes * 8 / Base32.BitsOfLetter;
    private const string IdLetters = "abcdefghijklmnopqrstuvwxyz0123456789";

    // As the addresses were written at first: the id, then 13 bytes of the token and 12 of a signature.
    private const int SignedMax = 19;
    private const int SignatureBytes = 12;
    private const int SignedTailLength = (PollToken.Bytes + SignatureBytes) * 8 / Base32.BitsOfLetter;

    /// <summary>The token for the mail address of a poll: small letters and digits alone.</summary>
    /// <exception cref="ArgumentException">The id of the person does not fit into an address, or the day not into a token.</exception>
    public string Issue(PollMailLink link)
    {
        if (!FitsAddress(link.Participant.Value, ParticipantMax))
        {
            throw new ArgumentException(
                $"An id in a mail address has at most {ParticipantMax} small letters and digits, but '{link.Participant}' is none such.", nameof(link));
        }

        byte[] plain = [.. PollToken.BytesOf(link), .. Packed(link.Participant.Value)];
        var hash = Hash(keys.CurrentId, plain);
        return Base32.Letters([.. hash, .. Mixed(keys.CurrentId, hash, plain)]);
    }

    /// <summary>What a token is bound to, or null when nobody can be sure who made it.</summary>
    public PollToken? Read(string token)
    {
        var small = token.ToLowerInvariant();
        return ReadSealed(small) ?? ReadSigned(small);
    }

    private PollToken? ReadSealed(string small)
    {
        if (small.Length != TokenLength || Base32.BytesIn(small) is not { } all)
        {
            return null;
        }

        foreach (var id in keys.Ids)
        {
            var plain = Mixed(id, all.AsSpan(0, HashBytes), all.AsSpan(HashBytes));
            if (CryptographicOperations.FixedTimeEquals(all.AsSpan(0, HashBytes), Hash(id, plain)))
            {
                return new PollToken(new ParticipantId(Unpacked(plain.AsSpan(PollToken.Bytes))), plain.AsSpan(0, PollToken.Bytes));
            }
        }

        return null;
    }

    private PollToken? ReadSigned(string small)
    {
        if (small.Length <= SignedTailLength || !FitsAddress(small[..^SignedTailLength], SignedMax)
            || Base32.BytesIn(small.AsSpan()[^SignedTailLength..]) is not { } all)
        {
            return null;
        }

        var participant = small[..^SignedTailLength];
        var bytes = all[..PollToken.Bytes];
        return keys.Ids.Any(id => CryptographicOperations.FixedTimeEquals(all.AsSpan(PollToken.Bytes), Sign(id, participant, bytes)))
            ? new PollToken(new ParticipantId(participant), bytes)
            : null;
    }

    private static bool FitsAddress(string participant, int lengthMax) =>
        participant.Length > 0 && participant.Length <= lengthMax && participant.All(letter => IdLetters.Contains(letter, StringComparison.Ordinal));

    private byte[] Hash(string key, ReadOnlySpan<byte> plain) =>
        HMACSHA256.HashData(keys.Derive(key, LinkTokens.SealedPurpose(Word) + "/hash")!, plain)[..HashBytes];

    private byte[] Mixed(string key, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> text)
    {
        var mixed = HMACSHA256.HashData(keys.Derive(key, LinkTokens.SealedPurpose(Word))!, hash)[..text.Length];
        for (var place = 0; place < mixed.Length; place++)
        {
            mixed[place] ^= text[place];
        }

        return mixed;
    }

    private byte[] Sign(string key, string participant, byte[] bytes)
    {
        byte[] signed = [.. bytes, .. Encoding.ASCII.GetBytes(participant)];
        return HMACSHA256.HashData(keys.Derive(key, LinkTokens.KeyPurpose(Word))!, signed)[..SignatureBytes];
    }

    // Thirteen letters out of 36 and an end are a number below 37 to the power of 13, which takes 68 bits.
    private static byte[] Packed(string participant)
    {
        var number = BigInteger.Zero;
        foreach (var letter in participant)
        {
            number = (number * (IdLetters.Length + 1)) + IdLetters.IndexOf(letter, StringComparison.Ordinal) + 1;
        }

        var bytes = new byte[ParticipantBytes];
        number.TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }

    private static string Unpacked(ReadOnlySpan<byte> bytes)
    {
        var letters = new StringBuilder();
        for (var number = new BigInteger(bytes, isUnsigned: true); number > 0; number /= IdLetters.Length + 1)
        {
            letters.Insert(0, IdLetters[(int)(number % (IdLetters.Length + 1)) - 1]);
        }

        return letters.ToString();
    }
}
