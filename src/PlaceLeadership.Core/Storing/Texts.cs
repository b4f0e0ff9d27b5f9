using NodaTime;
using NodaTime.Text;

namespace PlaceLeadership.Core.Storing;

/// <summary>How stored documents write days, moments and lists of people.</summary>
internal static class Texts
{
    public static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string? Day(LocalDate? day) => day is { } value ? Day(value) : null;

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static LocalDate? DayOrNull(string? text) => text is null ? null : Day(text);

    public static string Moment(Instant moment) => InstantPattern.ExtendedIso.Format(moment);

    public static string? Moment(Instant? moment) => moment is { } value ? Moment(value) : null;

    public static Instant Moment(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    public static Instant? MomentOrNull(string? text) => text is null ? null : Moment(text);

    public static string Local(LocalDateTime moment) => LocalDateTimePattern.GeneralIso.Format(moment);

    public static LocalDateTime Local(string text) => LocalDateTimePattern.GeneralIso.Parse(text).Value;

    /// <summary>The people, or null when there are none: what is empty is not written.</summary>
    public static List<string>? Full(IReadOnlyList<ParticipantId> people) => people.Count == 0 ? null : people.Texts();

    public static List<ParticipantId> People(IEnumerable<string>? texts) => (texts ?? []).Ids();

    public static Dictionary<string, TStored> ByPerson<T, TStored>(IReadOnlyDictionary<ParticipantId, T> values, Func<T, TStored> document) =>
        values.ToDictionary(item => item.Key.Value, item => document(item.Value));

    public static Dictionary<ParticipantId, T> ByPerson<TStored, T>(Dictionary<string, TStored>? values, Func<TStored, T> read) =>
        (values ?? []).ToDictionary(item => new ParticipantId(item.Key), item => read(item.Value));
}
