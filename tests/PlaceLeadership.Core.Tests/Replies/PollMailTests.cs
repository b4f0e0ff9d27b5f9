using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Journeys.LearningSets.ByMail;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Core.Tests.Journeys;

namespace PlaceLeadership.Core.Tests.Replies;

/// <summary>Mails that answer the poll of a learning set of six.</summary>
public sealed class PollMailTests
{
    private static readonly StepId Poll = new("one.poll");

    // The date of the first meeting is settled with the sets; of the next one the set is asked.
    private static readonly Step First = Plan.Prompt(new StepId("first"), 4, IsoDayOfWeek.Monday, BuiltIn.SetMeeting) with { Minutes = 180 };
    private static readonly Step Polled = Plan.Prompt(new StepId("one"), 8, IsoDayOfWeek.Monday, BuiltIn.SetMeeting) with { Minutes = 180 };

    private static readonly KeyRing Keys = new(new byte[KeyRing.SecretBytes]);

    private readonly LinkTokens _tokens = new(Keys);

    [Fact]
    public async Task A_vote_by_mail_is_the_vote_on_the_page()
    {
        var (byMail, byPage) = (await OpenAsync(), await OpenAsync());

        var taken = Assert.IsType<PollMailOutcome.Taken>(await MailAsync(byMail, new ParticipantId("p1"), "1 and 3"));
        await byPage.Office.Replies.AnswerAsync(
            byPage.Link(new ParticipantId("p1"), Poll), new AnswerForm(new Dictionary<string, IReadOnlyList<string>> { [SetMessages.Question] = ["0", "2"] }), default);

        Assert.Equal([1, 3], Assert.IsType<MailVote.Times>(taken.Vote).Numbers);
        Assert.Equal((await MeetingAsync(byMail)).Options, taken.Times);
        Assert.Equal([0, 2], (await MeetingAsync(byMail)).Votes[new ParticipantId("p1")]);
        Assert.Equal(await RowsAsync(byPage), await RowsAsync(byMail));
        Assert.Equal(await byPage.Office.FactsAsync(), await byMail.Office.FactsAsync());
    }

    [Fact]
    public async Task The_message_has_a_number_for_each_time_in_both_languages_and_the_page_has_none()
    {
        var circle = await OpenAsync();
        var letter = (await circle.SeeAsync(new ParticipantId("p1"), Poll)).Letter!;
        var times = (await MeetingAsync(circle)).Options;

        foreach (var (language, how) in new[] { ("en", "Answer this mail with the numbers"), ("cy", "Atebwch y neges hon gyda'r rhifau") })
        {
            var text = letter.ByMail!.Text.In(language);
            Assert.All(
                times.Select((time, place) => $"{place + 1}. {LocalDays.InWords(time.Date, language)}, {time:HH:mm}\n"),
                line => Assert.Contains(line, text, StringComparison.Ordinal));
            Assert.Contains(how, text, StringComparison.Ordinal);
            Assert.DoesNotContain(how, letter.Step.Text.In(language), StringComparison.Ordinal);
            Assert.Contains($"- {LocalDays.InWords(times[0].Date, language)}", letter.Step.Text.In(language), StringComparison.Ordinal);
        }

        Assert.Equal(times, ((PollByMail)letter.ByMail!).Times);
        await circle.GoToAsync(5, IsoDayOfWeek.Wednesday);
        Assert.Null((await circle.SeeAsync(new ParticipantId("p1"), new StepId("one.date"))).Letter!.ByMail);
    }

    [Fact]
    public async Task The_last_answer_of_a_set_closes_its_poll_by_mail_as_well()
    {
        var circle = await OpenAsync();
        foreach (var (person, text) in new[] { ("p1", "3"), ("p2", "3"), ("p3", "1"), ("p4", "none"), ("p5", "all") })
        {
            Assert.IsType<PollMailOutcome.Taken>(await MailAsync(circle, new ParticipantId(person), text));
        }

        await circle.Office.KeepAsync();
        Assert.Null((await MeetingAsync(circle)).At);
        Assert.Empty((await MeetingAsync(circle)).Votes[new ParticipantId("p4")]);
        await MailAsync(circle, new ParticipantId("p6"), "Option 3 please");
        await circle.Office.KeepAsync();

        Assert.Equal((await MeetingAsync(circle)).Options[2], (await MeetingAsync(circle)).At);
        Assert.Equal(PollMailRefusal.Closed, await RefusalAsync(circle, new ParticipantId("p1"), "1"));
    }

