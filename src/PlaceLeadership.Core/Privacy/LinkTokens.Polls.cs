using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace PlaceLeadership.Core.Privacy;

/// <content>
/// The tokens in mail addresses of polls: short, and read whatever the case of their letters, which a mail server may change.
/// The id of the person, then 40 letters of base32 (RFC 4648) that hold 13 bytes of <see cref="PollToken"/> and 12 of signature.
/// </content>
public sealed partial class LinkTokens
{
    /// <summary>The most characters of a person's id in a poll's token: with <c>poll+</c> before it, it fits a local part.</summary>
    public const int PollParticipantMax = 19;

    private const int PollSignatureBytes = 12;
    private const int PollTailLength = (PollToken.Bytes + PollSignatureBytes) * 8 / BitsOfLetter;
    private const int BitsOfLetter = 5;
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>The token for the mail address of a poll: small letters and digits alone.</summary>
    /// <param name="link">Cohort, person, step and day of the poll's message; the rest is not looked at.</param>
    /// <param name="times">The times to choose from, in the order of their numbers.</param>
    /// <exception cref="ArgumentException">The id of the person does not fit into an address, or the day not into a token.</exception>
    public string IssuePoll(Link link, IReadOnlyList<LocalDateTime> times)
    {
        if (!FitsAddress(link.Participant))
        {
            throw new ArgumentException(
                $"An id in a mail address has at most {PollParticipantMax} small letters and digits, but '{link.Participant}' is none such.", nameof(link));
        }

        var bytes = PollToken.BytesOf(link, times);
        return link.Participant + Letters([.. bytes, .. SignPoll(keys.CurrentId, link.Participant, bytes)]);
    }

    /// <summary>What a token is bound to, or null when nobody can be sure who made it.</summary>
    public PollToken? ReadPoll(string token)
    {
        var small = token.ToLowerInvariant();
        if (small.Length <= PollTailLength || small.Length > PollTailLength + PollParticipantMax
            || !FitsAddress(small[..^PollTailLength]) || BytesIn(small.AsSpan()[^PollTailLength..]) is not { } all)
        {
            return null;
        }

        var participant = small[..^PollTailLength];
        var bytes = all[..PollToken.Bytes];
        return keys.Ids.Any(id => CryptographicOperations.FixedTimeEquals(all.AsSpan(PollToken.Bytes), SignPoll(id, participant, bytes)))
            ? new PollToken(participant, bytes)
            : null;
    }

    private static bool FitsAddress(string participant) => participant.Length is > 0 and <= PollParticipantMax
        && participant.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));

    private byte[] SignPoll(string key, string participant, byte[] bytes)
    {
        byte[] signed = [.. bytes, .. Encoding.ASCII.GetBytes(participant)];
        return HMACSHA256.HashData(keys.Derive(key, KeyPurpose(LinkPurpose.PollMail))!, signed)[..PollSignatureBytes];
    }

    // 25 bytes are 40 letters exactly: no padding, and one way of writing each.
    private static string Letters(byte[] bytes)
    {
        var text = new StringBuilder(PollTailLength);
        var (bits, count) = (0, 0);
        foreach (var octet in bytes)
        {
            bits = ((bits << 8) | octet) & 0xFFF;
            count += 8;
            while (count >= BitsOfLetter)
            {
                count -= BitsOfLetter;
                text.Append(Base32[(bits >> count) & 0x1F]);
            }
        }

        return text.ToString();
    }

    private static byte[]? BytesIn(ReadOnlySpan<char> letters)
    {
        var bytes = new List<byte>(PollToken.Bytes + PollSignatureBytes);
        var (bits, count) = (0, 0);
        foreach (var letter in letters)
        {
            var value = Base32.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            bits = ((bits << BitsOfLetter) | value) & 0xFFF;
            count += BitsOfLetter;
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
            }
        }

        return [.. bytes];
    }
}
