using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Accounts;

/// <summary>
/// Sign-ins, kept in the tables, so that ending one holds at the next request on every instance of a host. What the browser holds stands
/// nowhere, only a hash of it. Each stands behind its account, so that both are read at once. Rows go once their sign-in is over, when somebody signs in
/// or out.
/// </summary>
public sealed class SessionStore(ITables tables)
{
    /// <summary>The shape of a sign-in.</summary>
    public const string Shape = "session/2";

    /// <summary>The shape before there were providers.</summary>
    public const string EarlierShape = "session/1";

    private const string Partition = AccountStore.Partition;

    // Where they stood in the release before; they open nothing any more.
    private const string EarlierPartition = "sessions";

    /// <summary>How often it is noted that a sign-in is used.</summary>
    public static readonly Duration NotedEvery = Duration.FromMinutes(5);

    /// <summary>The shape of a mark that a provider ended a sign-in.</summary>
    public const string EndedShape = "sign-in-ended/1";

    // Where these marks stand, each for as long as somebody may be on the way back.
    private const string EndedPartition = "sign-ins-ended";

    private static readonly Duration OnTheWay = Duration.FromMinutes(30);

    private const int SweptAtOnce = ITables.ChangesMax;
    private const int AttemptsMax = 20;

    /// <summary>Notes a new sign-in.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="secret">What only the browser will know.</param>
    /// <param name="provider">What a provider said of it, or null.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Cancels before it is stored.</param>
    /// <returns>False when the provider ended it while somebody was on the way back: then there is none.</returns>
    public async Task<bool> StartAsync(AccountId account, string secret, ProviderWord? provider, Instant now, CancellationToken cancellation)
    {
        var session = new Session(account, KeyOf(account, secret), now, now) { Provider = provider };
        await tables.SubmitAsync(Table.Identities, Partition, [new RowChange.Put(session.Key, Shape, Write(session))], cancellation).ConfigureAwait(false);
        await SweepAsync(now, cancellation).ConfigureAwait(false);

        // After it is stored: whoever ends it marks it first and looks for it then, so one of the two sees the other.
        if (provider is null || !await WasEndedAsync(account, provider, cancellation).ConfigureAwait(false))
        {
            return true;
        }

        await EndAsync(session, now, cancellation).ConfigureAwait(false);
        return false;
    }

    // By its own word, or all of the account of before a moment; where the provider does not say when somebody proved who they are, that cannot be told.
    private async Task<bool> WasEndedAsync(AccountId account, ProviderWord provider, CancellationToken cancellation) =>
        (provider.SignIn.Length > 0
            && await tables.GetAsync(Table.Directory, EndedPartition, EndedKeyOf(provider.Issuer, provider.SignIn), cancellation).ConfigureAwait(false) is not null)
        || (provider.AuthenticatedAt > Instant.MinValue
            && await tables.GetAsync(Table.Directory, EndedPartition, EndedKeyOf(account), cancellation).ConfigureAwait(false) is { } all
            && Documents.Read<EndedDocument>(all, EndedShape).Of is { } said && provider.AuthenticatedAt <= Texts.Moment(said));

    /// <summary>
    /// The sign-in of whoever knows this, with its account as it is now; null when there is none, or none any more. That it is used is noted now and then.
    /// </summary>
    public async Task<(Session Session, Account? Account)?> FindAsync(AccountId account, string secret, Instant now, CancellationToken cancellation)
    {
        var (key, owner, row) = (KeyOf(account, secret), (Account?)null, (Row?)null);
        await foreach (var next in tables.RangeAsync(Table.Identities, Partition, AccountStore.KeyOf(account), key + "!", cancellation).ConfigureAwait(false))
        {
            owner = next.Key == AccountStore.KeyOf(account) ? AccountStore.Read(next) : owner;
            row = next.Key == key ? next : row;
        }

        if (row is null || Read(row) is not { } session || !session.Holds(now))
        {
            return null;
        }

        if (now >= session.SeenAt + NotedEvery)
        {
            session = session with { SeenAt = now };
            try
            {
                await tables.SubmitAsync(
                    Table.Identities, Partition, [new RowChange.Replace(row.Key, Shape, Write(session), row.ETag)], cancellation).ConfigureAwait(false);
            }
            catch (StoreConflictException)
            {
                // Another request noted it, or ended it: then the next does not find it.
            }
        }

        return (session, owner);
    }

