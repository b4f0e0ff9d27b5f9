using NodaTime;
using PlaceLeadership.Application.Settling;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Web.Tests.Place;

/// <summary>A cohort that is asked something each week, for nine weeks, with those who reply.</summary>
public static class Replying
{
    public const int Weeks = 9;

    private static readonly LocalDate Monday = new(2026, 3, 2);

    private const string Head = """
        programme: two-tongues
        version: 1
        title: {en: Leading together}
        weeks: 12
        languages: [en]
        stages: [{stage: facilitator-led, from-week: 1}]
        steps:
          - {id: set-one, kind: set-meeting, week: 12, day: Monday, title: {en: Our set}, minutes: 180, ideas: [interdependence], text: {en: Your set meets.}}
        """;

    private const string Thought = """

          - {id: week-#, kind: reflection, week: #, day: Tuesday, title: {en: Thought #}, minutes: 10, ideas: [relationship-based], text: {en: Think.}, questions: [{id: q, kind: text, text: {en: What?}}]}
        """;

    private static string Yaml => Head + string.Concat(Enumerable.Range(1, 11).Select(week => Thought.Replace("#", $"{week}", StringComparison.Ordinal)));

    /// <summary>The cohort on the Thursday of its tenth week.</summary>
    /// <param name="people">How many take part.</param>
    /// <param name="who">Who, by number from 0, replies to the thought of a week.</param>
    public static async Task<TestPlace> OfAsync(int people, Func<int, IEnumerable<int>> who)
    {
        var place = await TestPlace.LaunchAsync(
            Yaml, "Harbour Town", new Sender("Priya Shah", "priya@example.org", "01234 567890"),
            [.. Enumerable.Range(0, people).Select(number => (Id(number), TestPlace.Entry($"Person{number} Private", $"person{number}@example.org", Core.Places.Language.English) with { Organisation = $"Organisation {number % 12}" }))]);
        for (var week = 1; week <= Weeks; week++)
        {
            for (var day = 0; day < 7; day++)
            {
                await KeepAsync(place, Monday.PlusWeeks(week - 1).PlusDays(day));
                foreach (var number in day == 3 ? who(week) : [])
                {
                    var link = new AnswerLink(TestPlace.CohortId, Id(number), new StepId($"week-{week}"), Monday.PlusWeeks(week - 1).PlusDays(1), place.Clock.Now() + Duration.FromDays(30));
                    Assert.IsType<ReplyOutcome.Done>(await place.Desk<ReplyDesk>().SayAsync(link, ReplyKind.Kept, default));
                }
            }
        }

        for (var day = 0; day < 4; day++)
        {
            await KeepAsync(place, Monday.PlusWeeks(Weeks).PlusDays(day));
        }

        return place;
    }

    public static ParticipantId Id(int number) => new($"pperson{number:D4}");

    // What is due is sent, and the provider takes it.
    private static async Task KeepAsync(TestPlace place, LocalDate day)
    {
        if (day < TestPlace.Today)
        {
            return;
        }

        place.Clock.SetUtcNow(day.At(10, TestPlace.Zone).ToDateTimeOffset());
        var now = place.Clock.Now();
        if ((await place.Desk<Tender>().TendAsync(TestPlace.CohortId, now, default))!.Convene)
        {
            await place.Desk<Convener>().ConveneAsync(TestPlace.CohortId, now, default);
        }

        foreach (var message in await place.Desk<CohortReader>().OutboxAsync(TestPlace.CohortId, default))
        {
            await place.Desk<SettlementDesk>().ApplyAsync(message.Value.Id, Actor.Provider, ProviderReport.Accepted, default);
        }
    }
}
