using CsCheck;
using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Tending;

public sealed class MuchAtOnceTests
{
    private static readonly LocalDate Start = new(2026, 1, 12);

    [Theory]
    [InlineData(96)]
    [InlineData(97)]
    [InlineData(98)]
    [InlineData(99)]
    [InlineData(200)]
    [InlineData(255)]
    public Task However_many_steps_fell_into_a_pause_all_of_them_are_let_go_and_the_rest_comes(int steps) => ComesBackAsync(steps);

    [Fact]
    public Task However_many_steps_fell_into_a_pause_tending_goes_on_for_everybody() =>
        Gen.Int[1, 255].SampleAsync(ComesBackAsync, iter: 25);

    private static async Task ComesBackAsync(int steps)
    {
        var weeks = ((steps + 4) / 5) + 2;
        var programme = Plan.Of(weeks,
        [
            .. Enumerable.Range(0, steps).Select(index => Plan.Milestone(new StepId($"step-{index + 1}"), (index / 5) + 1, (IsoDayOfWeek)((index % 5) + 1))),
            Plan.Milestone(new StepId("last"), weeks, IsoDayOfWeek.Friday),
        ]);
        var office = await Office.LaunchedAsync(Start, programme, [Somebody.Named("Ann"), Somebody.Named("Bob", "Police")]);
        var back = Start.PlusDays((weeks - 1) * 7);
        await office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), back, default);
        await office.GoToAsync(Start.PlusDays((weeks + 2) * 7));

        Assert.Equal(steps, (await office.FactsAsync()).Count(fact => fact is { Participant.Value: "p1", Kind: "let-go" }));
        Assert.Equal([new StepId("last")], office.Sent.Where(taken => taken.Id.Participant == new ParticipantId("p1")).Select(taken => taken.Id.Step));
        Assert.Equal(steps + 1, office.SentTo(new ParticipantId("p2")).Count());
    }
}
