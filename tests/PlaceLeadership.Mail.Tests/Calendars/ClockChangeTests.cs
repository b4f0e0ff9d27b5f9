using System.Globalization;
using NodaTime.Text;

namespace PlaceLeadership.Mail.Tests.Calendars;

/// <summary>Meetings around clock changes, by the changes that stand in the file itself.</summary>
public sealed class ClockChangeTests(IcalJs icalJs) : IClassFixture<IcalJs>
{
    [Theory]
    [InlineData("2026-03-27T09:30:00", "2026-03-27T09:30:00Z")]
    [InlineData("2026-03-30T09:30:00", "2026-03-30T08:30:00Z")]
    [InlineData("2026-10-23T09:30:00", "2026-10-23T08:30:00Z")]
    [InlineData("2026-10-26T09:30:00", "2026-10-26T09:30:00Z")]
    // Easter Sunday is the day of the change.
    [InlineData("2027-03-25T09:30:00", "2027-03-25T09:30:00Z")]
    [InlineData("2027-03-30T09:30:00", "2027-03-30T08:30:00Z")]
    [InlineData("2027-10-29T09:30:00", "2027-10-29T08:30:00Z")]
    [InlineData("2027-11-01T09:30:00", "2027-11-01T09:30:00Z")]
    [InlineData("2039-03-25T09:30:00", "2039-03-25T09:30:00Z")]
    [InlineData("2039-03-28T09:30:00", "2039-03-28T08:30:00Z")]
    [InlineData("2039-10-28T09:30:00", "2039-10-28T08:30:00Z")]
    [InlineData("2039-10-31T09:30:00", "2039-10-31T09:30:00Z")]
    public async Task In_London_a_meeting_begins_at_the_same_hour_by_the_clock_and_another_in_UTC(string local, string utc)
    {
        var read = await ReadAsync(local, "Europe/London");

        Assert.Equal(new ReadMoment(local, "Europe/London", utc), read.Start);
        Assert.Equal("12:00:00", read.End.Local[^8..]);
    }

    [Theory]
    [InlineData("2026-03-09T09:30:00", "America/New_York", "2026-03-09T13:30:00Z")]
    [InlineData("2026-10-30T09:30:00", "America/New_York", "2026-10-30T13:30:00Z")]
    [InlineData("2026-11-02T09:30:00", "America/New_York", "2026-11-02T14:30:00Z")]
    [InlineData("2026-07-01T09:30:00", "Asia/Kolkata", "2026-07-01T04:00:00Z")]
    [InlineData("2026-07-01T09:30:00", "Etc/UTC", "2026-07-01T09:30:00Z")]
    // Clocks change around Ramadan, by no yearly rule.
    [InlineData("2025-02-21T09:30:00", "Africa/Casablanca", "2025-02-21T08:30:00Z")]
    [InlineData("2025-02-24T09:30:00", "Africa/Casablanca", "2025-02-24T09:30:00Z")]
    [InlineData("2025-12-01T09:30:00", "Africa/Casablanca", "2025-12-01T08:30:00Z")]
    public async Task Other_zones_hold_too(string local, string zone, string utc) =>
        Assert.Equal(utc, (await ReadAsync(local, zone)).Start.Utc);

    [Fact]
    public async Task A_meeting_in_the_hour_that_is_skipped_begins_when_it_is_over_and_loses_no_time()
    {
        var read = await ReadAsync("2026-03-29T01:30:00", "Europe/London");

        Assert.Equal(("2026-03-29T02:00:00", "2026-03-29T01:00:00Z"), (read.Start.Local, read.Start.Utc));
        Assert.Equal("2026-03-29T03:30:00Z", read.End.Utc);
    }

    [Fact]
    public void The_clock_changes_in_a_file_follow_from_the_meeting_alone()
    {
        var text = Invitation.FileOf(Invitation.Settled(LocalDateTimePattern.ExtendedIso.Parse("2026-06-01T09:30:00").Value)).Text;

        Assert.Equal(
            """
            BEGIN:VTIMEZONE
            TZID:Europe/London
            BEGIN:STANDARD
            DTSTART:20251026T020000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            TZNAME:GMT
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0000
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:20260329T010000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            TZNAME:BST
            TZOFFSETFROM:+0000
            TZOFFSETTO:+0100
            END:DAYLIGHT
            END:VTIMEZONE

            """.ReplaceLineEndings("\r\n"),
            text[text.IndexOf("BEGIN:VTIMEZONE", StringComparison.Ordinal)..text.IndexOf("BEGIN:VEVENT", StringComparison.Ordinal)]);
    }

    private async Task<ReadMeeting> ReadAsync(string local, string zone) => Assert.Single(await icalJs.ReadAsync(
        Invitation.FileOf(Invitation.Settled(LocalDateTimePattern.ExtendedIso.Parse(local).Value), zone: zone)));
}