    [Fact]
    public async Task A_later_answer_replaces_an_earlier_one_and_the_same_mail_again_changes_nothing()
    {
        var circle = await OpenAsync();
        await MailAsync(circle, new ParticipantId("p1"), "1", id: "<a@example.org>");
        await MailAsync(circle, new ParticipantId("p1"), "2 3", id: "<b@example.org>");
        Assert.Equal([1, 2], (await MeetingAsync(circle)).Votes[new ParticipantId("p1")]);
        var before = await RowsAsync(circle);

        Assert.IsType<PollMailOutcome.Taken>(await MailAsync(circle, new ParticipantId("p1"), "1", id: " <a@example.org>"));
        Assert.IsType<PollMailOutcome.Taken>(await MailAsync(circle, new ParticipantId("p1"), "2 3", id: "<b@example.org>"));
        Assert.Equal(before, await RowsAsync(circle));

        await circle.SayAsync(new ParticipantId("p1"), Poll, ["4"]);
        await MailAsync(circle, new ParticipantId("p1"), "1", id: "<a@example.org>");
        Assert.Equal([4], (await MeetingAsync(circle)).Votes[new ParticipantId("p1")]);
        await MailAsync(circle, new ParticipantId("p1"), "none", id: "<c@example.org>");
        Assert.Empty((await MeetingAsync(circle)).Votes[new ParticipantId("p1")]);
    }

    [Fact]
    public async Task Of_two_mails_at_once_each_is_known_when_it_comes_again()
    {
        for (var at = 1; ; at++)
        {
            var circle = await OpenAsync();
            var tables = new InterruptedTables(circle.Office.Tables) { At = at, Act = () => MailAsync(circle, new ParticipantId("p1"), "2", id: "<b@example.org>") };
            var address = await AddressAsync(circle, new ParticipantId("p1"));
            await Desk(circle, tables).ReceiveAsync(new ReceivedMail([address], "", "<a@example.org>", false, "1"), default);
            if (tables.Operations < at)
            {
                Assert.True(at > 10, $"Taking a mail took only {tables.Operations} operations.");
                return;
            }

            await circle.SayAsync(new ParticipantId("p1"), Poll, ["4"]);
            await MailAsync(circle, new ParticipantId("p1"), "1", id: "<a@example.org>");
            await MailAsync(circle, new ParticipantId("p1"), "2", id: "<b@example.org>");
            Assert.Equal([4], (await MeetingAsync(circle)).Votes[new ParticipantId("p1")]);
        }
    }

    [Fact]
    public async Task What_nobody_can_be_sure_of_stores_nothing_but_the_message_that_says_so()
    {
        var circle = await OpenAsync();
        var before = await RowsAsync(circle);

        Assert.Equal("The numbers go from 1 to 5.", Assert.IsType<PollMailOutcome.Unreadable>(await MailAsync(circle, new ParticipantId("p1"), "6")).Reason);
        Assert.Null(Assert.IsType<PollMailOutcome.Unreadable>(await MailAsync(circle, new ParticipantId("p1"), "")).Stands);
        Assert.IsType<PollMailOutcome.Unreadable>(await MailAsync(circle, new ParticipantId("p1"), "10.30 works but not 14:00"));

        Assert.Equal(before, (await RowsAsync(circle)).Where(row => !row.Contains("|p1|unclear ", StringComparison.Ordinal)));
        Assert.DoesNotContain(new ParticipantId("p1"), (await MeetingAsync(circle)).Votes.Keys);
    }

    [Fact]
    public async Task Whoever_a_mail_says_it_is_from_the_address_says_whose_answer_it_is()
    {
        var circle = await OpenAsync();
        Assert.IsType<PollMailOutcome.Taken>(await MailAsync(circle, new ParticipantId("p1"), "1", from: "from.home@example.org"));
        Assert.Equal([new ParticipantId("p1")], (await MeetingAsync(circle)).Votes.Keys);
    }

    [Fact]
    public async Task Who_answers_to_everybody_does_not_vote_for_whoever_did_so_before()
    {
        var circle = await OpenAsync();
        Assert.IsType<PollMailOutcome.Taken>(await MailAsync(circle, new ParticipantId("p1"), "1", from: "n1@example.org"));
        Assert.Equal(
            PollMailRefusal.FromAnother, Assert.IsType<PollMailOutcome.Refused>(await MailAsync(circle, new ParticipantId("p1"), "2", from: "N2@example.org")).Reason);
        Assert.Equal([0], (await MeetingAsync(circle)).Votes[new ParticipantId("p1")]);
    }

