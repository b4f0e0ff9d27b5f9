using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Core.Tests.Cohorts;

public sealed class LaunchTests
{
    private static readonly LocalDate Start = new(2026, 1, 12);
    private static readonly Programme Small = Plan.Of(Plan.Milestone(new StepId("one"), 1, IsoDayOfWeek.Tuesday));

    // More people than fit into one transaction, twice over.
    private static readonly IReadOnlyList<RosterEntry> Many =
        [.. Enumerable.Range(0, 120).Select(index => Somebody.Named($"N{index}", $"Organisation {index % 7}"))];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_launch_that_broke_off_anywhere_can_be_run_again_and_leaves_exactly_the_roster(bool afterItsEffect)
    {
        for (var breakAt = 1; ; breakAt++)
        {
            var tables = new BreakingTables(new MemoryTables()) { BreakAt = breakAt, AfterItsEffect = afterItsEffect };
            var office = new Office(Start.At(new LocalTime(7, 0)), tables);
            var broke = false;
            try
            {
                Assert.Null(await LaunchAsync(office, office.Planned(Small, Many)));
            }
            catch (BrokenOffException)
            {
                broke = true;
            }

            tables.BreakAt = 0;
            var there = (await office.Reader.FindAsync(Office.Cohort, default)) is not null;
            if (broke)
            {
                var again = await LaunchAsync(office, office.Planned(Small, Many));
                Assert.Equal(there ? "A cohort 'ours' already exists. Give another id." : null, again);
            }

            await HoldsExactlyAsync(office, Many);
            if (!broke)
            {
                Assert.True(breakAt > 8, $"A launch took only {breakAt - 1} operations.");
                return;
            }
        }
    }

