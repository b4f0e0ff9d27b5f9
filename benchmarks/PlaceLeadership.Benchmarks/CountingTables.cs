using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Benchmarks;

/// <summary>Tables that count what is asked of them.</summary>
internal sealed class CountingTables(ITables inner) : ITables
{
    public int Reads { get; private set; }

    public int Transactions { get; private set; }

    public int RowsWritten { get; private set; }

    /// <summary>Every change that was made, for making the like of it again.</summary>
    public List<RowChange> Changes { get; } = [];

    public void StartCounting()
    {
        (Reads, Transactions, RowsWritten) = (0, 0, 0);
        Changes.Clear();
    }

    public Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation)
    {
        Reads++;
        return inner.GetAsync(table, partition, key, cancellation);
    }

    public IAsyncEnumerable<Row> RangeAsync(Table table, string partition, string from, string to, CancellationToken cancellation)
    {
        Reads++;
        return inner.RangeAsync(table, partition, from, to, cancellation);
    }

    public Task<IReadOnlyList<string>> SubmitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        Transactions++;
        RowsWritten += changes.Count;
        Changes.AddRange(changes);
        return inner.SubmitAsync(table, partition, changes, cancellation);
    }
}
