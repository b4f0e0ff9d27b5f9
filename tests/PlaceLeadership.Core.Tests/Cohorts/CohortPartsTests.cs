using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Core.Tests.Cohorts;

public sealed class CohortPartsTests
{
    private static readonly LocalDate Start = new(2026, 1, 12);
    private static readonly Programme Small = Plan.Of(Plan.Milestone(new StepId("one"), 1, IsoDayOfWeek.Tuesday));

    private static readonly IReadOnlyList<RosterEntry> Many =
        [.. Enumerable.Range(0, 1_101).Select(index => Somebody.Named($"N{index}", $"Organisation {Math.Min(index / 100, 10)}"))];

    [Fact]
    public async Task A_large_cohort_is_kept_as_parts_that_hold_everybody_once_and_each_crosses_every_organisation()
    {
        var office = await Office.LaunchedAsync(Start, Small, Many);
        Assert.Null(await office.Reader.FindAsync(Office.Cohort, default));
        var parts = await PartsAsync(office);
        Assert.Equal([new CohortId("ours.1"), new CohortId("ours.2"), new CohortId("ours.3")], parts);
        var people = new List<string>();
        foreach (var part in parts)
        {
            var identities = await office.Reader.IdentitiesAsync(part, default);
            Assert.InRange(identities.Count, 366, 368);
            Assert.Equal(11, identities.Values.Select(identity => identity.Value.Entry.Organisation).Distinct().Count());
            people.AddRange(identities.Values.Select(identity => identity.Value.Entry.Email));
            Assert.NotNull(await office.Tender.TendAsync(part, office.Clock.Now, default));
        }

        Assert.Equal(Many.Select(entry => entry.Email).Order(StringComparer.Ordinal), people.Order(StringComparer.Ordinal));
        Assert.All(parts, part => Assert.Equal(Office.Cohort, part.Whole));
    }

