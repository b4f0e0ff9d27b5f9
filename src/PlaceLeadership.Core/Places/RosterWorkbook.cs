using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace PlaceLeadership.Core.Places;

/// <summary>The first sheet with data of an .xlsx workbook. Hidden rows and columns count like others.</summary>
internal static class RosterWorkbook
{
    private const int BufferBytes = 81_920;

    // No cache of shared strings on disk: it would leave names in a temporary folder.
    private static readonly OpenXmlConfiguration InMemory = new() { EnableSharedStringCache = false };

    private static readonly string LastCell = RosterSheet.LetterOf(RosterLimits.ColumnsMax - 1) + "1048576";

    private static RosterSheet NotAWorkbook => RosterSheet.Unreadable(
        "The file looks like a workbook, but cannot be read as .xlsx.",
        "Open it in a spreadsheet program, save it as .xlsx or as “CSV UTF-8” and upload that.");

    public static RosterSheet Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.ToArray();
        try
        {
            return Unpacks(bytes) ? FirstWithData(bytes) : RosterSheet.Unreadable(
                $"The workbook unpacks to more than {RosterLimits.UnpackedMebibytesMax} MB.",
                "Copy the roster alone into a new workbook, without pictures and other sheets.");
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // A damaged package can fail anywhere in the reader, with whatever exception the place throws.
            return NotAWorkbook;
        }
    }

    // Counted while unpacking, because the sizes that the package declares are its author's claim.
    private static bool Unpacks(byte[] file)
    {
        using var package = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        var left = RosterLimits.UnpackedMebibytesMax * 1024L * 1024L;
        var buffer = new byte[BufferBytes];
        foreach (var entry in package.Entries)
        {
            using var content = entry.Open();
            for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
            {
                left -= read;
                if (left < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static RosterSheet FirstWithData(byte[] file)
    {
        var names = MiniExcel.GetSheetNames(new MemoryStream(file, writable: false), InMemory);
        for (var index = 0; index < names.Count; index++)
        {
            var (rows, tooLong) = RowsOf(file, names[index]);
            if (rows.Count > 0 || tooLong)
            {
                return new RosterSheet(
                    rows,
                    tooLong ? [RosterCsv.TooLong] : [],
                    names.Count > 1 ? [$"Only the sheet “{CellText.Clean(names[index])}” was read."] : []);
            }
        }

        return names.Count == 0 ? NotAWorkbook : new RosterSheet([], [], []);
    }

    private static (List<SheetRow> Rows, bool TooLong) RowsOf(byte[] file, string sheet)
    {
        var rows = new List<SheetRow>();
        var number = 0;
        // A range, because a sheet may claim to be 16,384 columns wide, which takes minutes to read. It goes down to the last
        // row a sheet can have, because rows below a range are left out without a word; the count below ends the reading.
        foreach (var raw in MiniExcel.QueryRange(
            new MemoryStream(file, writable: false), false, sheet, ExcelType.XLSX, "A1", LastCell, InMemory))
        {
            if (++number > RosterLimits.SheetRowMax)
            {
                return (rows, true);
            }

            if (SheetRow.Of(number, ((IDictionary<string, object?>)raw).Values.Select(TextOf)) is { } row)
            {
                rows.Add(row);
            }
        }

        return (rows, false);
    }

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        string text => text,
        TimeSpan time => $"{(int)time.TotalHours:00}:{time.Minutes:00}",
        // A time without a date is stored as a fraction of day 0, which is in 1899 or 1900.
        DateTime { Year: < 1901 } time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
