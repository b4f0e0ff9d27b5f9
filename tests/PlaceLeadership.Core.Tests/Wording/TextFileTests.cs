using CsCheck;
using PlaceLeadership.Core.Wording;

namespace PlaceLeadership.Core.Tests.Wording;

public sealed class TextFileTests
{
    [Fact]
    public void A_file_is_a_map_with_notes_above_the_texts()
    {
        var file = TextFile.Read("# About all.\n\n# {0} is a name.\n# Of one person.\nGreeting: Hello {0}\nYes: Yes\n\nLong: |-\n  One: two\n\n  - # three\n");
        Assert.Equal("About all.", file.Head);
        Assert.Equal(
            [new Text("Greeting", "Hello {0}", "{0} is a name.\nOf one person."), new("Yes", "Yes", ""), new("Long", "One: two\n\n- # three", "")], file.Texts);
    }

    [Theory]
    [InlineData("A: a: b", 1)]
    [InlineData("A: a\n- b", 2)]
    [InlineData("A: a\nB:\n  c: d", 3)]
    public void What_is_no_map_of_texts_is_refused_with_its_line(string yaml, int line) =>
        Assert.StartsWith($"line {line}: ", Assert.Throws<FormatException>(() => TextFile.Read(yaml)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_written_is_read_again_and_written_again_the_same() =>
        (from words in OneOf(Pieces).Array[1, 8].Select(string.Concat)
         from note in OneOf("", "A note.", "Two\nlines.")
         select (words, note)).Array[1, 5].Sample(texts =>
        {
            var file = new TextFile("Head.", [.. texts.Select((text, at) => new Text($"Key{at}", text.words, text.note))]);
            var read = TextFile.Read(file.Write());
            Assert.Equal(file.Head, read.Head);
            Assert.Equal(file.Texts, read.Texts);
            Assert.Equal(file.Write(), read.Write());
        });

    private static readonly string[] Pieces = ["a", "Cy", "ŵ", " ", "\n", "\n\n", ": ", ":", " #", "{0}", "\"", "'", "\\", "- ", "|", "*", "%", "@", "null", "1"];

    private static Gen<string> OneOf(params string[] any) => Gen.Int[0, any.Length - 1].Select(at => any[at]);
}
