using System.Runtime.CompilerServices;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Tests.Building;

/// <summary>Tables in which somebody else acts just before one operation, and which are otherwise true.</summary>
/// <param name="inner">The tables that are true.</param>
internal sealed class InterruptedTables(ITables inner) : ITables
{
    private bool _interrupting;

    /// <summary>The operation before which it happens, counted from 1; 0 for none.</summary>
    public int At { get; set; }

    /// <summary>What happens; its own operations are not counted.</summary>
    public Func<Task> Act { get; set; } = () => Task.CompletedTask;

    public int Operations { get; private set; }

    public async Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation)
    {
        await BeforeAsync();
        return await inner.GetAsync(table, partition, key, cancellation);
    }

    public async IAsyncEnumerable<Row> RangeAsync(
        Table table, string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await BeforeAsync();
        await foreach (var row in inner.RangeAsync(table, partition, from, to, cancellation))
        {
            yield return row;
        }
    }

    public async Task<IReadOnlyList<string>> SubmitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        await BeforeAsync();
        return await inner.SubmitAsync(table, partition, changes, cancellation);
    }

    private async Task BeforeAsync()
    {
        if (_interrupting)
        {
            return;
        }

        if (++Operations == At)
        {
            _interrupting = true;
            await Act();
            _interrupting = false;
        }
    }
}
