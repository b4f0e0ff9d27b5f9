using PlaceLeadership.Core.Storing;
using static PlaceLeadership.Core.Storing.RowChange;

namespace PlaceLeadership.Storage.Tests;

public abstract partial class TablesContract
{
    [Fact]
    public async Task A_range_holds_its_first_bound_and_not_its_second()
    {
        await Store("a", "b", "c", "d");

        Assert.Equal(["b", "c"], await Keys("b", "d"));
    }

    [Fact]
    public async Task Bounds_need_not_be_keys_that_exist()
    {
        await Store("a", "c", "e");

        Assert.Equal(["c"], await Keys("b", "d"));
    }

    [Fact]
    public async Task Rows_come_in_ordinal_order_whatever_the_order_of_storing()
    {
        await Store("b", "B", "a|2", "a", "_", "a|10", "Z", "0", "~", "é", "z");

        Assert.Equal(["0", "B", "Z", "_", "a", "a|10", "a|2", "b", "z", "~", "é"], await Keys("", "ü"));
    }

    [Fact]
    public async Task A_prefix_range_takes_what_starts_with_the_prefix_and_nothing_beside_it()
    {
        await Store("a", "a{", "a|", "a|1", "a|zzz", "a|~", "a}", "ab", "b|1");

        Assert.Equal(["a|", "a|1", "a|zzz", "a|~"], await Keys("a|", "a}"));
    }

    [Fact]
    public async Task The_first_possible_key_after_a_key_is_the_key_and_a_space()
    {
        await Store("k", "k ", "k!", "k1", "l");

        Assert.Equal(["k ", "k!", "k1", "l"], await Keys("k ", "m"));
    }

    [Fact]
    public async Task A_range_whose_bounds_are_equal_is_empty()
    {
        await Store("a", "b");

        Assert.Empty(await Keys("a", "a"));
    }

    [Fact]
    public async Task A_range_whose_bounds_are_swapped_is_empty()
    {
        await Store("a", "b");

        Assert.Empty(await Keys("b", "a"));
    }

    [Fact]
    public async Task A_range_over_a_partition_nobody_used_is_empty() => Assert.Empty(await Keys("", "~"));

    [Fact]
    public async Task Rows_of_a_range_come_back_whole()
    {
        await Submit(new Insert("a", "one/1", "1"), new Insert("b", "two/7", "2"));

        Assert.Equal([("a", "one/1", "1"), ("b", "two/7", "2")],
            (await Rows("a", "c")).Select(row => (row.Key, row.Shape, row.Body)));
    }

    [Fact]
    public async Task A_range_longer_than_a_page_is_complete_and_in_order()
    {
        var keys = Enumerable.Range(0, 2_105).Select(i => $"k{i:0000}").ToArray();
        foreach (var hundred in keys.Reverse().Chunk(100))
        {
            await Store(hundred);
        }

        Assert.Equal(keys, await Keys("k", "l"));
        Assert.Equal(keys[500..1_501], await Keys("k0500", "k1501"));
        Assert.Equal(keys[..1_000], await Keys("k", "k1000"));
    }

    [Fact]
    public async Task A_reader_may_stop_early()
    {
        await Store("a", "b", "c");

        var first = await Tables.RangeAsync(Table.Cohorts, Partition, "a", "z", Stop).FirstAsync(Stop);

        Assert.Equal("a", first.Key);
    }

    [Fact]
    public async Task A_reader_may_change_rows_while_it_reads()
    {
        await Store("a", "b", "c");

        await foreach (var row in Tables.RangeAsync(Table.Cohorts, Partition, "a", "z", Stop))
        {
            await Submit(new Delete(row.Key, row.ETag));
        }

        Assert.Empty(await Keys("", "~"));
    }

    [Fact]
    public async Task Partitions_do_not_see_each_other()
    {
        await SubmitIn(Partition + "-x", new Insert("k", Shape, "x"));
        await SubmitIn(Partition + "-y", new Insert("k", Shape, "y"));

        Assert.Null(await Get("k"));
        Assert.Empty(await Keys("", "~"));
        Assert.Equal("x", (await Tables.GetAsync(Table.Cohorts, Partition + "-x", "k", Stop))!.Body);
    }

    [Fact]
    public async Task Partitions_differ_by_case()
    {
        await SubmitIn(Partition + "a", new Insert("k", Shape, "small"));

        Assert.Null(await Tables.GetAsync(Table.Cohorts, Partition + "A", "k", Stop));
    }

    [Theory]
    [InlineData(Table.Identities)]
    [InlineData(Table.Reflections)]
    [InlineData(Table.Programmes)]
    [InlineData(Table.Directory)]
    public async Task Tables_do_not_see_each_other(Table other)
    {
        await Tables.SubmitAsync(other, Partition, [new Insert("k", Shape, "other")], Stop);

        Assert.Null(await Get("k"));
        Assert.Equal("other", (await Tables.GetAsync(other, Partition, "k", Stop))!.Body);
    }

    [Fact]
    public async Task Nothing_is_read_or_stored_once_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);
        var partition = Partition;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Tables.GetAsync(Table.Cohorts, partition, "k", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Tables.SubmitAsync(Table.Cohorts, partition, [new Insert("k", Shape, "")], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Tables.RangeAsync(Table.Cohorts, partition, "a", "z", cancelled).ToListAsync(Stop).AsTask());
        Assert.Null(await Get("k"));
    }

    [Fact]
    public async Task A_range_stops_when_it_is_cancelled_half_way()
    {
        await Store("a", "b", "c");
        using var source = new CancellationTokenSource();
        var seen = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in Tables.RangeAsync(Table.Cohorts, Partition, "a", "z", source.Token))
            {
                seen++;
                await source.CancelAsync();
            }
        });

        Assert.Equal(1, seen);
    }
}
