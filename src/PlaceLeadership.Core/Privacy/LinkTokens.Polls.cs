using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace PlaceLeadership.Core.Privacy;

/// <content>
/// The tokens in mail addresses of polls: short, and read whatever the case of their letters, which a mail server may change.
/// 56 letters of base32 (RFC 4648) that hold 13 bytes of a keyed hash and 22 bytes of <see cref="PollToken"/> and person,
/// encrypted with what that hash gives (a synthetic initialisation vector, as in RFC 5297). So the same poll always has the
/// same address, and nothing of it can be read or changed without the key.
/// </content>
public sealed partial class LinkTokens
{
    /// <summary>The most characters of a person's id in a poll's token.</summary>
    public const int PollParticipantMax = 13;

    private const string PollWord = "poll-mail";
    private const int PollHashBytes = 13;
    private const int PollParticipantBytes = 9;
    private const int PollTokenBytes = PollHashBytes + PollToken.Bytes + PollParticipantBytes;
    private const int PollTokenLength = PollTokenBytes * 8 / Base32.BitsOfLetter;
    private const string IdLetters = "abcdefghijklmnopqrstuvwxyz0123456789";

    // As the addresses were written at first: the id, then 13 bytes of the token and 12 of a signature.
    private const int SignedParticipantMax = 19;
    private const int PollSignatureBytes = 12;
    private const int SignedTailLength = (PollToken.Bytes + PollSignatureBytes) * 8 / Base32.BitsOfLetter;

    /// <summary>The token for the mail address of a poll: small letters and digits alone.</summary>
    /// <exception cref="ArgumentException">The id of the person does not fit into an address, or the day not into a token.</exception>
    public string IssuePoll(PollMailLink link)
    {
        if (!FitsAddress(link.Participant.Value, PollParticipantMax))
        {
            throw new ArgumentException(
                $"An id in a mail address has at most {PollParticipantMax} small letters and digits, but '{link.Participant}' is none such.", nameof(link));
        }

        byte[] plain = [.. PollToken.BytesOf(link), .. Packed(link.Participant.Value)];
        var hash = PollHash(keys.CurrentId, plain);
        return Base32.Letters([.. hash, .. Mixed(keys.CurrentId, hash, plain)]);
    }

    /// <summary>What a token is bound to, or null when nobody can be sure who made it.</summary>
    public PollToken? ReadPoll(string token)
    {
        var small = token.ToLowerInvariant();
        return ReadSealedPoll(small) ?? ReadSignedPoll(small);
    }

    private PollToken? ReadSealedPoll(string small)
    {
        if (small.Length != PollTokenLength || Base32.BytesIn(small) is not { } all)
        {
            return null;
        }

        foreach (var id in keys.Ids)
        {
            var plain = Mixed(id, all.AsSpan(0, PollHashBytes), all.AsSpan(PollHashBytes));
            if (CryptographicOperations.FixedTimeEquals(all.AsSpan(0, PollHashBytes), PollHash(id, plain)))
            {
                return new PollToken(new ParticipantId(Unpacked(plain.AsSpan(PollToken.Bytes))), plain.AsSpan(0, PollToken.Bytes));
            }
        }

        return null;
    }

    private PollToken? ReadSignedPoll(string small)
    {
        if (small.Length <= SignedTailLength || !FitsAddress(small[..^SignedTailLength], SignedParticipantMax)
            || Base32.BytesIn(small.AsSpan()[^SignedTailLength..]) is not { } all)
        {
            return null;
        }

        var participant = small[..^SignedTailLength];
        var bytes = all[..PollToken.Bytes];
        return keys.Ids.Any(id => CryptographicOperations.FixedTimeEquals(all.AsSpan(PollToken.Bytes), SignPoll(id, participant, bytes)))
            ? new PollToken(new ParticipantId(participant), bytes)
            : null;
    }

    private static bool FitsAddress(string participant, int lengthMax) =>
        participant.Length > 0 && participant.Length <= lengthMax && participant.All(letter => IdLetters.Contains(letter, StringComparison.Ordinal));

    private byte[] PollHash(string key, ReadOnlySpan<byte> plain) =>
        HMACSHA256.HashData(keys.Derive(key, SealedPurpose(PollWord) + "/hash")!, plain)[..PollHashBytes];

    private byte[] Mixed(string key, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> text)
    {
        var mixed = HMACSHA256.HashData(keys.Derive(key, SealedPurpose(PollWord))!, hash)[..text.Length];
        for (var place = 0; place < mixed.Length; place++)
        {
            mixed[place] ^= text[place];
        }

        return mixed;
    }

    private byte[] SignPoll(string key, string participant, byte[] bytes)
    {
        byte[] signed = [.. bytes, .. Encoding.ASCII.GetBytes(participant)];
        return HMACSHA256.HashData(keys.Derive(key, KeyPurpose(PollWord))!, signed)[..PollSignatureBytes];
    }

    // Thirteen letters out of 36 and an end are a number below 37 to the power of 13, which takes 68 bits.
    private static byte[] Packed(string participant)
    {
        var number = BigInteger.Zero;
        foreach (var letter in participant)
        {
            number = (number * (IdLetters.Length + 1)) + IdLetters.IndexOf(letter, StringComparison.Ordinal) + 1;
        }

        var bytes = new byte[PollParticipantBytes];
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
