using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using PlaceLeadership.Application.Groups;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Managing;

public sealed class GroupsTests
{
    private static readonly string Groups = $"/manage/cohorts/{TestPlace.CohortId}/groups";

    [Fact]
    public async Task Before_anybody_is_brought_together_it_says_when_and_what_is_certain()
    {
        var gathering = await Gathering.OfAsync();
        await using var site = await Manager.SiteAsync(gathering.Place);
        var manager = await Manager.SignedInAsync(site);
        Assert.Contains($"href=\"{Groups}\"", (await manager.GetAsync($"/manage/cohorts/{TestPlace.CohortId}")).Html, StringComparison.Ordinal);
        var before = await gathering.Place.RowsAsync();

        var page = await manager.GetAsync(Groups);

        Assert.Contains("“A coaching partner”: the pairs are formed on Tuesday 24 March 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("“The first meeting” is to be formed now: look again in a few minutes.", page.Text, StringComparison.Ordinal);
        Assert.Contains("At least 3 rounds without a repeat are certain", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody is kept apart.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Set 1", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await gathering.Place.RowsAsync());
    }

    [Fact]
    public async Task Pairs_are_shown_with_why_and_how_many_have_met_but_never_who_asked_for_somebody_else()
    {
        var gathering = await Gathering.OfAsync();
        await gathering.GoToAsync(new LocalDate(2026, 4, 1));
        await using var site = await Manager.SiteAsync(gathering.Place);
        var manager = await Manager.SignedInAsync(site);
        var round = (await gathering.LookAsync()).RoundOf(TestProgramme.Round)!;
        var page = await manager.GetAsync(Groups);
        foreach (var group in round.Groups)
        {
            Assert.Contains(string.Join(" and ", group.Members.Select(Gathering.Name)), page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("both work Monday to Friday", page.Text, StringComparison.Ordinal);
        Assert.Contains("Pairs that have met, as somebody in them says: not told of so few people.", page.Text, StringComparison.Ordinal);

        // A wish, before anybody has looked after the cohort again.
        var pair = round.Groups[0].Members;
        await gathering.Place.Desk<Core.Replies.ReplyDesk>().AnswerAsync(
            gathering.Answer(pair[0], TestProgramme.Round.About("proposal")),
            new Core.Answering.AnswerForm(new Dictionary<string, IReadOnlyList<string>> { [CoachingMessages.Question] = [CoachingMessages.Other] }), default);
        Assert.Single((await gathering.LookAsync()).RoundOf(TestProgramme.Round)!.Asking);
        var asked = await manager.GetAsync(Groups);
        Assert.Contains("1 person is waiting for somebody else", asked.Text, StringComparison.Ordinal);
        Assert.Equal(Mentions(page, pair[0]), Mentions(asked, pair[0]));

        // Afterwards the pair is another one, and nothing says why.
        await gathering.KeepAsync();
        var mended = await manager.GetAsync(Groups);
        Assert.DoesNotContain("waiting for somebody else", mended.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(string.Join(" and ", pair.Select(Gathering.Name)), mended.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody is kept apart.", mended.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sets_are_shown_with_members_sectors_meeting_and_facilitator_and_no_addresses_or_needs()
    {
        var gathering = await Gathering.OfAsync();
        await gathering.GoToAsync(new LocalDate(2026, 3, 24));
        await using var site = await Manager.SiteAsync(gathering.Place);
        var manager = await Manager.SignedInAsync(site);
        var page = await manager.GetAsync(Groups);
        foreach (var shown in new[] { "Set 1", "Asha Private", "Organisation 1", "Sectors: Community, Council, NHS, Police.", "Nobody facilitates this set yet.", "The second meeting: the set is being asked for a date, until Monday 6 April 2026 at the latest." })
        {
            Assert.Contains(shown, page.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("asha@example.org", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("hearing loop", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_nobody_and_which_rules_were_set_aside_is_said_without_whose_wish_it_was()
    {
        var gathering = await Gathering.OfAsync(3);
        await gathering.GoToAsync(new LocalDate(2026, 3, 11));
        await using var site = await Manager.SiteAsync(gathering.Place);
        var manager = await Manager.SignedInAsync(site);
        var page = await manager.GetAsync(Groups);
        Assert.Contains("No sets could be formed of these people.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Without a set: Asha Private, Bronwen Private, Chris Private.", page.Text, StringComparison.Ordinal);

        var apart = gathering.Place.Desk<ApartDesk>();
        foreach (var (one, other) in new[] { (0, 1), (0, 2) })
        {
            await apart.KeepApartAsync(TestPlace.CohortId, Actor.Manager, new ParticipantId(Gathering.Id(one).Value), new ParticipantId(Gathering.Id(other).Value), default);
        }

        await gathering.GoToAsync(new LocalDate(2026, 4, 1));
        manager = await Manager.SignedInAsync(site);
        var alone = await manager.GetAsync(Groups);
        Assert.Contains("Nobody was found for Asha Private.", alone.Text, StringComparison.Ordinal);
        Assert.Contains("whose wish is never told to anybody", alone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_are_kept_apart_and_it_is_taken_back()
    {
        var gathering = await Gathering.OfAsync();
        await using var site = await Manager.SiteAsync(gathering.Place);
        var manager = await Manager.SignedInAsync(site);
        var tokens = gathering.Place.Desk<Core.Privacy.LinkTokens>();
        var (asha, chris) = (tokens.Refer("person/" + Gathering.Id(0)), tokens.Refer("person/" + Gathering.Id(2)));
        var rows = await gathering.Place.RowsAsync();
        foreach (var (one, other) in new[] { (asha, asha), (asha, ""), ("", ""), (asha, Gathering.Id(2).Value), (asha, tokens.Refer("person/pnobody00001")) })
        {
            var wrong = await manager.PostAsync(Groups + "/apart", ("one", one), ("other", other));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
            Assert.Contains("Choose two different people.", wrong.Text, StringComparison.Ordinal);
        }

        Assert.Equal(rows, await gathering.Place.RowsAsync());
        var page = await manager.PostAndFollowAsync(Groups + "/apart", ("one", chris), ("other", asha));
        Assert.Contains("Asha Private and Chris Private Take it back", page.Text, StringComparison.Ordinal);
        Assert.Single((await gathering.LookAsync()).Apart);

        var back = await manager.PostAndFollowAsync(Groups + "/no-longer-apart", ("one", asha), ("other", chris));
        Assert.Contains("Nobody is kept apart.", back.Text, StringComparison.Ordinal);
        Assert.Empty((await gathering.LookAsync()).Apart);
    }

    [Fact]
    public async Task A_facilitator_is_named_and_their_link_opens_their_page_until_somebody_else_is()
    {
        var gathering = await Gathering.OfAsync();
        await gathering.GoToAsync(new LocalDate(2026, 3, 11));
        await using var site = await Manager.SiteAsync(gathering.Place, options => options.PublicAddress = new Uri("https://place.example.org/"));
        var manager = await Manager.SignedInAsync(site);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(Groups + "/facilitator/1")).Status);
        foreach (var name in new[] { "", new string('x', 101) })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync(Groups + "/facilitator/1", ("name", name))).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await manager.PostAsync(Groups + "/facilitator/9", ("name", "Mo"))).Status);
        var page = await manager.PostAndFollowAsync(Groups + "/facilitator/1", ("name", "Mo <Rahman>"));
        var link = new Uri(Regex.Match(page.Text, @"https://place\.example\.org/f/\S+").Value);
        Assert.Contains("It works until Wednesday 14 April 2027, or until you name somebody else.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Learning set 1", (await site.GetAsync(link.AbsolutePath)).Text, StringComparison.Ordinal);
        Assert.Contains("Facilitated by Mo <Rahman>.", (await manager.GetAsync(Groups)).Text, StringComparison.Ordinal);

        await manager.PostAndFollowAsync(Groups + "/facilitator/1", ("name", "Oz Bell"));
        var gone = await site.GetAsync(link.AbsolutePath);
        Assert.Equal((HttpStatusCode.Gone, "This has changed"), (gone.Status, gone.Title));
    }

    [Fact]
    public async Task A_manager_moves_a_meeting_and_calls_it_off()
    {
        var gathering = await Gathering.OfAsync();
        await gathering.GoToAsync(new LocalDate(2026, 3, 24));
        await using var site = await Manager.SiteAsync(gathering.Place);
        var manager = await Manager.SignedInAsync(site);
        (string, string)[] meeting = [("set", "1"), ("meeting", TestProgramme.MeetingOne.Value)];
        var wrong = await manager.PostAsync(Groups + "/meeting", [.. meeting, ("do", "move"), ("day", "then"), ("time", "9:30")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("href=\"#day-set-one-1\"", wrong.Html, StringComparison.Ordinal);
        Assert.Matches("<input [^>]*id=\"day-set-one-1\"[^>]*value=\"then\"", wrong.Html);

        var moved = await manager.PostAndFollowAsync(Groups + "/meeting", [.. meeting, ("do", "move"), ("day", "9/4/2026"), ("time", "9:30")]);
        Assert.Contains("The first meeting: Thursday 9 April, 09:30.", moved.Text, StringComparison.Ordinal);
        await manager.PostAndFollowAsync(Groups + "/meeting", [.. meeting, ("do", "call-off"), ("sure", "yes")]);
        Assert.True((await gathering.MeetingAsync(TestProgramme.MeetingOne)).CalledOff);
        var rows = await gathering.Place.RowsAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync(Groups + "/meeting", ("set", "7"), ("meeting", "x"), ("do", "call-off"), ("sure", "yes"))).Status);
        Assert.Equal(rows, await gathering.Place.RowsAsync());
    }

    [Fact]
    public async Task A_pause_names_the_meetings_that_stand_and_whoever_calls_one_off_there_is_told_it_is_said()
    {
        var gathering = await Gathering.OfAsync();
        await gathering.GoToAsync(new LocalDate(2026, 3, 24));
        await using var site = await Manager.SiteAsync(gathering.Place);
        var manager = await Manager.SignedInAsync(site);
        var cohort = $"/manage/cohorts/{TestPlace.CohortId}";
        var at = (await gathering.MeetingAsync(TestProgramme.MeetingOne)).At!.Value;
        Assert.DoesNotContain("fall into the pause", (await manager.GetAsync(cohort)).Text, StringComparison.Ordinal);

        var paused = await manager.PostAndFollowAsync(cohort + "/pause", ("length", "open"));

        Assert.Contains("fall into the pause, and they stand", paused.Text, StringComparison.Ordinal);
        Assert.Contains($"Set 1: {LocalDays.InWords(at.Date, "en")} 2026, {at:HH:mm}", paused.Text, StringComparison.Ordinal);
        await manager.PostAndFollowAsync(Groups + "/meeting", ("set", "1"), ("meeting", TestProgramme.MeetingOne.Value), ("do", "call-off"), ("sure", "yes"));
        Assert.DoesNotContain("fall into the pause", (await manager.GetAsync(cohort)).Text, StringComparison.Ordinal);
    }

    private static int Mentions(Site.Reading page, ParticipantId person) => Regex.Count(page.Text, Gathering.Name(person));
}