    [Fact]
    public async Task A_launch_that_broke_off_can_be_run_again_with_another_roster()
    {
        var tables = new BreakingTables(new MemoryTables()) { BreakAt = 9 };
        var office = new Office(Start.At(new LocalTime(7, 0)), tables);
        await Assert.ThrowsAsync<BrokenOffException>(() => LaunchAsync(office, office.Planned(Small, Many)));
        tables.BreakAt = 0;
        Assert.Null(await LaunchAsync(office, office.Planned(Small, [Somebody.Named("Ann")])));
        await HoldsExactlyAsync(office, [Somebody.Named("Ann")]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_launches_at_the_same_time_one_is_stored_whole_and_the_other_not_at_all(bool theSameTwice)
    {
        for (var at = 1; ; at++)
        {
            var tables = new InterruptedTables(new MemoryTables());
            var office = new Office(Start.At(new LocalTime(7, 0)), tables);
            IReadOnlyList<RosterEntry> fewer = [.. Many.Take(101)];
            var mine = office.Planned(Small, Many);
            var theirs = theSameTwice ? mine : office.Planned(Small, fewer);
            string? theirAnswer = "never asked";
            tables.At = at;
            tables.Act = async () =>
            {
                theirAnswer = await LaunchAsync(office, theirs);

                // It is looked after at once, and what waits may be sent before the first goes on.
                if (theirAnswer is null)
                {
                    office.Clock.Now = Start.PlusDays(1).At(new LocalTime(9, 0)).ToInstant(Office.London);
                    await office.KeepAsync();
                }
            };
            string? myAnswer;
            try
            {
                myAnswer = await LaunchAsync(office, mine);
            }
            catch (StoreConflictException)
            {
                myAnswer = "somebody else was first";
            }

            if (theirAnswer == "never asked")
            {
                Assert.True(at > 12, $"A launch took only {at - 1} operations.");
                return;
            }

            // The very same launch twice is one launch, and both may be told that it is stored.
            Assert.True(theirAnswer is null ^ myAnswer is null || (theSameTwice && theirAnswer is null), $"At {at}: mine '{myAnswer}', theirs '{theirAnswer}'.");
            var wanted = theirAnswer is null && !theSameTwice ? fewer : Many;
            var people = (await office.ViewAsync()).Participants.Select(person => person.Value.Id).Order();
            var identities = await office.Reader.IdentitiesAsync(Office.Cohort, default);
            Assert.Equal(
                wanted.Select(entry => entry.Email).Order(StringComparer.Ordinal),
                identities.Values.Select(identity => identity.Value.Entry.Email).Order(StringComparer.Ordinal));
            Assert.Equal(identities.Keys.Order(), people);
            Assert.Null(await office.Tables.GetAsync(Table.Cohorts, Office.Cohort.Value, "launching", default));
            await office.GoToAsync(Start.PlusDays(3));
            Assert.Equal(office.Sent.Count, office.Sent.Select(message => message.Id).Distinct().Count());
        }
    }

    [Fact]
    public async Task A_second_launch_under_the_same_id_is_refused_and_changes_nothing()
    {
        var office = await Office.LaunchedAsync(Start, Small, [Somebody.Named("Ann")]);
        Assert.Equal(
            "A cohort 'ours' already exists. Give another id.",
            await LaunchAsync(office, office.Planned(Small, [Somebody.Named("Bob")])));
        await HoldsExactlyAsync(office, [Somebody.Named("Ann")]);
    }

    [Fact]
    public async Task A_version_that_is_stored_with_another_text_is_not_launched()
    {
        var office = await Office.LaunchedAsync(Start, Small, [Somebody.Named("Ann")]);
        var plan = office.Planned(Small, [Somebody.Named("Bob")]);
        var problem = await office.Launches.StoreAsync(
            plan with { Cohort = plan.Cohort with { Id = new CohortId("other") } }, Actor.Manager, Small, Plan.Text(Small) + "\n# changed", default);
        Assert.StartsWith("Version 1 of the programme 'made-up' is already stored with another text.", problem, StringComparison.Ordinal);
        Assert.Null(await office.Reader.FindAsync(new CohortId("other"), default));
    }

    [Fact]
    public void A_cohort_with_somebody_who_reads_Welsh_cannot_launch_while_a_Welsh_text_is_missing()
    {
        var welsh = Somebody.Named("Ann") with { Language = Language.Welsh };
        Assert.Equal(
            "1 person is to be written to in Welsh, but the programme 'made-up' has no Welsh texts. Add 'cy' to its languages and to every text.",
            Assert.Single(Planned(Small, welsh).Problems));
        Assert.StartsWith("2 people are to be written to", Assert.Single(Planned(Small, welsh, welsh).Problems), StringComparison.Ordinal);
        Assert.Empty(Planned(Small, Somebody.Named("Ann") with { Language = Language.NotKnown }).Problems);
        Assert.Empty(Planned(Small with { Languages = ["en", "cy"] }, welsh).Problems);
    }

    [Fact]
    public void Every_problem_is_told_at_once()
    {
        var plan = Launch.Plan(
            new LaunchRequest(Small, [], "Our place", new LocalDate(2040, 12, 1), Office.London, UkDivision.Scotland, Sender, new CohortId("X!")),
            Start, () => new ParticipantId("p"));
        Assert.Collection(
            plan.Problems,
            problem => Assert.StartsWith("The roster holds nobody.", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("'X!' cannot be the id", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("Bank holidays are known from 2024 to 2040", problem, StringComparison.Ordinal));
        Assert.StartsWith(
            "The roster holds 2001 people", Assert.Single(Planned(Small, [.. Enumerable.Repeat(Somebody.Named("Ann"), 2001)]).Problems),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_in_the_past_is_told_and_its_past_steps_are_not_sent()
    {
        var plan = Launch.Plan(Request("Our place") with { Start = Start }, Start.PlusDays(2), () => new ParticipantId("p1"));
        Assert.StartsWith("The start lies in the past: 1 of 1 steps", Assert.Single(plan.Notes), StringComparison.Ordinal);
        Assert.Equal(Start.PlusDays(2), plan.People[0].Participant.JoinedFrom);
    }

    [Theory]
    [InlineData("Ynys Môn", "ynys-mon-2026-01-12")]
    [InlineData("  St. Helens & Knowsley ", "st-helens-knowsley-2026-01-12")]
    public void An_id_follows_from_place_and_start(string place, string id) =>
        Assert.Equal(id, Launch.Plan(Request(place), Start, () => new ParticipantId("p1")).Cohort.Id.Value);

    private static Sender Sender { get; } = new("Sam", "sam@example.org", "telephone");

    private static LaunchRequest Request(string place) =>
        new(Small, [Somebody.Named("Ann")], place, Start, Office.London, UkDivision.Scotland, Sender);

    private static LaunchPlan Planned(Programme programme, params IReadOnlyList<RosterEntry> people) =>
        Launch.Plan(Request("Our place") with { Programme = programme, Roster = people }, Start, () => new ParticipantId("p1"));

    private static Task<string?> LaunchAsync(Office office, LaunchPlan plan) =>
        office.Launches.StoreAsync(plan, Actor.Manager, Small, Plan.Text(Small), default);

    private static async Task HoldsExactlyAsync(Office office, IReadOnlyList<RosterEntry> roster)
    {
        var view = await office.ViewAsync();
        var identities = await office.Reader.IdentitiesAsync(Office.Cohort, default);
        Assert.Equal(roster.Select(entry => entry.Email).Order(), identities.Values.Select(identity => identity.Value.Entry.Email).Order());
        Assert.Equal(identities.Keys.Order(), view.Participants.Select(person => person.Value.Id).Order());
        Assert.Equal(identities.Keys.Order(), (await office.FactsAsync()).Select(fact => fact.Participant!.Value).Order());
        Assert.All(view.Participants, person => Assert.Equal(identities[person.Value.Id].Value.OrganisationId, person.Value.Organisation));
        Assert.Equal(Office.Cohort.Value, Assert.Single(await office.Directory.ListAsync(default)).Id.Value);
        var rows = 0;
        await foreach (var _ in office.Tables.RangeAsync(Table.Cohorts, Office.Cohort.Value, "!", "~", default))
        {
            rows++;
        }

        // The cohort, the act that launched it, and each person with the fact that they joined.
        Assert.Equal(2 + (2 * roster.Count), rows);
    }
}
