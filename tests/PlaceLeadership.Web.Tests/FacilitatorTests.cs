using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

public sealed class FacilitatorTests
{
    private static readonly StepId One = TestProgramme.MeetingOne;

    [Fact]
    public async Task It_shows_who_is_in_the_set_with_addresses_and_needs_word_for_word()
    {
        var gathering = await GatheredAsync();
        await using var site = await Site.OpenAsync(gathering.Place);
        var before = await gathering.Place.RowsAsync();

        var page = await site.GetAsync(gathering.FacilitatorPath());

        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (var shown in new[] { "Learning set 1", "Mo Rahman", "Asha Private", "Organisation 1", "Organisation 4 (Community)", "Organisation 2 (NHS)", "asha@example.org", "Needs, in their own words: A hearing loop, <please>", "Priya Shah" })
        {
            Assert.Contains(shown, page.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("<please>", page.Html, StringComparison.Ordinal);
        Assert.Equal(before, await gathering.Place.RowsAsync());
    }

    [Fact]
    public async Task While_a_poll_is_open_it_shows_who_has_answered_and_not_what()
    {
        var gathering = await GatheredAsync();
        await gathering.GoToAsync(new LocalDate(2026, 3, 24));
        await gathering.SayAsync(new ParticipantId(Gathering.Id(1).Value), TestProgramme.MeetingTwo.About("poll"), "2");
        await using var site = await Site.OpenAsync(gathering.Place);

        var page = await site.GetAsync(gathering.FacilitatorPath());

        Assert.Contains("on Monday 6 April at the latest", page.Text, StringComparison.Ordinal);
        Assert.Contains("Bronwen Private has answered", page.Text, StringComparison.Ordinal);
        Assert.Contains("Asha Private has not answered yet", page.Text, StringComparison.Ordinal);
        foreach (var option in (await gathering.MeetingAsync(TestProgramme.MeetingTwo)).Options)
        {
            Assert.DoesNotContain(Core.Calendar.LocalDays.InWords(option.Date, "en"), page.Text, StringComparison.Ordinal);
        }

        // The first, which has a date.
        Assert.Single(Regex.Matches(page.Text, "Move this meeting"));
    }

    [Fact]
    public async Task Afterwards_it_shows_who_was_there_whose_turn_it_was_and_that_there_are_actions_but_never_which()
    {
        var gathering = await GatheredAsync();
        await gathering.GoToAsync(new LocalDate(2026, 3, 24));
        var meeting = await gathering.MeetingAsync(One);
        await using var site = await Site.OpenAsync(gathering.Place);
        var ahead = await site.GetAsync(gathering.FacilitatorPath());
        Assert.Contains($"It is the turn of {string.Join(" and ", meeting.Presenters.Select(Gathering.Name))} to present. You lead.", ahead.Text, StringComparison.Ordinal);

        await gathering.GoToAsync(meeting.At!.Value.Date.PlusDays(1));
        var (there, away) = (meeting.Presenters[0], meeting.Presenters[1]);
        var silent = Enumerable.Range(0, 6).Select(Gathering.Id).First(person => !meeting.Presenters.Contains(new ParticipantId(person.Value)));
        await gathering.SayAsync(there, new StepId(One + ".record"), SetMessages.Presented, "Ask before I answer.");
        await gathering.SayAsync(away, new StepId(One + ".record"), SetMessages.Away);
        var after = await site.GetAsync(gathering.FacilitatorPath());
        AssertAttendance(after);
        Assert.Contains("Has actions to look back on.", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask before", after.Html, StringComparison.Ordinal);

        // Once it is put away it is read from another place, and says the same.
        await gathering.GoToAsync(meeting.At.Value.Date.PlusDays(30));
        Assert.DoesNotContain((await gathering.LookAsync()).Sets[0].Meetings, other => other.StepId == One);
        var later = await site.GetAsync(gathering.FacilitatorPath());
        AssertAttendance(later);
        Assert.Contains($"{Gathering.Name(there)} {Organisation(there)} {Address(there)} Has presented 1×, led 0×. Has actions to look back on.", later.Text, StringComparison.Ordinal);

        void AssertAttendance(Site.Reading page)
        {
            Assert.Contains("Past meetings", page.Text, StringComparison.Ordinal);
            Assert.Contains($"{Gathering.Name(there)} was there", page.Text, StringComparison.Ordinal);
            Assert.Contains($"{Gathering.Name(away)} could not be there", page.Text, StringComparison.Ordinal);
            Assert.Contains($"{Gathering.Name(new ParticipantId(silent.Value))} has not said", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_facilitator_moves_a_meeting_and_calls_it_off()
    {
        var gathering = await GatheredAsync();
        await gathering.GoToAsync(new LocalDate(2026, 3, 24));
        await using var site = await Site.OpenAsync(gathering.Place);
        var path = gathering.FacilitatorPath();

        var wrong = await site.PostAsync(path, ("do", "move"), ("meeting", One.Value), ("day", "2026-03-24"), ("time", "9:30"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Choose Wednesday 25 March or later", wrong.Text, StringComparison.Ordinal);
        var moved = await site.PostAndFollowAsync(path, ("do", "move"), ("meeting", One.Value), ("day", "2026-04-09"), ("time", "9:30"));
        Assert.Contains("The meeting is moved.", moved.Text, StringComparison.Ordinal);
        Assert.Contains("Thursday 9 April, 09:30", moved.Text, StringComparison.Ordinal);
        Assert.Equal(new LocalDateTime(2026, 4, 9, 9, 30), (await gathering.MeetingAsync(One)).At);

        var calledOff = await site.PostAndFollowAsync(path, ("do", "call-off"), ("meeting", One.Value), ("sure", "yes"));
        Assert.Contains("This meeting was called off.", calledOff.Text, StringComparison.Ordinal);
        Assert.True((await gathering.MeetingAsync(One)).CalledOff);
        Assert.Equal(HttpStatusCode.Conflict, (await site.PostAsync(path, ("do", "move"), ("meeting", "set-nine"), ("day", "2026-04-09"), ("time", "9:30"))).Status);
    }

    [Fact]
    public async Task A_facilitator_takes_a_meeting_into_their_calendar_as_the_same_one_that_members_have_and_no_name_with_it()
    {
        var gathering = await GatheredAsync();
        await using var site = await Site.OpenAsync(gathering.Place);
        var path = gathering.FacilitatorPath();
        await gathering.GoToAsync(new LocalDate(2026, 3, 24));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"{path}/calendar/{TestProgramme.MeetingTwo}")).Status);
        var before = await gathering.Place.RowsAsync();
        Assert.Contains("Calendar file for “The first meeting”", (await site.GetAsync(path)).Text, StringComparison.Ordinal);
        var file = await CalendarAsync(site, path);
        var members = await CalendarOfMembersAsync(gathering, "date");
        Assert.Equal(("PUBLISH", "CONFIRMED"), (file["METHOD"], file["STATUS"]));
        Assert.Equal((members.Uid, members.Sequence), (file["UID"], int.Parse(file["SEQUENCE"], CultureInfo.InvariantCulture)));
        Assert.Equal($"{members.Start:uuuuMMdd'T'HHmmss}", file["DTSTART;TZID=Europe/London"]);
        Assert.Equal(before, await gathering.Place.RowsAsync());

        await site.PostAndFollowAsync(path, ("do", "move"), ("meeting", One.Value), ("day", "2026-04-09"), ("time", "9:30"));
        var moved = await CalendarAsync(site, path);
        Assert.Equal((members.Uid, "1", "20260409T093000"), (moved["UID"], moved["SEQUENCE"], moved["DTSTART;TZID=Europe/London"]));

        var page = await site.PostAndFollowAsync(path, ("do", "call-off"), ("meeting", One.Value), ("sure", "yes"));
        Assert.Contains("Calendar file that takes “The first meeting” out of your calendar", page.Text, StringComparison.Ordinal);
        var calledOff = await CalendarAsync(site, path);
        Assert.Equal((members.Uid, "2", "CANCEL", "CANCELLED"), (calledOff["UID"], calledOff["SEQUENCE"], calledOff["METHOD"], calledOff["STATUS"]));

        await gathering.GoToAsync(new LocalDate(2026, 4, 10));
        path = gathering.FacilitatorPath();
        Assert.DoesNotContain("“The first meeting” out of your calendar", (await site.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"{path}/calendar/{One}")).Status);
    }

    [Fact]
    public async Task A_calendar_file_is_for_whoever_facilitates_the_set_alone()
    {
        var gathering = await GatheredAsync();
        await gathering.GoToAsync(new LocalDate(2026, 3, 24));
        await using var site = await Site.OpenAsync(gathering.Place);
        var path = gathering.FacilitatorPath();
        await CalendarAsync(site, path);
        var ofMember = gathering.Path(LinkPage.Meeting, new ParticipantId(Gathering.Id(0).Value), One).Replace("/m/", "/f/", StringComparison.Ordinal);

        await NameAsync(gathering, 1, "Oz Bell");

        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync($"{path}/calendar/{One}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"/f/nonsense/calendar/{One}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"{ofMember}/calendar/{One}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"{gathering.FacilitatorPath(1, 2)}/calendar/{TestProgramme.MeetingTwo}")).Status);
        await CalendarAsync(site, gathering.FacilitatorPath(1, 2));
    }

    [Fact]
    public async Task A_link_is_for_one_set_alone_and_stops_with_the_next_facilitator_or_in_time()
    {
        var gathering = await Gathering.OfAsync(12);
        await gathering.GoToAsync(new LocalDate(2026, 3, 24));
        var sets = (await gathering.LookAsync()).Sets;
        Assert.True(sets.Count > 1);
        await NameAsync(gathering, 1, "Mo Rahman");
        await NameAsync(gathering, 2, "Nia Pugh");
        await using var site = await Site.OpenAsync(gathering.Place);

        var page = await site.GetAsync(gathering.FacilitatorPath(2));
        Assert.All(sets[1].Members, member => Assert.Contains(Gathering.Name(member.Person), page.Text, StringComparison.Ordinal));
        Assert.All(sets[0].Members, member => Assert.DoesNotContain(Gathering.Name(member.Person), page.Html, StringComparison.Ordinal));
        Assert.DoesNotContain("Mo Rahman", page.Html, StringComparison.Ordinal);
        await site.PostAndFollowAsync(gathering.FacilitatorPath(2), ("do", "call-off"), ("meeting", One.Value), ("set", "1"), ("sure", "yes"));
        Assert.False((await gathering.MeetingAsync(One)).CalledOff);
        Assert.True((await gathering.MeetingAsync(One, 2)).CalledOff);

        await NameAsync(gathering, 1, "Oz Bell");
        var before = await gathering.Place.RowsAsync();
        foreach (var path in new[] { gathering.FacilitatorPath(1, 1), gathering.FacilitatorPath(9), gathering.FacilitatorPath(1, 2, gathering.Today) })
        {
            Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync(path)).Status);
            var refused = await site.PostAsync(path, ("do", "call-off"), ("meeting", One.Value), ("sure", "yes"));
            Assert.Equal(HttpStatusCode.Gone, refused.Status);
            Assert.DoesNotContain("Private", refused.Html, StringComparison.Ordinal);
        }

        Assert.Equal(before, await gathering.Place.RowsAsync());
        Assert.Contains("Oz Bell", (await site.GetAsync(gathering.FacilitatorPath(1, 2))).Text, StringComparison.Ordinal);
    }

    private static async Task<Gathering> GatheredAsync()
    {
        var gathering = await Gathering.OfAsync();
        await gathering.GoToAsync(new LocalDate(2026, 3, 11));
        await NameAsync(gathering, 1, "Mo Rahman");
        return gathering;
    }

    private static Task NameAsync(Gathering gathering, int set, string name) =>
        gathering.Place.Desk<SetDesk>().NameFacilitatorAsync(TestPlace.CohortId, Actor.Manager, set, name, default);

    /// <summary>The properties of the meeting in the file behind the link of the page, and that it names nobody of the set.</summary>
    private static async Task<Dictionary<string, string>> CalendarAsync(Site site, string path)
    {
        var page = await site.GetAsync(path);
        var link = Regex.Match(page.Html, "href=\"([^\"]*/calendar/[^\"]*)\"").Groups[1].Value;
        var file = await site.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal("text/calendar", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("learning-set.ics", file.Response.Content.Headers.ContentDisposition!.FileName);
        Assert.DoesNotContain("Private", file.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("ATTENDEE", file.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Rahman", file.Html, StringComparison.Ordinal);
        var lines = file.Html.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        return lines.Where(line => line.Contains(':', StringComparison.Ordinal)).Select(line => line.Split(':', 2))
            .GroupBy(line => line[0]).ToDictionary(line => line.Key, line => line.Last()[1]);
    }

    private static async Task<CalendarEntry> CalendarOfMembersAsync(Gathering gathering, string phase)
    {
        var (view, timetable) = (await gathering.Place.Desk<CohortReader>().ReadAsync(TestPlace.CohortId, default))!.Value;
        var letter = await gathering.Place.Desk<JourneyLetters>().ForAsync(
            timetable, view.Cohort.Value, timetable.FindStep(new StepId($"{One}.{phase}"))!, new ParticipantId(Gathering.Id(0).Value), view.Rows, view.Cohort.Value.Start, default);
        return letter!.Calendar!;
    }

    private static string Organisation(ParticipantId person) =>
        Enumerable.Range(0, 6).Where(number => new ParticipantId(Gathering.Id(number).Value) == person)
            .Select(number => $"Organisation {number + 1} ({new[] { "Council", "NHS", "Police", "Community" }[number % 4]})").Single();

    private static string Address(ParticipantId person) => Gathering.Name(person).Split(' ')[0].ToLowerInvariant() + "@example.org";
}
