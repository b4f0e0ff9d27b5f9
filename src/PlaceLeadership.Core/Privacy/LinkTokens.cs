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
    LinkPurpose Purpose, CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate SentOn, Instant Expires);

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
/// Makes and reads the tokens in links. A token names cohort, person, step, day and expiry, encrypted and authenticated under a
/// key derived for its purpose alone: it can be neither read by whoever comes across it, nor forged, nor used for another
/// purpose. Reading it changes nothing, however often it is fetched. Tokens of the first version, which were signed and not
/// encrypted, are understood until they expire.
/// </summary>
public sealed partial class LinkTokens(KeyRing keys)
{
    private const int SignatureBytes = 16;
    private const int LengthMax = 512;
    private const string ReferencePurpose = "placeleadership/message-reference";

    /// <summary>The token of a link, safe in a URL path.</summary>
    /// <exception cref="ArgumentException">An id holds <c>|</c>, so the token could not be read back.</exception>
    public string Issue(Link link)
    {
        if (link.Cohort.Value.Contains('|') || link.Participant.Value.Contains('|') || link.Step.Value.Contains('|'))
        {
            throw new ArgumentException($"No id in a link may hold '|', but one of '{link.Cohort}', '{link.Participant}' and '{link.Step}' does.", nameof(link));
        }

        return SealedText.Seal(keys, SealedPurpose(link.Purpose), string.Join(
            '|', link.Cohort, link.Participant, link.Step, LocalDatePattern.Iso.Format(link.SentOn),
            link.Expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Reads a token that is to be used for this purpose.</summary>
    public LinkReading Read(string token, LinkPurpose purpose, Instant now)
    {
        if (token.Length > LengthMax || Parts(token, purpose) is not [var cohort, var participant, var step, var day, var until]
            || !LocalDatePattern.Iso.Parse(day).TryGetValue(default, out var sentOn)
            || !long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return new LinkReading.Invalid();
        }

        var link = new Link(purpose, new CohortId(cohort), new ParticipantId(participant), new StepId(step), sentOn, Instant.FromUnixTimeSeconds(seconds));
        return now < link.Expires ? new LinkReading.Valid(link) : new LinkReading.Expired(link);
    }

    /// <summary>What stands for the id of a message wherever strangers see it. The same id always gives the same.</summary>
    public string Refer(string message) => SealedText.Seal(keys, ReferencePurpose, message);

    /// <summary>The id of a message that <see cref="Refer"/> stands for, or null when that is not ours.</summary>
    public string? Referred(string reference) => Decode(reference) is { } bytes ? SealedText.Open(keys, ReferencePurpose, bytes) : null;

    private string[]? Parts(string token, LinkPurpose purpose)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        return dot < 0
            ? Decode(token) is { } bytes ? SealedText.Open(keys, SealedPurpose(purpose), bytes)?.Split('|') : null
            : Decode(token[..dot]) is { } payload && Decode(token[(dot + 1)..]) is { } signature
                ? PartsOfSigned(payload, signature, purpose)
                : null;
    }

    // As links were written at first. Those of pauses and leavings work for 400 days.
    private string[]? PartsOfSigned(byte[] payload, byte[] signature, LinkPurpose purpose)
    {
        var parts = Encoding.UTF8.GetString(payload).Split('|');
        return parts.Length == 8 && parts[0] == "1" && parts[2] == Word(purpose)
            && keys.Derive(parts[1], KeyPurpose(purpose)) is { } key
            && CryptographicOperations.FixedTimeEquals(signature, HMACSHA256.HashData(key, payload).AsSpan(0, SignatureBytes))
                ? parts[3..] : null;
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

    private static string SealedPurpose(LinkPurpose purpose) => "placeleadership/sealed-link/" + Word(purpose);

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
