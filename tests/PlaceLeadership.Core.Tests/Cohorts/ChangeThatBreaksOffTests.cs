using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Core.Tests.Cohorts;

public sealed class ChangeThatBreaksOffTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_change_of_address_that_broke_off_is_complete_when_asked_for_again(bool afterItsEffect)
    {
        for (var breakAt = 1; ; breakAt++)
        {
            var tables = new BreakingTables(new MemoryTables()) { AfterItsEffect = afterItsEffect };
            var start = new LocalDate(2026, 1, 12);
            var office = new Office(start.At(new LocalTime(7, 0)), tables);
            var programme = Plan.Of(Plan.Milestone(new StepId("one"), 1, IsoDayOfWeek.Monday));
            var plan = office.Planned(programme, [Somebody.Named("Ann"), Somebody.Named("Bob", "Police")]);
            await office.Launches.StoreAsync(plan, Actor.Manager, programme, Plan.Text(programme), default);
            await office.GoToAsync(start.PlusDays(1));
            await office.Events.ApplyAsync(Office.Letter(new ParticipantId("p1"), 1), Actor.Manager, ProviderReport.Bounced, default);

            tables.StartCounting();
            tables.BreakAt = breakAt;
            var broke = false;
            try
            {
                await ChangeAsync();
            }
            catch (BrokenOffException)
            {
                broke = true;
            }

            tables.BreakAt = 0;
            await ChangeAsync();
            var person = await office.PersonAsync(new ParticipantId("p1"));
            Assert.Equal(("o2", null), (person.Organisation, person.AddressRefusedOn));
            Assert.Equal("ann@new.example.org", (await office.Reader.IdentitiesAsync(Office.Cohort, default))[new ParticipantId("p1")].Value.Entry.Email);
            if (!broke)
            {
                Assert.True(breakAt > 4, $"The change took only {breakAt - 1} operations.");
                return;
            }

            async Task ChangeAsync() => Assert.Null(await office.Roster.ChangeAsync(
                Office.Cohort, Actor.Manager, new ParticipantId("p1"), entry => entry with { Email = "ann@new.example.org", Organisation = "Police" }, default));
        }
    }
}
