using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Places;

public sealed class RosterTableTests
{
    [Fact]
    public void Headers_may_stand_in_any_order_case_and_usual_wording()
    {
        var entry = RosterFiles.Only(RosterFiles.Read(
            "SECTOR,job title,Employer,E-MAIL ADDRESS,Surname,Forename,Reports to\nnhs,Ward sister,Vale Trust,ada@example.org,Quill,Ada,Ben"));

        Assert.Equal(
            ("Ada Quill", "ada@example.org", "Vale Trust", Sectors.Nhs, "Ward sister", "Ben"),
            (entry.Name, entry.Email, entry.Organisation, entry.Sector, entry.Role, entry.LineManager));
        Assert.Equal((Language.NotKnown, WorkingPattern.FullWeek, 9, null), (entry.Language, entry.Pattern, entry.PreferredHour, entry.AccessNeeds));
    }

    [Fact]
    public void Missing_columns_are_reported_all_at_once()
    {
        var reading = RosterFiles.Read("Surname,Role\nQuill,Ward sister");

        Assert.Equal(
            [(1, "E-mail"), (1, "First name"), (1, "Organisation"), (1, "Sector")],
            reading.Problems.Select(problem => (problem.Row, problem.Column)));
    }

    [Fact]
    public void A_column_that_stands_twice_is_a_problem() =>
        Assert.Equal("E (Email)", RosterFiles.OnlyProblem(
            RosterFiles.Read("Name,E-mail,Organisation,Sector,Email\nAda,ada@example.org,Meadow,council,x@example.org")).Column);

    [Fact]
    public void An_unknown_column_is_a_note_and_no_problem()
    {
        var reading = RosterFiles.Read("Name,E-mail,Shoe size,Organisation,Sector\nAda,ada@example.org,4,Meadow,council");

        Assert.Single(reading.Rows);
        Assert.Equal(["Column C (Shoe size) is not a column of a roster and was not read."], reading.Notes);
    }

    [Theory]
    [InlineData("Name,E-mail,Organisation,Sector\r\n", 0)]
    [InlineData(" \r\n \r\n", 0)]
    [InlineData("Dear all\nplease find the roster attached", 1)]
    public void A_file_without_people_is_a_problem(string csv, int row) =>
        Assert.Equal(row, RosterFiles.OnlyProblem(RosterFiles.Read(csv)).Row);

    [Fact]
    public void Two_people_with_one_address_are_named_by_both_rows()
    {
        var problem = RosterFiles.OnlyProblem(People(
            "Ada,ada@example.org,Meadow,council,", "Ben,ben@example.org,Meadow,council,", "Cy,ADA@Example.org,Meadow,council,"));

        Assert.Equal((4, "The address ADA@Example.org is in rows 2 and 4."), (problem.Row, problem.What));
    }

    [Fact]
    public void Spellings_of_one_organisation_become_the_first()
    {
        var reading = People(
            "Ada,ada@example.org,Health & Care  Vale,nhs,", "Ben,ben@example.org,health and care vale,nhs,", "Cy,cy@example.org,Health&Care Vale,nhs,");

        Assert.Equal(["Health & Care Vale"], reading.Rows.Select(row => row.Entry.Organisation).Distinct());
        Assert.Equal(2, reading.Notes.Count);
    }

    [Fact]
    public void One_organisation_in_two_sectors_is_a_problem()
    {
        var problem = RosterFiles.OnlyProblem(People("Ada,ada@example.org,Meadow,nhs,", "Ben,ben@example.org,MEADOW,police,"));

        Assert.Equal((3, "D (Sector)", "Meadow is nhs in row 2 and police in row 3."), (problem.Row, problem.Column, problem.What));
    }

    [Theory]
    [InlineData("Ben Hart", "Cy Lowe", "ada@example.org", "circle")]
    [InlineData("ada QUILL", "", "", "their own line manager")]
    [InlineData("ADA@example.org", "", "", "their own line manager")]
    [InlineData("Sam Moss", "", "", "row 5 or 6")]
    [InlineData("boss@", "", "", "is not an e-mail address")]
    public void A_line_manager_who_cannot_be_is_a_problem_of_the_first_row(string ada, string ben, string cy, string what)
    {
        var problem = RosterFiles.OnlyProblem(Managed(ada, ben, cy));

        Assert.Equal((2, "E (Line manager)"), (problem.Row, problem.Column));
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ben Hart", "cy@example.org", "Di Nash")]
    [InlineData("Ben Hart", "Nobody Here", "ben@example.org")]
    [InlineData("elsewhere@example.org", "none", "")]
    public void A_line_manager_in_the_roster_or_outside_it_is_fine(string ada, string ben, string cy) =>
        Assert.Equal(5, Managed(ada, ben, cy).Rows.Count);

    [Fact]
    public void Two_circles_are_two_problems()
    {
        var reading = People(
            "Ada,ada@example.org,M,nhs,Ben", "Ben,ben@example.org,M,nhs,Ada", "Cy,cy@example.org,M,nhs,Di",
            "Di,di@example.org,M,nhs,Ed", "Ed,ed@example.org,M,nhs,Di", "Flo,flo@example.org,M,nhs,Ada");

        Assert.Equal([2, 5], reading.Problems.Select(problem => problem.Row));
    }

    [Fact]
    public void The_template_holds_every_column_and_no_problem_but_that_it_is_empty()
    {
        var reading = RosterReader.Read(RosterTemplate.Csv(), "template.csv");

        Assert.Equal("The file holds no people.", RosterFiles.OnlyProblem(reading).What);
        Assert.Empty(reading.Notes);
    }

    [Fact]
    public void The_template_with_a_row_filled_in_is_a_roster()
    {
        byte[] file = [.. RosterTemplate.Csv().Span, .. "Ada,ada@example.org,Meadow,council,,,,,,,,,"u8];

        Assert.Equal("Ada", RosterFiles.Only(RosterReader.Read(file, "template.csv")).Name);
        Assert.Equal("\uFEFF" + RosterFiles.Header + "\r\n", System.Text.Encoding.UTF8.GetString(RosterTemplate.Csv().Span));
    }

    private static RosterReading Managed(string ada, string ben, string cy) => People(
        $"Ada Quill,ada@example.org,Meadow,nhs,{ada}", $"Ben Hart,ben@example.org,Meadow,nhs,{ben}", $"Cy Lowe,cy@example.org,Meadow,nhs,{cy}",
        "Sam Moss,sam@example.org,Meadow,nhs,", "Sam  Moss,sam2@example.org,Hill,police,");

    private static RosterReading People(params string[] rows) =>
        RosterFiles.Read("Name,E-mail,Organisation,Sector,Line manager\n" + string.Join('\n', rows));
}
