using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Core.Tests.Cohorts;

/// <summary>
/// A store that takes a change and loses the answer: its client sends the same change again and hears of a conflict, which is
/// the change itself.
/// </summary>
public sealed class LostAnswerTests
{
    private static readonly LocalDate Start = new(2026, 1, 12);

    private static readonly Programme Plain = Plan.Of(
        Plan.Milestone(new StepId("one"), 1, IsoDayOfWeek.Tuesday), Plan.Milestone(new StepId("two"), 2, IsoDayOfWeek.Tuesday));

    private static readonly IReadOnlyDictionary<string, Func<Office, Task<string?>>> Wishes = new Dictionary<string, Func<Office, Task<string?>>>
    {
        ["join"] = async office => string.Join(' ', await office.Roster.JoinAsync(
            Office.Cohort, Actor.Manager, [Somebody.Named("Cy", "Fire"), Somebody.Named("Di", "Council")], office.NewId, default)),
        ["change"] = office => office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), entry => entry with { Email = "ann@new.example.org" }, default),
        ["leave"] = async office => (await office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), default)).ToString(),
        ["move-on"] = office => office.Versions.MoveOnAsync(Office.Cohort, Actor.Manager, Plain with { Version = 2 }, Plan.Text(Plain with { Version = 2 }), default),
        ["pause"] = async office => (await office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p2"), Start.PlusDays(9), default)).ToString(),
        ["move"] = async office => (await office.Amendments.MoveAsync(Office.Message(new ParticipantId("p2"), new StepId("two")), Actor.Manager, Start.PlusDays(9), default)).ToString(),
        ["cancel"] = async office => (await office.Amendments.CancelAsync(Office.Message(new ParticipantId("p2"), new StepId("two")), Actor.Manager, default)).ToString(),
        ["restore"] = async office =>
        {
            await office.Amendments.CancelAsync(Office.Message(new ParticipantId("p2"), new StepId("two")), Actor.Manager, default);
            return (await office.Amendments.RestoreAsync(Office.Message(new ParticipantId("p2"), new StepId("two")), Actor.Manager, default)).ToString();
        },
    };

    public static TheoryData<string> Names => [.. Wishes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whichever_answer_is_lost_the_wish_ends_as_if_none_had_been(string wish)
    {
        var (undisturbed, wanted, rows) = await RunAsync(wish, 0);
        Assert.InRange(undisturbed.Submits, 1, 40);
        for (var lost = 1; lost <= undisturbed.Submits; lost++)
        {
            var (_, said, after) = await RunAsync(wish, lost);
            Assert.True(wanted == said, $"{wish}, answer {lost} lost: '{said}' instead of '{wanted}'");
            Assert.True(rows.SequenceEqual(after), $"{wish}, answer {lost} lost: {string.Join("; ", after.Except(rows).Concat(rows.Except(after)))}");
        }
    }

    [Fact]
    public async Task A_launch_whose_answer_was_lost_is_there_whole_at_the_latest_when_it_is_asked_for_again()
    {
        for (var lost = 1; lost <= 6; lost++)
        {
            var tables = new LosingTables(new MemoryTables()) { LoseAt = lost };
            var office = new Office(Start.At(new LocalTime(7, 0)), tables);
            var plan = office.Planned(Plain, [Somebody.Named("Ann"), Somebody.Named("Bob", "Police")]);
            Task<string?> LaunchAsync() => office.Launches.StoreAsync(plan, Actor.Manager, Plain, Plan.Text(Plain), default);
            try
            {
                Assert.Null(await LaunchAsync());
            }
            catch (StoreConflictException)
            {
                // It may have been somebody else's claim; asked for again it goes through.
                Assert.Null(await LaunchAsync());
            }

            Assert.Equal(2, (await office.ViewAsync()).Participants.Count);
            Assert.Equal(2, (await office.Reader.IdentitiesAsync(Office.Cohort, default)).Count);
        }
    }

    [Fact]
    public async Task A_join_repeated_because_nobody_heard_the_answer_gives_the_same_answer_and_nobody_joins_twice()
    {
        var office = await Office.LaunchedAsync(Start, Plain, [Somebody.Named("Ann")]);
        IReadOnlyList<RosterEntry> joiners = [Somebody.Named("Cy", "Fire"), Somebody.Named("Di", "Council")];
        Assert.Empty(await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, joiners, office.NewId, default));
        Assert.Empty(await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, joiners, office.NewId, default));
        Assert.Equal(3, (await office.ViewAsync()).Participants.Count);
        Assert.Equal(3, (await office.Reader.IdentitiesAsync(Office.Cohort, default)).Count);

        Assert.Single(await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [joiners[0] with { PreferredHour = 14 }], office.NewId, default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_the_store_breaks_off_a_join_nobody_is_in_of_whom_nobody_knows_who_they_are(bool afterItsEffect)
    {
        for (var breakAt = 1; ; breakAt++)
        {
            var tables = new BreakingTables(new MemoryTables());
            var office = new Office(Start.At(new LocalTime(7, 0)), tables);
            Assert.Null(await office.Launches.StoreAsync(office.Planned(Plain, [Somebody.Named("Ann")]), Actor.Manager, Plain, Plan.Text(Plain), default));
            (tables.BreakAt, tables.AfterItsEffect) = (tables.Operations + breakAt, afterItsEffect);
            var broke = false;
            try
            {
                await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [Somebody.Named("Cy", "Fire"), Somebody.Named("Di", "Council")], office.NewId, default);
            }
            catch (BrokenOffException)
            {
                broke = true;
            }

            tables.BreakAt = 0;
            Assert.Subset(
                (await office.Reader.IdentitiesAsync(Office.Cohort, default)).Keys.ToHashSet(),
                (await office.ViewAsync()).Participants.Select(person => person.Value.Id).ToHashSet());
            if (!broke)
            {
                Assert.True(breakAt > 5, $"A join took only {breakAt - 1} operations.");
                return;
            }
        }
    }

    private static async Task<(LosingTables Tables, string? Said, IReadOnlyList<string> Rows)> RunAsync(string wish, int lost)
    {
        var tables = new LosingTables(new MemoryTables());
        var office = new Office(Start.At(new LocalTime(7, 0)), tables);
        Assert.Null(await office.Launches.StoreAsync(
            office.Planned(Plain, [Somebody.Named("Ann"), Somebody.Named("Bob", "Police")]), Actor.Manager, Plain, Plan.Text(Plain), default));
        (tables.Submits, tables.LoseAt) = (0, lost);
        var said = await Wishes[wish](office);
        tables.LoseAt = 0;
        return (tables, said, await RowsAsync(tables));
    }

    // Who is who by key and address: pseudonyms are random.
    private static async Task<IReadOnlyList<string>> RowsAsync(ITables tables)
    {
        var rows = new List<string>();
        await foreach (var row in tables.RangeAsync(Table.Cohorts, Office.Cohort.Value, "!", "~", default))
        {
            // What tells acts of one moment apart is random.
            rows.Add(row.Key.StartsWith(ActRows.Prefix, StringComparison.Ordinal) ? row.Body : $"{row.Key} {row.Body}");
        }

        await foreach (var row in tables.RangeAsync(Table.Identities, Office.Cohort.Value, "!", "~", default))
        {
            rows.Add($"{row.Key} {CohortRows.ReadIdentity(row).Value.Entry.Email}");
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    /// <summary>Tables that take one change and then tell of a conflict with it, as after a lost answer and a second try.</summary>
    private sealed class LosingTables(ITables inner) : ITables
    {
        public int LoseAt { get; set; }

        public int Submits { get; set; }

        public Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation) =>
            inner.GetAsync(table, partition, key, cancellation);

        public IAsyncEnumerable<Row> RangeAsync(Table table, string partition, string from, string to, CancellationToken cancellation) =>
            inner.RangeAsync(table, partition, from, to, cancellation);

        public async Task<IReadOnlyList<string>> SubmitAsync(
            Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
        {
            var etags = await inner.SubmitAsync(table, partition, changes, cancellation);

            // What is put whatever is there is put a second time without a conflict.
            return ++Submits == LoseAt ? await inner.SubmitAsync(table, partition, changes, cancellation) : etags;
        }
    }

    [Fact]
    public async Task Who_is_let_in_twice_at_once_stands_there_once_and_leaves_no_identity_of_nobody()
    {
        RosterEntry[] joiners = [Somebody.Named("Cy", "Fire"), Somebody.Named("Di", "Council")];
        for (var at = 1; ; at++)
        {
            var tables = new InterruptedTables(new MemoryTables());
            var office = new Office(Start.At(new LocalTime(7, 0)), tables);
            Assert.Null(await office.Launches.StoreAsync(office.Planned(Plain, [Somebody.Named("Ann")]), Actor.Manager, Plain, Plan.Text(Plain), default));
            IReadOnlyList<string>? theirs = null;
            tables.At = tables.Operations + at;
            tables.Act = async () => theirs = await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, joiners, office.NewId, default);
            Assert.Empty(await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, joiners, office.NewId, default));
            if (theirs is null)
            {
                Assert.True(at > 5, $"Only {at - 1} moments were tried.");
                return;
            }

            Assert.Empty(theirs);
            var people = (await office.Reader.ReadAsync(Office.Cohort, default))!.Value.View.Participants.Select(person => person.Value.Id);
            Assert.Equal(people.Order(), (await office.Reader.IdentitiesAsync(Office.Cohort, default)).Keys.Order());
        }
    }
}
