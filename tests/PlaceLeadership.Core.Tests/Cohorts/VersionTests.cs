using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Cohorts;

public sealed class VersionTests
{
    private static readonly LocalDate Start = new(2026, 1, 12);

    private static readonly Programme First = Plan.Of(
        Plan.Milestone(new StepId("one"), 1, IsoDayOfWeek.Tuesday), Plan.Milestone(new StepId("two"), 2, IsoDayOfWeek.Tuesday),
        Plan.Milestone(new StepId("three"), 3, IsoDayOfWeek.Tuesday), Plan.Milestone(new StepId("four"), 4, IsoDayOfWeek.Tuesday));

    [Fact]
    public async Task Moving_on_changes_only_what_has_not_been_sent_and_nothing_arrives_in_a_heap()
    {
        var office = await RunningAsync();
        await office.GoToAsync(Day(2, IsoDayOfWeek.Wednesday));
        var later = First with
        {
            Version = 2,
            Steps =
            [
                Plan.Milestone(new StepId("one"), 5, IsoDayOfWeek.Tuesday), // sent already: not again
                Plan.Milestone(new StepId("two"), 2, IsoDayOfWeek.Tuesday),
                Plan.Milestone(new StepId("new-in-the-past"), 1, IsoDayOfWeek.Friday),
                Plan.Milestone(new StepId("three"), 2, IsoDayOfWeek.Monday), // now placed before today
                Plan.Milestone(new StepId("four"), 3, IsoDayOfWeek.Thursday),
                Plan.Milestone(new StepId("new"), 6, IsoDayOfWeek.Monday),
            ],
        };
        Assert.Null(await office.Versions.MoveOnAsync(Office.Cohort, Actor.Manager, later, Plan.Text(later), default));
        await office.GoToAsync(Day(8, IsoDayOfWeek.Friday));

        Assert.Equal(
            ["one/prompt on 2026-01-13", "two/prompt on 2026-01-20", "four/prompt on 2026-01-29", "new/prompt on 2026-02-16"],
            office.SentTo(new ParticipantId("p1")));
        Assert.Equal([new StepId("three"), new StepId("new-in-the-past")], (await office.ViewAsync()).Cohort.Value.PassedOver.Order().Reverse());
    }

    [Fact]
    public async Task What_was_due_but_could_not_be_sent_yet_survives_moving_on()
    {
        var office = await RunningAsync();
        office.Clock.Now += Duration.FromDays(1) - Duration.FromHours(1);
        var later = First with { Version = 2 };
        Assert.Null(await office.Versions.MoveOnAsync(Office.Cohort, Actor.Manager, later, Plan.Text(later), default));
        await office.GoToAsync(Day(1, IsoDayOfWeek.Wednesday));
        Assert.Equal(["one/prompt on 2026-01-13"], office.SentTo(new ParticipantId("p1")));
    }

    [Fact]
    public async Task A_step_that_comes_anew_while_the_cohort_pauses_is_not_lost()
    {
        var office = await RunningAsync();
        await office.GoToAsync(Day(2, IsoDayOfWeek.Monday));
        await office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, null, null, default);
        office.Clock.Now += Duration.FromDays(10);
        var later = First with { Version = 2, Steps = [.. First.Steps, Plan.Milestone(new StepId("new"), 2, IsoDayOfWeek.Thursday)] };
        await office.Versions.MoveOnAsync(Office.Cohort, Actor.Manager, later, Plan.Text(later), default);
        await office.Pauses.ResumeAsync(Office.Cohort, Actor.Manager, null, default);
        await office.GoToAsync(Day(4, IsoDayOfWeek.Friday));

        Assert.Equal(
            ["one/prompt on 2026-01-13", "two/prompt on 2026-02-03", "new/prompt on 2026-02-05"], office.SentTo(new ParticipantId("p1")));
    }

    [Fact]
    public async Task A_cohort_does_not_move_back_to_another_programme_or_to_a_version_that_changed()
    {
        var office = await RunningAsync();
        var other = First with { Id = "another", Version = 2 };
        Assert.Equal(
            "The cohort runs 'made-up'; it cannot move on to another programme, 'another'.",
            await office.Versions.MoveOnAsync(Office.Cohort, Actor.Manager, other, Plan.Text(other), default));
        Assert.Equal(
            "The cohort runs version 1; the file has version 1. Raise 'version' in the file.",
            await office.Versions.MoveOnAsync(Office.Cohort, Actor.Manager, First, Plan.Text(First), default));
        Assert.Equal("There is no cohort 'elsewhere'.", await office.Versions.MoveOnAsync(new CohortId("elsewhere"), Actor.Manager, First, Plan.Text(First), default));

        var second = First with { Version = 2 };
        await office.Versions.MoveOnAsync(Office.Cohort, Actor.Manager, second, Plan.Text(second), default);
        var changed = Plan.Of(Plan.Milestone(new StepId("one"), 1, IsoDayOfWeek.Monday)) with { Version = 2 };
        var third = await OtherCohortAsync(office, changed);
        Assert.StartsWith("Version 2 of the programme 'made-up' is already stored with another text.", third, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cohort_with_somebody_who_reads_Welsh_does_not_move_on_to_a_version_without_Welsh()
    {
        var welsh = First with { Languages = ["en", "cy"], Title = Both, Steps = [.. First.Steps.Select(step => step with { Title = Both, Text = Both })] };
        var office = await Office.LaunchedAsync(Start, welsh, [Somebody.Named("Ann") with { Language = Language.Welsh }]);
        var later = First with { Version = 2 };
        Assert.StartsWith(
            "1 person is to be written to in Welsh",
            await office.Versions.MoveOnAsync(Office.Cohort, Actor.Manager, later, Plan.Text(later), default), StringComparison.Ordinal);
    }

    private static LocalText Both { get; } = new(new Dictionary<string, string> { ["en"] = "Words.", ["cy"] = "Geiriau." });

    private static Task<string?> OtherCohortAsync(Office office, Programme programme)
    {
        var plan = office.Planned(programme, [Somebody.Named("Ann")]);
        return office.Launches.StoreAsync(
            plan with { Cohort = plan.Cohort with { Id = new CohortId("other") } }, Actor.Manager, programme, Plan.Text(programme), default);
    }

    private static Task<Office> RunningAsync() => Office.LaunchedAsync(Start, First, [Somebody.Named("Ann")]);

    private static LocalDate Day(int week, IsoDayOfWeek day) => Start.PlusDays(((week - 1) * 7) + (int)day - 1);
}
