using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;

namespace PlaceLeadership.Core.Tests.Programmes;

public sealed class TenMistakesTests
{
    [Fact]
    public void A_file_with_ten_mistakes_shows_all_of_them_with_line_column_and_a_way_out()
    {
        var reading = ProgrammeReader.Read(ProgrammeFiles.TenMistakes, BuiltIn.Kinds);

        Assert.Null(reading.Programme);
        Assert.Equal(
            """
            1:12 “programme” of the programme is “Our Place”. | Write lower-case letters and digits, words joined by hyphens, a letter first, at most 64 characters: “first-meeting”.
            8:13 “stage” of item 2 in “stages” of the programme is “rotaiting”. | Did you mean “rotating”?
            19:10 “day” of step “first-look” is “Saturday”, and messages go from Monday to Friday. | Take the Friday before or the Monday after.
            21:5 “minuts” is not a key of step “first-look”. | Did you mean “minutes”?
            22:12 “theme” of step “first-look” is “trsut”. | Did you mean “trust”?
            28:11 “week” of step “second-look” is “14”. | Write a number from 1 to 12.
            31:14 “minutes” of step “second-look” must be a whole number, and “ten” is a text. | Write a number from 1 to 480, without quotes.
            36:24 “text” of step “second-look” links to “http://example.org/look”. | Links begin with https:// or mailto: and are written out in full.
            38:67 The scale of question 1 of step “second-look” goes from 5 to 1. | Let “low” be the smaller number.
            41:19 Step “goodbye” comes after “secnd-look”, and no step has that id. | Did you mean “second-look”?
            """,
            string.Join('\n', reading.Problems.Select(problem =>
                $"{problem.Line}:{problem.Column} {problem.What} | {problem.Mend}")));
    }
}
