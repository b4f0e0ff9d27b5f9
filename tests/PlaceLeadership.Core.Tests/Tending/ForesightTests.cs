using CsCheck;
using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Tending;

public sealed class ForesightTests
{
    [Fact]
    public async Task What_is_foreseen_is_what_then_happens_when_nobody_replies() =>
        await LifeStory.Any.SampleAsync(
            async story =>
            {
                // Whom a round brings together is not known before, and its messages take days from others: tended apart from here.
                var office = (await Life.LiveAsync(story with
                {
                    Programme = story.Programme with
                    {
                        Steps = [.. story.Programme.Steps.Select(step => step.Kind.NeedsMatching ? step with { Kind = BuiltIn.Milestone } : step)],
                    },
                })).Office;
                var (view, timetable) = (await office.Reader.ReadAsync(Office.Cohort, default))!.Value;
                var cohort = view.Cohort.Value;
                var foreseen = view.Participants
                    .SelectMany(person => Foresight.For(timetable, cohort, person.Value, office.Clock.Now))
                    .Where(message => message.Fate is ForeseenAs.WillBeSent or ForeseenAs.IfNoReply)
                    .Select(message => (message.Participant, message.Mail!.Value, message.Step.Id, message.Kind, message.On, message.Hour)).Order().ToList();

                var before = office.Sent.Count;
                await office.GoToAsync(timetable.EndsOn(cohort).PlusDays(60));

                Assert.Equal(
                    office.Sent.Skip(before).SelectMany(item => item.Named.Select(named => (named.Step, named.Kind)).Prepend((item.Id.Step, item.Id.Kind))
                        .Select(said => (item.Id.Participant, item.Letter.Number, said.Step, said.Kind, item.At.Date, item.At.Hour))).Order(),
                    foreseen);
            },
            iter: 150);

    [Fact]
    public async Task Foresight_shows_what_is_cancelled_moved_or_waits_for_matching()
    {
        var start = new LocalDate(2026, 1, 12);
        var office = await Office.LaunchedAsync(
            start,
            Plan.Of(
                Plan.Prompt(new StepId("one"), 1, IsoDayOfWeek.Tuesday), Plan.Milestone(new StepId("two"), 2, IsoDayOfWeek.Tuesday),
                Plan.Milestone(new StepId("three"), 3, IsoDayOfWeek.Tuesday), Plan.Milestone(new StepId("four"), 2, IsoDayOfWeek.Wednesday),
                Plan.Prompt(new StepId("ours"), 5, IsoDayOfWeek.Monday, BuiltIn.CoachingRound),
                Plan.Prompt(new StepId("theirs"), 5, IsoDayOfWeek.Monday, BuiltIn.CoachingRound) with { Audience = Audience.All with { Sectors = ["nhs"] } }),
            [Somebody.Named("Ann")]);
        await office.Amendments.CancelAsync(Office.Message(new ParticipantId("p1"), new StepId("two")), Actor.Manager, default);
        await office.Amendments.MoveAsync(Office.Message(new ParticipantId("p1"), new StepId("three")), Actor.Manager, start.PlusDays(2), default);
        var (view, timetable) = (await office.Reader.ReadAsync(Office.Cohort, default))!.Value;

        var foreseen = Foresight.For(timetable, view.Cohort.Value, view.Participants[0].Value, office.Clock.Now);

        Assert.Equal(
            [
                "one Prompt 2026-01-13 WillBeSent", "three Prompt 2026-01-14 WillBeSent moved", "two Prompt 2026-01-20 Cancelled",
                "four Prompt 2026-01-21 WillBeSent", "one FirstReminder 2026-01-21 IfNoReply", "ours.proposal Prompt 2026-01-26 OnceSettled",
                "one SecondReminder 2026-01-26 IfNoReply", "ours Prompt 2026-02-09 OnceSettled", "ours.met Prompt 2026-02-23 OnceSettled",
                "ours.end Prompt 2026-03-02 OnceSettled", "ours.met FirstReminder 2026-03-02 IfNoReply", "ours.fit Prompt 2026-03-09 OnceSettled",
            ],
            foreseen.Select(item => $"{item.Step.Id} {item.Kind} {item.On:uuuu-MM-dd} {item.Fate}{(item.Moved ? " moved" : "")}"));
    }

