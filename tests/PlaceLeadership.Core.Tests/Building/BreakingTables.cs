using System.Runtime.CompilerServices;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Tests.Building;

/// <summary>Thrown where the process dies.</summary>
internal sealed class BrokenOffException : Exception;

/// <summary>Tables that break off at one operation, before its effect or after it, and count and total what is asked of them.</summary>
/// <param name="inner">The tables that are true.</param>
internal sealed class BreakingTables(ITables inner) : ITables
{
    /// <summary>The operation that breaks, counted from 1; 0 for none.</summary>
    public int BreakAt { get; set; }

    public bool AfterItsEffect { get; set; }

    public int Operations { get; private set; }

    public int RowsRead { get; private set; }

    public int RowsWritten { get; private set; }

    public void StartCounting() => (Operations, RowsRead, RowsWritten) = (0, 0, 0);

    public async Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation)
    {
        Before();
        var row = await inner.GetAsync(table, partition, key, cancellation);
        RowsRead += row is null ? 0 : 1;
        After();
        return row;
    }

    public async IAsyncEnumerable<Row> RangeAsync(
        Table table, string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Before();
        await foreach (var row in inner.RangeAsync(table, partition, from, to, cancellation))
        {
            RowsRead++;
            yield return row;
        }

        After();
    }

    public async Task<IReadOnlyList<string>> SubmitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        Before();
        var etags = await inner.SubmitAsync(table, partition, changes, cancellation);
        RowsWritten += changes.Count;
        After();
        return etags;
    }

    private void Before()
    {
        Operations++;
        BreakIf(!AfterItsEffect);
    }

    private void After() => BreakIf(AfterItsEffect);

    private void BreakIf(bool now)
    {
        if (now && Operations == BreakAt)
        {
            throw new BrokenOffException();
        }
    }
}
