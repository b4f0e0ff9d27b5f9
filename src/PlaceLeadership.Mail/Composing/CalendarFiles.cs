using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Time;
using PlaceLeadership.Core.Together;

namespace PlaceLeadership.Mail.Composing;

/// <summary>
/// Writes calendar files. A settled meeting is a request, a called-off one a cancellation (RFC 5546), a time that may suit is
/// only published. Each names one recipient, and the zone with its clock changes.
/// </summary>
internal static class CalendarFiles
{
    // Before any cohort and before today, up to which the library looks for the rules that hold now.
    private static readonly DateTime ZoneRulesFrom = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public static CalendarFile For(CalendarEntry entry, Cohort cohort, MailAddress to, string language, Instant stamp)
    {
        var method = entry.CalledOff ? CalendarMethods.Cancel : entry.Suggested ? CalendarMethods.Publish : CalendarMethods.Request;
        var calendar = new Calendar { Method = method, ProductId = "-//PlaceLeadership//EN" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(cohort.Zone.Id, ZoneRulesFrom, includeHistoricalData: false));
        var meeting = new CalendarEvent
        {
            Uid = entry.Uid,
            Sequence = entry.Sequence,
            Summary = $"{entry.Title.In(language)}, {cohort.Place}",
            DtStamp = new CalDateTime(stamp.ToDateTimeUtc(), "UTC"),
            Start = Local(entry.Start, cohort.Zone),
            End = Local(entry.Start.PlusMinutes(entry.Minutes), cohort.Zone),
            Status = entry.CalledOff ? EventStatus.Cancelled : entry.Suggested ? EventStatus.Tentative : EventStatus.Confirmed,
            Transparency = TransparencyType.Opaque,
            Class = "PRIVATE",
        };
        if (!entry.Suggested)
        {
            meeting.Organizer = new Organizer($"mailto:{cohort.Sender.Email}") { CommonName = cohort.Sender.Name };
            meeting.Attendees.Add(new Attendee($"mailto:{to.Email}") { CommonName = to.Name, Rsvp = false });
        }

        calendar.Events.Add(meeting);
        return new CalendarFile("invite.ics", method, new CalendarSerializer().SerializeToString(calendar)!);
    }

    // A skipped hour begins when the gap ends, by the rule that holds for messages too.
    private static CalDateTime Local(LocalDateTime moment, DateTimeZone zone) =>
        new(moment.ToInstant(zone).InZone(zone).LocalDateTime.ToDateTimeUnspecified(), zone.Id);
}
