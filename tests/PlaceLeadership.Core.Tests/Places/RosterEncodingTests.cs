using System.Text;
using CsCheck;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Places;

public sealed class RosterEncodingTests
{
    private const string Roster = "Name,E-mail,Organisation,Sector\r\nSiân Öztürk,sian@example.org,Café Côté,community\r\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8 with a mark", RosterFiles.Bytes(Roster, new UTF8Encoding(true)) },
        { "UTF-8 without a mark", RosterFiles.Bytes(Roster, new UTF8Encoding(false)) },
        { "UTF-16 little endian with a mark", RosterFiles.Bytes(Roster, new UnicodeEncoding(false, true)) },
        { "UTF-16 little endian without a mark", RosterFiles.Bytes(Roster, new UnicodeEncoding(false, false)) },
        { "UTF-16 big endian with a mark", RosterFiles.Bytes(Roster, new UnicodeEncoding(true, true)) },
        { "UTF-16 big endian without a mark", RosterFiles.Bytes(Roster, new UnicodeEncoding(true, false)) },
        { "Windows-1252", RosterFiles.Bytes(Roster, RosterFiles.Windows1252) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_roster_is_read_in_every_encoding_that_Excel_saves(string encoding, byte[] file)
    {
        var reading = RosterReader.Read(file, "roster.csv");

        Assert.Equal(("Siân Öztürk", "Café Côté"), (RosterFiles.Only(reading).Name, RosterFiles.Only(reading).Organisation));
        Assert.Equal(encoding == "Windows-1252", reading.Notes.Any(note => note.Contains("Windows-1252", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("sep=;\r\nName;E-mail;Organisation;Sector\r\nAda;ada@example.org;Meadow, Hill and Co;council")]
    [InlineData("Name\tE-mail\tOrganisation\tSector\nAda\tada@example.org\tMeadow, Hill and Co\tcouncil\n")]
    [InlineData("Name,E-mail,Organisation,Sector\rAda,ada@example.org,\"Meadow, Hill and Co\",council\r")]
    [InlineData("\r\n|||\r\nName|E-mail|Organisation|Sector\r\nAda|ada@example.org|Meadow, Hill and Co|council")]
    public void The_separator_is_found_from_the_header(string csv) =>
        Assert.Equal("Meadow, Hill and Co", RosterFiles.Only(RosterFiles.Read(csv)).Organisation);

    [Fact]
    public void The_line_that_names_the_separator_is_no_row() =>
        Assert.Equal(2, RosterFiles.OnlyProblem(RosterFiles.Read("sep=,\nName,E-mail,Organisation,Sector\nAda,,Meadow,council")).Row);

    [Fact]
    public void A_quoted_line_break_does_not_shift_the_row_numbers()
    {
        var csv = "Name,E-mail,Organisation,Sector,Strengths\r\n"
            + "Ada,ada@example.org,Meadow,council,\"Listening\r\nPlanning\"\r\n\r\nBen,wrong,Meadow,council,\r\n";

        Assert.Equal((4, "B (E-mail)"), Place(RosterFiles.OnlyProblem(RosterFiles.Read(csv))));
    }

    [Fact]
    public void Empty_rows_and_columns_around_the_table_do_not_matter()
    {
        var csv = "Name,E-mail,Organisation,Sector,,,\r\n,,,,,,\r\nAda,ada@example.org,Meadow,council,,,\r\n,,,,,,\r\n,,,\r\n";
        var reading = RosterFiles.Read(csv);

        Assert.Equal(3, Assert.Single(reading.Rows).Number);
        Assert.Empty(reading.Notes);
    }

    [Fact]
    public void A_quotation_mark_that_never_closes_is_found_where_it_opens()
    {
        var csv = "Name,E-mail,Organisation,Sector\nAda,ada@example.org,Meadow,council\n\"Ben,ben@example.org,Meadow,council\nCy,cy@example.org,Meadow,council\n";

        Assert.Equal(3, RosterFiles.OnlyProblem(RosterFiles.Read(csv)).Row);
    }

    [Fact]
    public void Quotation_marks_within_a_text_are_kept() =>
        Assert.Equal("Ada \"Addy\" Quill", RosterFiles.Only(
            RosterFiles.Read("Name,E-mail,Organisation,Sector\nAda \"Addy\" Quill,ada@example.org,Meadow,council")).Name);

    [Fact]
    public void A_separator_that_was_not_quoted_is_a_problem_of_its_row()
    {
        var reading = RosterFiles.Read("Name,E-mail,Organisation,Sector\nAda,ada@example.org,Meadow,council,hill\n");

        Assert.Equal((2, "E"), Place(RosterFiles.OnlyProblem(reading)));
    }

    [Fact]
    public void Arbitrary_bytes_never_throw() =>
        Gen.Byte.Array[0, 300].Sample(file => RosterReader.Read(file, "x").Rows.Count == 0);

    [Fact]
    public void Any_text_in_any_cell_never_throws()
    {
        var text = Gen.OneOf(Gen.Char, Gen.Char["0123456789-:., amptwhfsu@;\"\n٣෫"]).Array[0, 20].Select(letters => new string(letters));
        text.Array[13].Sample(cells =>
        {
            var row = string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
            var reading = RosterFiles.Read($"{RosterFiles.Header}\r\n{row}");
            return reading.Rows.Count == 0 == (reading.Problems.Count > 0);
        });
    }

    [Fact]
    public void A_file_of_nothing_but_separators_is_refused() =>
        Assert.Equal("The file has more than 1000000 cells.", RosterFiles.OnlyProblem(RosterFiles.Read(new string(',', 1_000_001))).What);

    [Fact]
    public void A_roster_with_bytes_changed_never_throws_and_never_comes_out_by_half()
    {
        var csv = RosterFiles.Bytes(Roster, new UTF8Encoding(true));
        var workbook = RosterFiles.Workbook(["Name", "E-mail", "Organisation", "Sector"], ["Ada", "ada@example.org", "Meadow", "council"]);
        Gen.Select(Gen.OneOf(Gen.Const(csv), Gen.Const(workbook)), Gen.Select(Gen.Int[0, 5_000], Gen.Byte).Array[1, 8]).Sample((file, changes) =>
        {
            var changed = (byte[])file.Clone();
            foreach (var (at, value) in changes)
            {
                changed[at % changed.Length] = value;
            }

            var reading = RosterReader.Read(changed, "roster.xlsx");
            return reading.Rows.Count == 0 == (reading.Problems.Count > 0);
        });
    }

    [Fact]
    public void A_roster_cut_short_never_throws()
    {
        var workbook = RosterFiles.Workbook(["Name", "E-mail"], ["Ada", "ada@example.org"]);
        for (var length = 0; length < workbook.Length; length += 7)
        {
            Assert.NotEmpty(RosterReader.Read(workbook.AsMemory(0, length), "roster.xlsx").Problems);
        }
    }

    private static (int Row, string Column) Place(RosterProblem problem) => (problem.Row, problem.Column);
}
