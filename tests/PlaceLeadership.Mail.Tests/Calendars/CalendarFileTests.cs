using System.Text;
using NodaTime;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Mail.Tests.Calendars;

public sealed class CalendarFileTests(IcalJs icalJs) : IClassFixture<IcalJs>
{
    private static readonly LocalDateTime Start = new(2026, 3, 27, 9, 30);

    [Fact]
    public async Task A_meeting_that_is_settled_moved_and_called_off_is_one_meeting_that_changes()
    {
        var settled = Invitation.Settled(Start);
        var moved = settled with { Sequence = 1, Start = Start.PlusDays(3) };
        var calledOff = moved with { Sequence = 2, CalledOff = true };

        var read = await icalJs.ReadAsync([.. new[] { settled, moved, calledOff }.Select(entry => Invitation.FileOf(entry))]);

        Assert.All(read, meeting => Assert.Equal(settled.Uid, meeting.Uid));
        Assert.Equal(
            [("REQUEST", 0, "CONFIRMED"), ("REQUEST", 1, "CONFIRMED"), ("CANCEL", 2, "CANCELLED")],
            read.Select(meeting => (meeting.Method, meeting.Sequence, meeting.Status)));
        Assert.Equal(["2026-03-27T09:30:00", "2026-03-30T09:30:00", "2026-03-30T09:30:00"], read.Select(meeting => meeting.Start.Local));
        Assert.Equal("2026-03-27T12:00:00", read[0].End.Local);
    }

    [Fact]
    public async Task It_invites_the_recipient_and_nobody_else()
    {
        var settled = Invitation.Settled(Start);

        var read = await icalJs.ReadAsync(Invitation.FileOf(settled), Invitation.FileOf(settled with { CalledOff = true }));

        Assert.All(read, meeting => Assert.Equal(
            new ReadPerson("mailto:" + Invitation.Recipient, "Siân: Tŷ, Prys"), Assert.Single(meeting.Attendees)));
        Assert.All(read, meeting => Assert.Equal(new ReadPerson("mailto:bronwen@example.org", "Bronwen; Hughes, Dr"), meeting.Organizer));
    }

    [Fact]
    public async Task A_suggested_time_is_published_and_invites_nobody()
    {
        var read = Assert.Single(await icalJs.ReadAsync(Invitation.FileOf(Invitation.Settled(Start) with { Suggested = true })));

        Assert.Equal(("PUBLISH", "TENTATIVE"), (read.Method, read.Status));
        Assert.Empty(read.Attendees);
        Assert.Null(read.Organizer);
    }

    [Fact]
    public async Task It_is_stamped_with_the_moment_of_the_message_and_says_who_made_it()
    {
        var read = Assert.Single(await icalJs.ReadAsync(Invitation.FileOf(Invitation.Settled(Start))));

        Assert.Equal("2026-03-02T09:00:07Z", read.Stamp);
        Assert.Equal("-//PlaceLeadership//Programme calendar//EN", read.Product);
    }

    [Theory]
    [InlineData(Language.English, "Learning set, Ynys Môn")]
    [InlineData(Language.Welsh, "Set dysgu, Ynys Môn")]
    public async Task It_is_called_what_the_reader_calls_it(Language language, string summary) =>
        Assert.Equal(summary, Assert.Single(await icalJs.ReadAsync(Invitation.FileOf(Invitation.Settled(Start), language: language))).Summary);

    [Fact]
    public async Task A_long_place_with_every_sign_that_means_something_comes_through_in_lines_of_75_octets()
    {
        var place = @"Tŷ'r Ŵyl; Llŷn\Eifionydd, Môn a'r cylch: " + string.Join("; ", Enumerable.Repeat(@"ŵŷâêîôû, \n", 12));
        var file = Invitation.FileOf(Invitation.Settled(Start), place);

        Assert.Equal("Learning set, " + place, Assert.Single(await icalJs.ReadAsync(file)).Summary);
        Assert.EndsWith("END:VCALENDAR\r\n", file.Text, StringComparison.Ordinal);
        var lines = file.Text.Split("\r\n");
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.All(lines, line => Assert.DoesNotContain(line, sign => sign is '\r' or '\n'));
        Assert.Contains(lines, line => line.StartsWith(' '));
    }
}
