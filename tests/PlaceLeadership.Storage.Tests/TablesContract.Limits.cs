using PlaceLeadership.Core.Storing;
using static PlaceLeadership.Core.Storing.RowChange;

namespace PlaceLeadership.Storage.Tests;

public abstract partial class TablesContract
{
    [Fact]
    public async Task A_transaction_without_changes_is_refused() =>
        Assert.Equal("A transaction takes 1 to 100 changes, and this one has 0.", await Refused());

    [Fact]
    public async Task A_hundred_and_one_changes_are_refused_and_nothing_is_stored()
    {
        var refused = await Refused([.. Enumerable.Range(0, 101).Select(i => new Insert($"k{i}", Shape, ""))]);

        Assert.Equal("A transaction takes 1 to 100 changes, and this one has 101.", refused);
        Assert.Empty(await Keys("", "~"));
    }

    [Fact]
    public async Task A_key_twice_in_a_transaction_is_refused_and_nothing_is_stored()
    {
        var refused = await Refused(
            new Insert("a", Shape, ""), new Insert("k", Shape, ""), new Put("k", Shape, ""));

        Assert.Equal("The row key 'k' is in the transaction twice; a row can change once in it.", refused);
        Assert.Empty(await Keys("", "~"));
    }

    [Fact]
    public async Task Keys_that_differ_by_case_are_two_keys()
    {
        await Submit(new Insert("k", Shape, "small"), new Insert("K", Shape, "large"));

        Assert.Equal("small", (await Get("k"))!.Body);
        Assert.Equal("large", (await Get("K"))!.Body);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a\u007fb")]
    [InlineData("a\u0085b")]
    [InlineData("")]
    public async Task A_key_that_Azure_does_not_take_is_refused_everywhere(string key)
    {
        await Refused(new Insert(key, Shape, ""));
        await Refused(new Insert("good", Shape, ""), new Put(key, Shape, ""));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Get(key));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => SubmitIn(key, new Insert("k", Shape, "")));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => Tables.RangeAsync(Table.Cohorts, key, "a", "b", Stop).ToListAsync(Stop).AsTask());
        Assert.Empty(await Keys("", "~"));
    }

    [Fact]
    public async Task A_key_with_half_a_surrogate_pair_is_refused() =>
        Assert.Contains("surrogate", await Refused(new Insert("a\ud83d", Shape, "")), StringComparison.Ordinal);

    [Fact]
    public async Task A_body_with_half_a_surrogate_pair_is_refused() =>
        Assert.Equal(
            "The body of 'k' holds half a surrogate pair at character 4.",
            await Refused(new Insert("k", Shape, "🙂🙂\ude42")));

    [Fact]
    public async Task The_longest_key_is_stored_and_one_character_more_is_refused()
    {
        var longest = new string('k', RowLimits.KeyCharactersMax);
        await Submit(new Insert(longest, Shape, "1"));

        await Refused(new Insert(longest + "k", Shape, "1"));

        Assert.Equal([longest], await Keys("k", "l"));
    }

    [Fact]
    public async Task A_body_one_character_too_long_is_refused_and_nothing_is_stored()
    {
        var refused = await Refused(
            new Insert("a", Shape, ""), new Insert("k", Shape, new string('x', ITables.BodyCharactersMax + 1)));

        Assert.Equal("A body has at most 400000 characters, and that of 'k' has 400001.", refused);
        Assert.Empty(await Keys("", "~"));
    }

    [Theory]
    [InlineData('x')]
    [InlineData('"')]
    [InlineData('ŵ')]
    public async Task A_transaction_just_below_four_mebibytes_is_stored_and_just_above_is_refused(char letter)
    {
        var largest = Enumerable.Range(0, 100)
            .Select(i => new Insert($"k{i:000}", Shape, new string(letter, letter == 'x' ? 40_000 : 6_700)))
            .ToArray<RowChange>();
        var room = RowLimits.TransactionBytesMax - largest[1..].Sum(RowLimits.BytesOf) - RowLimits.BytesOf(new Insert("k000", Shape, ""));
        largest[0] = new Insert("k000", Shape, new string('x', room));

        await Submit(largest);
        Assert.Equal(100, (await Keys("k", "l")).Length);

        largest[0] = new Insert("k000", Shape, new string('x', room + 1));
        Assert.Equal(
            "A transaction takes 4194304 bytes, and this one has 4194305. Store it in several.", await Refused(largest));
    }

    [Fact]
    public async Task The_etag_that_means_whatever_is_there_is_refused()
    {
        await Submit(new Insert("k", Shape, "1"));

        await Refused(new Replace("k", Shape, "2", "*"));
        await Refused(new Delete("k", "*"));
        await Refused(new Delete("k", ""));

        Assert.Equal("1", (await Get("k"))!.Body);
    }

    [Fact]
    public async Task A_row_without_a_shape_is_refused() => await Refused(new Insert("k", "", "1"));

    [Fact]
    public async Task A_bound_with_a_control_character_is_refused_with_the_way_out()
    {
        var refused = await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Rows("k\0", "l"));

        Assert.Contains("is K followed by a space", refused.Message, StringComparison.Ordinal);
    }
}