    [Fact]
    public async Task An_answer_of_the_named_person_to_everybody_is_no_vote()
    {
        var circle = await OpenAsync();
        Assert.Equal(
            PollMailRefusal.FromSender,
            Assert.IsType<PollMailOutcome.Refused>(await MailAsync(circle, new ParticipantId("p1"), "1", from: "Sam@Example.org")).Reason);
        Assert.Empty((await MeetingAsync(circle)).Votes);
    }

    [Fact]
    public async Task A_machine_has_no_vote()
    {
        var circle = await OpenAsync();
        var mail = new ReceivedMail([await AddressAsync(circle, new ParticipantId("p1"))], "n1@example.org", "", Automatic: true, "1");
        Assert.Equal(PollMailRefusal.Automatic, Assert.IsType<PollMailOutcome.Refused>(await Desk(circle).ReceiveAsync(mail, default)).Reason);
        Assert.Empty((await MeetingAsync(circle)).Votes);
    }

    [Fact]
    public async Task Mails_to_nobody_to_a_forged_address_and_to_two_polls_change_nothing()
    {
        var circle = await OpenAsync();
        var (one, other) = (await AddressAsync(circle, new ParticipantId("p1")), await AddressAsync(circle, new ParticipantId("p2")));
        Task<PollMailOutcome> To(params string[] addresses) => Desk(circle).ReceiveAsync(new ReceivedMail(addresses, "", "", false, "1"), default);
        foreach (var nobody in new[] { "", "@", "poll+", "poll+@", "sam@example.org", "poll@replies.example.org" })
        {
            Assert.Equal(new PollMailOutcome.Refused(PollMailRefusal.NoPoll), await To(nobody));
        }

        Assert.Equal(new PollMailOutcome.Refused(PollMailRefusal.NotOurs), await To("poll+x@replies.example.org"));
        Assert.Equal(new PollMailOutcome.Refused(PollMailRefusal.NotOurs), await To(one.Replace(one[5..7], one[5..7] == "aa" ? "bb" : "aa", StringComparison.Ordinal)));
        Assert.IsType<PollMailOutcome.Unreadable>(await To(one, other));
        Assert.Empty((await MeetingAsync(circle)).Votes);
        Assert.IsType<PollMailOutcome.Taken>(await To("sam@example.org", one.ToUpperInvariant(), one, "poll+x@replies.example.org"));
    }

    [Fact]
    public async Task Nothing_is_read_from_the_store_for_an_address_that_is_not_ours()
    {
        var circle = await OpenAsync();
        var desk = new PollMailDesk(null!, null!, null!, null!, new LinkTokens(KeyRing.New()), circle.Office.Clock);
        var mail = new ReceivedMail([await AddressAsync(circle, new ParticipantId("p1"))], "", "", false, "1");
        Assert.Equal(new PollMailOutcome.Refused(PollMailRefusal.NotOurs), await desk.ReceiveAsync(mail, default));
    }

