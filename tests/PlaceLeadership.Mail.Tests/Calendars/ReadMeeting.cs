namespace PlaceLeadership.Mail.Tests.Calendars;

/// <summary>What ical.js understood of a calendar file.</summary>
internal sealed record ReadMeeting(
    string Method, string Product, string Uid, int Sequence, string Status, string Summary, string Stamp, ReadMoment Start,
    ReadMoment End, ReadPerson? Organizer, IReadOnlyList<ReadPerson> Attendees);

/// <summary>A moment: local in its zone, and in UTC by the clock changes that stand in the file.</summary>
internal sealed record ReadMoment(string Local, string Zone, string Utc);

/// <summary>Somebody in a calendar file.</summary>
internal sealed record ReadPerson(string Uri, string Name);
