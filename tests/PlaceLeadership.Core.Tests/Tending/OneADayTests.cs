using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Core.Tests.Journeys;
using PlaceLeadership.Core.Tests.Programmes;

namespace PlaceLeadership.Core.Tests.Tending;

public sealed class OneADayTests
{
    private static readonly LocalDate Start = new(2026, 1, 12);

    [Fact]
    public async Task In_half_a_year_of_the_real_programme_one_message_a_day_brings_all_that_is_due()
    {
        var programme = ProgrammeReader.Read(ProgrammeFiles.Default, BuiltIn.Kinds).Programme!;
        var office = new Office(new LocalDate(2027, 1, 4).At(new LocalTime(7, 0)));
        string[] sectors = [Sectors.Council, Sectors.Nhs, Sectors.Police, Sectors.Community];
        var plan = office.Planned(programme,
        [
            .. Enumerable.Range(1, 8).Select(number => Somebody.Named($"N{number}", $"Organisation {number}") with { Sector = sectors[number % 4] }),
            Somebody.Named("Fi", "Organisation 9").Working(Weekdays.Friday) with { Sector = "education" },
        ]);
        Assert.Null(await office.Launches.StoreAsync(plan, Actor.Manager, programme, ProgrammeFiles.Default, default));
        await office.GoToAsync(new LocalDate(2027, 7, 12));

        Assert.DoesNotContain(await office.FactsAsync(), fact => fact is { Kind: "lapsed", Participant: not { Value: "p9" } });
        var days = office.Sent.GroupBy(item => (item.Id.Participant, item.At.Date)).ToList();
        Assert.InRange(days.Max(day => day.Count()), 3, 6);
        Assert.InRange(days.Max(day => day.DistinctBy(item => item.Letter).Count()), 1, 2);
        var timetable = (await office.Reader.ReadAsync(Office.Cohort, default))!.Value.Timetable;
        Assert.All(
            office.Sent.GroupBy(item => item.Letter),
            letter => Assert.InRange(letter.Count(item => timetable.FindStep(item.Id.Step)!.Part is LetterPart.Thought or LetterPart.LongText), 0, 1));
        Assert.All(
            days.Where(day => day.Key.Participant != new ParticipantId("p9")),
            day => Assert.InRange(day.Where(item => !timetable.FindStep(item.Id.Step)!.IsUrgent).DistinctBy(item => item.Letter).Count(), 0, 1));
    }

    [Fact]
    public async Task After_the_clock_went_back_no_second_message_comes_on_a_day()
    {
        var office = await Office.LaunchedAsync(
            Start,
            Plan.Of([.. new[] { "one", "two", "three" }.Select(step => Plan.Prompt(new StepId(step), 1, IsoDayOfWeek.Monday) with { ReminderDays = [] })]),
            [Somebody.Named("Ann")]);
        await office.GoToAsync(Start.PlusDays(1));
        Assert.Equal(["one/prompt on 2026-01-12", "two/prompt on 2026-01-13"], office.SentTo(new ParticipantId("p1")));

        office.Clock.Now = Start.At(new LocalTime(15, 0)).ToInstant(Office.London);
        await office.GoToAsync(Start.PlusDays(1), 17);
        Assert.Equal(2, office.Sent.Count);

        await office.GoToAsync(Start.PlusDays(2));
        Assert.Equal("three/prompt on 2026-01-14", office.SentTo(new ParticipantId("p1")).Last());
    }

    [Fact]
    public async Task A_date_that_is_settled_after_all_that_was_due_comes_on_the_next_day_of_somebody_who_works_on_one()
    {
        var office = await Office.LaunchedAsync(
            Start,
            Plan.Of(20,
            [
                Plan.Prompt(new StepId("thought"), 4, IsoDayOfWeek.Friday), Plan.Prompt(new StepId("another"), 4, IsoDayOfWeek.Friday),
                Plan.Prompt(new StepId("first"), 3, IsoDayOfWeek.Monday, BuiltIn.SetMeeting) with { Minutes = 180 },
                Plan.Prompt(new StepId("one"), 9, IsoDayOfWeek.Friday, BuiltIn.SetMeeting) with { Minutes = 180 },
            ]),
            Somebody.Named("N1", "Organisation 1").Working(Weekdays.Friday).AndFiveMore());
        var day = new LocalDate(2026, 2, 6);
        await office.GoToAsync(day);
        Assert.Equal(3, office.Sent.Count(item => item.Id.Participant == new ParticipantId("p1") && item.At.Date == day));
        foreach (var person in Enumerable.Range(1, 6))
        {
            Assert.IsType<ReplyOutcome.Done>(await office.Replies.AnswerAsync(
                new AnswerLink(Office.Cohort, new ParticipantId($"p{person}"), new StepId("one.poll"), day, office.Clock.Now + Duration.FromDays(1)),
                new AnswerForm(new Dictionary<string, IReadOnlyList<string>> { ["choice"] = ["0"] }), default));
        }

        await office.GoToAsync(day.PlusDays(7));
        Assert.InRange(office.Sent.DistinctBy(item => item.Letter).Where(item => item.Id.Participant == new ParticipantId("p1")).CountBy(item => item.At.Date).Max(on => on.Value), 1, 2);
        Assert.Contains(office.SentTo(new ParticipantId("p1")), sent => sent.StartsWith("one.date/prompt on 2026-02-13", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_proposed_and_when_a_set_can_meet_is_asked_on_its_day_whatever_else_is_said()
    {
        var first = Plan.Prompt(new StepId("one"), 5, IsoDayOfWeek.Wednesday, BuiltIn.SetMeeting) with { Minutes = 180 };
        var circle = await Circle.OfAsync(
            6, Plan.Prompt(new StepId("thought"), 1, IsoDayOfWeek.Wednesday), Plan.Prompt(new StepId("another"), 3, IsoDayOfWeek.Wednesday), first,
            first with { Id = new StepId("two"), Placement = new Placement.InWeek(8, IsoDayOfWeek.Wednesday) });
        await circle.GoToAsync(3, IsoDayOfWeek.Friday);

        Assert.Equal(
            ["thought", "one.proposal", "one.date", "one.contract", "two.poll", "another"], circle.StepsSentTo(new ParticipantId("p1")));
    }
}
