using System.Net;
using NodaTime;
using PlaceLeadership.Application.People;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

public sealed class MeetingTests
{
    private static readonly StepId Two = TestProgramme.MeetingTwo;

    [Fact]
    public async Task Whoever_leads_sees_when_it_is_and_nothing_about_anybody_and_looking_changes_nothing()
    {
        var gathering = await Gathering.OfAsync();
        var leader = await gathering.LeaderAsync();
        await using var site = await Site.OpenAsync(gathering.Place);
        var at = (await gathering.MeetingAsync(Two)).At!.Value;
        var before = await gathering.Place.RowsAsync();

        // Links in messages name the message, those on the answer page the meeting.
        foreach (var step in new[] { Two, Two.About("date") })
        {
            var page = await site.GetAsync(gathering.Path(LinkPage.Meeting, leader, step) + "?lang=en");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains($"It is on {Words(at.Date)}, {at.TimeOfDay:HH:mm}.", page.Text, StringComparison.Ordinal);
            Assert.Contains("Move the meeting", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Private", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("there", page.Text.Split("Move it")[0], StringComparison.Ordinal);
        }

        Assert.Equal(before, await gathering.Place.RowsAsync());
    }

    [Fact]
    public async Task A_meeting_is_moved_with_a_day_typed_as_people_type_it_and_the_page_says_so()
    {
        var gathering = await Gathering.OfAsync();
        var leader = await gathering.LeaderAsync();
        await using var site = await Site.OpenAsync(gathering.Place);
        var path = gathering.Path(LinkPage.Meeting, leader, Two);

        var done = await site.PostAndFollowAsync(path, ("do", "move"), ("day", "6 May 2026"), ("time", "2pm"));

        Assert.Contains("The date stands", done.Text, StringComparison.Ordinal);
        Assert.Contains("It is on Wednesday 6 May, 14:00.", done.Text, StringComparison.Ordinal);
        var meeting = await gathering.MeetingAsync(Two);
        Assert.Equal((new LocalDateTime(2026, 5, 6, 14, 0), 1), (meeting.At, meeting.Sequence));
        await site.PostAndFollowAsync(path, ("do", "move"), ("day", "2026-05-06"), ("time", "14:00"));
        Assert.Equal(1, (await gathering.MeetingAsync(Two)).Sequence);
    }

    [Fact]
    public async Task Calling_it_off_needs_the_box_ticked_and_is_done_once()
    {
        var gathering = await Gathering.OfAsync();
        var leader = await gathering.LeaderAsync();
        await using var site = await Site.OpenAsync(gathering.Place);
        var path = gathering.Path(LinkPage.Meeting, leader, Two);
        var before = await gathering.Place.RowsAsync();
        var unsure = await site.PostAsync(path, ("do", "call-off"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.Status);
        Assert.Contains("Tick the box if the meeting is not to take place. Nothing has been changed.", unsure.Text, StringComparison.Ordinal);
        Assert.Equal(before, await gathering.Place.RowsAsync());

        var done = await site.PostAndFollowAsync(path, ("do", "call-off"), ("sure", "yes"));

        Assert.Contains("The meeting is called off", done.Text, StringComparison.Ordinal);
        Assert.True((await gathering.MeetingAsync(Two)).CalledOff);
        var page = await site.GetAsync(path);
        Assert.Contains("that cannot be taken back", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page.Html, StringComparison.Ordinal);
        Assert.Contains(
            "agree on a date with each other",
            (await site.PostAsync(path, ("do", "move"), ("day", "2026-05-06"), ("time", "14:00"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soon", "14:00", "Write the new day like this: 28/4/2026.")]
    [InlineData("2026-05-06", "noonish", "Write the new time of day like this: 13:30.")]
    [InlineData("2026-04-21", "14:00", "Choose Wednesday 22 April or later")]
    [InlineData("2026-06-17", "14:00", "Choose a day no later than Tuesday 16 June")]
    public async Task What_cannot_be_is_refused_with_a_way_out_and_what_was_typed_stays(string day, string time, string sentence)
    {
        var gathering = await Gathering.OfAsync();
        var leader = await gathering.LeaderAsync();
        await using var site = await Site.OpenAsync(gathering.Place);
        var before = await gathering.Place.RowsAsync();

        var page = await site.PostAsync(gathering.Path(LinkPage.Meeting, leader, Two), ("do", "move"), ("day", day), ("time", time));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Contains($"name=\"day\" value=\"{day}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains($"name=\"time\" value=\"{time}\"", page.Html, StringComparison.Ordinal);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(before, await gathering.Place.RowsAsync());
    }

    [Fact]
    public async Task A_meeting_moved_twice_can_only_be_called_off_and_one_whose_time_has_come_stays()
    {
        var gathering = await Gathering.OfAsync();
        var leader = await gathering.LeaderAsync();
        await using var site = await Site.OpenAsync(gathering.Place);
        var path = gathering.Path(LinkPage.Meeting, leader, Two, new LocalDate(2026, 12, 1));
        foreach (var day in new[] { "5/5/2026", "6/5/2026" })
        {
            await site.PostAndFollowAsync(path, ("do", "move"), ("day", day), ("time", "9.30"));
        }

        var page = await site.PostAsync(path, ("do", "move"), ("day", "7/5/2026"), ("time", "9:30"));
        Assert.Contains("This meeting was moved twice already.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Move the meeting", page.Text, StringComparison.Ordinal);
        Assert.Contains("Call the meeting off", page.Text, StringComparison.Ordinal);

        await gathering.GoToAsync(new LocalDate(2026, 5, 6));
        var late = await site.GetAsync(path);
        Assert.Contains("Its time has come", late.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", late.Html, StringComparison.Ordinal);
        Assert.Contains("stays as it is", (await site.PostAsync(path, ("do", "call-off"), ("sure", "yes"))).Text, StringComparison.Ordinal);
        Assert.False((await gathering.MeetingAsync(Two)).CalledOff);
    }

    [Fact]
    public async Task The_link_works_for_nobody_else_for_no_other_meeting_and_not_after_leaving()
    {
        var gathering = await Gathering.OfAsync();
        var leader = await gathering.LeaderAsync();
        await using var site = await Site.OpenAsync(gathering.Place);
        var other = Enumerable.Range(0, 6).Select(Gathering.Id).First(person => person != leader);
        var before = await gathering.Place.RowsAsync();
        foreach (var path in new[]
        {
            gathering.Path(LinkPage.Meeting, new ParticipantId(other.Value), Two), gathering.Path(LinkPage.Meeting, leader, TestProgramme.MeetingOne),
            gathering.Path(LinkPage.Meeting, leader, TestProgramme.Round), gathering.Path(LinkPage.Meeting, leader, new StepId("no-such-step")),
        })
        {
            Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync(path)).Status);
            var refused = await site.PostAsync(path, ("do", "call-off"), ("sure", "yes"));
            Assert.Equal(HttpStatusCode.Gone, refused.Status);
            Assert.Contains("This link is for whoever leads a meeting.", refused.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync(gathering.Path(LinkPage.Meeting, leader, Two, gathering.Today))).Status);
        var answer = gathering.Place.Token(gathering.Link(LinkPage.Answer, leader, Two));
        Assert.Equal(HttpStatusCode.NotFound, (await site.PostAsync("/m/" + answer, ("do", "call-off"), ("sure", "yes"))).Status);
        Assert.Equal(before, await gathering.Place.RowsAsync());

        await gathering.Place.Desk<RosterDesk>().LeaveAsync(TestPlace.CohortId, Actor.Manager, leader, default);
        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync(gathering.Path(LinkPage.Meeting, leader, Two))).Status);
    }

    [Fact]
    public async Task A_Welsh_reader_gets_it_in_Welsh()
    {
        var gathering = await Gathering.OfAsync();
        var leader = await gathering.LeaderAsync();
        await using var site = await Site.OpenAsync(gathering.Place);
        var path = gathering.Path(LinkPage.Meeting, leader, Two);
        var page = await site.GetAsync(path + "?lang=cy");
        Assert.Equal("cy", page.Language);
        Assert.Contains("Symud y cyfarfod", page.Text, StringComparison.Ordinal);
        var done = await site.PostAndFollowAsync(path + "?lang=cy", ("do", "move"), ("day", "2026-05-06"), ("time", "14:00"));
        Assert.Contains("Mae ar ddydd Mercher 6 Mai, 14:00.", done.Text, StringComparison.Ordinal);
    }

    private static string Words(LocalDate day) => Core.Calendar.LocalDays.InWords(day, "en");
}
