using System.IO.Compression;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Places;

/// <summary>Workbooks with titles, other sheets, hidden rows and damage: the right people are read, or it is said what is wrong.</summary>
public sealed class WorkbooksOfOfficesTests
{
    private const int WorkbooksTried = 200;

    [Fact]
    public void Two_hundred_workbooks_give_exactly_their_people_with_hidden_rows_named_or_a_problem()
    {
        var (read, refused) = (0, 0);
        for (var seed = 1; seed <= WorkbooksTried; seed++)
        {
            var random = new Random(seed);
            var (file, people, hidden, first) = Workbook(random);
            if (random.Next(4) == 0)
            {
                file = Broken(random, file);
                var broken = RosterReader.Read(file, "people.xlsx");
                Assert.True(broken.Problems.Count > 0 || people.SequenceEqual(broken.Rows.Select(row => (row.Number, row.Entry.Name, row.Entry.Organisation))), $"seed {seed}: a broken workbook lost people.");
                refused += broken.Problems.Count > 0 ? 1 : 0;
                continue;
            }

            var reading = RosterReader.Read(file, "people.xlsx");
            Assert.True(reading.Problems.Count == 0, $"seed {seed}: {string.Join(' ', reading.Problems.Select(problem => problem.What))}");
            Assert.True(people.SequenceEqual(reading.Rows.Select(row => (row.Number, row.Entry.Name, row.Entry.Organisation))), $"seed {seed}: other people were read.");
            Assert.True(hidden.SequenceEqual(HiddenIn(reading.Notes)), $"seed {seed}: other rows are named as hidden than {string.Join(", ", hidden)}.");
            Assert.True(first == 1 || reading.Notes.Contains($"The headers are in row {first}; what stands above them was not read."), $"seed {seed}: titles are not named.");
            read++;
        }

        Assert.InRange(read, 100, WorkbooksTried);
        Assert.InRange(refused, 10, WorkbooksTried);
    }

    public static TheoryData<string> TooMuch =>
        ["sheets", "shared", "cell", "cells", "attribute", "attributes", "names", "nested", "twice", "zeros", "parts"];

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void A_workbook_that_is_small_and_unpacks_to_much_costs_little(string what)
    {
        var file = Large(what);
        Assert.InRange(file.Length, 1, RosterLimits.FileMebibytesMax * 1024 * 1024);
        RosterReader.Read(RosterFiles.Workbook(["Name"]), "warm.xlsx");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var problem = RosterFiles.OnlyProblem(RosterReader.Read(file, "people.xlsx"));

        Assert.StartsWith("Copy the roster alone", problem.Mend, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200L * 1024 * 1024);
    }

