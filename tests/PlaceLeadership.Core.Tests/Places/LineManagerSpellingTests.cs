using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Places;

/// <summary>Nobody meets their own line manager because a name is typed in another way.</summary>
public sealed class LineManagerSpellingTests
{
    private static readonly string[] Names =
        ["Ann Lloyd-Price", "Siân O'Neill", "Zoë Grünwald", "Priya Rao", "Mairéad Ní Dhomhnaill", "Tom Baker", "Łukasz Żak", "José García López"];

    // Each writes a name in another way that is a matter of typing alone.
    private static readonly Func<string, string>[] Typings =
    [
        name => name.ToUpperInvariant(), name => name.ToLowerInvariant(), name => name.Replace("'", "’", StringComparison.Ordinal),
        name => name.Replace("'", "ʼ", StringComparison.Ordinal), name => name.Replace("'", "`", StringComparison.Ordinal),
        name => name.Replace("-", "\u2011", StringComparison.Ordinal), name => name.Replace("-", " – ", StringComparison.Ordinal),
        name => name.Replace("-", " ", StringComparison.Ordinal), name => name.Replace(" ", "\u00A0", StringComparison.Ordinal),
        name => name.Replace(" ", "  ", StringComparison.Ordinal), name => name.Insert(2, "\u00AD"), name => name.Insert(3, "\u200B"),
        name => "\u200E" + name, name => name + "\uFEFF", Decomposed, WithoutAccents, SurnameFirst, name => "Dr " + name, name => "Mrs. " + name,
        name => "Cllr " + name, name => "Sgt " + name + " MBE", name => name + ", OBE", name => SurnameFirst("Prof " + name),
    ];

    [Fact]
    public void A_line_manager_is_found_in_twenty_spellings_on_either_side()
    {
        foreach (var name in Names)
        {
            foreach (var (at, typing) in Typings.Index())
            {
                AssertTied(name, typing(name), $"typing {at}");
                AssertTied(typing(name), name, $"typing {at} of the person");
            }
        }
    }

    [Fact]
    public void Line_managers_whom_nothing_recognises_are_noted_with_their_rows()
    {
        var reading = RosterReader.Read(
            System.Text.Encoding.UTF8.GetBytes("Name,E-mail,Organisation,Sector,Line manager\nTom MacDonald,tom@example.org,A,council,\nAnn Lee,ann@example.org,B,nhs,T McDougall\n"),
            "roster.csv", null, default);
        Assert.Contains(
            "These line managers are nobody of this roster: T McDougall (row 3). If one of them is, write the e-mail address instead.", reading.Notes);
    }

    [Theory]
    [InlineData("Sean O’Neill", "Sean O'Neill")]
    [InlineData("Zoë Grünwald", "Zoe\u0308 Gru\u0308nwald")]
    [InlineData("Ann Lloyd\u2011Price", "Ann Lloyd-Price")]
    [InlineData("Siân Pugh", "Sian Pugh")]
    [InlineData("Ann Lloyd", "Lloyd, Ann")]
    [InlineData("Dr Ann Lloyd", "Ann Lloyd")]
    public void The_spellings_that_were_seen_to_fail_are_one(string name, string manager) => AssertTied(name, manager, "seen");

