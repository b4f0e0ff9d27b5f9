using CsCheck;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;

namespace PlaceLeadership.Core.Tests.Programmes;

public sealed class ProgrammeReaderFuzzTests
{
    private static readonly string[] Pieces =
    [
        ":", " ", "\n", "  ", "- ", "[", "]", "{", "}", "\"", "'", "|", ">", "&a ", "*a", "!!str ", "#", "\t", "\0",
        "%YAML 9999999999.1", "%TAG ! x", "---", "...", "\r", "\u2028", "\uFEFF", "\uD800", "? ", "<<: ", "~", "`", "@",
        "<b>", "](", "![", "http://", "|2", ">-9", "\\x", "\"\\uD800\"", "\"\\U00110000\"", "1e999",
        "999999999999999999999", "steps", "id", "kind", "week", "text", "null", "true", "-", ",", "> > > ", "* * *",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]);

    [Fact]
    public void Arbitrary_text_never_makes_the_reader_throw() =>
        Gen.OneOf(Gen.String, Gen.OneOf(Piece, Gen.String[0, 4]).Array[0, 60].Select(string.Concat))
            .Sample(HoldsItsPromise, iter: 20_000);

    [Fact]
    public void Arbitrary_mutations_of_the_default_programme_never_make_the_reader_throw() =>
        Gen.Select(Gen.Int[0, ProgrammeFiles.Default.Length - 1], Gen.Int[0, 40], Piece)
            .Array[1, 3]
            .Select(Mutated)
            .Sample(HoldsItsPromise, iter: 300);

    private static string Mutated((int At, int Length, string Piece)[] changes) =>
        changes.Aggregate(ProgrammeFiles.Default, (text, change) =>
        {
            var at = Math.Min(change.At, text.Length);
            return text[..at] + change.Piece + text[Math.Min(at + change.Length, text.Length)..];
        });

    private static void HoldsItsPromise(string yaml)
    {
        var (programme, problems) = ProgrammeReader.Read(yaml, BuiltIn.Kinds);

        Assert.Equal(programme is null, problems.Count > 0);
        Assert.True(problems.Count <= ProgrammeReader.ProblemsMax);
        Assert.All(problems, problem =>
        {
            Assert.True(problem is { Line: >= 1, Column: >= 1 });
            Assert.NotEmpty(problem.What);
            Assert.NotEmpty(problem.Mend);
        });
        Assert.Equal(problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column), problems);
    }
}
