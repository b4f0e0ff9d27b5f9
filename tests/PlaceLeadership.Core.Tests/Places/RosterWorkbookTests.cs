using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Places;

public sealed class RosterWorkbookTests
{
    [Fact]
    public void Numbers_and_times_in_cells_are_understood()
    {
        var file = RosterFiles.Workbook(
            ["Name", "E-mail", "Organisation", "Sector", "Level", "Preferred hour"],
            ["Ada", "ada@example.org", "Meadow", "council", 3, 10],
            ["Ben", "ben@example.org", "Meadow", "council", "4", 0.375],
            ["Cy", "cy@example.org", "Meadow", "council", null, new TimeSpan(14, 0, 0)],
            [],
            ["Di", "di@example.org", "Meadow", "council", 5.0, 0.41666666666666669]);

        var reading = RosterReader.Read(file, "roster.xlsx");

        Assert.Empty(reading.Problems);
        Assert.Equal([(2, 10), (3, 9), (4, 14), (6, 10)], reading.Rows.Select(row => (row.Number, row.Entry.PreferredHour)));
        Assert.Equal([Level.MiddleManager, Level.SeniorManager, null, Level.Executive], reading.Rows.Select(row => row.Entry.Level));
    }

    [Fact]
    public void The_first_sheet_with_data_is_read_with_its_hidden_rows_and_formatted_times()
    {
        var file = RosterFiles.RawWorkbook(
            Row(1, "Name", "E-mail", "Organisation", "Sector", "Best time")
            + "<row r=\"3\" hidden=\"1\">" + Cells(3, "Ada", "ada@example.org", "Meadow", "council") + "<c r=\"E3\" s=\"1\"><v>0.45833333333333331</v></c></row>"
            + "<row r=\"4\">" + Cells(4, "Ben", "ben@example.org", "Meadow", "council") + "<c r=\"E4\" s=\"2\"><v>0.58333333333333337</v></c></row>");

        var reading = RosterReader.Read(file, "roster.xlsx");

        Assert.Empty(reading.Problems);
        Assert.Equal([(3, 11), (4, 14)], reading.Rows.Select(row => (row.Number, row.Entry.PreferredHour)));
        Assert.Equal(
            [
                "Only the sheet “People” was read.",
                "Row 3 is hidden in the sheet; it was read like the others. Delete hidden rows of people who are not meant.",
            ],
            reading.Notes);
    }

    [Fact]
    public void A_problem_in_a_workbook_names_row_letter_and_header()
    {
        var file = RosterFiles.Workbook(
            ["Sector", "Organisation", "Name", "Work e-mail"], ["council", "Meadow", "Ada", "#N/A"]);

        var problem = RosterFiles.OnlyProblem(RosterReader.Read(file, "roster.xlsx"));

        Assert.Equal((2, "D (Work e-mail)", "The cell shows the error #N/A."), (problem.Row, problem.Column, problem.What));
    }

    [Fact]
    public void Cells_in_the_margin_are_noted()
    {
        var file = RosterFiles.Workbook(
            ["Name", "E-mail", "Organisation", "Sector", null], ["Ada", "ada@example.org", "Meadow", "council", "ask her first"]);

        var reading = RosterReader.Read(file, "roster.xlsx");

        Assert.Single(reading.Rows);
        Assert.Contains("right of the last header", Assert.Single(reading.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_that_claims_to_be_as_wide_as_a_sheet_can_be_is_read_at_once()
    {
        var file = RosterFiles.RawWorkbook(
            Row(1, "Name", "E-mail", "Organisation", "Sector") + Row(2, "Ada", "ada@example.org", "Meadow", "council"), "A1:XFD1048576");

        Assert.Single(RosterReader.Read(file, "roster.xlsx").Rows);
    }

    [Fact]
    public void A_row_far_below_the_roster_is_a_problem_and_not_a_wait()
    {
        var file = RosterFiles.RawWorkbook(
            Row(1, "Name", "E-mail", "Organisation", "Sector") + Row(1_048_576, "Ada", "ada@example.org", "Meadow", "council"));

        Assert.Equal(RosterLimits.SheetRowMax + 1, RosterFiles.OnlyProblem(RosterReader.Read(file, "roster.xlsx")).Row);
    }

    [Fact]
    public void A_workbook_that_unpacks_without_end_is_refused()
    {
        var file = RosterFiles.RawWorkbook("", cover: string.Concat(Enumerable.Repeat($"<row spans=\"{new string(' ', 1024)}\"/>", 21 * 1024)));

        Assert.True(file.Length < 1024 * 1024);
        Assert.Equal("The workbook unpacks to more than 20 MB.", RosterFiles.OnlyProblem(RosterReader.Read(file, "roster.xlsx")).What);
    }

    [Theory]
    [InlineData("roster.xls", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 1, 2 }, "old .xls workbook")]
    [InlineData("roster.ods", new byte[] { 0x50, 0x4B, 3, 4, 1, 2 }, "OpenDocument")]
    [InlineData("roster.xlsx", new byte[] { 0x50, 0x4B, 3, 4, 1, 2 }, "cannot be read as .xlsx")]
    [InlineData("roster.pdf", new byte[] { 0x25, 0x50, 0x44, 0x46, 1, 2 }, "PDF")]
    [InlineData("roster.csv", new byte[0], "empty")]
    public void A_file_of_another_kind_is_named(string name, byte[] file, string what) =>
        Assert.Contains(what, RosterFiles.OnlyProblem(RosterReader.Read(file, name)).What, StringComparison.Ordinal);

    [Fact]
    public void A_file_above_the_limit_is_refused_with_the_limit() =>
        Assert.Equal("The file has more than 5 MB.", RosterFiles.OnlyProblem(RosterReader.Read(new byte[(5 * 1024 * 1024) + 1], "a.csv")).What);

    [Fact]
    public void A_roster_above_the_limit_is_refused_with_the_limit()
    {
        var csv = "Name,E-mail,Organisation,Sector\n"
            + string.Concat(Enumerable.Range(1, 2_001).Select(number => $"Ada {number},ada{number}@example.org,Meadow,council\n"));

        var problem = RosterFiles.OnlyProblem(RosterFiles.Read(csv));

        Assert.Equal(2_002, problem.Row);
        Assert.Contains("the limit is 2000", problem.What, StringComparison.Ordinal);
    }

    private static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{Cells(number, cells)}</row>";

    private static string Cells(int number, params string[] cells) => string.Concat(cells.Select((cell, index) =>
        $"<c r=\"{(char)('A' + index)}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"));
}