    /// <summary>Keeps what the provider said when it was asked again; a sign-in that was ended meanwhile stays so.</summary>
    public async Task HearAsync(Session session, ProviderWord provider, CancellationToken cancellation)
    {
        for (var attempt = 1; await GetAsync(session.Key, cancellation).ConfigureAwait(false) is { } row; attempt++)
        {
            try
            {
                await tables.SubmitAsync(
                    Table.Identities, Partition, [new RowChange.Replace(row.Key, Shape, Write(Read(row) with { Provider = provider }), row.ETag)], cancellation).ConfigureAwait(false);
                return;
            }
            catch (StoreConflictException) when (attempt < AttemptsMax)
            {
                // It was used at this moment, or ended.
            }
        }
    }

    /// <summary>A sign-in as it is now; null when it was ended.</summary>
    public async Task<Session?> ReadAgainAsync(Session session, CancellationToken cancellation) =>
        await GetAsync(session.Key, cancellation).ConfigureAwait(false) is { } row ? Read(row) : null;

    /// <summary>The sign-ins of an account that hold, latest used first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(AccountId account, Instant now, CancellationToken cancellation) =>
        [.. await RowsAsync(Prefix(account), cancellation).Select(Read).Where(session => session.Holds(now)).OrderByDescending(session => session.SeenAt).ToListAsync(cancellation).ConfigureAwait(false)];

