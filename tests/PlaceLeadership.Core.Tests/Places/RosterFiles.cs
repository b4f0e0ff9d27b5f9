using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Places;

/// <summary>Rosters as files, the way spreadsheet programs write them.</summary>
internal static class RosterFiles
{
    public const string Header = "Name,E-mail,Organisation,Sector,Role,Level,Line manager,Language,Working pattern,Preferred hour,Strengths offered,Growth sought,Access needs";

    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static RosterReading Read(string csv) => Read(csv, new UTF8Encoding(false));

    public static RosterReading Read(string csv, Encoding encoding) =>
        RosterReader.Read(Bytes(csv, encoding), "roster.csv");

    public static byte[] Bytes(string csv, Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(csv)];

    /// <summary>One valid person, except for what the test sets in one column.</summary>
    public static RosterReading With(string header, string cell) =>
        Read($"Name;E-mail;Organisation;Sector;{header}\r\nAda Quill;ada@example.org;Meadow Trust;community;\"{cell}\"");

    public static RosterEntry Only(RosterReading reading)
    {
        Assert.Empty(reading.Problems);
        return Assert.Single(reading.Rows).Entry;
    }

    public static RosterProblem OnlyProblem(RosterReading reading)
    {
        Assert.Empty(reading.Rows);
        return Assert.Single(reading.Problems);
    }

    public static byte[] Workbook(params object?[][] rows)
    {
        using var file = new MemoryStream();
        file.SaveAs(rows.Select(row => Row([.. row, .. new object?[rows[0].Length - row.Length]])), printHeader: false);
        return file.ToArray();
    }

    /// <summary>The parts of a workbook as Excel names them, around the rows of one sheet.</summary>
    public static byte[] RawWorkbook(string sheetData, string dimension = "A1:H9", string? cover = null)
    {
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            Part("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"Cover\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"People\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"r3\" Type=\"{relations}/styles\" Target=\"styles.xml\"/></Relationships>");
            Part("xl/styles.xml", $"<styleSheet xmlns=\"{main}\"><numFmts count=\"1\"><numFmt numFmtId=\"165\" formatCode=\"h:mm AM/PM;@\"/></numFmts><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"20\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>");
            Part("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{main}\"><sheetData>{cover}</sheetData></worksheet>");
            Part("xl/worksheets/sheet2.xml", $"<worksheet xmlns=\"{main}\"><dimension ref=\"{dimension}\"/><sheetData>{sheetData}</sheetData></worksheet>");

            void Part(string name, string content)
            {
                using var writer = new StreamWriter(package.CreateEntry(name).Open());
                writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
                writer.Write(content);
            }
        }

        return file.ToArray();
    }

    private static Dictionary<string, object?> Row(object?[] cells) =>
        cells.Select((cell, index) => (Letter: ((char)('A' + index)).ToString(), cell)).ToDictionary(pair => pair.Letter, pair => pair.cell);
}
