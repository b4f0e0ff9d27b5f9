using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Accounts;

/// <summary>
/// Sign-ins, kept in the tables, so that ending one holds at the next request on every instance of a host. What the browser holds stands
/// nowhere, only a hash of it. Rows go once their sign-in is over, when somebody signs in or out.
/// </summary>
public sealed class SessionStore(ITables tables)
{
    /// <summary>The shape of a sign-in.</summary>
    public const string Shape = "session/1";

    /// <summary>The partition of the directory in which they stand.</summary>
    public const string Partition = "sessions";

    /// <summary>How often it is noted that a sign-in is used.</summary>
    public static readonly Duration NotedEvery = Duration.FromMinutes(5);

    private const int SweptAtOnce = ITables.ChangesMax;
    private const int AttemptsMax = 20;

    /// <summary>Notes a new sign-in.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="secret">What only the browser will know.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Cancels before it is stored.</param>
    public async Task StartAsync(AccountId account, string secret, Instant now, CancellationToken cancellation)
    {
        var session = new Session(account, KeyOf(account, secret), now, now);
        await tables.SubmitAsync(Table.Directory, Partition, [new RowChange.Put(session.Key, Shape, Write(session))], cancellation).ConfigureAwait(false);
        await SweepAsync(now, cancellation).ConfigureAwait(false);
    }

    /// <summary>The sign-in of whoever knows this; null when there is none, or none any more. That it is used is noted now and then.</summary>
    public async Task<Session?> FindAsync(AccountId account, string secret, Instant now, CancellationToken cancellation)
    {
        if (await tables.GetAsync(Table.Directory, Partition, KeyOf(account, secret), cancellation).ConfigureAwait(false) is not { } row
            || Read(row) is not { } session || !session.Holds(now))
        {
            return null;
        }

        if (now >= session.SeenAt + NotedEvery)
        {
            session = session with { SeenAt = now };
            try
            {
                await tables.SubmitAsync(
                    Table.Directory, Partition, [new RowChange.Replace(row.Key, Shape, Write(session), row.ETag)], cancellation).ConfigureAwait(false);
            }
            catch (StoreConflictException)
            {
                // Another request noted it, or ended it: then the next does not find it.
            }
        }

        return session;
    }

    /// <summary>Ends a sign-in.</summary>
    public Task EndAsync(Session session, Instant now, CancellationToken cancellation) =>
        SweepAsync(now, cancellation, other => other.Key == session.Key);

    /// <summary>Ends every sign-in of an account, wherever it was made.</summary>
    /// <returns>How many there were that still held.</returns>
    public async Task<int> EndAllAsync(AccountId account, Instant now, CancellationToken cancellation)
    {
        var ended = 0;
        await SweepAsync(now, cancellation, session =>
        {
            var ends = session.Account == account;
            ended += ends && session.Holds(now) ? 1 : 0;
            return ends;
        }).ConfigureAwait(false);
        return ended;
    }

    private static string KeyOf(AccountId account, string secret) =>
        $"{account}|{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))}";

    // What is to end goes before anything else, so that many that are over never keep one that somebody ends.
    private async Task SweepAsync(Instant now, CancellationToken cancellation, Func<Session, bool>? ends = null)
    {
        var rows = new List<(Row Row, bool Ends)>();
        await foreach (var row in tables.RangeAsync(Table.Directory, Partition, "!", "~", cancellation).ConfigureAwait(false))
        {
            var session = Read(row);
            var isEnded = ends?.Invoke(session) == true;
            if (isEnded || !session.Holds(now))
            {
                rows.Add((row, isEnded));
            }
        }

        foreach (var (row, isEnded) in rows.Where(row => row.Ends).Concat(rows.Where(row => !row.Ends).Take(SweptAtOnce)))
        {
            await DeleteAsync(row, isEnded, cancellation).ConfigureAwait(false);
        }
    }

    private async Task DeleteAsync(Row? row, bool isEnded, CancellationToken cancellation)
    {
        for (var attempt = 1; row is not null; attempt++)
        {
            try
            {
                await tables.SubmitAsync(Table.Directory, Partition, [new RowChange.Delete(row.Key, row.ETag)], cancellation).ConfigureAwait(false);
                return;
            }
            catch (StoreConflictException) when (attempt < AttemptsMax)
            {
                // It was used, or ended, at this moment. What is merely over can wait for the next sweep.
                row = isEnded ? await tables.GetAsync(Table.Directory, Partition, row.Key, cancellation).ConfigureAwait(false) : null;
            }
        }
    }

    /// <summary>The stored form.</summary>
    public static string Write(Session session) => Documents.Write(new SessionDocument(
        session.Account.Value, Texts.Moment(session.StartedAt), Texts.Moment(session.SeenAt)));

    /// <summary>The sign-in of a row.</summary>
    public static Session Read(Row row)
    {
        var document = Documents.Read<SessionDocument>(row, Shape);
        return new Session(new AccountId(document.Account), row.Key, Texts.Moment(document.StartedAt), Texts.Moment(document.SeenAt));
    }

    private sealed record SessionDocument(string Account, string StartedAt, string SeenAt);
}
