using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace PlaceLeadership.Core.Privacy;

/// <summary>
/// Makes and reads the tokens in links. A token names cohort, person, step, day and expiry, encrypted and authenticated under a
/// key derived for its purpose alone: it can be neither read by whoever comes across it, nor forged, nor used for another
/// purpose. Reading it changes nothing, however often it is fetched. Tokens of the first version, which were signed and not
/// encrypted, are understood until they expire.
/// </summary>
public sealed class LinkTokens(KeyRing keys)
{
    private const int SignatureBytes = 16;
    private const int LengthMax = 512;
    private const string ReferencePurpose = "placeleadership/message-reference";

    /// <summary>The keys, for what a journey writes another way than in a link.</summary>
    internal KeyRing Keys => keys;

    /// <summary>The path to the page of a link, with no slash before it.</summary>
    /// <exception cref="ArgumentException">An id holds <c>|</c>, so the token could not be read back.</exception>
    public string PathOf(Link link) => $"{link.Serves.Letter}/{Issue(link)}";

    /// <summary>The token of a link, safe in a URL path.</summary>
    /// <exception cref="ArgumentException">An id holds <c>|</c>, so the token could not be read back.</exception>
    public string Issue(Link link)
    {
        var written = link.Written;
        return written.Cohort.Value.Contains('|') || written.Participant.Value.Contains('|') || written.Step.Value.Contains('|')
            ? throw new ArgumentException(
                $"No id in a link may hold '|', but one of '{written.Cohort}', '{written.Participant}' and '{written.Step}' does.", nameof(link))
            : SealedText.Seal(keys, SealedPurpose(link.Serves.Word), written.ToString());
    }

    /// <summary>Reads a token that is to be used for a link of this kind.</summary>
    public LinkReading<T> Read<T>(string token, Instant now)
        where T : Link, ILink<T> =>
        token.Length > LengthMax || WrittenLink.Parse(Parts(token, T.Purpose.Word)) is not { } written || T.Read(written) is not { } link
            ? new LinkReading<T>.Invalid()
            : now < link.Expires ? new LinkReading<T>.Valid(link) : new LinkReading<T>.Expired(link);

    /// <summary>What stands for the id of a message wherever strangers see it. The same id always gives the same.</summary>
    public string Refer(string message) => SealedText.Seal(keys, ReferencePurpose, message);

    /// <summary>The id of a message that <see cref="Refer"/> stands for, or null when that is not ours.</summary>
    public string? Referred(string reference) => Decode(reference) is { } bytes ? SealedText.Open(keys, ReferencePurpose, bytes) : null;

    private string[]? Parts(string token, string word)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        return dot < 0
            ? Decode(token) is { } bytes ? SealedText.Open(keys, SealedPurpose(word), bytes)?.Split('|') : null
            : Decode(token[..dot]) is { } payload && Decode(token[(dot + 1)..]) is { } signature
                ? PartsOfSigned(payload, signature, word)
                : null;
    }

    // As links were written at first. Those of pauses and leavings work for 400 days.
    private string[]? PartsOfSigned(byte[] payload, byte[] signature, string word)
    {
        var parts = Encoding.UTF8.GetString(payload).Split('|');
        return parts.Length == 8 && parts[0] == "1" && parts[2] == word
            && keys.Derive(parts[1], KeyPurpose(word)) is { } key
            && CryptographicOperations.FixedTimeEquals(signature, HMACSHA256.HashData(key, payload).AsSpan(0, SignatureBytes))
                ? parts[3..] : null;
    }

    internal static string KeyPurpose(string word) => "placeleadership/link/" + word;

    internal static string SealedPurpose(string word) => "placeleadership/sealed-link/" + word;

    // Only the one way of writing that Issue uses: no padding, no white space, no loose bits at the end.
    private static byte[]? Decode(string text)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            return Base64Url.EncodeToString(bytes) == text ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
