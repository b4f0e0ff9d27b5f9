using PlaceLeadership.Core.Storing;
using static PlaceLeadership.Core.Storing.RowChange;

namespace PlaceLeadership.Storage.Tests;

/// <summary>What both stores promise. Split by promise into partial files.</summary>
public abstract partial class TablesContract
{
    private const string Shape = "thing/1";

    protected abstract ITables Tables { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A partition that no other test uses.</summary>
    private static string Partition => "p-" + TestContext.Current.Test!.UniqueID;

    private Task<IReadOnlyList<string>> Submit(params RowChange[] changes) => SubmitIn(Partition, changes);

    private Task<IReadOnlyList<string>> SubmitIn(string partition, params RowChange[] changes) =>
        Tables.SubmitAsync(Table.Cohorts, partition, changes, Stop);

    private Task<Row?> Get(string key) => Tables.GetAsync(Table.Cohorts, Partition, key, Stop);

    private async Task<string[]> Keys(string from, string to) => [.. (await Rows(from, to)).Select(row => row.Key)];

    private ValueTask<List<Row>> Rows(string from, string to) =>
        Tables.RangeAsync(Table.Cohorts, Partition, from, to, Stop).ToListAsync(Stop);

    private Task<IReadOnlyList<string>> Store(params string[] keys) => Submit([.. keys.Select(key => new Insert(key, Shape, "{}"))]);

    private Task<StoreConflictException> Conflicts(params RowChange[] changes) =>
        Assert.ThrowsAsync<StoreConflictException>(() => Submit(changes));

    private async Task<string> Refused(params RowChange[] changes) =>
        (await Assert.ThrowsAnyAsync<ArgumentException>(() => Submit(changes))).Message;
}