    [Fact]
    public async Task Nobody_votes_who_has_left_and_nobody_after_the_poll_the_cohort_or_sixty_days()
    {
        var circle = await OpenAsync();
        var address = await AddressAsync(circle, new ParticipantId("p2"));
        await circle.Office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), default);
        Assert.Equal(PollMailRefusal.Closed, await RefusalAsync(circle, new ParticipantId("p1"), "1"));

        await circle.GoToAsync(5, IsoDayOfWeek.Friday);
        Assert.Equal(new PollMailOutcome.Refused(PollMailRefusal.Closed), await ToAsync(circle, address));
        circle.Office.Clock.Now += Duration.FromDays(PollToken.OpenDays);
        Assert.Equal(new PollMailOutcome.Refused(PollMailRefusal.Expired), await ToAsync(circle, address));
    }

    [Fact]
    public async Task A_paused_person_may_vote_as_on_the_page()
    {
        var circle = await OpenAsync();
        await circle.Office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), circle.Office.Today.PlusDays(20), default);
        Assert.IsType<PollMailOutcome.Taken>(await MailAsync(circle, new ParticipantId("p1"), "1"));
    }

    [Fact]
    public async Task Numbers_of_other_times_are_not_taken_for_numbers_of_these()
    {
        var circle = await OpenAsync();
        var meeting = await MeetingAsync(circle);
        var earlier = Address(new ParticipantId("p1"), circle.Office.Today, [.. meeting.Options.Select(option => option.PlusDays(-1))]);
        var unreadable = Assert.IsType<PollMailOutcome.Unreadable>(await ToAsync(circle, earlier));
        Assert.Contains("others by now", unreadable.Reason, StringComparison.Ordinal);
        Assert.NotNull(unreadable.Answered);
        Assert.Empty((await MeetingAsync(circle)).Votes);
    }

    [Fact]
    public async Task What_was_chosen_before_stands_and_is_named()
    {
        var circle = await OpenAsync();
        var meeting = (await circle.LookAsync()).SetOf(new ParticipantId("p1"))!.Meetings[^1];
        await MailAsync(circle, new ParticipantId("p1"), "1 3");
        Assert.Equal([meeting.Options[0], meeting.Options[2]], Assert.IsType<PollMailOutcome.Unreadable>(await MailAsync(circle, new ParticipantId("p1"), "perhaps 2")).Stands!);
        await MailAsync(circle, new ParticipantId("p1"), "none");
        Assert.Empty(Assert.IsType<PollMailOutcome.Unreadable>(await MailAsync(circle, new ParticipantId("p1"), "perhaps 2")).Stands!);
    }

    [Fact]
    public async Task Whoever_cannot_be_understood_is_told_once_at_their_own_address_and_no_more_after_an_answer()
    {
        var circle = await OpenAsync();
        var facts = await circle.Office.FactsAsync();
        Assert.NotNull(Assert.IsType<PollMailOutcome.Unreadable>(await MailAsync(circle, new ParticipantId("p1"), "perhaps 2", from: "else@example.org")).Answered);
        var queued = Assert.Single(await OutboxAsync(circle), message => message.Value.First.Kind == MessageKind.Unclear).Value;
        Assert.Equal((Poll, new ParticipantId("p1"), circle.Office.Clock.Now), (queued.First.Step, queued.Id.Participant, queued.NotBefore));
        Assert.Null(Assert.IsType<PollMailOutcome.Unreadable>(await MailAsync(circle, new ParticipantId("p1"), "perhaps 3")).Answered);

        await circle.Office.KeepAsync();
        Assert.DoesNotContain(await OutboxAsync(circle), message => message.Value.First.Kind == MessageKind.Unclear);
        Assert.Null(Assert.IsType<PollMailOutcome.Unreadable>(await MailAsync(circle, new ParticipantId("p1"), "perhaps 4")).Answered);
        Assert.Equal(facts, await circle.Office.FactsAsync());

        await MailAsync(circle, new ParticipantId("p2"), "perhaps 2");
        await MailAsync(circle, new ParticipantId("p2"), "2");
        Assert.DoesNotContain(await OutboxAsync(circle), message => message.Value.First.Kind == MessageKind.Unclear);
    }

    [Fact]
    public async Task Nobody_is_told_whose_address_is_refused_and_no_machine_and_nobody_after_the_poll()
    {
        var circle = await OpenAsync();
        await circle.Office.Work.ChangePersonAsync(
            Office.Cohort, Actor.Provider, new ParticipantId("p1"), default, context => new ParticipantEdit(new Deed(Deeds.AddressRefused), context.Person with { AddressRefusedOn = circle.Office.Today }, [], [], []), default);
        Assert.Null(Assert.IsType<PollMailOutcome.Unreadable>(await MailAsync(circle, new ParticipantId("p1"), "perhaps 2")).Answered);
        var late = await AddressAsync(circle, new ParticipantId("p2"));
        await circle.GoToAsync(5, IsoDayOfWeek.Friday);
        Assert.Equal(new PollMailOutcome.Refused(PollMailRefusal.Closed), await ToAsync(circle, late));
        Assert.DoesNotContain(await OutboxAsync(circle), message => message.Value.First.Kind == MessageKind.Unclear);
    }

    [Fact]
    public async Task A_deleted_cohort_takes_no_votes()
    {
        var circle = await OpenAsync();
        var address = await AddressAsync(circle, new ParticipantId("p1"));
        await circle.Office.Deletion.DeleteAsync(Office.Cohort, Actor.Manager, default);
        Assert.Equal(new PollMailOutcome.Refused(PollMailRefusal.Gone), await ToAsync(circle, address));
        await foreach (var row in circle.Office.Tables.RangeAsync(Table.Cohorts, Office.Cohort.Value, "!", "~", default))
        {
            Assert.Fail($"{row.Key} is left.");
        }
    }

    [Fact]
    public async Task Nothing_a_mail_says_of_itself_is_kept()
    {
        var circle = await OpenAsync();
        await MailAsync(circle, new ParticipantId("p1"), "1 3\n\nMany thanks\nZebra Crossing", from: "zebra@example.org", id: "<zebra@example.org>");
        Assert.Equal([0, 2], (await MeetingAsync(circle)).Votes[new ParticipantId("p1")]);
        var kept = string.Concat(await RowsAsync(circle, withMails: true));
        Assert.Contains("answer-mail|", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("zebra", kept, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("ReceivedMail", new ReceivedMail([], "zebra", "", false, "zebra").ToString());
    }

    [Theory]
    [InlineData("Auto-Submitted", "auto-replied", true)]
    [InlineData("Auto-Submitted", "auto-generated; owner-email=a@example.org", true)]
    [InlineData("Auto-Submitted", "No", false)]
    [InlineData("Precedence", "Bulk", true)]
    [InlineData("Precedence", "auto_reply", true)]
    [InlineData("Precedence", "first-class", false)]
    [InlineData("X-Autoreply", "yes", true)]
    [InlineData("List-Id", "<all.example.org>", true)]
    [InlineData("Subject", "Automatic", false)]
    public void A_machine_is_known_by_its_headers(string name, string value, bool automatic) =>
        Assert.Equal(automatic, ReceivedMail.IsAutomatic(header => header == name ? value : null));

    private static async Task<Circle> OpenAsync()
    {
        var circle = await Circle.OfAsync(6, First, Polled);
        await circle.GoToAsync(3, IsoDayOfWeek.Wednesday);
        return circle;
    }

    private static Task<IReadOnlyList<Stored<OutboxMessage>>> OutboxAsync(Circle circle) => circle.Office.Reader.OutboxAsync(Office.Cohort, default);

    private static async Task<SetMeeting> MeetingAsync(Circle circle) => (await circle.LookAsync()).Sets[0].Meetings[^1];

    private PollMailDesk Desk(Circle circle) => new(circle.Office.Directory, circle.Office.Reader, circle.Office.Work, circle.Office.Replies, _tokens, circle.Office.Clock);

    /// <summary>A desk of its own over these tables.</summary>
    private PollMailDesk Desk(Circle circle, ITables tables)
    {
        var desk = new CohortReader(tables, new ProgrammeLibrary(tables, BuiltIn.Kinds));
        var vault = new ReflectionVault(tables, new KeyRing(new byte[KeyRing.SecretBytes]));
        var work = new UnitOfWork(desk, new CohortWaker(new CohortDirectory(tables)), circle.Office.Clock);
        var replies = new ReplyDesk(desk, work, vault, new JourneyLetters(desk, vault), circle.Office.Clock);
        return new PollMailDesk(new CohortDirectory(tables), desk, work, replies, _tokens, circle.Office.Clock);
    }

    private string Address(ParticipantId person, LocalDate day, IReadOnlyList<LocalDateTime> times) =>
        $"{PollMailDesk.PollStart}{new PollTokens(Keys).Issue(new PollMailLink(Office.Cohort, person, Poll, day, times))}@replies.example.org";

    private async Task<string> AddressAsync(Circle circle, ParticipantId person) =>
        Address(person, circle.Office.Today, ((PollByMail)(await circle.SeeAsync(person, Poll)).Letter!.ByMail!).Times);

    private Task<PollMailOutcome> ToAsync(Circle circle, string address) =>
        Desk(circle).ReceiveAsync(new ReceivedMail([address], "", "", false, "1"), default);

    private async Task<PollMailOutcome> MailAsync(Circle circle, ParticipantId person, string text, string from = "", string id = "") =>
        await Desk(circle).ReceiveAsync(
            new ReceivedMail([Address(person, circle.Office.Today, (await MeetingAsync(circle)).Options)], from, id, false, text), default);

    private async Task<PollMailRefusal> RefusalAsync(Circle circle, ParticipantId person, string text) =>
        Assert.IsType<PollMailOutcome.Refused>(await MailAsync(circle, person, text)).Reason;

    private static async Task<List<string>> RowsAsync(Circle circle, bool withMails = false)
    {
        var rows = new List<string>();
        foreach (var table in Enum.GetValues<Table>().Where(table => table != Table.Identities))
        {
            await foreach (var row in circle.Office.Tables.RangeAsync(table, Office.Cohort.Value, "!", "~", default))
            {
                if (withMails || !(row.Key.StartsWith("answer-mail|", StringComparison.Ordinal) || row.Key.StartsWith(ActRows.Prefix, StringComparison.Ordinal)))
                {
                    rows.Add($"{table} {row.Key} {row.Shape} {row.Body}");
                }
            }
        }

        return rows;
    }
}