    [Fact]
    public void What_comes_by_one_mail_is_foreseen_together_and_beside_the_letter_where_it_cannot_wait()
    {
        var start = new LocalDate(2026, 1, 12);
        var timetable = Timetable.Of(Plan.Of(
            Plan.Milestone(new StepId("news"), 2, IsoDayOfWeek.Monday), Plan.Prompt(new StepId("thought"), 2, IsoDayOfWeek.Tuesday),
            Plan.Prompt(new StepId("round"), 4, IsoDayOfWeek.Thursday, BuiltIn.CoachingRound)) with
        { Rhythm = Rhythm.Usual });
        var person = Enrolment.Participant(new ParticipantId("p1"), "o1", Somebody.Named("Ann"), start) with { EverySecondWeek = true };
        var foreseen = Foresight.For(timetable, Ours(start), person, start.At(7, Office.London));

        Assert.Equal(
            [
                "2026-01-19 1: news", "2026-01-22 beside 2: round.proposal", "2026-02-05 3: round",
            ],
            foreseen.Where(item => item.Kind == MessageKind.Prompt).Take(3)
                .Select(item => $"{item.On:uuuu-MM-dd} {(item.Beside ? "beside " : "")}{item.Mail}: {item.Step.Id}"));
    }

    [Fact]
    public void Of_pairs_and_sets_too_nothing_is_foreseen_that_will_not_go()
    {
        var timetable = Timetable.Of(Plan.Of(
            Plan.Prompt(new StepId("pair"), 4, IsoDayOfWeek.Monday, BuiltIn.CoachingRound), Plan.Prompt(new StepId("set"), 7, IsoDayOfWeek.Monday, BuiltIn.SetMeeting)));
        var start = new LocalDate(2026, 1, 12);
        var (cohort, person) = (Ours(start), Enrolment.Participant(new ParticipantId("p1"), "o1", Somebody.Named("Ann"), start));
        IReadOnlyList<ForeseenMessage> For(Cohort paused, Participant one) => Foresight.For(timetable, paused, one, start.At(7, Office.London));
        Cohort Organisation(LocalDate? until) => cohort with { OrganisationPauses = new Dictionary<string, Pause> { ["o1"] = new(start, until) } };

        var all = For(cohort, person);
        Assert.True(all.Count > 5);
        Assert.Empty(For(cohort, person with { AddressRefusedOn = start }));
        Assert.Empty(For(cohort, person with { Pause = new Pause(start, null) }));
        Assert.Empty(For(Organisation(null), person));
        Assert.Empty(For(cohort with { Pause = new Pause(start, null) }, person));

        var until = start.PlusWeeks(4);
        static IEnumerable<(LocalDate, StepId)> Prompts(IEnumerable<ForeseenMessage> foreseen) =>
            foreseen.Where(message => message.Kind == MessageKind.Prompt).Select(message => (message.On, message.Step.Id)).Order();
        IReadOnlyList<ForeseenMessage> later = [.. all.Where(message => message.On >= until)];
        Assert.NotEqual(all.Count, later.Count);
        Assert.Equal(Prompts(later), Prompts(For(cohort, person with { Pause = new Pause(start, until) })));
        Assert.Equal(Prompts(later), Prompts(For(Organisation(until), person)));
        Assert.Equal(
            all.Select(message => message with { On = message.On.PlusWeeks(4) }), For(cohort with { Pause = new Pause(start, until) }, person));
    }

    [Fact]
    public void Nothing_is_foreseen_for_who_left_or_after_the_end()
    {
        var timetable = Timetable.Of(Plan.Of(Plan.Milestone(new StepId("one"), 1, IsoDayOfWeek.Tuesday)));
        var start = new LocalDate(2026, 1, 12);
        var cohort = Ours(start);
        var person = Enrolment.Participant(new ParticipantId("p1"), "o1", Somebody.Named("Ann"), start);
        var now = start.At(7, Office.London);

        Assert.Single(Foresight.For(timetable, cohort, person, now));
        Assert.Empty(Foresight.For(timetable, cohort, person with { LeftOn = start }, now));
        Assert.Empty(Foresight.For(timetable, cohort with { EndedOn = start }, person, now));
    }

    private static Cohort Ours(LocalDate start) => new()
    {
        Id = new CohortId("c"),
        Place = "P",
        ProgrammeId = "made-up",
        ProgrammeVersion = 1,
        Start = start,
        Zone = Office.London,
        Division = UkDivision.Scotland,
        Sender = new Sender("S", "s@example.org", "t"),
    };
}
