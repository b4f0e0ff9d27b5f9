using System.Net;
using System.Text;
using NodaTime;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Tests.Provider;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Managing;

public sealed class LaunchTests
{
    private const string Header = "Name,E-mail,Organisation,Sector,Language,Working pattern,Preferred hour\r\n";

    [Fact]
    public async Task A_cohort_is_shown_before_it_is_stored_and_then_stored_as_shown()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var preview = await manager.CheckAsync(Manager.Roster("Ada Quill", "Ben Rook"));
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("It asks of one participant: ", preview.Text, StringComparison.Ordinal);
        Assert.Matches("aria-label=\"Mails, week by week: [0-9, ]+\"", preview.Html);
        Assert.Equal("Is this right?", preview.Title);
        Assert.Contains("Nothing is stored yet", preview.Text, StringComparison.Ordinal);
        foreach (var shown in new[] { "elmbridge", "Monday 13 April 2026", "2 people of 1 organisation", "Ada Quill", "ben@example.org", "Mon to Fri, at 10:00", "Ruth Adeyemi", "Welcome, and what to expect" })
        {
            Assert.Contains(shown, preview.Text, StringComparison.Ordinal);
        }

        Assert.Null(await FindAsync(site));
        var page = await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", Manager.Carried(preview)));
        Assert.Contains("The cohort is launched.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Elmbridge Vale", page.Title);
        var (view, _) = (await site.Place.Desk<CohortReader>().ReadAsync(new CohortId("elmbridge"), default))!.Value;
        Assert.Equal(new LocalDate(2026, 4, 13), view.Cohort.Value.Start);
        Assert.Equal(new Sender("Ruth Adeyemi", "ruth@example.org", "01632 960 123"), view.Cohort.Value.Sender);
        Assert.Equal(
            ["ada@example.org", "ben@example.org"],
            (await site.Place.Desk<CohortReader>().IdentitiesAsync(new CohortId("elmbridge"), default)).Values.Select(identity => identity.Value.Entry.Email).Order(StringComparer.Ordinal));
        Assert.Contains(new CohortId("elmbridge"), (await site.Place.Desk<CohortDirectory>().ListAsync(default)).Select(entry => entry.Id));
    }

    [Fact]
    public async Task What_is_launched_is_tended_and_writes_to_people_on_their_day()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var preview = await manager.CheckAsync(Manager.Roster("Ada Quill"));
        await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", Manager.Carried(preview)));
        var tended = await site.Place.Desk<Tender>().TendAsync(new CohortId("elmbridge"), new LocalDate(2026, 4, 13).At(10, TestPlace.Zone), default);
        Assert.Equal(1, tended!.Queued);
    }

    [Fact]
    public async Task Pressing_launch_again_stores_nothing_twice_and_says_so()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var carried = Manager.Carried(await manager.CheckAsync(Manager.Roster("Ada Quill", "Ben Rook")));
        await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", carried));
        var again = await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", carried));
        Assert.Contains("This cohort had been launched already. Nothing was stored twice.", again.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await site.Place.Desk<CohortReader>().ReadAsync(new CohortId("elmbridge"), default))!.Value.View.Participants.Count);
    }

    [Fact]
    public async Task Another_launch_under_the_same_id_is_refused_before_and_at_the_button()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var first = Manager.Carried(await manager.CheckAsync(Manager.Roster("Ada Quill")));
        var second = Manager.Carried(await manager.CheckAsync(Manager.Roster("Ben Rook")));
        await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", first));

        var atTheButton = await manager.PostAsync("/manage/launch", ("do", "launch"), ("carried", second));
        Assert.Equal(HttpStatusCode.Conflict, atTheButton.Status);
        Assert.Contains("A cohort 'elmbridge' already exists. Give another id.", atTheButton.Text, StringComparison.Ordinal);
        var before = await manager.CheckAsync(Manager.Roster("Ben Rook"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, before.Status);
        Assert.Contains("A cohort 'elmbridge' already exists. Give another id.", before.Text, StringComparison.Ordinal);
        Assert.Equal("Ada Quill", Assert.Single((await site.Place.Desk<CohortReader>().IdentitiesAsync(new CohortId("elmbridge"), default)).Values).Value.Entry.Name);
    }

    [Fact]
    public async Task A_roster_with_five_mistakes_and_an_empty_form_show_all_of_them_at_once()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var roster = Encoding.UTF8.GetBytes(Header + string.Join("\r\n", Enumerable.Range(0, 5).Select(number =>
            $"Person {number},person{number} at example.org,Vale Council,council,,,")));
        var page = await manager.CheckAsync(roster, new() { ["place"] = "", ["start"] = "soon", ["sender-email"] = "ruth", ["id"] = "A B" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        for (var row = 2; row <= 6; row++)
        {
            Assert.Contains($"people.csv, row {row}, B (E-mail)", page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("people.csv: 5 mistakes", page.Text, StringComparison.Ordinal);
        Assert.Contains("Write one address and nothing else, such as name@example.org.", page.Text, StringComparison.Ordinal);
        foreach (var sentence in new[] { "The name of the place is missing.", "The first day could not be read.", "“ruth” is not an e-mail address.", "'A B' cannot be the id of a cohort." })
        {
            Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("value=\"soon\"", page.Html, StringComparison.Ordinal);
        Assert.Null(await FindAsync(site));
    }

    [Fact]
    public async Task A_question_about_the_roster_is_answered_by_ticking_it_and_stays_ticked()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var roster = Encoding.UTF8.GetBytes(
            "Name,E-mail,Organisation,Sector,Line manager\r\nAnn Lloyd,ann@example.org,Vale Council,council,\r\nBen Rook,ben@example.org,Brook Trust,nhs,A Lloyd\r\n");
        var page = await manager.CheckAsync(roster);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("may be Ann Lloyd (row 2)", page.Text, StringComparison.Ordinal);
        Assert.Matches("type=\"checkbox\" id=\"confirm-0\" name=\"confirm\" value=\"A Lloyd is nobody of the roster\" />", page.Html);
        Assert.Null(await FindAsync(site));

        var ticked = new Dictionary<string, string> { ["confirm"] = "A Lloyd is nobody of the roster" };
        var preview = await manager.CheckAsync(roster, ticked);
        Assert.Equal("Is this right?", preview.Title);
        var changing = await manager.PostAsync("/manage/launch", ("do", "change"), ("carried", Manager.Carried(preview)));
        Assert.Matches("value=\"A Lloyd is nobody of the roster\" checked", changing.Html);
        await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", Manager.Carried(preview)));
        Assert.NotNull(await FindAsync(site));
    }

    [Fact]
    public async Task A_programme_of_my_own_is_read_with_every_mistake_by_its_line()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var own = new Dictionary<string, string> { ["whose-programme"] = "own" };
        var wrong = Encoding.UTF8.GetBytes(TestProgramme.Yaml.Replace("weeks: 8", "weeks: many", StringComparison.Ordinal).Replace("minutes: 5", "minutes: none", StringComparison.Ordinal));
        var page = await manager.CheckAsync(Manager.Roster("Ada Quill"), own, programme: wrong);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("mine.yaml, line 4, column", page.Text, StringComparison.Ordinal);
        Assert.Contains("mine.yaml: 2 mistakes", page.Text, StringComparison.Ordinal);

        var notUtf8 = await manager.CheckAsync(Manager.Roster("Ada Quill"), own, programme: [0xFF, 0xFE, 0x41, 0x00]);
        Assert.Contains("The file is not saved as UTF-8.", notUtf8.Text, StringComparison.Ordinal);
        Assert.Contains("Choose the programme file.", (await manager.CheckAsync(Manager.Roster("Ada Quill"), own)).Text, StringComparison.Ordinal);

        var preview = await manager.CheckAsync(Manager.Roster("Ada Quill"), own, programme: Encoding.UTF8.GetBytes(TestProgramme.Yaml));
        Assert.Contains("Leading together, version 1, 8 weeks", preview.Text, StringComparison.Ordinal);
        await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", Manager.Carried(preview)));
        Assert.Equal("two-tongues", (await FindAsync(site))!.ProgrammeId);
    }

    [Fact]
    public async Task A_file_that_was_read_need_not_be_chosen_again()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var page = await manager.CheckAsync(Manager.Roster("Ada Quill"), new() { ["place"] = "" });
        Assert.Contains("people.csv with 1 person is read. Choose a file only to take another.", page.Text, StringComparison.Ordinal);
        var preview = await manager.CheckAsync(null, new() { ["carried"] = Manager.Carried(page) });
        Assert.Equal("Is this right?", preview.Title);

        var change = await manager.PostAsync("/manage/launch", ("do", "change"), ("carried", Manager.Carried(preview)));
        Assert.Equal("Launch a cohort", change.Title);
        Assert.Contains("value=\"Elmbridge Vale\"", change.Html, StringComparison.Ordinal);
        Assert.Contains("Ben Rook", (await manager.CheckAsync(Manager.Roster("Ben Rook"), new() { ["carried"] = Manager.Carried(change) })).Text, StringComparison.Ordinal);
        Assert.Contains("Choose the roster.", (await manager.CheckAsync(null)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_travels_in_the_page_cannot_be_changed_on_its_way_nor_used_by_another_account()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var good = Manager.Carried(await manager.CheckAsync(Manager.Roster("Ada Quill")));
        var parts = good.Split('.');
        foreach (var bad in new[] { "", "x", "a.b.c", $"{parts[0]}.{parts[1][..^4]}AAAA.{parts[2]}", $"{parts[0]}.{parts[1]}.{parts[2][..^4]}AAAA", $"zzzzzzzz.{parts[1]}.{parts[2]}" })
        {
            var answer = await manager.PostAsync("/manage/launch", ("do", "launch"), ("carried", bad));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains("Nothing was stored.", answer.Text, StringComparison.Ordinal);
        }

        Assert.Null(await FindAsync(site));
        await using var provider = await TestProvider.StartAsync(site.Place.Clock);
        await using var work = await Colleague.SiteAsync(provider, site.Place);
        using var another = await Colleague.SignedInAsync(work, provider, "another", new Grant(Role.Manager, Scope.Everywhere));
        Assert.Equal(HttpStatusCode.BadRequest, (await another.PostAsync("/manage/launch", ("do", "launch"), ("carried", good))).Status);
        Assert.Null(await FindAsync(site));

        // A sign-in may end between looking and launching.
        var again = await Manager.SignedInAsync(site);
        Assert.Contains("The cohort is launched.", (await again.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", good))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_instance_stores_what_this_one_has_shown()
    {
        var place = await TestPlace.LaunchAsync();
        await using var one = await Manager.SiteAsync(place);
        await using var two = await Manager.SiteAsync(place);
        var manager = await Manager.SignedInAsync(one);
        var carried = Manager.Carried(await manager.CheckAsync(Manager.Roster("Ada Quill")));
        var there = Manager.Outside(two);
        (there.Cookie, there.Proof) = (manager.Cookie, manager.Proof);
        Assert.Contains("The cohort is launched.", (await there.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", carried))).Text, StringComparison.Ordinal);
        Assert.Contains("launched already", (await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", carried))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6_000_000, "The file has more than 5 MB. Copy the roster alone into a new file")]
    [InlineData(9_000_000, "What you sent is larger than 7 MB in all.")]
    public async Task A_file_that_is_too_large_is_refused_kindly(int bytes, string sentence)
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var page = await manager.CheckAsync(new byte[bytes]);
        Assert.True(page.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_hundred_people_travel_in_a_page_that_a_phone_can_send()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var preview = await manager.CheckAsync(Manager.Roster([.. Enumerable.Range(0, 500).Select(number => $"P{number:000} Of {number * 7919}")]));
        Assert.Contains("500 people of 1 organisation", preview.Text, StringComparison.Ordinal);
        Assert.InRange(Manager.Carried(preview).Length, 1_000, 60_000);
        await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", Manager.Carried(preview)));
        Assert.Equal(500, (await site.Place.Desk<CohortReader>().ReadAsync(new CohortId("elmbridge"), default))!.Value.View.Participants.Count);
    }

    [Fact]
    public async Task More_than_five_hundred_people_are_kept_as_parts_each_with_its_page()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var roster = Manager.Roster([.. Enumerable.Range(0, 501).Select(number => $"P{number:000} Of {number}")]);
        var preview = await manager.CheckAsync(roster);
        Assert.Contains("kept as 2 parts, elmbridge.1 and so on", preview.Text, StringComparison.Ordinal);
        var page = await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", Manager.Carried(preview)));
        Assert.Contains("The cohort is launched.", page.Text, StringComparison.Ordinal);
        Assert.Contains("251 people", page.Text, StringComparison.Ordinal);
        Assert.Contains("launched already", (await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", Manager.Carried(preview)))).Text, StringComparison.Ordinal);
        Assert.Contains("already exists", (await manager.CheckAsync(roster)).Text, StringComparison.Ordinal);
        Assert.Equal("/manage/cohorts/elmbridge.1", (await manager.GetAsync("/manage/cohorts/elmbridge")).Response.Headers.Location!.ToString());
        Assert.Contains("250 people", (await manager.GetAsync("/manage/cohorts/elmbridge.2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_text_and_never_part_of_the_page()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        const string Nasty = "Ada <script>alert(1)</script> & \"Co\"";
        var roster = Encoding.UTF8.GetBytes(Header + "\"Ada <script>alert(1)</script> & \"\"Co\"\"\",ada@example.org,\"<b>Vale</b>\",council,,,");
        var fields = new Dictionary<string, string> { ["place"] = "<i>Vale</i>", ["sender"] = "<u>Ruth</u>" };
        var asked = await manager.CheckAsync(roster, fields);
        Assert.Contains($"{Nasty} is the name", asked.Text, StringComparison.Ordinal);
        fields["confirm"] = $"{Nasty} is the name";
        var preview = await manager.CheckAsync(roster, fields);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains(Nasty, preview.Text, StringComparison.Ordinal);
        var page = await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", Manager.Carried(preview)));
        foreach (var html in new[] { asked, preview, page, await manager.GetAsync("/manage"), await manager.GetAsync("/manage/cohorts/elmbridge/week/2026-04-13"), await manager.GetAsync("/manage/cohorts/elmbridge/delete") }.Select(shown => shown.WithoutOurScript))
        {
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>Vale", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<i>Vale", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<u>Ruth", html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Ada", site.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@example.org", site.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_away_stores_nothing_and_the_button_on_that_page_tries_again()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var carried = Manager.Carried(await manager.CheckAsync(Manager.Roster("Ada Quill")));
        site.Place.Tables.TroubleStoring = new TimeoutException();
        var page = await manager.PostAsync("/manage/launch", ("do", "launch"), ("carried", carried));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Equal(carried, Manager.Carried(page));
        site.Place.Tables.TroubleStoring = null;
        await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", carried));
        Assert.NotNull(await FindAsync(site));
    }

    [Fact]
    public async Task An_empty_roster_can_be_downloaded_to_fill_in()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var file = await manager.GetAsync("/manage/launch/roster.csv");
        Assert.Contains("attachment", file.Response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Name,E-mail,Organisation", file.Html, StringComparison.Ordinal);
    }

    private static async Task<Cohort?> FindAsync(Site site) =>
        (await site.Place.Desk<CohortReader>().FindAsync(new CohortId("elmbridge"), default))?.Cohort.Value;
}