    [Fact]
    public async Task A_cohort_of_the_usual_size_is_its_own_only_part()
    {
        var office = await Office.LaunchedAsync(Start, Small, [.. Many.Take(Cohort.PeopleMax)]);
        Assert.Equal([Office.Cohort], await PartsAsync(office));
        Assert.Empty(await PartsAsync(office, new CohortId("somebody-elses")));
        Assert.Empty(await PartsAsync(office, new CohortId("ours.1")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_large_launch_that_broke_off_is_there_whole_or_not_at_all(bool afterItsEffect)
    {
        var (whole, nothing) = (0, 0);
        for (var breakAt = 1; ; breakAt += Sample.Every(7))
        {
            var tables = new BreakingTables(new MemoryTables()) { BreakAt = breakAt, AfterItsEffect = afterItsEffect };
            var office = new Office(Start.At(new LocalTime(7, 0)), tables);
            var broke = false;
            try
            {
                Assert.Null(await LaunchAsync(office));
            }
            catch (BrokenOffException)
            {
                broke = true;
            }

            // Whoever tends comes first, before anybody asks for the parts.
            tables.BreakAt = 0;
            foreach (var entry in await office.Directory.ListAsync(default))
            {
                await office.Tender.TendAsync(entry.Id, office.Clock.Now, default);
            }

            if ((await PartsAsync(office)).Count == 0)
            {
                nothing++;
                Assert.Null(await LaunchAsync(office));
            }
            else
            {
                whole++;
                Assert.Equal("A cohort 'ours' already exists. Give another id.", await LaunchAsync(office));
            }

            await HoldsEverybodyAsync(office);
            if (!broke)
            {
                Assert.InRange(whole * Sample.Every(7), 4, breakAt);
                Assert.InRange(nothing * Sample.Every(7), 20, breakAt);
                return;
            }
        }
    }

    [Fact]
    public async Task Parts_that_an_interrupted_launch_would_have_had_do_not_come_back_with_a_smaller_one()
    {
        var tables = new BreakingTables(new MemoryTables()) { BreakAt = 52 };
        var office = new Office(Start.At(new LocalTime(7, 0)), tables);
        await Assert.ThrowsAsync<BrokenOffException>(() => LaunchAsync(office));
        tables.BreakAt = 0;
        Assert.Equal(3, (await office.Directory.PartsAsync(Office.Cohort, default)).Count);
        var fewer = office.Planned(Small, [.. Many.Take(501)]);
        Assert.Null(await office.Launches.StoreAsync(fewer, Actor.Manager, Small, Plan.Text(Small), default));
        Assert.Equal([new CohortId("ours.1"), new CohortId("ours.2")], await PartsAsync(office));
        Assert.Null(await office.Tender.TendAsync(new CohortId("ours.3"), office.Clock.Now, default));
    }

    [Fact]
    public async Task Of_two_large_launches_at_the_same_time_at_most_one_is_stored_and_then_whole()
    {
        var stored = 0;
        for (var at = 1; ; at += Sample.Every(7))
        {
            var tables = new InterruptedTables(new MemoryTables());
            var office = new Office(Start.At(new LocalTime(7, 0)), tables);
            var theirs = office.Planned(Small, [.. Many.Skip(1)]);
            string? theirAnswer = "never asked";
            tables.At = at;
            tables.Act = async () => theirAnswer = await office.Launches.StoreAsync(theirs, Actor.Manager, Small, Plan.Text(Small), default);
            string? myAnswer;
            try
            {
                myAnswer = await LaunchAsync(office);
            }
            catch (Core.Storing.StoreConflictException)
            {
                myAnswer = "somebody else was first";
            }

            if (theirAnswer == "never asked")
            {
                Assert.True(stored * Sample.Every(7) > 20, $"Only {stored} launches were stored.");
                return;
            }

            stored++;
            Assert.True(theirAnswer is null ^ myAnswer is null, $"At {at}: mine '{myAnswer}', theirs '{theirAnswer}'.");
            var wanted = (theirAnswer is null ? Many.Skip(1) : Many).Select(entry => entry.Email).ToHashSet();
            var inside = new List<string>();
            foreach (var part in await PartsAsync(office))
            {
                var identities = await office.Reader.IdentitiesAsync(part, default);
                var (view, _) = (await office.Reader.ReadAsync(part, default))!.Value;
                Assert.Equal(identities.Keys.Order(), view.Participants.Select(person => person.Value.Id).Order());
                inside.AddRange(identities.Values.Select(identity => identity.Value.Entry.Email));
            }

            Assert.Equal(wanted.Count, inside.Count);
            Assert.True(wanted.SetEquals(inside));
        }
    }

    [Fact]
    public async Task A_part_that_was_deleted_is_not_completed_again()
    {
        for (var at = 1; ; at += Sample.Every(7))
        {
            var tables = new InterruptedTables(new MemoryTables());
            var office = new Office(Start.At(new LocalTime(7, 0)), tables);
            Assert.Null(await LaunchAsync(office, [.. Many.Take(Cohort.PeopleMax + 1)]));
            tables.At = tables.Operations + at;
            tables.Act = async () =>
            {
                await office.Tender.TendAsync(new CohortId("ours.2"), office.Clock.Now, default);
                await PartsAsync(office);
            };
            await office.Deletion.DeleteAsync(new CohortId("ours.2"), Actor.Manager, default);
            var happened = tables.Operations >= tables.At;
            Assert.Null(await office.Tender.TendAsync(new CohortId("ours.2"), office.Clock.Now, default));
            Assert.Equal([new CohortId("ours.1")], await PartsAsync(office));
            if (!happened)
            {
                Assert.True(at > 20);
                return;
            }
        }
    }

    private static Task<IReadOnlyList<CohortId>> PartsAsync(Office office, CohortId? cohort = null) =>
        new CohortParts(office.Tables, office.Directory).OfAsync(cohort ?? Office.Cohort, default);

    private static Task<string?> LaunchAsync(Office office, IReadOnlyList<RosterEntry>? people = null) =>
        office.Launches.StoreAsync(office.Planned(Small, people ?? Many), Actor.Manager, Small, Plan.Text(Small), default);

    private static async Task HoldsEverybodyAsync(Office office)
    {
        var people = 0;
        foreach (var part in await PartsAsync(office))
        {
            var (view, _) = (await office.Reader.ReadAsync(part, default))!.Value;
            Assert.Equal((await office.Reader.IdentitiesAsync(part, default)).Count, view.Participants.Count);
            people += view.Participants.Count;
        }

        Assert.Equal(Many.Count, people);
    }
}
