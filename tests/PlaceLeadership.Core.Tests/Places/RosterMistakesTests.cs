using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Places;

public sealed class RosterMistakesTests
{
    private const string Mistakes = RosterFiles.Header + "\r\n" + """
        Ada Quill,ada@example.org,Vale Council,council,Planner,2,,English,Mon-Fri,9,Listening,Budgets,
        ,b1@example.org,Vale Council,council,,,,,,,,,
        Cy Lowe,,Vale Council,council,,,,,,,,,
        Di Nash,di@example.org,,council,,,,,,,,,
        Ed Park,ed@example.org,Vale Council,,,,,,,,,,
        Flo Reed,flo at example.org,Vale Council,council,,,,,,,,,
        Gus Shaw,ADA@example.org,Vale Council,council,,,,,,,,,
        Hal Tate,hal@example.org,Vale Council,wizardry,,,,,,,,,
        Ivy Underhill,ivy@example.org,vale council,police,,,,,,,,,
        Jo Vance,jo@example.org,Vale Council,council,,boss of bosses,,,,,,,
        Kit Webb,kit@example.org,Vale Council,council,,,Kit Webb,,,,,,
        Lea Yates,lea@example.org,Vale Council,council,,,Max Abbot,,,,,,
        Max Abbot,max@example.org,Vale Council,council,,,lea@example.org,,,,,,
        Ned Birch,ned@example.org,Vale Council,council,,,,Klingon,,,,,
        Oli Cole,oli@example.org,Vale Council,council,,,,,Sun,,,,
        Pat Dean,pat@example.org,Vale Council,council,,,,,22-6,,,,
        Ros Ellis,ros@example.org,Vale Council,council,,,,,13-17,9,,,
        "=Sid",sid@example.org,Vale Council,council,,,,,,,,,
        Tom Firth,tom@example.org,Vale Council,council,"Head
        of parks",,,,,,,,
        Una Gale,una@example.org,Vale Council,council,,,,,sometimes,teatime,,,
        Val Hurst,val@example.org;val@example.com,Vale Council,council,,,,,,,,,
        """;

    [Fact]
    public void A_roster_with_twenty_mistakes_shows_all_twenty_with_row_and_column()
    {
        var reading = RosterFiles.Read(Mistakes);

        Assert.Empty(reading.Rows);
        Assert.Equal(
            [
                (3, "A (Name)"), (4, "B (E-mail)"), (5, "C (Organisation)"), (6, "D (Sector)"), (7, "B (E-mail)"),
                (8, "B (E-mail)"), (9, "D (Sector)"), (10, "D (Sector)"), (11, "F (Level)"), (12, "G (Line manager)"),
                (13, "G (Line manager)"), (15, "H (Language)"), (16, "I (Working pattern)"), (17, "I (Working pattern)"),
                (18, "J (Preferred hour)"), (19, "A (Name)"), (20, "E (Role)"), (21, "I (Working pattern)"),
                (21, "J (Preferred hour)"), (22, "B (E-mail)"),
            ],
            reading.Problems.Select(problem => (problem.Row, problem.Column)));
    }

    [Fact]
    public void Every_problem_says_in_sentences_what_is_wrong_and_how_to_mend_it() =>
        Assert.All(RosterFiles.Read(Mistakes).Problems, problem =>
        {
            Assert.EndsWith(".", problem.What, StringComparison.Ordinal);
            Assert.EndsWith(".", problem.Mend, StringComparison.Ordinal);
        });
}
