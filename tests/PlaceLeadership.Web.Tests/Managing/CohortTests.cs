using System.Net;
using NodaTime;
using PlaceLeadership.Application.Deleting;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Managing;

public sealed class CohortTests
{
    private static readonly string Cohort = $"/manage/cohorts/{TestPlace.CohortId}";

    [Fact]
    public async Task The_list_shows_each_cohort_with_its_state_people_and_doubts()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        await DoubtAsync(site);
        var page = await manager.GetAsync("/manage");
        foreach (var shown in new[] { "Harbour Town", TestPlace.CohortId.Value, "Monday 2 March 2026", "Runs", "3 people", "1 message in doubt", "Launch a cohort" })
        {
            Assert.Contains(shown, page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cohort_shows_what_goes_out_and_who_is_in_it_and_a_week_letter_by_letter()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var page = await manager.GetAsync(Cohort);
        foreach (var shown in new[] { "Leading together", "Asha Private", "Bronwen Private", "Council", "takes part", "Thursday 5 March" })
        {
            Assert.Contains(shown, page.Text, StringComparison.Ordinal);
        }

        Assert.Contains($"href=\"{Cohort}/week/2026-03-02\"", page.Html, StringComparison.Ordinal);
        var week = await manager.GetAsync(Cohort + "/week/2026-03-11");
        Assert.Equal("Week from Monday 9 March", week.Title);
        Assert.Contains("3 people 10:00, letter, 10 minutes Many ways reflection, 10 minutes", week.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(Cohort + "/week/soon")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(Cohort + "/week/9999-12-31")).Status);
    }

