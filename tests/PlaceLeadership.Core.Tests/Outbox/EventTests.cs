using NodaTime;
using PlaceLeadership.Application.Settling;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Outbox;

public sealed class EventTests
{
    private static readonly LocalDate Start = new(2026, 1, 12);
    private static readonly LetterId First = new(Office.Cohort, new ParticipantId("p1"), 1);

    [Fact]
    public async Task Events_in_any_order_and_any_number_come_to_the_same_end()
    {
        foreach (var order in Orders([ProviderReport.Accepted, ProviderReport.Delivered, ProviderReport.Bounced]))
        {
            var office = await WaitingAsync();
            foreach (var what in order.Concat(order))
            {
                await office.Events.ApplyAsync(First, Actor.Manager, what, default);
            }

            Assert.Equal(SentState.Bounced, Assert.Single(await MessagesAsync(office)).State);
            Assert.Empty(await office.OutboxAsync());
            Assert.Single(await office.FactsAsync(), fact => fact.Kind == "prompted");
            Assert.Equal(office.Today, (await office.PersonAsync(new ParticipantId("p1"))).AddressRefusedOn);
        }
    }

    [Fact]
    public async Task An_event_says_whether_it_was_news()
    {
        var office = await WaitingAsync();
        Assert.Equal(EventOutcome.Applied, await office.Events.ApplyAsync(First, Actor.Manager, ProviderReport.Delivered, default));
        Assert.Equal(EventOutcome.AlreadyKnown, await office.Events.ApplyAsync(First, Actor.Manager, ProviderReport.Accepted, default));
        Assert.Equal(EventOutcome.AlreadyKnown, await office.Events.ApplyAsync(First, Actor.Manager, ProviderReport.NeverAccepted, default));
        Assert.Equal(
            EventOutcome.UnknownMessage, await office.Events.ApplyAsync(First with { Participant = new ParticipantId("p9") }, Actor.Manager, ProviderReport.Bounced, default));
    }

    [Fact]
    public async Task What_waits_to_be_sent_cannot_have_been_lost()
    {
        var office = await WaitingAsync();
        Assert.Equal(EventOutcome.AlreadyKnown, await office.Events.ApplyAsync(First, Actor.Manager, ProviderReport.NeverAccepted, default));
        Assert.Single(await office.OutboxAsync());
    }

    private static async Task<Office> WaitingAsync()
    {
        var office = await Office.LaunchedAsync(
            Start, Plan.Of(Plan.Prompt(new StepId("first"), 1, IsoDayOfWeek.Monday)), [Somebody.Named("Ann")]);
        office.Clock.Now += Duration.FromHours(2);
        Assert.Single(await office.TendAsync());
        return office;
    }

    private static async Task<IReadOnlyList<SentMessage>> MessagesAsync(Office office)
    {
        var messages = new List<SentMessage>();
        await foreach (var message in office.Reader.MessagesAsync(Office.Cohort, default))
        {
            messages.Add(message);
        }

        return messages;
    }

    private static IEnumerable<IReadOnlyList<ProviderReport>> Orders(IReadOnlyList<ProviderReport> all) => all.Count == 1
        ? [all]
        : all.SelectMany(first => Orders([.. all.Where(item => item != first)]).Select(rest => (IReadOnlyList<ProviderReport>)[first, .. rest]));
}
