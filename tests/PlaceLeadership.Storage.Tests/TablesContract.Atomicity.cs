using PlaceLeadership.Core.Storing;
using static PlaceLeadership.Core.Storing.RowChange;

namespace PlaceLeadership.Storage.Tests;

public abstract partial class TablesContract
{
    [Fact]
    public async Task One_existing_key_at_the_end_undoes_the_whole_transaction()
    {
        var there = (await Submit(new Insert("there", Shape, "old"), new Insert("gone", Shape, "old")))[0];
        var gone = (await Get("gone"))!.ETag;

        var conflict = await Conflicts(
            new Insert("new", Shape, "new"),
            new Put("put", Shape, "new"),
            new Delete("gone", gone),
            new Insert("there", Shape, "new"));

        Assert.Contains("'there'", conflict.Message, StringComparison.Ordinal);
        Assert.Equal(["gone", "there"], await Keys("", "~"));
        Assert.Equal((there, "old"), ((await Get("there"))!.ETag, (await Get("there"))!.Body));
        Assert.Equal(gone, (await Get("gone"))!.ETag);
    }

    [Fact]
    public async Task One_stale_etag_undoes_the_whole_transaction()
    {
        var old = (await Submit(new Insert("k", Shape, "1")))[0];
        await Submit(new Put("k", Shape, "2"));

        var conflict = await Conflicts(new Insert("a", Shape, "new"), new Replace("k", Shape, "3", old));

        Assert.Contains("'k'", conflict.Message, StringComparison.Ordinal);
        Assert.Equal(["k"], await Keys("", "~"));
        Assert.Equal("2", (await Get("k"))!.Body);
    }

    [Fact]
    public async Task One_missing_row_undoes_the_whole_transaction()
    {
        var etag = (await Submit(new Insert("k", Shape, "1")))[0];
        await Submit(new Delete("k", etag));

        await Conflicts(new Insert("a", Shape, "new"), new Delete("k", etag), new Insert("z", Shape, "new"));

        Assert.Empty(await Keys("", "~"));
    }

    [Fact]
    public async Task A_conflict_leaves_the_etags_of_untouched_rows_alone()
    {
        var etag = (await Submit(new Insert("k", Shape, "1"), new Insert("x", Shape, "1")))[0];

        await Conflicts(new Replace("k", Shape, "2", etag), new Insert("x", Shape, "2"));

        await Submit(new Replace("k", Shape, "3", etag));
        Assert.Equal("3", (await Get("k"))!.Body);
    }

    [Fact]
    public async Task Hundred_changes_go_into_one_transaction()
    {
        await Store([.. Enumerable.Range(0, 100).Select(i => $"k{i:000}")]);

        Assert.Equal(100, (await Keys("k", "l")).Length);
    }

    [Fact]
    public async Task Two_hundred_concurrent_increments_count_exactly_two_hundred()
    {
        await Submit(new Insert("count", Shape, "0"));
        var partition = Partition;

        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Stop }, async (_, stop) =>
        {
            while (!await TryIncrement(partition, stop))
            {
            }
        });

        Assert.Equal("200", (await Get("count"))!.Body);
    }

    [Fact]
    public async Task Of_many_who_insert_the_same_key_exactly_one_wins()
    {
        var partition = Partition;
        var wins = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            try
            {
                await SubmitIn(partition, new Insert("k", Shape, $"{i}"));
                return 1;
            }
            catch (StoreConflictException)
            {
                return 0;
            }
        }));

        Assert.Equal(1, wins.Sum());
    }

    private async Task<bool> TryIncrement(string partition, CancellationToken stop)
    {
        var row = await Tables.GetAsync(Table.Cohorts, partition, "count", stop);
        var next = int.Parse(row!.Body, System.Globalization.CultureInfo.InvariantCulture) + 1;
        try
        {
            await SubmitIn(partition, new Replace("count", Shape, $"{next}", row.ETag));
            return true;
        }
        catch (StoreConflictException)
        {
            return false;
        }
    }
}
