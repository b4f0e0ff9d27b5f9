using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>Answer the poll for a date by mail. It stands in a mail address, so it is written another way than private links.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Participant">The person.</param>
/// <param name="Step">The step of the poll.</param>
/// <param name="SentOn">The local day of the poll's message.</param>
/// <param name="Times">The times to choose from, in the order of their numbers.</param>
public sealed record PollMailLink(
    CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate SentOn, IReadOnlyList<LocalDateTime> Times);

/// <summary>
/// What a token in the mail address of a poll is bound to. A local part has at most 64 characters (RFC 5321, 4.5.3.1.1), fewer
/// than the ids can have, so only the person is named; the rest is the start of a hash, to be compared with what there is.
/// </summary>
public sealed class PollToken
{
    /// <summary>Days for which an address takes answers: longer than any poll is open.</summary>
    public const int OpenDays = 60;

    internal const int CohortBytes = 5;
    internal const int StepBytes = 3;
    internal const int TimesBytes = 3;
    internal const int DayBytes = 2;
    internal const int Bytes = CohortBytes + StepBytes + TimesBytes + DayBytes;

    private static readonly LocalDate FirstDay = new(2020, 1, 1);

    private readonly byte[] _bytes;

    internal PollToken(ParticipantId participant, ReadOnlySpan<byte> bytes)
    {
        Participant = participant;
        _bytes = bytes.ToArray();
    }

    /// <summary>The person.</summary>
    public ParticipantId Participant { get; }

    /// <summary>The local day of the poll's message.</summary>
    public LocalDate SentOn => FirstDay.PlusDays((_bytes[^2] << 8) | _bytes[^1]);

    /// <summary>From this moment the address does nothing any more.</summary>
    public Instant Expires => SentOn.PlusDays(OpenDays).AtMidnight().InUtc().ToInstant();

    /// <summary>Whether it is of this cohort.</summary>
    public bool IsOf(CohortId cohort) => Part(0, CohortBytes).SequenceEqual(Hash(cohort.Value, CohortBytes));

    /// <summary>Whether it is about this step.</summary>
    public bool IsAbout(StepId step) => Part(CohortBytes, StepBytes).SequenceEqual(Hash(step.Value, StepBytes));

    /// <summary>Whether these were the times to choose from, in this order: a number means nothing under other times.</summary>
    public bool Offered(IReadOnlyList<LocalDateTime> times) =>
        Part(CohortBytes + StepBytes, TimesBytes).SequenceEqual(Hash(Words(times), TimesBytes));

    internal static byte[] BytesOf(PollMailLink link)
    {
        var days = Period.DaysBetween(FirstDay, link.SentOn);
        return days is >= 0 and <= ushort.MaxValue
            ? [.. Hash(link.Cohort.Value, CohortBytes), .. Hash(link.Step.Value, StepBytes), .. Hash(Words(link.Times), TimesBytes), (byte)(days >> 8), (byte)days]
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A poll cannot have been sent on {link.SentOn:uuuu-MM-dd}."), nameof(link));
    }

    private ReadOnlySpan<byte> Part(int from, int length) => _bytes.AsSpan(from, length);

    private static string Words(IReadOnlyList<LocalDateTime> times) =>
        string.Join('|', times.Select(LocalDateTimePattern.GeneralIso.Format));

    private static ReadOnlySpan<byte> Hash(string text, int length) => SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, length);
}
