using NodaTime;
using NodaTime.Text;

namespace PlaceLeadership.Web.Words;

/// <summary>Days as people and browsers write them into a form.</summary>
internal static class TypedDays
{
    // A date field sends the first; a browser without one lets people type the others.
    private static readonly LocalDatePattern[] Patterns =
    [
        LocalDatePattern.Iso,
        LocalDatePattern.CreateWithInvariantCulture("d/M/uuuu"),
        LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu"),
        LocalDatePattern.CreateWithInvariantCulture("d-M-uuuu"),
        LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu"),
        LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu"),
    ];

    /// <summary>The day, or null when it is not written in a way we know.</summary>
    public static LocalDate? Read(string typed) =>
        Patterns.Select(pattern => pattern.Parse(typed)).FirstOrDefault(result => result.Success)?.Value;

    /// <summary>The way in which days are typed.</summary>
    public static string Write(LocalDate day) => Patterns[1].Format(day);
}
