using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Delivery.Tests;

public sealed class WelcomeTests
{
    private static readonly LocalDate Start = new(2026, 1, 5);

    [Fact]
    public async Task Whoever_joins_later_reads_what_everybody_read_at_the_beginning_and_that_the_programme_is_under_way()
    {
        var room = await PostRoom.LaunchedAsync(
            Start, Weekly.Yaml(1, 1).Replace("steps:\n", "steps:\n  - {id: welcome, kind: milestone, week: 1, day: Monday, title: Welcome, minutes: 5, text: Good to have you.}\n", StringComparison.Ordinal), 1);
        await room.GoToAsync(Start.PlusDays(15), 8);
        Assert.Empty(await room.Roster.JoinAsync(
            PostRoom.Cohort, Actor.Manager,
            [
                new RosterEntry(
                    "New", "new@example.org", "Organisation 0", Sectors.Council, "Lead", null, null, Language.English, WorkingPattern.FullWeek, 9, [], [], null),
            ],
            () => new ParticipantId("p002"), default));
        await room.GoToAsync(Start.PlusDays(30), 8);

        var mails = room.Mailer.Mails.ToLookup(mail => mail.To.Email);
        var welcome = mails["new@example.org"].First();
        Assert.Equal("Welcome", welcome.Subject);
        Assert.Contains(
            "The programme began on Monday 5 January, and you join it now. This is what everybody read at the beginning:\n\nGood to have you.",
            welcome.Text, StringComparison.Ordinal);
        Assert.Contains("and you join it now", welcome.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("you join it now", mails["person0@example.org"].First().Text, StringComparison.Ordinal);
        Assert.Single(mails["person0@example.org"], mail => mail.Subject == "Welcome");
    }

    [Fact]
    public async Task A_meeting_called_off_in_a_pause_is_mailed_and_nothing_else_is()
    {
        var yaml = Weekly.Yaml(1, [.. Enumerable.Range(1, 5)])
            + "\n  - {id: meet, kind: set-meeting, week: 4, day: Monday, title: Set, minutes: 120, text: Words.}\n";
        var room = await PostRoom.LaunchedAsync(Start, yaml, 6);
        await room.GoToAsync(Start.PlusDays(16), 8);
        await room.Pauses.PauseAsync(PostRoom.Cohort, Actor.Manager, null, null, default);
        var before = room.Mailer.Mails.Count;
        var now = room.Now.InZone(PostRoom.London).LocalDateTime;
        Assert.IsType<MeetingOutcome.Changed>(
            await new SetDesk(room.Reader, room.Work).ChangeMeetingAsync(PostRoom.Cohort, Actor.Manager, 1, new StepId("meet"), meeting => MeetingChange.CallOff(meeting, now), default));
        await room.GoToAsync(Start.PlusDays(60), 8);

        Assert.Equal(
            Enumerable.Repeat("Your learning set does not meet this time", 6), room.Mailer.Mails.Skip(before).Select(mail => mail.Subject));
    }
}
