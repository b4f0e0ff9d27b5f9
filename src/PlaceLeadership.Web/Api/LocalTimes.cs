using NodaTime;
using NodaTime.Text;

namespace PlaceLeadership.Web.Api;

/// <summary>Days and local times as they stand in JSON and in addresses.</summary>
internal static class LocalTimes
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public static string Write(LocalDateTime time) => Minutes.Format(time);

    /// <summary>The time, or null when it is not written such as 2026-04-21T10:00.</summary>
    public static LocalDateTime? Read(string text) => Minutes.Parse(text) is { Success: true } time ? time.Value : null;

    /// <summary>The day, or null when it is not written such as 2026-04-21, or is of no cohort.</summary>
    public static LocalDate? ReadDay(string? text) =>
        text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: > 2000 and < 2100 } day } ? day : null;
}
