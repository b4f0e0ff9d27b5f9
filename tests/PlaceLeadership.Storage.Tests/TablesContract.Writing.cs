using static PlaceLeadership.Core.Storing.RowChange;

namespace PlaceLeadership.Storage.Tests;

public abstract partial class TablesContract
{
    [Fact]
    public async Task An_inserted_row_comes_back_whole()
    {
        var etags = await Submit(new Insert("person|1", Shape, """{"a":1}"""));

        var row = await Get("person|1");

        Assert.Equal(new("person|1", Shape, """{"a":1}""", etags[0]), row);
    }

    [Fact]
    public async Task A_row_that_nobody_stored_is_null() => Assert.Null(await Get("nobody"));

    [Fact]
    public async Task Inserting_an_existing_key_is_a_conflict_and_changes_nothing()
    {
        await Submit(new Insert("k", Shape, "first"));

        var conflict = await Conflicts(new Insert("k", Shape, "second"));

        Assert.Equal("The row 'k' exists already.", conflict.Message);
        Assert.Equal("first", (await Get("k"))!.Body);
    }

    [Fact]
    public async Task Replacing_with_the_present_etag_stores_body_and_shape()
    {
        var etags = await Submit(new Insert("k", Shape, "first"));

        await Submit(new Replace("k", "thing/2", "second", etags[0]));

        var row = await Get("k");
        Assert.Equal(("thing/2", "second"), (row!.Shape, row.Body));
    }

    [Fact]
    public async Task Replacing_with_an_old_etag_is_a_conflict_and_changes_nothing()
    {
        var old = (await Submit(new Insert("k", Shape, "first")))[0];
        await Submit(new Replace("k", Shape, "second", old));

        var conflict = await Conflicts(new Replace("k", Shape, "third", old));

        Assert.Equal("The row 'k' has been changed by somebody else.", conflict.Message);
        Assert.Equal("second", (await Get("k"))!.Body);
    }

    [Fact]
    public async Task Replacing_a_deleted_row_is_a_conflict()
    {
        var etag = (await Submit(new Insert("k", Shape, "first")))[0];
        await Submit(new Delete("k", etag));

        var conflict = await Conflicts(new Replace("k", Shape, "second", etag));

        Assert.Equal("The row 'k' is missing.", conflict.Message);
        Assert.Null(await Get("k"));
    }

    [Fact]
    public async Task Deleting_with_the_present_etag_removes_the_row_and_returns_no_etag()
    {
        var etag = (await Submit(new Insert("k", Shape, "first")))[0];

        Assert.Equal([""], await Submit(new Delete("k", etag)));

        Assert.Null(await Get("k"));
    }

    [Fact]
    public async Task Deleting_with_an_old_etag_is_a_conflict_and_the_row_stays()
    {
        var old = (await Submit(new Insert("k", Shape, "first")))[0];
        await Submit(new Put("k", Shape, "second"));

        await Conflicts(new Delete("k", old));

        Assert.Equal("second", (await Get("k"))!.Body);
    }

    [Fact]
    public async Task Deleting_twice_is_a_conflict()
    {
        var etag = (await Submit(new Insert("k", Shape, "first")))[0];
        await Submit(new Delete("k", etag));

        var conflict = await Conflicts(new Delete("k", etag));

        Assert.Equal("The row 'k' is missing.", conflict.Message);
    }

    [Fact]
    public async Task Putting_stores_whether_or_not_a_row_is_there()
    {
        await Submit(new Put("k", Shape, "first"));
        await Submit(new Put("k", "thing/2", "second"));

        var row = await Get("k");
        Assert.Equal(("thing/2", "second"), (row!.Shape, row.Body));
    }

    [Fact]
    public async Task Every_write_changes_the_etag_even_when_the_content_is_the_same()
    {
        var first = (await Submit(new Insert("k", Shape, "same")))[0];
        var second = (await Submit(new Put("k", Shape, "same")))[0];
        var third = (await Submit(new Replace("k", Shape, "same", second)))[0];

        Assert.Equal(3, new HashSet<string> { first, second, third }.Count);
    }

    [Fact]
    public async Task A_row_deleted_and_inserted_again_does_not_look_unchanged()
    {
        var first = (await Submit(new Insert("k", Shape, "same")))[0];
        await Submit(new Delete("k", first));
        await Submit(new Insert("k", Shape, "same"));

        await Conflicts(new Replace("k", Shape, "mine", first));
    }

    [Fact]
    public async Task Transaction_point_read_and_range_give_one_and_the_same_etag()
    {
        var submitted = (await Submit(new Insert("k", Shape, "x")))[0];

        Assert.Equal(submitted, (await Get("k"))!.ETag);
        Assert.Equal(submitted, Assert.Single(await Rows("k", "l")).ETag);
    }

    [Fact]
    public async Task A_transaction_returns_the_etag_of_each_change_in_turn()
    {
        var before = await Submit(new Insert("a", Shape, "1"), new Insert("b", Shape, "2"));

        var after = await Submit(
            new Put("c", Shape, "3"), new Delete("b", before[1]), new Replace("a", Shape, "4", before[0]));

        Assert.Equal((await Get("c"))!.ETag, after[0]);
        Assert.Equal("", after[1]);
        Assert.Equal((await Get("a"))!.ETag, after[2]);
    }
}
