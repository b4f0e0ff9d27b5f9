using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Accounts;

/// <summary>How a change to what somebody may do ended.</summary>
public enum GrantOutcome
{
    /// <summary>It holds from now on.</summary>
    Done,

    /// <summary>It was so already.</summary>
    WasSo,

    /// <summary>There is no such account.</summary>
    NoAccount,

    /// <summary>There is no such cohort.</summary>
    NoCohort,

    /// <summary>Nobody would be left who may grant everywhere.</summary>
    LastAdministrator,

    /// <summary>The code is not one, was used, or is too old.</summary>
    NoCode,
}

/// <summary>
/// Accounts with what was granted to each, one row for each, all in one partition with the acts: so that each change is stored with who did it,
/// and the last administrator cannot go by two removals at once.
/// </summary>
public sealed class AccountStore(ITables tables, ActStored? stored = null)
{
    // No cohort has such an id.
    internal const string Partition = "~desk";

    /// <summary>The shape of an account.</summary>
    public const string Shape = "account/1";

    /// <summary>The shape of a code for the first administrator.</summary>
    public const string CodeShape = "administrator-code/1";

    /// <summary>How long such a code can be used.</summary>
    public static readonly Duration CodeLasts = Duration.FromHours(1);

    internal const string Accounts = "account|";
    private const string Codes = "code|";
    private const int CodeBytes = 15;
    private const int NameMax = 200;
    private const int AttemptsMax = 20;

    /// <summary>An account, or null.</summary>
    public async Task<Account?> FindAsync(AccountId id, CancellationToken cancellation) =>
        await RowAsync(id, cancellation).ConfigureAwait(false) is { } row ? Read(row) : null;