    [Fact]
    public async Task A_letter_is_moved_for_one_or_for_all_and_what_would_happen_is_seen_first()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var week = Cohort + "/week/2026-03-09";
        var both = await manager.GetAsync(week);
        Assert.Contains("3 people 10:00, letter, 10 minutes Many ways reflection, 10 minutes", both.Text, StringComparison.Ordinal);
        var (asha, chris) = (Ticked(both, "Asha Private"), Ticked(both, "Chris Private"));
        foreach (var (day, problem) in new[] { ("", "Write the day such as"), ("soon", "Write the day such as") })
        {
            var page = await manager.PostAsync(week, ("same", asha), ("whom", "some"), ("letter", asha), ("do", "move"), ("day", day));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(problem, page.Text, StringComparison.Ordinal);
            Assert.True(page.IsTicked("letters-0-some"));
            Assert.Contains($"value=\"{asha}\" checked", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain($"value=\"{chris}\" checked", page.Html, StringComparison.Ordinal);
        }

        Assert.Contains("Tick whom it is for, or choose all.", (await manager.PostAsync(week, ("same", asha), ("whom", "some"), ("do", "cancel"))).Text, StringComparison.Ordinal);
        foreach (var (reference, what) in new[] { ("nonsense", "move"), (asha, "perhaps"), (site.Place.Desk<LinkTokens>().Refer("letter/elsewhere/p/2026-03-11"), "cancel") })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await manager.PostAsync(week, ("letter", reference), ("do", what))).Status);
        }

        // Looking first changes nothing, and says what cannot be.
        var rows = await site.Place.RowsAsync();
        var look = await manager.PostAsync(week, ("same", asha), ("whom", "some"), ("letter", asha), ("do", "move"), ("day", "2026-03-24"));
        Assert.Contains("This is what would happen 1 person It would come on Tuesday 24 March. Asha Private Move it", look.Text, StringComparison.Ordinal);
        var tooLate = await manager.PostAsync(week, ("same", asha), ("whom", "all"), ("do", "move"), ("day", "2026-12-01"));
        Assert.Contains("3 people A message can be moved", tooLate.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"sure\"", tooLate.Html, StringComparison.Ordinal);
        Assert.Equal(rows, await site.Place.RowsAsync());

        var moved = await manager.PostAndFollowAsync(week, ("letter", asha), ("do", "move"), ("day", "2026-03-24"), ("sure", "yes"));
        Assert.Equal("Week from Monday 23 March", moved.Title);
        Assert.Contains("The letter is moved.", moved.Text, StringComparison.Ordinal);
        Assert.Contains("Many ways reflection, 10 minutes, moved here", moved.Text, StringComparison.Ordinal);
        Assert.Contains("2 people 10:00, letter, 10 minutes Many ways", (await manager.GetAsync(week)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_of_all_are_not_sent_and_brought_back_and_what_cannot_be_is_said_by_name()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var week = Cohort + "/week/2026-03-09";
        var (asha, chris) = (Ticked(await manager.GetAsync(week), "Asha Private"), Ticked(await manager.GetAsync(week), "Chris Private"));
        var look = await manager.PostAsync(week, ("same", chris), ("whom", "all"), ("do", "cancel"));
        Assert.Contains("3 people It would not be sent. Asha Private, Bronwen Private, Chris Private", look.Text, StringComparison.Ordinal);
        Assert.Contains("Do not send these 3 letters", look.Text, StringComparison.Ordinal);
        var cancelled = await manager.PostAndFollowAsync(week, ("letter", asha), ("letter", chris), ("do", "cancel"), ("sure", "yes"));
        Assert.Contains("2 people not sent Many ways reflection, 10 minutes, cancelled", cancelled.Text, StringComparison.Ordinal);
        Assert.Contains("Bring them back", cancelled.Text, StringComparison.Ordinal);

        await manager.PostAndFollowAsync(week, ("letter", asha), ("do", "restore"), ("sure", "yes"));
        var partly = await manager.PostAsync(week, ("letter", asha), ("letter", chris), ("do", "restore"), ("sure", "yes"));
        Assert.Contains("This is what happened", partly.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing that comes to this person on 2026-03-11 was moved or cancelled. Asha Private", partly.Text, StringComparison.Ordinal);
        Assert.Contains("It comes on Wednesday 11 March. Chris Private", partly.Text, StringComparison.Ordinal);
    }

    private static string Ticked(Site.Reading page, string name)
    {
        var before = page.Html[..page.Html.IndexOf($">{name}</label>", StringComparison.Ordinal)];
        return before[(before.LastIndexOf("name=\"letter\" value=\"", StringComparison.Ordinal) + "name=\"letter\" value=\"".Length)..].Split('"')[0];
    }

    [Fact]
    public async Task A_cohort_says_who_did_what_and_why_and_never_who_replied()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        await manager.PostAsync(Cohort + "/pause", ("length", "open"));
        await manager.PostAsync(Cohort + "/take-up");
        var asha = TestPlace.Asha;
        await site.Place.Desk<PauseDesk>().PausePersonAsync(TestPlace.CohortId, Actor.Person(asha), asha, null, default);
        await site.Place.Desk<UnitOfWork>().ChangePersonAsync(
            TestPlace.CohortId, Actor.Person(asha), asha, default,
            context => new ParticipantEdit(new Deed(Deeds.Replied, asha, new StepId("one"), "kept"), context.Person, [], [], []), default);

        var page = await manager.GetAsync(Cohort);
        foreach (var said in new[]
        {
            "Whoever holds the manager's key paused the whole cohort until somebody says so.",
            "Whoever holds the manager's key took the whole cohort up again.", "Asha Private paused until somebody says so.",
        })
        {
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        }

        var link = page.Html.Split('"').First(part => part.Contains("/history/", StringComparison.Ordinal));
        var week = await manager.GetAsync(link);
        Assert.StartsWith("What was done in the week from", week.Title, StringComparison.Ordinal);
        Assert.Contains("Asha Private paused until somebody says so.", week.Text, StringComparison.Ordinal);
        var done = page.Text.Split("What people did in the last two weeks")[1] + week.Text.Replace("Who replied, and who did not, is told to nobody", "", StringComparison.Ordinal);
        Assert.DoesNotContain("repl", done, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(Cohort + "/history/soon")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync("/manage/cohorts/elsewhere/history/2026-03-02")).Status);
    }

    [Fact]
    public async Task A_cohort_shows_only_its_own_people_and_settles_only_its_own_messages()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var carried = Manager.Carried(await manager.CheckAsync(Manager.Roster("Ada Quill")));
        await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", carried));
        var doubtful = await DoubtAsync(site);
        var other = await manager.GetAsync("/manage/cohorts/elmbridge");
        Assert.Contains("Ada Quill", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Asha", other.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada Quill", (await manager.GetAsync(Cohort)).Html, StringComparison.Ordinal);

        var before = await site.Place.RowsAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.PostAsync("/manage/cohorts/elmbridge/settle", ("message", site.Place.Desk<LinkTokens>().Refer(doubtful.ToString())), ("do", "arrived"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.PostAsync(Cohort + "/settle", ("message", "nonsense"), ("do", "arrived"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.PostAsync(Cohort + "/settle", ("message", site.Place.Desk<LinkTokens>().Refer(doubtful.ToString())), ("do", "perhaps"))).Status);
        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Fact]
    public async Task The_page_of_a_part_of_a_large_cohort_pauses_takes_up_and_ends_the_whole()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await LargeAsync(site);
        async Task<IReadOnlyList<(bool Paused, bool Ended)>> PartsAsync() =>
        [
            .. (await Task.WhenAll(new[] { "elmbridge.1", "elmbridge.2" }.Select(part => site.Place.Desk<CohortReader>().FindAsync(new CohortId(part), default))))
                .Select(found => (found!.Value.Cohort.Value.Pause is not null, found.Value.Cohort.Value.EndedOn is not null)),
        ];

        await manager.PostAsync("/manage/cohorts/elmbridge.2/pause", ("length", "open"));
        Assert.Equal([(true, false), (true, false)], await PartsAsync());
        await manager.PostAsync("/manage/cohorts/elmbridge.1/take-up");
        Assert.Equal([(false, false), (false, false)], await PartsAsync());
        Assert.Contains("elmbridge<", (await manager.GetAsync("/manage/cohorts/elmbridge.2/end")).Html, StringComparison.Ordinal);
        await manager.PostAsync("/manage/cohorts/elmbridge.2/end");
        Assert.Equal([(false, true), (false, true)], await PartsAsync());
    }

    [Fact]
    public async Task The_page_of_a_part_deletes_the_whole_and_looking_at_a_launch_that_broke_off_stores_nothing()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await LargeAsync(site);
        var part = new CohortId("elmbridge.2");
        var row = (await site.Place.Tables.GetAsync(Table.Cohorts, part.Value, CohortKeys.Cohort, default))!;
        await site.Place.Tables.SubmitAsync(Table.Cohorts, part.Value, [new RowChange.Delete(CohortKeys.Cohort, row.ETag)], default);

        async Task<IReadOnlyList<(string, string)>> StoredAsync() =>
        [
            .. await site.Place.Tables.RangeAsync(Table.Cohorts, "elmbridge.1", "!", "~", default)
                .Concat(site.Place.Tables.RangeAsync(Table.Cohorts, part.Value, "!", "~", default)).Select(row => (row.Key, row.ETag)).ToListAsync(),
        ];

        var before = await StoredAsync();
        foreach (var path in new[] { "", ".1", ".2", ".1/groups", ".1/delete", ".2/end", "/delete" })
        {
            await manager.GetAsync("/manage/cohorts/elmbridge" + path);
        }

        await manager.GetAsync("/manage");
        Assert.Equal(before, await StoredAsync());

        Assert.Contains("elmbridge<", (await manager.GetAsync("/manage/cohorts/elmbridge.1/delete")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync("/manage/cohorts/elmbridge.1/delete", ("confirm", "elmbridge.1"))).Status);

        // A deletion that broke off after the first part is not done, and can be repeated from every page of it.
        await site.Place.Desk<DeletionDesk>().DeleteAsync(new CohortId("elmbridge.1"), Actor.Manager, default);
        await site.Place.Tables.SubmitAsync(Table.Cohorts, part.Value, [new RowChange.Insert(CohortKeys.Cohort, row.Shape, row.Body)], default);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/manage/cohorts/elmbridge.2/delete")).Status);
        Assert.DoesNotContain("Nothing is stored", (await manager.GetAsync("/manage/cohorts/elmbridge/deleted")).Text, StringComparison.Ordinal);
        await manager.PostAsync("/manage/cohorts/elmbridge.2/delete", ("confirm", "elmbridge"));
        Assert.Contains("Nothing is stored", (await manager.GetAsync("/manage/cohorts/elmbridge/deleted")).Text, StringComparison.Ordinal);
        Assert.Empty(await StoredAsync());
    }

    private static async Task<Manager> LargeAsync(Site site)
    {
        var manager = await Manager.SignedInAsync(site);
        var carried = Manager.Carried(await manager.CheckAsync(Manager.Roster([.. Enumerable.Range(1, PlaceLeadership.Core.Cohorts.Cohort.PeopleMax + 1).Select(number => $"Ada{number} Quill")])));
        await manager.PostAndFollowAsync("/manage/launch", ("do", "launch"), ("carried", carried));
        return manager;
    }

    [Theory]
    [InlineData("arrived", SentState.Sent)]
    [InlineData("not-arrived", null)]
    public async Task A_message_in_doubt_is_settled_by_what_the_person_says(string button, SentState? state)
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var doubtful = await DoubtAsync(site);
        var page = await manager.GetAsync(Cohort);
        Assert.Contains("Asha Private , message “Hello”", page.Text, StringComparison.Ordinal);
        var done = await manager.PostAndFollowAsync(Cohort + "/settle", ("message", site.Place.Desk<LinkTokens>().Refer(doubtful.ToString())), ("do", button));
        Assert.Contains("The message is settled.", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("in doubt", done.Text, StringComparison.Ordinal);
        var row = await site.Place.Tables.GetAsync(Table.Cohorts, TestPlace.CohortId.Value, CohortKeys.Message(doubtful), default);
        Assert.Equal(state, row is null ? null : CohortRows.ReadMessage(row).Value.State);
        Assert.Contains(
            "had been settled already", (await manager.PostAndFollowAsync(Cohort + "/settle", ("message", site.Place.Desk<LinkTokens>().Refer(doubtful.ToString())), ("do", button))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cohort_is_paused_and_taken_up_again()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        var unsaid = await manager.PostAsync(Cohort + "/pause");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.Status);
        Assert.Contains("Choose for how long.", unsaid.Text, StringComparison.Ordinal);
        Assert.Contains("Write the day such as", (await manager.PostAsync(Cohort + "/pause", ("length", "day"), ("day", "soon"))).Text, StringComparison.Ordinal);
        Assert.Contains("not in the future", (await manager.PostAsync(Cohort + "/pause", ("length", "day"), ("day", "2026-03-05"))).Text, StringComparison.Ordinal);
        Assert.Null((await CohortAsync(site)).Pause);

        var paused = await manager.PostAndFollowAsync(Cohort + "/pause", ("length", "day"), ("day", "2026-04-01"));
        Assert.Contains("The cohort is paused.", paused.Text, StringComparison.Ordinal);
        Assert.Contains("paused since Thursday 5 March 2026, until Wednesday 1 April 2026", paused.Text, StringComparison.Ordinal);
        Assert.Equal(new Pause(TestPlace.Today, new LocalDate(2026, 4, 1)), (await CohortAsync(site)).Pause);
        var mark = await MarkAsync(site);
        var goesOn = await manager.PostAndFollowAsync(Cohort + "/take-up");
        Assert.Contains("The cohort goes on.", goesOn.Text, StringComparison.Ordinal);
        Assert.Null((await CohortAsync(site)).Pause);
        Assert.NotEqual(mark, await MarkAsync(site));
    }

    [Fact]
    public async Task A_cohort_is_ended_after_a_page_that_says_what_that_means()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        Assert.Contains("People are not told.", (await manager.GetAsync(Cohort + "/end")).Text, StringComparison.Ordinal);
        Assert.Null((await CohortAsync(site)).EndedOn);
        var mark = await MarkAsync(site);
        var ended = await manager.PostAndFollowAsync(Cohort + "/end");
        Assert.Contains("The cohort has ended. Nothing goes out any more.", ended.Text, StringComparison.Ordinal);
        Assert.Contains("ended on Thursday 5 March 2026", ended.Text, StringComparison.Ordinal);
        Assert.Equal(TestPlace.Today, (await CohortAsync(site)).EndedOn);
        Assert.NotEqual(mark, await MarkAsync(site));
        Assert.DoesNotContain("Pause the whole cohort", ended.Text, StringComparison.Ordinal);
        await manager.PostAndFollowAsync(Cohort + "/end");
        Assert.Equal(HttpStatusCode.SeeOther, (await manager.GetAsync(Cohort + "/end")).Status);
    }

    [Fact]
    public async Task A_cohort_is_deleted_only_when_its_id_is_typed_and_then_nothing_of_it_is_left()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        await site.PostAndFollowAsync(site.Place.Path(), ("do", "answer"), ("text.hope", "Mine"));
        foreach (var typed in new[] { "", "harbour-town", "HARBOUR-TOWN-2026", "elmbridge" })
        {
            var page = await manager.PostAsync(Cohort + "/delete", ("confirm", typed));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains($"It is {TestPlace.CohortId}. Nothing was deleted.", page.Text, StringComparison.Ordinal);
        }

        Assert.NotNull(await site.Place.WordsAsync());
        var gone = await manager.PostAndFollowAsync(Cohort + "/delete", ("confirm", TestPlace.CohortId.Value));
        Assert.Equal($"Nothing is stored of '{TestPlace.CohortId}' any more", gone.Title);
        Assert.All(await site.Place.RowsAsync(), row => Assert.StartsWith("Programmes/", row, StringComparison.Ordinal));
        Assert.Null(await site.Place.WordsAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(Cohort)).Status);
        Assert.Contains("There is no cohort yet.", (await manager.GetAsync("/manage")).Text, StringComparison.Ordinal);
        await manager.PostAndFollowAsync(Cohort + "/delete", ("confirm", TestPlace.CohortId.Value));

        var link = await site.GetAsync(site.Place.Path());
        var expired = await site.GetAsync(site.Place.Path(expires: TestPlace.Today));
        Assert.Equal((expired.Status, expired.Title, expired.Text), (link.Status, link.Title, link.Text));
    }

    [Fact]
    public async Task Thirty_cohorts_are_shown_some_at_a_time()
    {
        await using var site = await Manager.SiteAsync();
        var manager = await Manager.SignedInAsync(site);
        for (var number = 10; number < 40; number++)
        {
            var carried = Manager.Carried(await manager.CheckAsync(Manager.Roster("Ada Quill"), new() { ["id"] = $"cohort-{number}" }));
            await manager.PostAsync("/manage/launch", ("do", "launch"), ("carried", carried));
        }

        var first = await manager.GetAsync("/manage");
        Assert.Contains("cohort-34", first.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("cohort-35", first.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/manage?from=25\"", first.Html, StringComparison.Ordinal);
        var rest = await manager.GetAsync("/manage?from=25");
        Assert.Contains("cohort-39", rest.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("cohort-34", rest.Html, StringComparison.Ordinal);
        foreach (var from in new[] { "-5", "9999999", "x" })
        {
            Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/manage?from=" + from)).Status);
        }
    }

    private static async Task<Cohort> CohortAsync(Site site) =>
        (await site.Place.Desk<CohortReader>().FindAsync(TestPlace.CohortId, default))!.Value.Cohort.Value;

    private static async Task<string> MarkAsync(Site site) =>
        (await site.Place.Desk<CohortDirectory>().FindAsync(TestPlace.CohortId, default))!.Mark;

    /// <summary>Asha's first prompt has left, and nobody knows whether it arrived.</summary>
    private static async Task<LetterId> DoubtAsync(Site site)
    {
        await site.Place.Desk<Tender>().TendAsync(TestPlace.CohortId, TestPlace.Today.At(10, TestPlace.Zone), default);
        var waiting = (await site.Place.Desk<CohortReader>().OutboxAsync(TestPlace.CohortId, default))
            .First(message => message.Value.Id.Participant == TestPlace.Asha);
        await site.Place.Tables.SubmitAsync(
            Table.Cohorts, TestPlace.CohortId.Value,
            [
                new RowChange.Replace(
                    CohortKeys.Outbox(waiting.Value.Id), CohortRows.OutboxShape,
                    CohortRows.Write(waiting.Value with { State = new OutboxState.InDoubt() }), waiting.ETag),
            ],
            default);
        return waiting.Value.Id;
    }
}