    [Theory]
    [InlineData("Ann Lloyd", "A Lloyd")]
    [InlineData("Ann Lloyd", "A. Lloyd")]
    [InlineData("Ann Lloyd", "Anne Lloyd")]
    [InlineData("Ann Lloyd", "Ann Loyd")]
    [InlineData("Ann Lloyd", "Ann Mary Lloyd")]
    [InlineData("Ann Lloyd", "Lloyd Ann")]
    [InlineData("Ann Lloyd", "Ann")]
    [InlineData("Ann Lloyd", "Mrs Lloyd")]
    [InlineData("Ann Lloyd", "Ann Lloyd (Head of Housing)")]
    [InlineData("Ann Lloyd", "Ann Lloyd / Tom Baker")]
    [InlineData("Robert Jones", "Bob Jones")]
    [InlineData("Tom MacDonald", "T McDonald")]
    [InlineData("Robert Hall", "Robt Hal")]
    [InlineData("Robert Hall", "R Hall / A Price")]
    [InlineData("Ann Price", "Robert Hall and A Price")]
    [InlineData("Robert Hall", "A Price, R Hall")]
    [InlineData("Katherine Evans", "Catherine Evens")]
    [InlineData("Gwenllian Prosser", "Gwenlian Proser")]
    [InlineData("Gwenllian Prosser", "G Proser")]
    [InlineData("Ann Lloyd", "ann.lloyd@other.example.org")]
    [InlineData("Ann Lloyd", "a.lloyd@other.example.org")]
    public void A_line_manager_who_may_be_somebody_of_the_roster_is_asked_about(string name, string manager)
    {
        var problem = RosterFiles.OnlyProblem(Two(name, manager));

        Assert.Equal((3, "E (Line manager)"), (problem.Row, problem.Column));
        Assert.Contains($"may be {name} (row 2)", problem.What, StringComparison.Ordinal);
        Assert.Equal($"{manager} is nobody of the roster", problem.Confirm);
        Assert.Contains(problem.Confirm!, problem.Mend, StringComparison.Ordinal);
        var confirmed = Two(name, manager, new Confirmations([problem.Confirm!.ToUpperInvariant()]));
        Assert.Empty(confirmed.Problems);
        Assert.StartsWith("outside:", Profiles(confirmed)[1].LineManager, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ann Lloyd", "Gwen Parry")]
    [InlineData("Ann Lloyd", "Head of Housing")]
    [InlineData("Di Moss", "DI Karen Hale")]
    [InlineData("Ann Hall", "A Hill")]
    [InlineData("Katherine Evans", "Cathryn Evens")]
    [InlineData("Ann Hall", "Ian Hull")]
    [InlineData("Tom Baker", "Tom Barker-Jones")]
    [InlineData("Ann Lloyd", "Bob Floyd")]
    [InlineData("Macy Gray", "M Grey")]
    [InlineData("Ann Lloyd", "gwen.parry@example.org")]
    public void A_line_manager_who_is_nobody_of_the_roster_is_no_question(string name, string manager) => Assert.Empty(Two(name, manager).Problems);

    [Theory]
    [InlineData("Line Mgr")]
    [InlineData("Supervisor")]
    [InlineData("Manager (email address)")]
    [InlineData("Reporting to")]
    [InlineData("Managed by")]
    [InlineData("Rheolwr llinell")]
    public void A_column_that_looks_like_the_line_manager_is_a_question_and_never_a_note(string header)
    {
        var csv = $"Name,E-mail,Organisation,Sector,{header}\nAnn,ann@example.org,Meadow,council,\nBryn,bryn@example.org,Brook,nhs,Ann\n";
        var problem = RosterFiles.OnlyProblem(RosterFiles.Read(csv));

        Assert.Equal((1, $"E ({header})"), (problem.Row, problem.Column));
        Assert.Equal($"{header} is no line manager", problem.Confirm);
        Assert.Empty(Read(csv, new Confirmations([problem.Confirm!])).Problems);
    }

    [Theory]
    [InlineData("Reports to")]
    [InlineData("Manager (email)")]
    public void A_usual_header_of_the_line_manager_is_read(string header) =>
        Assert.Equal("Ann", RosterFiles.Read($"Name,E-mail,Organisation,Sector,{header}\nAnn,ann@example.org,Meadow,council,\nBryn,bryn@example.org,Brook,nhs,Ann\n")
            .Rows[1].Entry.LineManager);

    [Fact]
    public void An_empty_column_that_looks_like_the_line_manager_is_no_question() =>
        Assert.Empty(RosterFiles.Read("Name,E-mail,Organisation,Sector,Line Mgr\nAnn,ann@example.org,Meadow,council,\n").Problems);

    private static void AssertTied(string name, string manager, string how)
    {
        var reading = Two(name, manager);
        Assert.True(reading.Problems.Count == 0, $"{how}: “{manager}” for “{name}”: {string.Join(' ', reading.Problems.Select(problem => problem.What))}");
        Assert.True(Profiles(reading)[1].LineManager == "one@a.example", $"{how}: “{manager}” is not “{name}”.");
    }

    private static IReadOnlyList<Profile> Profiles(RosterReading reading) =>
        Core.Places.Profiles.Of([.. reading.Rows.Select(row => (row.Entry.Email, row.Entry.Organisation, row.Entry))]);

    private static RosterReading Two(string name, string manager, Confirmations? confirmed = null) => Read(
        $"Name,E-mail,Organisation,Sector,Line manager\n\"{name}\",one@a.example,Meadow,council,\n\"Ifor Bowen\",two@b.example,Brook,nhs,\"{manager}\"\n", confirmed);

    private static RosterReading Read(string csv, Confirmations? confirmed) =>
        RosterReader.Read(System.Text.Encoding.UTF8.GetBytes(csv), "roster.csv", confirmed);

    private static string SurnameFirst(string name) => name.LastIndexOf(' ') is var at ? $"{name[(at + 1)..]}, {name[..at]}" : name;

    private static string Decomposed(string name) => Marks(name, keep: true);

    private static string WithoutAccents(string name) => Marks(name, keep: false);

    private static string Marks(string name, bool keep)
    {
        (string Whole, string Parts)[] letters =
            [("â", "a\u0302"), ("ë", "e\u0308"), ("ü", "u\u0308"), ("é", "e\u0301"), ("í", "i\u0301"), ("Ż", "Z\u0307"), ("á", "a\u0301"), ("ó", "o\u0301")];
        return letters.Aggregate(name, (text, letter) => text.Replace(letter.Whole, keep ? letter.Parts : letter.Parts[..1], StringComparison.Ordinal));
    }
}