    /// <summary>Everybody who has signed in and was not removed since, by name.</summary>
    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellation) =>
        [.. (await AllAsync(cancellation).ConfigureAwait(false)).Select(Read).OrderBy(account => account.Called, StringComparer.OrdinalIgnoreCase).ThenBy(account => account.Id.Value, StringComparer.Ordinal)];

    /// <summary>Notes that somebody signed in, and how the provider names them today.</summary>
    /// <param name="account">The account, as the provider names it; what was granted stays what it is, and so does a name that it does not say.</param>
    /// <param name="act">Who did it.</param>
    /// <param name="cancellation">Cancels before it is stored.</param>
    public Task NoteAsync(Account account, AccessAct act, CancellationToken cancellation) => ChangeAsync(
        account.Id, known => account with { Name = Or(account.Name, known?.Name), Address = Or(account.Address, known?.Address), Grants = known?.Grants ?? [] }, act, null, cancellation);

    /// <summary>Grants.</summary>
    public Task<GrantOutcome> GrantAsync(AccountId id, Grant grant, AccessAct act, CancellationToken cancellation) => ChangeAsync(
        id, known => known is null || known.Grants.Contains(grant) ? known : known with { Grants = [.. known.Grants, grant] }, act, null, cancellation);

    /// <summary>Takes a grant away. It holds at the next request of whoever had it.</summary>
    public Task<GrantOutcome> TakeAwayAsync(AccountId id, Grant grant, AccessAct act, CancellationToken cancellation) => KeepingOneAsync(
        id, known => known with { Grants = [.. known.Grants.Where(own => own != grant)] }, act, cancellation);

    /// <summary>Removes an account with all that it was granted. Whoever signs in again begins anew, with nothing.</summary>
    public Task<GrantOutcome> RemoveAsync(AccountId id, AccessAct act, CancellationToken cancellation) => KeepingOneAsync(id, _ => null, act, cancellation);

    /// <summary>Takes away from everybody what was granted for a cohort that is deleted: another of the same id is another.</summary>
    public async Task ForgetAsync(CohortId cohort, AccessAct act, CancellationToken cancellation)
    {
        var scope = Scope.OfCohort(cohort);
        foreach (var account in (await ListAsync(cancellation).ConfigureAwait(false)).Where(account => account.Grants.Any(grant => grant.Scope == scope)))
        {
            foreach (var grant in account.Grants.Where(grant => grant.Scope == scope))
            {
                await TakeAwayAsync(account.Id, grant, act with { Whom = account.Id, Detail = grant.Word }, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A code with which whoever has signed in becomes the first administrator, and a manager. It works once, and one made before no more.</summary>
    /// <returns>The code, which is kept nowhere.</returns>
    public async Task<string> MakeCodeAsync(AccessAct act, CancellationToken cancellation)
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CodeBytes));
        var until = new CodeDocument(Texts.Moment(act.At + CodeLasts));
        await tables.SubmitAsync(
            Table.Identities, Partition,
            [new RowChange.Insert(KeyOf(code), CodeShape, Documents.Write(until)), AccessLog.Insert(act), .. await CodesAsync(cancellation).ConfigureAwait(false)], cancellation)
            .ConfigureAwait(false);
        stored?.Invoke(act);
        return code;
    }

    /// <summary>Uses a code.</summary>
    public async Task<GrantOutcome> UseCodeAsync(AccountId id, string code, AccessAct act, CancellationToken cancellation)
    {
        // Once more where only the account changed meanwhile.
        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            if (await tables.GetAsync(Table.Identities, Partition, KeyOf(code), cancellation).ConfigureAwait(false) is not { } row
                || act.At >= Texts.Moment(Documents.Read<CodeDocument>(row, CodeShape).Until))
            {
                return GrantOutcome.NoCode;
            }

            try
            {
                // One transaction: whoever comes second finds the code gone.
                return await ChangeAsync(
                    id, known => known is null ? null : known with { Grants = [.. known.Grants.Union(Access.OfManagerKey.Grants)] }, act, new RowChange.Delete(row.Key, row.ETag),
                    cancellation, attempts: 1).ConfigureAwait(false);
            }
            catch (StoreConflictException)
            {
                // One of the two rows.
            }
        }

        return GrantOutcome.NoCode;
    }

    // Those made before, to go with the next.
    private async Task<IReadOnlyList<RowChange>> CodesAsync(CancellationToken cancellation) =>
        await tables.RangeAsync(Table.Identities, Partition, Codes, Codes + "~", cancellation).Take(ITables.ChangesMax / 2)
            .Select(row => (RowChange)new RowChange.Delete(row.Key, row.ETag)).ToListAsync(cancellation).ConfigureAwait(false);

    private Task<Row?> RowAsync(AccountId id, CancellationToken cancellation) => tables.GetAsync(Table.Identities, Partition, KeyOf(id), cancellation);

    // Behind each stand its sign-ins.
    private async Task<IReadOnlyList<Row>> AllAsync(CancellationToken cancellation) =>
        await tables.RangeAsync(Table.Identities, Partition, Accounts, Accounts + "~", cancellation).Where(row => row.Shape == Shape).ToListAsync(cancellation).ConfigureAwait(false);

    /// <summary>Where an account stands.</summary>
    internal static string KeyOf(AccountId id) => Accounts + id;

    // Stored together with the row of another administrator, where there is one, as it was when that was read: so two cannot take it from each other at once.
    private async Task<GrantOutcome> KeepingOneAsync(AccountId id, Func<Account, Account?> change, AccessAct act, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var rows = await AllAsync(cancellation).ConfigureAwait(false);
            if (rows.FirstOrDefault(row => row.Key == KeyOf(id)) is not { } row)
            {
                return GrantOutcome.NoAccount;
            }

            var (before, after) = (Read(row), change(Read(row)));
            if (after is not null && after.Grants.Count == before.Grants.Count)
            {
                return GrantOutcome.WasSo;
            }

            var other = rows.FirstOrDefault(one => one.Key != KeyOf(id) && Read(one).IsAdministrator);
            if (before.IsAdministrator && after?.IsAdministrator != true && other is null)
            {
                return GrantOutcome.LastAdministrator;
            }

            try
            {
                RowChange own = after is null ? new RowChange.Delete(row.Key, row.ETag) : new RowChange.Replace(row.Key, Shape, Write(after), row.ETag);
                await tables.SubmitAsync(
                    Table.Identities, Partition,
                    other is null ? [own, AccessLog.Insert(act)] : [own, AccessLog.Insert(act), new RowChange.Replace(other.Key, Shape, other.Body, other.ETag)], cancellation)
                    .ConfigureAwait(false);
                stored?.Invoke(act);
                return GrantOutcome.Done;
            }
            catch (StoreConflictException) when (attempt < AttemptsMax)
            {
                // Somebody else changed one of the two: read and decide again.
            }
        }
    }

    private async Task<GrantOutcome> ChangeAsync(
        AccountId id, Func<Account?, Account?> change, AccessAct act, RowChange? beside, CancellationToken cancellation, int attempts = AttemptsMax)
    {
        for (var attempt = 1; ; attempt++)
        {
            var row = await RowAsync(id, cancellation).ConfigureAwait(false);
            var before = row is null ? null : Read(row);
            if (change(before) is not { } after)
            {
                return GrantOutcome.NoAccount;
            }

            if (after == before)
            {
                return GrantOutcome.WasSo;
            }

            try
            {
                RowChange own = row is null ? new RowChange.Insert(KeyOf(id), Shape, Write(after)) : new RowChange.Replace(row.Key, Shape, Write(after), row.ETag);
                await tables.SubmitAsync(Table.Identities, Partition, beside is null ? [own, AccessLog.Insert(act)] : [own, AccessLog.Insert(act), beside], cancellation).ConfigureAwait(false);
                stored?.Invoke(act);
                return GrantOutcome.Done;
            }
            catch (StoreConflictException) when (attempt < attempts)
            {
                // Somebody else changed it: read and decide again.
            }
        }
    }

    private static string KeyOf(string code) => Codes + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    // Whatever a provider says, also on a terminal.
    private static string Or(string text, string? known) => PlainLine.Of(text, NameMax) is { Length: > 0 } said ? said : known ?? "";

    /// <summary>The stored form.</summary>
    public static string Write(Account account) => Documents.Write(new AccountDocument(
        account.Name, account.Address, account.Issuer, Texts.Moment(account.SeenAt), [.. account.Grants.Select(grant => grant.Word)]));

    /// <summary>The account of a row.</summary>
    public static Account Read(Row row)
    {
        var document = Documents.Read<AccountDocument>(row, Shape);
        return new Account(
            new AccountId(row.Key[(row.Key.IndexOf('|', StringComparison.Ordinal) + 1)..]), document.Name ?? "", document.Address ?? "", document.Issuer ?? "", Texts.Moment(document.SeenAt),
            [.. (document.Grants ?? []).Select(Grant.Parse).OfType<Grant>()]);
    }

    private sealed record AccountDocument(string? Name, string? Address, string? Issuer, string SeenAt, IReadOnlyList<string>? Grants);

    private sealed record CodeDocument(string Until);
}
