using NodaTime;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Core.Tests.Accounts;

public sealed class SessionStoreTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly AccountId Account = new("a1");

    [Fact]
    public async Task A_sign_in_is_found_by_its_secret_and_its_account_alone()
    {
        var store = new SessionStore(new MemoryTables());
        await store.StartAsync(Account, "secret", null, Start, default);
        Assert.Equal(Start, (await store.FindAsync(Account, "secret", Start, default))!.Value.Session.StartedAt);
        Assert.Null(await store.FindAsync(Account, "Secret", Start, default));
        Assert.Null(await store.FindAsync(new AccountId("a2"), "secret", Start, default));
    }

    [Fact]
    public async Task That_it_is_used_costs_a_write_every_five_minutes_at_most()
    {
        var tables = new BreakingTables(new MemoryTables());
        var store = new SessionStore(tables);
        await store.StartAsync(Account, "secret", null, Start, default);
        tables.StartCounting();
        for (var second = 0; second < 600; second++)
        {
            await store.FindAsync(Account, "secret", Start + Duration.FromSeconds(second), default);
        }

        Assert.Equal((600, 1), (tables.RowsRead, tables.RowsWritten));
    }

    [Fact]
    public async Task Ending_holds_though_the_sign_in_is_used_at_the_same_moment()
    {
        var tables = new MemoryTables();
        var store = new SessionStore(tables);
        await store.StartAsync(Account, "secret", null, Start, default);
        var later = Start + Duration.FromMinutes(30);
        var session = (await store.FindAsync(Account, "secret", Start, default))!.Value.Session;
        var used = new SessionStore(new InterruptedTables(tables) { At = 2, Act = () => store.FindAsync(Account, "secret", later, default) });
        await used.EndAsync(session, later, default);
        Assert.Null(await store.FindAsync(Account, "secret", later, default));
    }

    [Fact]
    public async Task Ending_all_ends_those_of_one_account_and_says_how_many_held()
    {
        var store = new SessionStore(new MemoryTables());
        await store.StartAsync(Account, "one", null, Start, default);
        await store.StartAsync(Account, "two", null, Start, default);
        await store.StartAsync(new AccountId("a2"), "three", null, Start, default);
        Assert.Equal(2, await store.EndAllAsync(Account, Start, default));
        Assert.Null(await store.FindAsync(Account, "one", Start, default));
        Assert.NotNull(await store.FindAsync(new AccountId("a2"), "three", Start, default));
        Assert.Equal(0, await store.EndAllAsync(Account, Start, default));
    }

    [Fact]
    public async Task Of_many_that_are_over_some_go_each_time_and_what_is_to_end_goes_at_once()
    {
        var tables = new MemoryTables();
        var store = new SessionStore(tables);
        await tables.SubmitAsync(Table.Identities, "~desk", Rows(90, "x"), default);
        await tables.SubmitAsync(Table.Identities, "~desk", Rows(90, "y"), default);
        await store.StartAsync(Account, "secret", null, Start + Session.Lifetime, default);
        await store.EndAsync((await store.FindAsync(Account, "secret", Start + Session.Lifetime, default))!.Value.Session, Start + Session.Lifetime, default);
        Assert.Null(await store.FindAsync(Account, "secret", Start + Session.Lifetime, default));
        var left = 0;
        await foreach (var row in tables.RangeAsync(Table.Identities, "~desk", "!", "~", default))
        {
            left++;
        }

        Assert.Equal(0, left);
    }

    [Fact]
    public async Task What_the_release_before_kept_of_sign_ins_opens_nothing_and_goes()
    {
        var tables = new MemoryTables();
        var store = new SessionStore(tables);
        await tables.SubmitAsync(Table.Directory, "sessions", [new RowChange.Insert("a1|x", SessionStore.Shape, SessionStore.Write(new Session(Account, "", Start, Start)))], default);
        await store.StartAsync(Account, "secret", null, Start, default);
        Assert.Empty(await tables.RangeAsync(Table.Directory, "sessions", "!", "~", default).ToListAsync());
    }

    [Fact]
    public async Task A_sign_in_is_read_with_its_account_at_once_and_with_nobody_elses()
    {
        var tables = new BreakingTables(new MemoryTables());
        var (store, accounts) = (new SessionStore(tables), new AccountStore(tables));
        foreach (var name in new[] { "a1", "a10", "a2" })
        {
            await accounts.NoteAsync(new Account(new AccountId(name), $"Name of {name}", "", "", Start, []), new AccessAct(Start, new AccountId(name), AccessDeeds.SignedIn), default);
            await store.StartAsync(new AccountId(name), "secret", null, Start, default);
        }

        tables.StartCounting();
        Assert.Equal("Name of a1", (await store.FindAsync(Account, "secret", Start, default))!.Value.Account!.Name);
        Assert.Equal(1, tables.Operations);
        Assert.Equal(3, (await accounts.ListAsync(default)).Count);
    }

    private static IReadOnlyList<RowChange> Rows(int count, string prefix) =>
    [
        .. Enumerable.Range(0, count).Select(number => new RowChange.Insert(
            $"account|{prefix}|{number}", SessionStore.Shape, SessionStore.Write(new Session(new AccountId(prefix), "", Start, Start)))),
    ];
}
