using PlaceLeadership.Core.Storing;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Web.Tests.Place;

/// <summary>The real in-memory store behind a switch: while it is off, the store cannot be reached.</summary>
public sealed class SwitchedTables : ITables
{
    private readonly MemoryTables _tables = new();

    /// <summary>What every call meets, or null while the store answers.</summary>
    public Exception? Trouble { get; set; }

    /// <summary>What only calls that store something meet.</summary>
    public Exception? TroubleStoring { get; set; }

    /// <summary>In which partition nothing can be stored; null for none.</summary>
    public string? TroubleStoringIn { get; set; }

    /// <summary>What somebody else does at the very moment before something is stored in this partition, once.</summary>
    public (string Partition, Func<Task> Act)? Before { get; set; }

    public Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation) =>
        Trouble is { } trouble ? Task.FromException<Row?>(trouble) : _tables.GetAsync(table, partition, key, cancellation);

    public IAsyncEnumerable<Row> RangeAsync(
        Table table, string partition, string from, string to, CancellationToken cancellation) =>
        Trouble is { } trouble ? throw trouble : _tables.RangeAsync(table, partition, from, to, cancellation);

    public async Task<IReadOnlyList<string>> SubmitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        if (Before is { } other && other.Partition == partition)
        {
            Before = null;
            Task act;
            using (ExecutionContext.SuppressFlow())
            {
                act = Task.Run(other.Act, cancellation);
            }

            await act;
        }

        return (Trouble ?? TroubleStoring ?? (partition == TroubleStoringIn ? new IOException("Away.") : null)) is { } trouble ? throw trouble : await _tables.SubmitAsync(table, partition, changes, cancellation);
    }
}
