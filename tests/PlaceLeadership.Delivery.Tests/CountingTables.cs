using System.Runtime.CompilerServices;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Delivery.Tests;

/// <summary>What was asked of the store.</summary>
/// <param name="Reads">Point reads and ranges.</param>
/// <param name="Transactions">Transactions.</param>
/// <param name="RowsRead">Rows that came back.</param>
/// <param name="RowsWritten">Rows inserted, replaced or deleted.</param>
internal sealed record StoreCost(int Reads, int Transactions, int RowsRead, int RowsWritten);

/// <summary>Tables that count.</summary>
internal sealed class CountingTables(ITables inner) : ITables
{
    /// <summary>How many more transactions are taken before the process dies, or null.</summary>
    public int? WritesLeft { get; set; }

    public StoreCost Cost { get; private set; } = new(0, 0, 0, 0);

    public void StartCounting() => Cost = new(0, 0, 0, 0);

    public async Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation)
    {
        var row = await inner.GetAsync(table, partition, key, cancellation);
        Cost = Cost with { Reads = Cost.Reads + 1, RowsRead = Cost.RowsRead + (row is null ? 0 : 1) };
        return row;
    }

    public async IAsyncEnumerable<Row> RangeAsync(
        Table table, string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Cost = Cost with { Reads = Cost.Reads + 1 };
        await foreach (var row in inner.RangeAsync(table, partition, from, to, cancellation))
        {
            Cost = Cost with { RowsRead = Cost.RowsRead + 1 };
            yield return row;
        }
    }

    public Task<IReadOnlyList<string>> SubmitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        if (WritesLeft-- <= 0)
        {
            throw new IOException("The process died.");
        }

        Cost = Cost with { Transactions = Cost.Transactions + 1, RowsWritten = Cost.RowsWritten + changes.Count };
        return inner.SubmitAsync(table, partition, changes, cancellation);
    }
}
