using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Application.Deleting;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Application.People;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Mail;
using PlaceLeadership.Mail.Composing;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Journeys;

/// <summary>A whole kind of step from outside: nothing in the product knows of it but the two lines that hand it over.</summary>
public sealed class QuoteJourneyTests
{
    private const string Yaml = """
        programme: two-tongues
        version: 1
        title: Quotes
        weeks: 6
        languages: [en]
        rhythm: {letters-per-week: 5}
        stages: [{stage: facilitator-led, from-week: 1}]
        quotes: {open-days: 10}
        steps:
          - {id: week-two, kind: quote, week: 2, day: Tuesday, title: A quote a week, minutes: 1, text: Tomorrow you choose one.}
        """;

    private static readonly StepId Step = new("week-two");
    private static readonly StepId Pick = Step.About(QuoteJourney.Pick);
    private static readonly LocalDate Tuesday = new(2026, 3, 10);

    [Fact]
    public async Task Somebody_is_asked_chooses_on_the_page_and_hears_what_most_chose()
    {
        var (place, _) = await LaunchAsync();
        await using var site = await Site.OpenAsync(place);
        await GoToAsync(place, Tuesday.PlusDays(1));
        Assert.Equal(["week-two", "week-two.pick"], await QueuedAsync(place, TestPlace.Asha));

        var page = await site.GetAsync(Path(place, TestPlace.Asha, Pick));
        Assert.Contains("One of these, to take into the week.", page.Text, StringComparison.Ordinal);
        Assert.Contains("nobody who chose what", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.PostAsync(Path(place, TestPlace.Asha, Pick), ("do", "answer"))).Status);
        await site.PostAndFollowAsync(Path(place, TestPlace.Asha, Pick), ("do", "answer"), ("choice.choice", "ask"));
        await site.PostAndFollowAsync(Path(place, TestPlace.Asha, Pick), ("do", "answer"), ("choice.choice", "ask"));

