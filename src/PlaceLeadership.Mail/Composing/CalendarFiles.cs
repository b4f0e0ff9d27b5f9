using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using Duration = NodaTime.Duration;

namespace PlaceLeadership.Mail.Composing;

/// <summary>
/// Writes calendar files. A settled meeting is a request, a called-off one a cancellation (RFC 5546), a time that may suit is
/// only published. Each in a message names one recipient; each has the zone with its clock changes.
/// </summary>
public static class CalendarFiles
{
    /// <summary>
    /// A meeting for whoever takes it from a page: published, or cancelled, and about the same meeting as the files that its
    /// members get (UID, SEQUENCE). It names nobody but the sender of the programme. Meant as a <see cref="CalendarWriter"/>.
    /// </summary>
    public static string Published(CalendarEntry entry, Cohort cohort, string language, Instant stamp) =>
        Text(entry, cohort, null, language, stamp, entry.CalledOff ? CalendarMethods.Cancel : CalendarMethods.Publish);

    internal static CalendarFile For(CalendarEntry entry, Cohort cohort, MailAddress to, string language, Instant stamp)
    {
        var method = entry.CalledOff ? CalendarMethods.Cancel : entry.Suggested ? CalendarMethods.Publish : CalendarMethods.Request;
        return new CalendarFile("invite.ics", method, Text(entry, cohort, to, language, stamp, method));
    }

    private static string Text(CalendarEntry entry, Cohort cohort, MailAddress? to, string language, Instant stamp, string method)
    {
        var calendar = new Calendar { Method = method, ProductId = "-//PlaceLeadership//Programme calendar//EN" };
        var start = entry.Start.ToInstant(cohort.Zone);
        calendar.AddTimeZone(CalendarZone.Around(start, cohort.Zone));
        var meeting = new CalendarEvent
        {
            Uid = entry.Uid,
            Sequence = entry.Sequence,
            Summary = $"{entry.Title.In(language)}, {cohort.Place}",
            DtStamp = new CalDateTime(stamp.ToDateTimeUtc(), "UTC"),
            Start = Local(start, cohort.Zone),
            End = Local(start + Duration.FromMinutes(entry.Minutes), cohort.Zone),
            Status = entry.CalledOff ? EventStatus.Cancelled : entry.Suggested ? EventStatus.Tentative : EventStatus.Confirmed,
            Transparency = TransparencyType.Opaque,
            Class = "PRIVATE",
        };
        // A suggestion has no organizer either, though RFC 5546 wants one: it is the reader's own, to move at will.
        if (!entry.Suggested)
        {
            meeting.Organizer = new Organizer($"mailto:{cohort.Sender.Email}") { CommonName = cohort.Sender.Name };
            if (to is not null)
            {
                meeting.Attendees.Add(new Attendee($"mailto:{to.Email}") { CommonName = to.Name, Rsvp = false });
            }
        }

        calendar.Events.Add(meeting);
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalDateTime Local(Instant moment, DateTimeZone zone) =>
        new(moment.InZone(zone).LocalDateTime.ToDateTimeUnspecified(), zone.Id);
}
