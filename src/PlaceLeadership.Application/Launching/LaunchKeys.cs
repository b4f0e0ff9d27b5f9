using System.Security.Cryptography;
using System.Text;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Application.Launching;

/// <summary>A launch that somebody named by a key, so that asked for again it is known.</summary>
/// <param name="Cohort">The cohort; like all the rest of it empty once that is deleted.</param>
/// <param name="Nonce">From what its pseudonyms follow; drawn for this launch alone.</param>
/// <param name="KeyId">With which secret they do.</param>
/// <param name="Said">Stands for all that was asked for.</param>
/// <param name="Deleted">Whether the cohort was deleted since.</param>
public sealed record KeyedLaunch(CohortId Cohort, string Nonce, string KeyId, string Said, bool Deleted)
{
    /// <summary>One whose cohort was deleted.</summary>
    public static KeyedLaunch Closed { get; } = new(default, "", "", "", Deleted: true);

    /// <summary>The launch of this.</summary>
    public static KeyedLaunch Of(CohortId cohort, string nonce, string keyId, ReadOnlySpan<byte> said) => new(cohort, nonce, keyId, Hash(nonce, said), Deleted: false);

    /// <summary>Whether it was this that was asked for.</summary>
    public bool IsFor(ReadOnlySpan<byte> said) => Said == Hash(Nonce, said);

    private static string Hash(string nonce, ReadOnlySpan<byte> said) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(nonce), said));
}

/// <summary>
/// The keys under which somebody launched. A key stands for one launch for good: what else is asked for under it is refused, and once its cohort
/// is deleted it launches nothing more, so that no pseudonym comes back.
/// </summary>
public sealed class LaunchKeys(ITables tables)
{
    /// <summary>The shape of a row.</summary>
    public const string Shape = "launch-key/1";

    private const string Partition = "launch-keys";

    /// <summary>What was launched under a key, or null.</summary>
    public async Task<KeyedLaunch?> FindAsync(AccountId by, string key, CancellationToken cancellation) =>
        await tables.GetAsync(Table.Directory, Partition, RowKey(by, key), cancellation).ConfigureAwait(false) is { } row ? Read(row) : null;

    /// <summary>Keeps what is about to be launched under a key.</summary>
    /// <returns>False when something was kept under it already.</returns>
    public async Task<bool> KeepAsync(AccountId by, string key, KeyedLaunch launch, CancellationToken cancellation)
    {
        try
        {
            await tables.SubmitAsync(Table.Directory, Partition, [new RowChange.Insert(RowKey(by, key), Shape, Write(launch))], cancellation).ConfigureAwait(false);
            return true;
        }
        catch (StoreConflictException)
        {
            return false;
        }
    }

    /// <summary>Notes that a cohort is about to be deleted, for the keys under which it was launched.</summary>
    public async Task CloseAsync(CohortId cohort, CancellationToken cancellation)
    {
        var rows = await tables.RangeAsync(Table.Directory, Partition, "!", "~", cancellation).ToListAsync(cancellation).ConfigureAwait(false);
        foreach (var row in rows.Where(row => Read(row) is { Deleted: false } launch && launch.Cohort == cohort.Whole))
        {
            // Nothing else is ever written over it, and whoever closes it writes the same.
            var closed = new RowChange.Put(row.Key, Shape, Write(KeyedLaunch.Closed));
            await tables.SubmitAsync(Table.Directory, Partition, [closed], cancellation).ConfigureAwait(false);
        }
    }

    private static string RowKey(AccountId by, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{by}\n{key}")));

    /// <summary>The stored form.</summary>
    public static string Write(KeyedLaunch launch) => Documents.Write(
        launch.Deleted ? new LaunchKeyDocument(null, null, null, null, Deleted: true) : new LaunchKeyDocument(launch.Cohort.Value, launch.Nonce, launch.KeyId, launch.Said, Deleted: false));

    /// <summary>The launch of a row.</summary>
    public static KeyedLaunch Read(Row row)
    {
        var document = Documents.Read<LaunchKeyDocument>(row, Shape);
        return document is { Deleted: false, Cohort: { } cohort, Nonce: { } nonce, KeyId: { } keyId, Said: { } said }
            ? new KeyedLaunch(new CohortId(cohort), nonce, keyId, said, Deleted: false) : KeyedLaunch.Closed;
    }

    private sealed record LaunchKeyDocument(string? Cohort, string? Nonce, string? KeyId, string? Said, bool Deleted);
}