        await GoToAsync(place, Tuesday.PlusDays(8));
        Assert.Equal(["week-two", "week-two.most"], await QueuedAsync(place, TestPlace.Asha));
        Assert.Equal(["week-two", "week-two.pick"], await QueuedAsync(place, TestPlace.Chris));
        Assert.Contains("Most of you chose: ask", (await site.GetAsync(Path(place, TestPlace.Asha, Step.About(QuoteJourney.Most)))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_tells_of_people_is_told_and_what_it_withholds_is_not()
    {
        var (place, _) = await LaunchAsync();
        await using var site = await Site.OpenAsync(place);
        await GoToAsync(place, Tuesday.PlusDays(1));
        await site.PostAndFollowAsync(Path(place, TestPlace.Asha, Pick), ("do", "answer"), ("choice.choice", "walk"));
        await site.PostAndFollowAsync(Path(place, TestPlace.Asha, Pick), ("do", "answer"), ("choice.choice", "ask"));

        Assert.Equal(["quote-picked week-two.pick"], (await place.FactsAsync()).Where(fact => fact.StartsWith("quote-picked", StringComparison.Ordinal)));
        var exported = await place.Desk<PseudonymDesk>().FactsAsync([TestPlace.CohortId], default);
        Assert.Contains(exported, fact => fact.Kind == "answered" && fact.StepKind == QuoteJourney.KindWord);
        Assert.Equal(["ask"], exported.Where(fact => fact.Kind == QuoteJourney.Picked).Select(fact => fact.Value));
        Assert.DoesNotContain(exported, fact => fact.Kind == QuoteJourney.Quiet);
    }

    [Fact]
    public async Task Managers_see_its_part_and_its_page_and_nobody_else_does()
    {
        var (place, _) = await LaunchAsync();
        await using var site = await Manager.SiteAsync(place);
        var manager = await Manager.SignedInAsync(site);
        var groups = $"/manage/cohorts/{TestPlace.CohortId}/groups";
        Assert.Contains("The first quote is still to come.", (await manager.GetAsync(groups)).Text, StringComparison.Ordinal);

        await GoToAsync(place, Tuesday.PlusDays(1));
        await site.PostAndFollowAsync(Path(place, TestPlace.Chris, Pick), ("do", "answer"), ("choice.choice", "walk"));
        manager = await Manager.SignedInAsync(site);
        Assert.Contains("week-two: 1 of 3 chose", (await manager.GetAsync(groups)).Text, StringComparison.Ordinal);
        var cohort = (await manager.GetAsync($"/manage/cohorts/{TestPlace.CohortId}")).Text;
        Assert.Contains("Ask about the quote of week-two.", cohort, StringComparison.Ordinal);
        Assert.Contains("Weeks with a quote 1", cohort, StringComparison.Ordinal);
        Assert.Contains("1 of 3", (await manager.GetAsync($"/manage/cohorts/{TestPlace.CohortId}/quotes")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1 of 3", (await site.GetAsync($"/manage/cohorts/{TestPlace.CohortId}/quotes")).Text, StringComparison.Ordinal);

        Assert.Contains(
            "The programme's rules asked everybody “A quote a week”.",
            (await manager.GetAsync($"/manage/cohorts/{TestPlace.CohortId}/history/2026-03-10")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_letter_has_a_link_of_its_own_and_can_be_answered_by_mail()
    {
        var (place, _) = await LaunchAsync();
        await using var site = await Site.OpenAsync(place);
        await GoToAsync(place, Tuesday.PlusDays(1));
        var mail = await MailAsync(place, TestPlace.Asha);

        var suggest = Regex.Match(mail.Text, "Suggest a sentence for next time:\nhttps://place.example.org(/suggest/\\S+)").Groups[1].Value;
        Assert.Contains($"https://place.example.org{suggest}", mail.Html, StringComparison.Ordinal);
        Assert.Contains("For one reader: week-two.pick", (await site.GetAsync(suggest)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(suggest[..^2])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(suggest.Replace("/suggest/", "/a/", StringComparison.Ordinal))).Status);
        Assert.Contains("Suggest a sentence", (await site.GetAsync(Path(place, TestPlace.Asha, Pick))).Text, StringComparison.Ordinal);

        Assert.Contains("Or answer this mail", mail.Text, StringComparison.Ordinal);
        Assert.Equal("A quote", mail.AlsoReplyTo!.Name);
        Assert.Equal(MailTaking.Unreadable, await TakeAsync(place, mail.AlsoReplyTo.Email, "run"));
        Assert.Equal(MailTaking.Stored, await TakeAsync(place, mail.AlsoReplyTo.Email, "walk"));
        var week = Assert.Single(Quotes.Of(await place.Desk<CohortReader>().RowsAsync(TestPlace.CohortId, default)).Weeks);
        Assert.Equal("walk", week.Choices[TestPlace.Asha]);
    }

    private static Task<MailTaking> TakeAsync(TestPlace place, string to, string text)
    {
        var mail = new ReceivedMail([to], "asha@example.org", "", Automatic: false, text);
        return place.Desks.GetServices<MailReplies>().Single(kind => kind.IsAddressed(mail)).TakeAsync(mail, default);
    }

    private static async Task<OutgoingMail> MailAsync(TestPlace place, ParticipantId person)
    {
        var reader = place.Desk<CohortReader>();
        var message = (await reader.OutboxAsync(TestPlace.CohortId, default)).Select(message => message.Value).Single(message => message.Id.Participant == person && message.First.Step == Pick);
        var view = (await place.Desk<ReplyDesk>().ViewAsync(
            (AnswerLink)TestPlace.Link(person: person, step: Pick, sentOn: message.First.PromptedOn), default))!;
        var identity = (await reader.IdentitiesAsync(TestPlace.CohortId, default))[person].Value;
        return new MessageComposer(new LinkMaker(place.Desk<LinkTokens>(), new Uri("https://place.example.org/"), "replies.example.org"))
            .Compose(view.Programme, view.Cohort, identity, message, [new LetterItem(message.Items[0], view.Step) { About = view.Letter }]);
    }

    [Fact]
    public async Task Whoever_left_is_asked_nothing_more_a_pause_holds_it_and_a_deletion_leaves_nothing()
    {
        var (place, _) = await LaunchAsync();
        await GoToAsync(place, Tuesday);
        await place.Desk<RosterDesk>().LeaveAsync(TestPlace.CohortId, Actor.Manager, TestPlace.Chris, default);
        await place.Desk<PauseDesk>().PausePersonAsync(TestPlace.CohortId, Actor.Manager, TestPlace.Bronwen, null, default);
        await GoToAsync(place, Tuesday.PlusDays(1));

        Assert.Equal(["week-two", "week-two.pick"], await QueuedAsync(place, TestPlace.Asha));
        Assert.Empty(await QueuedAsync(place, TestPlace.Chris));
        Assert.Empty(await QueuedAsync(place, TestPlace.Bronwen));
        Assert.DoesNotContain(TestPlace.Chris, Quotes.Of(await place.Desk<CohortReader>().RowsAsync(TestPlace.CohortId, default)).Weeks.Single().People);

        await place.Desk<CohortDeletion>().DeleteAsync(TestPlace.CohortId, Asker.CommandLine(place.Clock.Now()), default);
        Assert.DoesNotContain(await place.RowsAsync(), row => row.Contains("quote", StringComparison.Ordinal) && !row.StartsWith("Programmes", StringComparison.Ordinal));
    }

    private static async Task<(TestPlace Place, QuotePages Pages)> LaunchAsync()
    {
        var pages = new QuotePages();
        var place = await TestPlace.LaunchAsync(
            Yaml, "Harbour Town", new Sender("Priya Shah", "priya@example.org", "01234 567890"),
            [
                (TestPlace.Asha, TestPlace.Entry("Asha Private", "asha@example.org", Core.Places.Language.English)),
                (TestPlace.Bronwen, TestPlace.Entry("Bronwen Private", "bronwen@example.org", Core.Places.Language.English)),
                (TestPlace.Chris, TestPlace.Entry("Chris Private", "chris@example.org", Core.Places.Language.English)),
            ],
            new StepKinds([.. BuiltIn.Kinds.All, new QuoteJourney()]), pages);
        return (place, pages);
    }

    private static string Path(TestPlace place, ParticipantId person, StepId step) =>
        place.Path(person: person, step: step, sentOn: place.Clock.Now().InZone(TestPlace.Zone).Date);

    private static async Task GoToAsync(TestPlace place, LocalDate day)
    {
        for (var today = place.Clock.Now().InZone(TestPlace.Zone).Date; ; today = today.PlusDays(1))
        {
            place.Clock.SetUtcNow(today.At(10, TestPlace.Zone).ToDateTimeOffset());
            var now = place.Clock.Now();
            while ((await place.Desk<Tender>().TendAsync(TestPlace.CohortId, now, default))!.Convene)
            {
                await place.Desk<Convener>().ConveneAsync(TestPlace.CohortId, now, default);
            }

            if (today >= day)
            {
                return;
            }
        }
    }

    private static async Task<IReadOnlyList<string>> QueuedAsync(TestPlace place, ParticipantId person) =>
    [
        .. (await place.Desk<CohortReader>().OutboxAsync(TestPlace.CohortId, default)).Select(message => message.Value)
            .Where(message => message.Id.Participant == person).Select(message => message.First.Step.Value).Order(StringComparer.Ordinal),
    ];
}