    [Fact]
    public void Reading_a_workbook_ends_when_it_is_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => { RosterReader.Read(RosterFiles.Workbook(["Name"]), "people.xlsx", null, new CancellationToken(true)); });

    // What is expected is written down while the workbook is made, and not worked out from it.
    private static (byte[] File, List<(int, string, string)> People, List<int> Hidden, int HeaderRow) Workbook(Random random)
    {
        var header = 1;
        var rows = "";
        for (var titles = random.Next(2) * random.Next(1, 6); titles > 0; titles--)
        {
            rows += random.Next(3) == 0 ? "" : Row(header, false, random.Next(2) == 0 ? "PLACE LEADERSHIP, NOMINATIONS" : "Organisation: see column C");
            header++;
        }

        var titled = rows.Length > 0;
        rows += Row(header, false, "Name", "E-mail", "Organisation ", "SECTOR");
        var (people, hidden, merges, shared) = (new List<(int, string, string)>(), new List<int>(), new List<string> { "A1:D1" }, (Organisation: "", Until: 0));
        for (var (row, last) = (header + 1, header + random.Next(1, 12)); row <= last; row++)
        {
            if (row < last && random.Next(8) == 0)
            {
                continue;
            }

            if (random.Next(5) == 0)
            {
                hidden.Add(row);
            }

            var below = row <= shared.Until;
            shared = below ? shared : ($"Org {row}", random.Next(4) == 0 ? row + random.Next(1, 4) : row);
            if (!below && shared.Until > row)
            {
                merges.Add($"C{row}:C{shared.Until}");
            }

            people.Add((row, $"Person {(char)('A' + row)}", shared.Organisation));
            rows += Row(row, hidden.Contains(row), $"Person {(char)('A' + row)}",
                $"p{row}@example.org", below ? "" : shared.Organisation, "council");
        }

        rows += random.Next(3) == 0 ? Row(header + 20, false, "Total", $"{people.Count}") : "";
        var cover = random.Next(3) switch
        {
            0 => null,
            1 => Row(1, false, "READ ME: fill in the next sheet"),
            _ => Row(1, false, "Organisation", "Sector", "People") + Row(2, false, "Org 1", "council", "7"),
        };
        var merged = $"<mergeCells count=\"{merges.Count}\">{string.Concat(merges.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>";
        return (RosterFiles.RawWorkbook(rows + "</sheetData>" + merged + "<sheetData>", cover: cover), people, hidden, titled ? header : 1);
    }

    private static IEnumerable<int> HiddenIn(IReadOnlyList<string> notes) => notes
        .Where(note => note.Contains("hidden in the sheet", StringComparison.Ordinal))
        .SelectMany(note => note[..note.IndexOf(" hidden", StringComparison.Ordinal)].Replace("Rows ", "", StringComparison.Ordinal).Replace("Row ", "", StringComparison.Ordinal).Split(", "))
        .Select(span => span.Split(' ').Where(word => word.All(char.IsAsciiDigit)).Select(int.Parse).ToList())
        .SelectMany(span => Enumerable.Range(span[0], span[^1] - span[0] + 1));

    private static byte[] Broken(Random random, byte[] file)
    {
        var broken = (byte[])file.Clone();
        for (var times = random.Next(1, 30); times > 0; times--)
        {
            broken[random.Next(4, broken.Length)] = (byte)random.Next(256);
        }

        return random.Next(2) == 0 ? broken : broken[..random.Next(5, broken.Length)];
    }

    private static byte[] Large(string what)
    {
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var sheets = what == "sheets" ? 10_000 : what == "shared" ? 300 : 1;
            Part("xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + string.Concat(Enumerable.Range(1, sheets).Select(at => $"<sheet name=\"s{at}\" sheetId=\"{at}\" r:id=\"r1\"/>")) + "</sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Part("xl/sharedStrings.xml", what == "shared" ? "<sst>" + string.Concat(Enumerable.Repeat("<si><t>some shared text</t></si>", 500_000)) + "</sst>" : "<sst/>");
            Part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\">" + what switch
            {
                "cell" => $"<c r=\"A1\" t=\"inlineStr\"><is><t>{new string('x', 19 * 1024 * 1024)}</t></is></c>",
                "cells" => string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 400_000)),
                "attributes" => $"<c {string.Concat(Enumerable.Range(0, 1_000_000).Select(at => $"a{at}=\"1\" "))}/>",
                "names" => string.Concat(Enumerable.Range(0, 900_000).Select(at => $"<n{at}/>")),
                "nested" => string.Concat(Enumerable.Repeat("<a>", 900_000)),
                "attribute" => $"<c r=\"{new string('x', 22 * 1024 * 1024)}\"/>",
                _ => "<c r=\"A1\"><v>1</v></c>",
            } + "</row></sheetData></worksheet>");
            if (what == "twice")
            {
                Part("xl/SharedStrings.xml", "<sst/>");
            }

            if (what == "zeros")
            {
                Part("xl/media/picture.bin", new string('\0', 500 * 1024 * 1024));
            }

            for (var more = 0; what == "parts" && more < 2_000; more++)
            {
                Part($"xl/media/{more}", "");
            }

            void Part(string name, string content)
            {
                using var writer = new StreamWriter(package.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return file.ToArray();
    }

    private static string Row(int number, bool hidden, params string[] cells) => $"<row r=\"{number}\"{(hidden ? " hidden=\"1\"" : "")}>"
        + string.Concat(cells.Select((cell, at) => $"<c r=\"{(char)('A' + at)}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>")) + "</row>";
}
