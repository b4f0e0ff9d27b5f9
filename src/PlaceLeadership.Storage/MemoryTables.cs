using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Storage;

/// <summary>
/// The tables of one process, gone when it ends: for rehearsals, demonstrations, the simulation and tests. Keeps the
/// whole contract of <see cref="ITables"/>, the limits of Azure Tables included. Safe to use from many threads.
/// </summary>
/// <remarks>
/// As in Azure, a long range is read in pages of 1,000 rows: a row stored while somebody reads may or may not be in what
/// they see, but one page is one moment.
/// </remarks>
public sealed class MemoryTables : ITables
{
    private const int PageRows = 1_000;

    private readonly ConcurrentDictionary<(Table Table, string Partition), MemoryPartition> _partitions = new();
    private long _writes;

    /// <inheritdoc />
    public Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation)
    {
        RowLimits.CheckKeys(partition, key);
        return cancellation.IsCancellationRequested
            ? Task.FromCanceled<Row?>(cancellation)
            : Task.FromResult(_partitions.TryGetValue((table, partition), out var rows) ? rows.Find(key) : null);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<Row> RangeAsync(
        Table table, string partition, string from, string to, CancellationToken cancellation)
    {
        RowLimits.CheckRange(partition, from, to);
        return Range(table, partition, from, to, cancellation);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> SubmitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        RowLimits.CheckTransaction(partition, changes);
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<IReadOnlyList<string>>(cancellation);
        }

        try
        {
            var rows = _partitions.GetOrAdd((table, partition), _ => new MemoryPartition());
            return Task.FromResult<IReadOnlyList<string>>(rows.Apply(changes, NextETag));
        }
        catch (StoreConflictException conflict)
        {
            return Task.FromException<IReadOnlyList<string>>(conflict);
        }
    }

    private async IAsyncEnumerable<Row> Range(
        Table table,
        string partition,
        string from,
        string to,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        // Completes at once; without it the iterator would have nothing to await.
        await ValueTask.CompletedTask.ConfigureAwait(false);
        while (_partitions.TryGetValue((table, partition), out var rows))
        {
            var page = rows.Page(from, to, PageRows);
            foreach (var row in page)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return row;
            }

            if (page.Length < PageRows)
            {
                yield break;
            }

            // Keys hold no control characters, so nothing fits between a key and the key followed by U+0000.
            from = page[^1].Key + '\0';
        }
    }

    /// <summary>One counter for the whole store, so that a row deleted and inserted again never looks unchanged.</summary>
    private string NextETag() => $"\"m{Interlocked.Increment(ref _writes)}\"";
}
