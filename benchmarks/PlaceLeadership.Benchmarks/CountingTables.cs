using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Benchmarks;

/// <summary>Tables that count what is asked of them.</summary>
internal sealed class CountingTables(ITables inner) : ITables
{
    public int Reads { get; private set; }

    public int Transactions { get; private set; }

    public int RowsWritten { get; private set; }

    /// <summary>Every row that was written, for writing the like of it again.</summary>
    public List<(string Shape, string Body)> Written { get; } = [];

    public void StartCounting()
    {
        (Reads, Transactions, RowsWritten) = (0, 0, 0);
        Written.Clear();
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
        Written.AddRange(changes.Select(change => change switch
        {
            RowChange.Insert insert => (insert.Shape, insert.Body),
            RowChange.Replace replace => (replace.Shape, replace.Body),
            RowChange.Put put => (put.Shape, put.Body),
            _ => ("", ""),
        }).Where(row => row.Item1.Length > 0));
        return inner.SubmitAsync(table, partition, changes, cancellation);
    }
}
