using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace PlaceLeadership.Core.Privacy;

/// <summary>What a link in a message lets its holder do.</summary>
public enum LinkPurpose
{
    /// <summary>Answer a step, read the answer back, change and delete it.</summary>
    Answer,

    /// <summary>Pause, and go on again.</summary>
    Pause,

    /// <summary>Leave the programme.</summary>
    Leave,

    /// <summary>Stop prompts with one click of the mail program (RFC 8058).</summary>
    OneClick,

    /// <summary>Move or call off one set meeting, for the member who leads it.</summary>
    Meeting,

    /// <summary>See to one learning set, for its facilitator. In place of a participant it names the set.</summary>
    Facilitate,

    /// <summary>Answer the poll for a date by mail. It stands in a mail address, so it is written another way than the others.</summary>
    PollMail,
}

/// <summary>What a link is bound to.</summary>
/// <param name="Purpose">What it lets do.</param>
/// <param name="Cohort">The cohort.</param>
/// <param name="Participant">The person.</param>
/// <param name="Step">The step.</param>
/// <param name="SentOn">The local day of the prompt.</param>
/// <param name="Expires">From this moment, in whole seconds, the link does nothing any more.</param>
public sealed record Link(
    LinkPurpose Purpose, string Cohort, string Participant, string Step, LocalDate SentOn, Instant Expires);

/// <summary>What became of reading a token.</summary>
public abstract record LinkReading
{
    private LinkReading()
    {
    }

    /// <summary>The link is genuine and in time.</summary>
    public sealed record Valid(Link Link) : LinkReading;

    /// <summary>The link is genuine but its time is over.</summary>
    public sealed record Expired(Link Link) : LinkReading;

    /// <summary>Nobody can be sure who made it: damaged, forged, or made for another purpose.</summary>
    public sealed record Invalid : LinkReading;
}

/// <summary>
/// Makes and reads the tokens in links. A token names purpose, cohort, person, step, day and expiry, and is signed with
/// HMAC-SHA256 (first 16 bytes) under a key derived for its purpose alone, so it can be neither forged nor used for another
/// purpose. It holds ids, no name and no address. Reading it changes nothing, however often it is fetched.
/// </summary>
public sealed partial class LinkTokens(KeyRing keys)
{
    private const int SignatureBytes = 16;
    private const int LengthMax = 512;

    /// <summary>The token of a link, safe in a URL path.</summary>
    /// <exception cref="ArgumentException">An id holds <c>|</c>, so the token could not be read back.</exception>
    public string Issue(Link link)
    {
        if (link.Cohort.Contains('|') || link.Participant.Contains('|') || link.Step.Contains('|'))
        {
            throw new ArgumentException($"No id in a link may hold '|', but one of '{link.Cohort}', '{link.Participant}' and '{link.Step}' does.", nameof(link));
        }

        var payload = Encoding.UTF8.GetBytes(string.Join(
            '|', "1", keys.CurrentId, Word(link.Purpose), link.Cohort, link.Participant, link.Step,
            LocalDatePattern.Iso.Format(link.SentOn), link.Expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        var key = keys.Derive(keys.CurrentId, KeyPurpose(link.Purpose))!;
        return $"{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(Sign(key, payload))}";
    }

    /// <summary>Reads a token that is to be used for this purpose.</summary>
    public LinkReading Read(string token, LinkPurpose purpose, Instant now)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        if (token.Length > LengthMax || dot <= 0
            || Decode(token[..dot]) is not { } payload || Decode(token[(dot + 1)..]) is not { } signature)
        {
            return new LinkReading.Invalid();
        }

        var parts = Encoding.UTF8.GetString(payload).Split('|');
        if (parts.Length != 8 || parts[0] != "1" || parts[2] != Word(purpose)
            || keys.Derive(parts[1], KeyPurpose(purpose)) is not { } key
            || !CryptographicOperations.FixedTimeEquals(signature, Sign(key, payload))
            || !LocalDatePattern.Iso.Parse(parts[6]).TryGetValue(default, out var sentOn)
            || !long.TryParse(parts[7], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return new LinkReading.Invalid();
        }

        var link = new Link(purpose, parts[3], parts[4], parts[5], sentOn, Instant.FromUnixTimeSeconds(seconds));
        return now < link.Expires ? new LinkReading.Valid(link) : new LinkReading.Expired(link);
    }

    private static string Word(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Answer => "answer",
        LinkPurpose.Pause => "pause",
        LinkPurpose.Leave => "leave",
        LinkPurpose.Meeting => "meeting",
        LinkPurpose.Facilitate => "facilitate",
        LinkPurpose.PollMail => "poll-mail",
        _ => "one-click",
    };

    private static string KeyPurpose(LinkPurpose purpose) => "placeleadership/link/" + Word(purpose);

    private static byte[] Sign(byte[] key, byte[] payload) => HMACSHA256.HashData(key, payload)[..SignatureBytes];

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
