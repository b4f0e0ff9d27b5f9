using PlaceLeadership.Core.Wording;

namespace PlaceLeadership.Core.Tests.Wording;

public sealed class TextChecksTests
{
    [Fact]
    public void Texts_that_are_whole_in_both_languages_have_no_problem() =>
        Assert.Empty(Problems("Hello: Hello {0}, it is {day}, {1:N0}.", "Hello: Helo {0}, {0}, mae'n d{day}, {1:N0}."));

    [Theory]
    [InlineData("A: a\nB: b", "A: a", "The text B has no Welsh.")]
    [InlineData("A: a", "A: a\nB: b", "There is no text B in English.")]
    [InlineData("A: a", "A:", "The text A is empty in Welsh.")]
    [InlineData("A: ' '", "A: a", "The text A is empty in English.")]
    [InlineData("A: a", "A: \"d\\u2028\"", "The text A holds a character that is not seen, or was lost, in Welsh.")]
    [InlineData("A: a\nA: b", "A: a", "The text A is there 2 times in English.")]
    [InlineData("A: a {0} {when}", "A: a {0} {pryd}", "The Welsh text A lacks {when} and has {pryd}, unlike the English one.")]
    [InlineData("A: a {0:N0}", "A: a {0:N0} {0}", "The Welsh text A has {0}, unlike the English one.")]
    [InlineData("A: a {0}", "A: a {0", "The Welsh text A lacks {0}, unlike the English one.", "The text A has a single brace in Welsh.")]
    public void A_text_that_is_not_is_named(string english, string welsh, params string[] whats) =>
        Assert.Equal(whats.Order(), Problems(english, welsh).Select(problem => problem.What).Distinct().Order());

    private static IEnumerable<TextProblem> Problems(string english, string welsh) =>
        TextChecks.Of(TextFile.Read(english).Texts, TextFile.Read(welsh).Texts);
}
