using PlaceLeadership.Core.Accounts;

namespace PlaceLeadership.Core.Tests.Accounts;

/// <summary>What a grant can be for stands in sentences that administrators read, also on a terminal.</summary>
public sealed class ScopeTests
{
    [Theory]
    [InlineData("place:Vale\u001b[2J")]
    [InlineData("place:Vale\u0000")]
    [InlineData("place:Vale\u0085")]
    [InlineData("place:Vale\u202eelaV")]
    [InlineData("place:Vale\u2066elaV")]
    [InlineData("place:Vale\u200b")]
    [InlineData("place:Vale\u2028")]
    [InlineData("place:Vale\ud800")]
    [InlineData("place: \t ")]
    [InlineData("cohort:elmbridge\nRuth deleted everything")]
    [InlineData("cohort:\u001b[2J")]
    [InlineData("cohort:a/b")]
    [InlineData("cohort: ")]
    [InlineData("cohort:")]
    [InlineData("nowhere")]
    public void What_can_be_no_place_and_no_cohort_is_no_scope(string word) => Assert.Null(Scope.Parse(word));

    [Theory]
    [InlineData("place:Bath/Wells", "place:bath/wells")]
    [InlineData("place:  Ynys   Môn ", "place:ynys môn")]
    [InlineData("place:100% #1 ’s-Hertogenbosch", "place:100% #1 ’s-hertogenbosch")]
    [InlineData("cohort:town.2", "cohort:town")]
    [InlineData("cohort:Town_2026-a", "cohort:Town_2026-a")]
    public void What_can_be_one_is(string word, string written) => Assert.Equal(written, Scope.Parse(word)!.Word);

    [Fact]
    public void A_place_has_a_length() => Assert.Equal([true, false], new[] { 200, 201 }.Select(length => Scope.Parse("place:" + new string('x', length)) is not null));
}
