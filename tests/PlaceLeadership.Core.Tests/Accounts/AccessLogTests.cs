using NodaTime;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Core.Tests.Accounts;

public sealed class AccessLogTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Fact]
    public async Task What_is_noted_is_stored_when_noting_ends()
    {
        var tables = new MemoryTables();
        await new AccessLog(tables).NoteAsync(Act("one"));
        Assert.Equal("one", Assert.Single(await ListAsync(tables)).Detail);
    }

    [Fact]
    public async Task All_that_is_noted_while_a_transaction_is_under_way_shares_the_next_and_nothing_is_lost()
    {
        var tables = new SlowTables(new MemoryTables());
        var log = new AccessLog(tables);
        var first = log.NoteAsync(Act("first"));
        await tables.Asked.Task;
        var rest = Enumerable.Range(0, 250).Select(number => log.NoteAsync(Act($"{number}"))).ToList();
        Assert.All(rest, noted => Assert.False(noted.IsCompleted));
        tables.Go.SetResult();
        await Task.WhenAll([first, .. rest]);

        // One, and three of a hundred at most.
        Assert.Equal(4, tables.Transactions);
        Assert.Equal(251, (await ListAsync(tables)).Select(act => act.Detail).Distinct().Count());
    }

    [Fact]
    public async Task Whoever_noted_what_could_not_be_stored_learns_of_it_and_the_next_is_stored()
    {
        var memory = new MemoryTables();
        var tables = new SlowTables(memory) { Fails = 1 };
        tables.Go.SetResult();
        var log = new AccessLog(tables);
        await Assert.ThrowsAsync<IOException>(() => log.NoteAsync(Act("lost")));
        await log.NoteAsync(Act("kept"));
        Assert.Equal("kept", Assert.Single(await ListAsync(memory)).Detail);
    }

    [Fact]
    public async Task What_was_kept_long_enough_goes()
    {
        var tables = new MemoryTables();
        var log = new AccessLog(tables);
        await log.NoteAsync(Act("old"));
        await log.NoteAsync(new AccessAct(Now + Duration.FromDays(1), null, AccessDeeds.Read));
        await log.NoteAsync(new AccessAct(Now + AccessLog.Kept, null, AccessDeeds.Read));
        Assert.Equal(2, (await ListAsync(tables)).Count);
        await log.NoteAsync(new AccessAct(Now + AccessLog.Kept + Duration.FromHours(1), null, AccessDeeds.Read));
        Assert.Equal(Now + Duration.FromDays(1), Assert.Single(await ListAsync(tables)).At);
    }

    [Fact]
    public async Task Whatever_was_sent_fails_no_act_that_is_stored_with_it()
    {
        var tables = new MemoryTables();
        var log = new AccessLog(tables);
        await Task.WhenAll(
            log.NoteAsync(new AccessAct(Now, null, AccessDeeds.Granted) { Whom = new AccountId(new string('x', 3_000_000)), Detail = "a\nb\u001b[2J\u202ec" }), log.NoteAsync(Act("other")));
        var acts = await ListAsync(tables);
        Assert.Equal(["ab[2Jc", "other"], acts.Select(act => act.Detail).Order(StringComparer.Ordinal));
        Assert.All(acts, act => Assert.InRange((act.Whom?.Value ?? "").Length, 0, 300));
    }

    private static AccessAct Act(string detail) => new(Now, new AccountId("a1"), AccessDeeds.Read) { Detail = detail };

    private static Task<IReadOnlyList<AccessAct>> ListAsync(ITables tables) => new AccessLog(tables).ListAsync(Now, Now + Duration.FromDays(2), default);

    /// <summary>Tables whose transactions wait until they may go on.</summary>
    private sealed class SlowTables(ITables inner) : ITables
    {
        public TaskCompletionSource Asked { get; } = new();

        public TaskCompletionSource Go { get; } = new();

        public int Transactions { get; private set; }

        public int Fails { get; set; }

        public Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation) => inner.GetAsync(table, partition, key, cancellation);

        public IAsyncEnumerable<Row> RangeAsync(Table table, string partition, string from, string to, CancellationToken cancellation) =>
            inner.RangeAsync(table, partition, from, to, cancellation);

        public async Task<IReadOnlyList<string>> SubmitAsync(Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
        {
            Transactions++;
            Asked.TrySetResult();
            await Go.Task;
            return Fails-- > 0 ? throw new IOException("Away.") : await inner.SubmitAsync(table, partition, changes, cancellation);
        }
    }
}
