using System.Security.Cryptography;
using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Accounts;

/// <summary>
/// What was done at the desk, in the order in which it was. Whoever notes waits until it is stored, and shows nothing before: so a crash loses
/// none of what somebody saw. All that is noted while a transaction is under way goes into the next, so that many pages cost one.
/// </summary>
public sealed class AccessLog(ITables tables, ActStored? stored = null)
{
    /// <summary>The shape of an act.</summary>
    public const string Shape = "access/1";

    /// <summary>How long acts are kept: a year, and time to look back on it.</summary>
    public static readonly Duration Kept = Duration.FromDays(400);

    private const string Partition = AccountStore.Partition;
    private const string Prefix = "act|";
    private const int MarkBytes = 8;
    private const int CharactersMax = 300;

    // How often, at most, what has been kept long enough is looked for.
    private static readonly Duration SweptEvery = Duration.FromHours(1);

    private static readonly InstantPattern Moment = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss.fff");

    private readonly Lock _lock = new();
    private List<AccessAct> _gathered = [];
    private Task? _next;
    private Task _last = Task.CompletedTask;
    private Instant _sweptAt = Instant.MinValue;

    /// <summary>Notes an act.</summary>
    /// <returns>Ends when it is stored.</returns>
    public Task NoteAsync(AccessAct act)
    {
        lock (_lock)
        {
            _gathered.Add(act);
            return _next ??= _last = StoreAfterAsync(_last);
        }
    }

    /// <summary>What was done in a time, latest last.</summary>
    public async Task<IReadOnlyList<AccessAct>> ListAsync(Instant from, Instant until, CancellationToken cancellation) =>
        await tables.RangeAsync(Table.Identities, Partition, Prefix + Moment.Format(from), Prefix + Moment.Format(until), cancellation).Select(Read)
            .ToListAsync(cancellation).ConfigureAwait(false);

    // Some of what has been kept long enough, each time.
    private async Task ForgetAsync(Instant now)
    {
        if (now < _sweptAt + SweptEvery)
        {
            return;
        }

        _sweptAt = now;
        var over = await tables.RangeAsync(Table.Identities, Partition, Prefix, Prefix + Moment.Format(now - Kept), CancellationToken.None).Take(ITables.ChangesMax)
            .ToListAsync().ConfigureAwait(false);
        try
        {
            if (over.Count > 0)
            {
                await tables.SubmitAsync(
                    Table.Identities, Partition, [.. over.Select(row => new RowChange.Delete(row.Key, row.ETag))], CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (StoreConflictException)
        {
            // Another did it.
        }
    }

    private async Task StoreAfterAsync(Task before)
    {
        // Not while the lock is held in which this was begun.
        await Task.Yield();
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        List<AccessAct> acts;
        lock (_lock)
        {
            (acts, _gathered, _next) = (_gathered, [], null);
        }

        foreach (var some in acts.Chunk(ITables.ChangesMax))
        {
            await tables.SubmitAsync(Table.Identities, Partition, [.. some.Select(Insert)], CancellationToken.None).ConfigureAwait(false);
            Array.ForEach(some, act => stored?.Invoke(act));
        }

        await ForgetAsync(acts[^1].At).ConfigureAwait(false);
    }

    /// <summary>The change that stores an act.</summary>
    internal static RowChange Insert(AccessAct act) => new RowChange.Insert(
        $"{Prefix}{Moment.Format(act.At)}|{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MarkBytes))}", Shape, Write(act));

    /// <summary>The stored form.</summary>
    public static string Write(AccessAct act) => Documents.Write(new AccessDocument(
        Texts.Moment(act.At), act.By?.Value, act.What, Bounded(act.Whom?.Value), Bounded(act.Cohort?.Value), Bounded(act.Detail), Bounded(act.From)));

    // Whatever was sent: an act that cannot be stored would fail all that are stored with it.
    private static string? Bounded(string? text) => PlainLine.Of(text ?? "", CharactersMax) is { Length: > 0 } line ? line : null;

    /// <summary>The act of a row.</summary>
    public static AccessAct Read(Row row)
    {
        var document = Documents.Read<AccessDocument>(row, Shape);
        return new AccessAct(Texts.Moment(document.At), document.By is { } by ? new AccountId(by) : null, document.What)
        {
            Whom = document.Whom is { } whom ? new AccountId(whom) : null,
            Cohort = document.Cohort is { } cohort ? new CohortId(cohort) : null,
            Detail = document.Detail ?? "",
            From = document.From ?? "",
        };
    }

    private sealed record AccessDocument(string At, string? By, string What, string? Whom, string? Cohort, string? Detail, string? From);
}
