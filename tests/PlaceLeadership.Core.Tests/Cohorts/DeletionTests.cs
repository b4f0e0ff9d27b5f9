using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Core.Tests.Cohorts;

public sealed class DeletionTests
{
    private static readonly LocalDate Start = new(2026, 1, 12);

    private static readonly Programme Two = Plan.Of(
        Plan.Prompt(new StepId("one"), 1, IsoDayOfWeek.Monday), Plan.Prompt(new StepId("two"), 2, IsoDayOfWeek.Monday));

    /// <summary>What others may do to a cohort, by name.</summary>
    private static readonly (string Name, Func<Office, Task> Act)[] Others =
    [
        ("answer", office => office.AnswerAsync(new ParticipantId("p1"), new StepId("one"))),
        ("reply", office => office.ReplyAsync(new ParticipantId("p2"), new StepId("one"))),
        ("tend", office => office.TendAsync()),
        ("event", office => office.Events.ApplyAsync(Office.Letter(new ParticipantId("p3"), 2), Actor.Manager, ProviderReport.Accepted, default)),
        ("bounce", office => office.Events.ApplyAsync(Office.Letter(new ParticipantId("p4"), 1), Actor.Manager, ProviderReport.Bounced, default)),
        ("pause", office => office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, null, null, default)),
        ("pause a person", office => office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p2"), null, default)),
        ("leave", office => office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, new ParticipantId("p2"), default)),
        ("join", office => office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [Somebody.Named("Late")], office.NewId, default)),
        ("change", office => office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p2"), entry => entry with { Name = "New" }, default)),
        ("move on", office => office.Versions.MoveOnAsync(Office.Cohort, Actor.Manager, Two with { Version = 2 }, Plan.Text(Two with { Version = 2 }), default)),
        ("wake", office => office.Directory.NudgeAsync(Office.Cohort, default)),
        ("end", office => office.Ending.EndAsync(Office.Cohort, Actor.Manager, default)),
        ("delete", office => office.Deletion.DeleteAsync(Office.Cohort, Actor.Manager, default)),
    ];

    public static TheoryData<string> Names => [.. Others.Select(other => other.Name)];

    [Fact]
    public async Task Nothing_of_a_deleted_cohort_is_left_and_nothing_of_another_is_touched()
    {
        var tables = new MemoryTables();
        var office = await LivelyAsync(tables);
        var other = new Office(Start.At(new LocalTime(9, 0)), tables);
        var plan = other.Planned(Two, [Somebody.Named("Zoe")]);
        var theirs = plan with { Cohort = plan.Cohort with { Id = new CohortId("theirs") }, People = [(plan.People[0].Participant with { Id = new ParticipantId("z1") }, plan.People[0].Identity with { ParticipantId = new ParticipantId("z1") })] };
        Assert.Null(await other.Launches.StoreAsync(theirs, Actor.Manager, Two, Plan.Text(Two), default));
        await office.Vault.KeepAsync(new ParticipantId("z1"), new StepId("one"), new Dictionary<string, string> { ["q"] = "Words." }, default);

        Assert.NotNull(await office.Deletion.DeleteAsync(Office.Cohort, Actor.Manager, default));
        Assert.Empty(await LeftAsync(office));
        Assert.Null(await office.Tender.TendAsync(Office.Cohort, office.Clock.Now, default));
        Assert.Null(await office.Deletion.DeleteAsync(Office.Cohort, Actor.Manager, default));
        Assert.Equal("theirs", Assert.Single(await office.Directory.ListAsync(default)).Id.Value);
        Assert.Equal("Zoe", (await office.Reader.IdentitiesAsync(new CohortId("theirs"), default))[new ParticipantId("z1")].Value.Entry.Name);
        Assert.Single((await office.Reader.ReadAsync(new CohortId("theirs"), default))!.Value.View.Participants);
        Assert.True(await office.Vault.HoldsAsync(new ParticipantId("z1"), new StepId("one"), default));
    }

    [Fact]
    public async Task The_same_id_can_be_launched_again()
    {
        var office = await LivelyAsync(new MemoryTables());
        await office.Deletion.DeleteAsync(Office.Cohort, Actor.Manager, default);
        Assert.Null(await office.Launches.StoreAsync(office.Planned(Two, [Somebody.Named("Ann")]), Actor.Manager, Two, Plan.Text(Two), default));
        Assert.Single((await office.ViewAsync()).Participants);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deletion_that_broke_off_is_complete_when_asked_for_again(bool afterItsEffect)
    {
        for (var breakAt = 1; ; breakAt++)
        {
            var tables = new BreakingTables(new MemoryTables()) { AfterItsEffect = afterItsEffect };
            var office = await LivelyAsync(tables);
            tables.StartCounting();
            tables.BreakAt = breakAt;
            var broke = false;
            try
            {
                await office.Deletion.DeleteAsync(Office.Cohort, Actor.Manager, default);
            }
            catch (BrokenOffException)
            {
                broke = true;
            }

            // What broke off is looked after meanwhile, as any cohort is.
            tables.BreakAt = 0;
            await office.Tender.TendAsync(Office.Cohort, office.Clock.Now, default);
            await office.Deletion.DeleteAsync(Office.Cohort, Actor.Manager, default);
            Assert.Empty(await LeftAsync(office));
            if (!broke)
            {
                Assert.True(breakAt > 20, $"The deletion took only {breakAt - 1} operations.");
                return;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_happens_at_any_moment_of_a_deletion_nothing_comes_back(string name)
    {
        for (var at = 1; ; at++)
        {
            var tables = new InterruptedTables(new MemoryTables());
            var office = await LivelyAsync(tables);
            tables.At = tables.Operations + at;
            tables.Act = () => TryAsync(name, office);
            await office.Deletion.DeleteAsync(Office.Cohort, Actor.Manager, default);
            Assert.Empty(await LeftAsync(office));
            if (tables.Operations < tables.At)
            {
                Assert.True(at > 20);
                return;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_deletion_in_the_middle_of_anything_else_is_not_undone_by_its_rest(string name)
    {
        for (var at = 1; ; at++)
        {
            var tables = new InterruptedTables(new MemoryTables());
            var office = await LivelyAsync(tables);
            tables.At = tables.Operations + at;
            tables.Act = () => office.Deletion.DeleteAsync(Office.Cohort, Actor.Manager, default);
            await TryAsync(name, office);
            var happened = tables.Operations >= tables.At;
            if (!happened)
            {
                Assert.True(at > 1);
                return;
            }

            Assert.Empty(await LeftAsync(office));
        }
    }

    private static async Task TryAsync(string name, Office office)
    {
        try
        {
            await Others.Single(other => other.Name == name).Act(office);
        }
        catch (StoreConflictException)
        {
            Assert.Equal("change", name);
        }
    }

    /// <summary>A cohort in its second week: some words, replies, a pause, messages waiting and final ones.</summary>
    private static async Task<Office> LivelyAsync(ITables tables)
    {
        var office = new Office(Start.At(new LocalTime(9, 0)), tables);
        var plan = office.Planned(Two, [.. new[] { "Ann", "Bob", "Cai", "Dee" }.Select(name => Somebody.Named(name))]);
        Assert.Null(await office.Launches.StoreAsync(plan, Actor.Manager, Two, Plan.Text(Two), default));
        await office.KeepAsync();
        await office.AnswerAsync(new ParticipantId("p3"), new StepId("one"));
        await office.ReplyAsync(new ParticipantId("p4"), new StepId("one"));
        office.Clock.Now = Start.PlusDays(7).At(new LocalTime(9, 0)).ToInstant(Office.London);
        Assert.NotEmpty(await office.TendAsync());
        return office;
    }

    /// <summary>Every row that still says something of the cohort or its people; words by the ids people could have.</summary>
    private static async Task<IReadOnlyList<string>> LeftAsync(Office office)
    {
        var left = new List<string>();
        (Table, string)[] partitions =
        [
            (Table.Cohorts, Office.Cohort.Value), (Table.Identities, Office.Cohort.Value), (Table.Directory, "cohorts"), (Table.Directory, "looks"),
            .. Enumerable.Range(1, 9).Select(number => (Table.Reflections, $"p{number}")),
        ];
        foreach (var (table, partition) in partitions)
        {
            await foreach (var row in office.Tables.RangeAsync(table, partition, "!", "~", default))
            {
                if (row.Key != "theirs")
                {
                    left.Add($"{table}/{partition}/{row.Key}");
                }
            }
        }

        return left;
    }
}
