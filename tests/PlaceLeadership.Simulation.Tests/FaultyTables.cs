using System.Runtime.CompilerServices;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Simulation.Tests;

/// <summary>A store that fails as networks and processes do, and counts what is asked of it.</summary>
public sealed class FaultyTables(ITables inner, Faults faults) : ITables
{
    public int Operations { get; private set; }

    public int RowsRead { get; private set; }

    public void ResetCounts() => (Operations, RowsRead) = (0, 0);

    public async Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation)
    {
        Operations++;
        Before(reading: true);
        var row = await inner.GetAsync(table, partition, key, cancellation);
        RowsRead += row is null ? 0 : 1;
        return row;
    }

    public async IAsyncEnumerable<Row> RangeAsync(
        Table table, string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Operations++;
        Before(reading: true);
        await foreach (var row in inner.RangeAsync(table, partition, from, to, cancellation))
        {
            RowsRead++;
            yield return row;
        }
    }

    public async Task<IReadOnlyList<string>> SubmitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        Operations++;
        var after = Before(reading: false);
        var etags = await inner.SubmitAsync(table, partition, changes, cancellation);
        return after switch
        {
            Misfortune.CrashAfter => throw new SimulatedCrashException(),
            Misfortune.LostResponse => throw new TimeoutException("The answer of the store was lost."),
            _ => etags,
        };
    }

    private Misfortune Before(bool reading)
    {
        var misfortune = faults.Next();
        return misfortune switch
        {
            Misfortune.CrashBefore => throw new SimulatedCrashException(),
            Misfortune.CrashAfter when reading => throw new SimulatedCrashException(),
            Misfortune.Timeout => throw new TimeoutException("The store did not answer."),
            Misfortune.LostResponse when reading => throw new TimeoutException("The store did not answer."),
            Misfortune.Conflict when !reading => throw new StoreConflictException("Somebody else was first."),
            _ => misfortune,
        };
    }
}