    /// <summary>Ends a sign-in.</summary>
    public async Task EndAsync(Session session, Instant now, CancellationToken cancellation)
    {
        await EndAsync(await GetAsync(session.Key, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        await SweepAsync(now, cancellation).ConfigureAwait(false);
    }

    /// <summary>Ends every sign-in of an account, wherever it was made.</summary>
    /// <returns>How many there were that still held.</returns>
    public Task<int> EndAllAsync(AccountId account, Instant now, CancellationToken cancellation) =>
        EndThoseAsync(Prefix(account), _ => true, () => Task.CompletedTask, now, cancellation);

    /// <summary>Ends the sign-ins that a provider ended (OpenID Connect Back-Channel Logout 1.0).</summary>
    /// <param name="issuer">Which provider says so.</param>
    /// <param name="account">Whose; null where the provider says only which of its sign-ins it was.</param>
    /// <param name="signIn">Its word for the sign-in; null for all of the account.</param>
    /// <param name="said">When it says so: only those that began by then.</param>
    /// <param name="skew">By how much its clock may be behind ours.</param>
    /// <param name="first">What is done before, where there is any to end.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Cancels; what was ended stays ended.</param>
    /// <returns>How many there were that still held.</returns>
    public async Task<int> EndThoseOfProviderAsync(
        string issuer, AccountId? account, string? signIn, Instant said, Duration skew, Func<Task> first, Instant now, CancellationToken cancellation)
    {
        if (account is null && signIn is null)
        {
            return 0;
        }

        var mark = new RowChange.Put(
            signIn is null ? EndedKeyOf(account!.Value) : EndedKeyOf(issuer, signIn), EndedShape, Documents.Write(new EndedDocument(Texts.Moment(now + OnTheWay), Texts.Moment(said))));
        await tables.SubmitAsync(Table.Directory, EndedPartition, [mark], cancellation).ConfigureAwait(false);

        return await EndThoseAsync(
            account is { } one ? Prefix(one) : AccountStore.Accounts,
            session => session.Provider is { } provider && session.StartedAt <= said + skew && (signIn is null || provider.SignIn == signIn)
                && (account is not null || provider.Issuer.Length == 0 || provider.Issuer == issuer),
            first, now, cancellation).ConfigureAwait(false);
    }

    private async Task<int> EndThoseAsync(string prefix, Func<Session, bool> those, Func<Task> first, Instant now, CancellationToken cancellation)
    {
        var rows = await RowsAsync(prefix, cancellation).Where(row => those(Read(row))).ToListAsync(cancellation).ConfigureAwait(false);
        if (rows.Count > 0)
        {
            await first().ConfigureAwait(false);
        }

        foreach (var row in rows)
        {
            await EndAsync(row, cancellation).ConfigureAwait(false);
        }

        await SweepAsync(now, cancellation).ConfigureAwait(false);
        return rows.Count(row => Read(row).Holds(now));
    }

    private IAsyncEnumerable<Row> RowsAsync(string prefix, CancellationToken cancellation) =>
        tables.RangeAsync(Table.Identities, Partition, prefix, prefix + "~", cancellation).Where(row => row.Shape != AccountStore.Shape);

    private static string Prefix(AccountId account) => $"{AccountStore.KeyOf(account)}|";

    private static string KeyOf(AccountId account, string secret) =>
        Prefix(account) + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private Task<Row?> GetAsync(string key, CancellationToken cancellation) => tables.GetAsync(Table.Identities, Partition, key, cancellation);

    private Task DeleteAsync(Table table, string partition, Row row, CancellationToken cancellation) =>
        tables.SubmitAsync(table, partition, [new RowChange.Delete(row.Key, row.ETag)], cancellation);

    // It may be used, or ended elsewhere, at this moment.
    private async Task EndAsync(Row? row, CancellationToken cancellation)
    {
        for (var attempt = 1; row is not null; attempt++)
        {
            try
            {
                await DeleteAsync(Table.Identities, Partition, row, cancellation).ConfigureAwait(false);
                return;
            }
            catch (StoreConflictException) when (attempt < AttemptsMax)
            {
                row = await GetAsync(row.Key, cancellation).ConfigureAwait(false);
            }
        }
    }

    // Some of what is over, each time: it is found by nobody any more.
    private async Task SweepAsync(Instant now, CancellationToken cancellation)
    {
        var sessions = await RowsAsync(AccountStore.Accounts, cancellation).Where(row => !Read(row).Holds(now)).Take(SweptAtOnce).ToListAsync(cancellation).ConfigureAwait(false);
        var marks = await tables.RangeAsync(Table.Directory, EndedPartition, "!", "~", cancellation)
            .Where(row => now >= Texts.Moment(Documents.Read<EndedDocument>(row, EndedShape).Until)).Take(SweptAtOnce).ToListAsync(cancellation).ConfigureAwait(false);
        var earlier = await tables.RangeAsync(Table.Directory, EarlierPartition, "!", "~", cancellation).Take(SweptAtOnce).ToListAsync(cancellation).ConfigureAwait(false);
        foreach (var (table, partition, row) in sessions.Select(row => (Table.Identities, Partition, row))
            .Concat(marks.Select(row => (Table.Directory, EndedPartition, row))).Concat(earlier.Select(row => (Table.Directory, EarlierPartition, row))))
        {
            try
            {
                await DeleteAsync(table, partition, row, cancellation).ConfigureAwait(false);
            }
            catch (StoreConflictException)
            {
                // Another swept it.
            }
        }
    }

    private static string EndedKeyOf(string issuer, string signIn) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{signIn}")));

    private static string EndedKeyOf(AccountId account) => $"all|{account}";

    /// <summary>The stored form.</summary>
    public static string Write(Session session) => Documents.Write(new SessionDocument(
        session.Account.Value, Texts.Moment(session.StartedAt), Texts.Moment(session.SeenAt),
        session.Provider is { } word
            ? new ProviderDocument(word.SignIn, Texts.Moment(word.AuthenticatedAt), [.. word.Grants.Select(grant => grant.Word)], Texts.Moment(word.SaidAt), word.Refresh, word.Issuer)
            : null));

    /// <summary>The sign-in of a row.</summary>
    public static Session Read(Row row)
    {
        var document = Documents.Read<SessionDocument>(row, Shape, EarlierShape);
        return new Session(new AccountId(document.Account), row.Key, Texts.Moment(document.StartedAt), Texts.Moment(document.SeenAt))
        {
            Provider = document.Provider is { } word
                ? new ProviderWord(
                    word.SignIn ?? "", Texts.Moment(word.AuthenticatedAt), [.. (word.Grants ?? []).Select(Grant.Parse).OfType<Grant>()], Texts.Moment(word.SaidAt),
                    word.Refresh)
                { Issuer = word.Issuer ?? "" }
                : null,
        };
    }

    private sealed record EndedDocument(string Until, string? Of = null);

    private sealed record SessionDocument(string Account, string StartedAt, string SeenAt, ProviderDocument? Provider);

    private sealed record ProviderDocument(string? SignIn, string AuthenticatedAt, IReadOnlyList<string>? Grants, string SaidAt, string? Refresh, string? Issuer);
}
