using NodaTime;
using NodaTime.Text;

namespace PlaceLeadership.Web.Words;

/// <summary>Times of day as people and browsers write them into a form.</summary>
internal static class TypedTimes
{
    // A time field sends the first; a browser without one lets people type the others.
    private static readonly LocalTimePattern[] Patterns =
    [
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
        LocalTimePattern.CreateWithInvariantCulture("H:mm:ss"),
        LocalTimePattern.CreateWithInvariantCulture("H.mm"),
        LocalTimePattern.CreateWithInvariantCulture("h:mm tt"),
        LocalTimePattern.CreateWithInvariantCulture("h:mmtt"),
        LocalTimePattern.CreateWithInvariantCulture("h.mmtt"),
        LocalTimePattern.CreateWithInvariantCulture("h tt"),
        LocalTimePattern.CreateWithInvariantCulture("htt"),
    ];

    /// <summary>The time, or null when it is not written in a way we know.</summary>
    public static LocalTime? Read(string typed) =>
        Patterns.Select(pattern => pattern.Parse(typed.ToUpperInvariant())).FirstOrDefault(result => result.Success)?.Value;

    /// <summary>The way in which times are typed.</summary>
    public static string Write(LocalTime time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
