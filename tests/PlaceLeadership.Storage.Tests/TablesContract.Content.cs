using static PlaceLeadership.Core.Storing.RowChange;

namespace PlaceLeadership.Storage.Tests;

public abstract partial class TablesContract
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("it's \"quoted\" \\ and / back")]
    [InlineData("Llanfair­pwllgwyngyll ŵŷ êâ")]
    [InlineData("emoji 👩‍⚕️ and 漢字 and עברית")]
    [InlineData("line\r\nbreak\ttab and end\n")]
    [InlineData("control \u0001\u001f\u007f\u2028 and \uFEFF")]
    [InlineData("<b>&amp;</b> + % %20 '; drop table")]
    public async Task Every_text_comes_back_as_it_was(string body)
    {
        await Submit(new Insert("k", Shape, body));

        Assert.Equal(body, (await Get("k"))!.Body);
        Assert.Equal(body, Assert.Single(await Rows("k", "l")).Body);
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("''")]
    [InlineData("a b")]
    [InlineData("a+b&c=d")]
    [InlineData("%20")]
    [InlineData("100%")]
    [InlineData("step|ŵythnos|漢")]
    [InlineData("(k),$filter")]
    [InlineData("\"quoted\"")]
    [InlineData("a:b;c@d.e")]
    public async Task Every_allowed_key_can_be_stored_found_changed_and_deleted(string key)
    {
        var inserted = (await Submit(new Insert(key, Shape, "1")))[0];
        Assert.Equal(key, (await Get(key))!.Key);
        Assert.Equal([key], await Keys(key, key + "~"));

        var replaced = (await Submit(new Replace(key, Shape, "2", inserted)))[0];
        Assert.Equal("2", (await Get(key))!.Body);

        await Submit(new Delete(key, replaced));
        Assert.Null(await Get(key));
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("a b+c&d")]
    [InlineData("Caerdydd-ŵ")]
    public async Task Every_allowed_partition_can_be_used(string partition)
    {
        await SubmitIn(partition, new Put("k", Shape, "1"));

        Assert.Equal("1", (await Tables.GetAsync(Core.Storing.Table.Cohorts, partition, "k", Stop))!.Body);
        Assert.Single(await Tables.RangeAsync(Core.Storing.Table.Cohorts, partition, "k", "l", Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_quote_in_a_bound_is_text_and_not_a_filter()
    {
        await Store("a", "b' or RowKey ge '", "c");

        Assert.Equal(["b' or RowKey ge '"], await Keys("b' or RowKey ge '", "b}"));
    }

    [Theory]
    [InlineData(31_998)]
    [InlineData(31_999)]
    [InlineData(32_000)]
    [InlineData(32_001)]
    [InlineData(64_000)]
    [InlineData(100_001)]
    [InlineData(400_000)]
    public async Task A_body_of_any_length_up_to_the_limit_comes_back_whole(int length)
    {
        var body = TextOf(length);

        await Submit(new Insert("k", Shape, body));

        Assert.Equal(body, (await Get("k"))!.Body);
        Assert.Equal(body, Assert.Single(await Rows("k", "l")).Body);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_long_body_of_surrogate_pairs_is_not_cut_inside_a_pair(int offset)
    {
        var body = new string('x', offset) + string.Concat(Enumerable.Repeat("🙂", 40_000));

        await Submit(new Insert("k", Shape, body));

        Assert.Equal(body, (await Get("k"))!.Body);
    }

    [Fact]
    public async Task A_body_that_shrinks_leaves_nothing_of_the_longer_one()
    {
        await Submit(new Insert("k", Shape, TextOf(100_000)));

        await Submit(new Put("k", Shape, TextOf(32_000)));

        Assert.Equal(TextOf(32_000), (await Get("k"))!.Body);
    }

    private static string TextOf(int length) => string.Create(length, 0, (span, _) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = (char)('a' + (i % 26));
        }
    });
}
