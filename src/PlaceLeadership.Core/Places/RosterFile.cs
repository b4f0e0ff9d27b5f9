namespace PlaceLeadership.Core.Places;

/// <summary>Recognises what kind of file was uploaded, and opens it.</summary>
internal static class RosterFile
{
    private const string SaveAs = "Save it as .xlsx without a password, or as “CSV UTF-8”, and upload that.";

    public static RosterSheet Open(ReadOnlyMemory<byte> file, string fileName, CancellationToken cancellation)
    {
        var bytes = file.Span;
        if (bytes.Length > RosterLimits.FileMebibytesMax * 1024 * 1024)
        {
            return RosterSheet.Unreadable(
                $"The file has more than {RosterLimits.FileMebibytesMax} MB.",
                "Copy the roster alone into a new file, without pictures and other sheets.");
        }

        return bytes switch
        {
            [] => RosterSheet.Unreadable("The file is empty.", "Save the roster again and upload the new file."),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => RosterSheet.Unreadable(
                "The file is an old .xls workbook or is protected by a password.", SaveAs),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => RosterSheet.Unreadable("The file is a PDF.", SaveAs),
            [(byte)'P', (byte)'K', 3, 4, ..] when fileName.EndsWith(".ods", StringComparison.OrdinalIgnoreCase) =>
                RosterSheet.Unreadable("The file is an OpenDocument spreadsheet.", SaveAs),
            [(byte)'P', (byte)'K', 3, 4, ..] => RosterWorkbook.Read(file, cancellation),
            _ => Text(bytes, cancellation),
        };
    }

    private static RosterSheet Text(ReadOnlySpan<byte> bytes, CancellationToken cancellation)
    {
        var (text, note) = RosterText.Decode(bytes);
        var sheet = RosterCsv.Read(text, cancellation);
        return sheet with { IsText = true, Notes = note is null ? sheet.Notes : [note, .. sheet.Notes] };
    }
}
