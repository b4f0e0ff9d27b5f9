using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Web.Inbox;

/// <summary>Moments as the local pages show them.</summary>
internal static class LocalTime
{
    public static string InWords(Instant when, DateTimeZone zone)
    {
        var local = when.InZone(zone);
        return string.Create(CultureInfo.InvariantCulture, $"{LocalDays.InWords(local.Date, "en")} {local.Year}, {local.TimeOfDay:HH:mm}");
    }
}
