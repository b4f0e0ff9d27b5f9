using CsCheck;
using NodaTime;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Core.Tests.Accounts;

public sealed class AccountStoreTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Grant Administrator = new(Role.Administrator, Scope.Everywhere);
    private static readonly Grant Manager = new(Role.Manager, Scope.OfPlace("Vale"));

    private readonly MemoryTables _tables = new();

    private AccountStore Accounts => new(_tables);

    [Fact]
    public void An_account_is_of_its_issuer_and_subject_together()
    {
        var ids = new[] { AccountId.Of("https://a/", "1"), AccountId.Of("https://a/", "2"), AccountId.Of("https://b/", "1"), AccountId.Of("https://a", "/1") };
        Assert.Distinct(ids);
        Assert.Equal(ids[0], AccountId.Of("https://a/", "1"));
        Assert.All(ids, id => Assert.Matches("^a[A-Za-z0-9_-]{24}$", id.Value));
    }

    [Fact]
    public async Task Signing_in_again_changes_the_name_and_keeps_what_was_granted()
    {
        var id = await SignedInAsync("1", "Ruth");
        Assert.Equal(GrantOutcome.Done, await Accounts.GrantAsync(id, Manager, Act(AccessDeeds.Granted), default));
        Assert.Equal(GrantOutcome.WasSo, await Accounts.GrantAsync(id, Manager, Act(AccessDeeds.Granted), default));
        await SignedInAsync("1", "Ruth Adeyemi");
        var account = (await Accounts.FindAsync(id, default))!;
        Assert.Equal(("Ruth Adeyemi", Manager), (account.Name, Assert.Single(account.Grants)));
    }

    [Fact]
    public async Task Nothing_is_granted_to_nobody() =>
        Assert.Equal(GrantOutcome.NoAccount, await Accounts.GrantAsync(AccountId.Of("x", "y"), Manager, Act(AccessDeeds.Granted), default));

    [Fact]
    public async Task The_last_administrator_can_neither_be_removed_nor_lose_it()
    {
        var (one, two) = (await SignedInAsync("1", "One"), await SignedInAsync("2", "Two"));
        await Accounts.GrantAsync(one, Administrator, Act(AccessDeeds.Granted), default);
        await Accounts.GrantAsync(two, new Grant(Role.Administrator, Scope.OfPlace("Vale")), Act(AccessDeeds.Granted), default);
        Assert.Equal(GrantOutcome.LastAdministrator, await Accounts.TakeAwayAsync(one, Administrator, Act(AccessDeeds.TakenAway), default));
        Assert.Equal(GrantOutcome.LastAdministrator, await Accounts.RemoveAsync(one, Act(AccessDeeds.AccountRemoved), default));
        await Accounts.GrantAsync(two, Administrator, Act(AccessDeeds.Granted), default);
        Assert.Equal(GrantOutcome.Done, await Accounts.RemoveAsync(one, Act(AccessDeeds.AccountRemoved), default));
        Assert.Equal(GrantOutcome.LastAdministrator, await Accounts.TakeAwayAsync(two, Administrator, Act(AccessDeeds.TakenAway), default));
    }

    [Fact]
    public async Task Of_two_administrators_who_take_it_from_each_other_at_once_one_stays()
    {
        var (one, two) = (await SignedInAsync("1", "One"), await SignedInAsync("2", "Two"));
        await Accounts.GrantAsync(one, Administrator, Act(AccessDeeds.Granted), default);
        await Accounts.GrantAsync(two, Administrator, Act(AccessDeeds.Granted), default);

        // The second acts after the first has read and before it stores.
        var torn = new AccountStore(new InterruptedTables(_tables) { At = 2, Act = () => Accounts.TakeAwayAsync(one, Administrator, Act(AccessDeeds.TakenAway), default) });
        Assert.Equal(GrantOutcome.LastAdministrator, await torn.TakeAwayAsync(two, Administrator, Act(AccessDeeds.TakenAway), default));
        Assert.Equal("Two", Assert.Single(await Accounts.ListAsync(default), account => account.IsAdministrator).Name);
    }

    [Fact]
    public async Task A_code_makes_one_administrator_within_the_hour()
    {
        var (one, two) = (await SignedInAsync("1", "One"), await SignedInAsync("2", "Two"));
        var code = await Accounts.MakeCodeAsync(Act(AccessDeeds.CodeMade), default);
        Assert.Equal(GrantOutcome.NoCode, await Accounts.UseCodeAsync(one, code + "x", Act(AccessDeeds.CodeUsed), default));
        Assert.Equal(GrantOutcome.NoCode, await Accounts.UseCodeAsync(one, code, Act(AccessDeeds.CodeUsed, Now + AccountStore.CodeLasts), default));
        Assert.Equal(GrantOutcome.NoAccount, await Accounts.UseCodeAsync(AccountId.Of("x", "y"), code, Act(AccessDeeds.CodeUsed), default));
        Assert.Equal(GrantOutcome.Done, await Accounts.UseCodeAsync(one, code, Act(AccessDeeds.CodeUsed), default));
        Assert.Equal(GrantOutcome.NoCode, await Accounts.UseCodeAsync(two, code, Act(AccessDeeds.CodeUsed), default));
        Assert.Equal([Administrator, new Grant(Role.Manager, Scope.Everywhere)], (await Accounts.FindAsync(one, default))!.Grants);
        Assert.Empty((await Accounts.FindAsync(two, default))!.Grants);
    }

    [Fact]
    public async Task A_code_that_was_made_before_another_works_no_more()
    {
        var who = await SignedInAsync("1", "One");
        var (lost, sent) = (await Accounts.MakeCodeAsync(Act(AccessDeeds.CodeMade), default), await Accounts.MakeCodeAsync(Act(AccessDeeds.CodeMade), default));
        Assert.Equal(GrantOutcome.NoCode, await Accounts.UseCodeAsync(who, lost, Act(AccessDeeds.CodeUsed), default));
        Assert.Equal(GrantOutcome.Done, await Accounts.UseCodeAsync(who, sent, Act(AccessDeeds.CodeUsed), default));
    }

    [Fact]
    public async Task What_is_kept_of_a_code_opens_nothing_and_no_two_are_alike()
    {
        var codes = new List<string>();
        for (var number = 0; number < 20; number++)
        {
            codes.Add(await Accounts.MakeCodeAsync(Act(AccessDeeds.CodeMade), default));
        }

        Assert.Distinct(codes);
        await foreach (var row in _tables.RangeAsync(Table.Identities, "~desk", "!", "~", default))
        {
            Assert.DoesNotContain(codes, code => (row.Key + row.Body).Contains(code, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_code_that_two_use_at_once_works_for_one()
    {
        var (one, two) = (await SignedInAsync("1", "One"), await SignedInAsync("2", "Two"));
        var code = await Accounts.MakeCodeAsync(Act(AccessDeeds.CodeMade), default);
        var torn = new AccountStore(new InterruptedTables(_tables) { At = 3, Act = () => Accounts.UseCodeAsync(one, code, Act(AccessDeeds.CodeUsed), default) });
        Assert.Equal(GrantOutcome.NoCode, await torn.UseCodeAsync(two, code, Act(AccessDeeds.CodeUsed), default));
        Assert.Equal("One", Assert.Single(await Accounts.ListAsync(default), account => account.IsAdministrator).Name);
    }

    [Fact]
    public async Task Each_change_is_stored_with_who_did_it_or_not_at_all()
    {
        var id = await SignedInAsync("1", "One");
        var torn = new AccountStore(new BreakingTables(_tables) { BreakAt = 2 });
        await Assert.ThrowsAnyAsync<Exception>(() => torn.GrantAsync(id, Manager, Act(AccessDeeds.Granted), default));
        Assert.Empty((await Accounts.FindAsync(id, default))!.Grants);
        Assert.Equal([AccessDeeds.SignedIn], (await ActsAsync()).Select(act => act.What));
        await Accounts.GrantAsync(id, Manager, Act(AccessDeeds.Granted), default);
        Assert.Equal(["granted", "signed-in"], (await ActsAsync()).Select(act => act.What).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_grant_holds_for_what_it_is_for_and_for_nothing_else()
    {
        var cohort = new CohortId("vale-2026");
        var elsewhere = new Whereabouts(new CohortId("hill-2026"), "Hill");
        foreach (var here in new[] { new Whereabouts(cohort, "The Vale"), new Whereabouts(new CohortId("vale-2026.2"), "the  vale") })
        {
            foreach (var scope in new[] { Scope.Everywhere, Scope.OfPlace("THE VALE "), Scope.OfCohort(cohort), Scope.OfCohort(new CohortId("vale-2026.1")) })
            {
                var access = new Access(new AccountId("a1"), [new Grant(Role.Manager, scope)]);
                Assert.True(access.May(Right.RunCohort, here));
                Assert.Equal(scope == Scope.Everywhere, access.May(Right.RunCohort, elsewhere));
                Assert.Equal(scope == Scope.Everywhere, access.May(Right.RunCohort, Whereabouts.Nowhere));
                Assert.False(access.May(Right.Grant, here));
                Assert.Equal(scope.Cohort is null, access.MaySomewhere(Right.Launch));
            }
        }

        Assert.False(new Access(new AccountId("a1"), []).May(Right.SeeCohort, elsewhere));
    }

    [Fact]
    public void Whoever_grants_for_a_place_grants_for_it_and_its_cohorts_alone()
    {
        string? PlaceOf(CohortId id) => id.Value == "vale-2026" ? "Vale" : id.Value == "hill-2026" ? "Hill" : null;
        var access = new Access(new AccountId("a1"), [new Grant(Role.Administrator, Scope.OfPlace("Vale")), new Grant(Role.Manager, Scope.Everywhere)]);
        Assert.True(access.MayGrant(new Grant(Role.Manager, Scope.OfPlace("vale")), PlaceOf));
        Assert.True(access.MayGrant(new Grant(Role.Administrator, Scope.OfCohort(new CohortId("vale-2026"))), PlaceOf));
        Assert.False(access.MayGrant(new Grant(Role.Manager, Scope.OfCohort(new CohortId("hill-2026"))), PlaceOf));
        Assert.False(access.MayGrant(new Grant(Role.Manager, Scope.OfCohort(new CohortId("gone-2026"))), PlaceOf));
        Assert.False(access.MayGrant(new Grant(Role.Evaluator, Scope.Everywhere), PlaceOf));
    }

    [Fact]
    public void What_is_written_of_a_grant_is_read_back_and_nothing_else_is_one()
    {
        Gen.Select(Gen.Enum<Role>(), Gen.OneOf(Gen.Const(Scope.Everywhere), Gen.String[1, 20].Where(name => name.Trim().Length > 0).Select(Scope.OfPlace), Gen.Const(Scope.OfCohort(new CohortId("vale-2026")))))
            .Where((_, scope) => scope.Place is not "").Sample((role, scope) => Grant.Parse(new Grant(role, scope).Word) == new Grant(role, scope));
        Assert.All(["", "manager", "manager@", "manager@place:", "manager@cohort:", "Manager@everywhere", "1@everywhere", "owner@everywhere", "manager@everywhere "], word => Assert.Null(Grant.Parse(word)));
    }

    private async Task<AccountId> SignedInAsync(string subject, string name)
    {
        var id = AccountId.Of("https://login.example.org/", subject);
        await Accounts.NoteAsync(new Account(id, name, "", "https://login.example.org/", Now, []), new AccessAct(Now, id, AccessDeeds.SignedIn), default);
        return id;
    }

    private static AccessAct Act(string what, Instant? at = null) => new(at ?? Now, new AccountId("a0"), what);

    private Task<IReadOnlyList<AccessAct>> ActsAsync() => new AccessLog(_tables).ListAsync(Now, Now + Duration.FromHours(1), default);
}
