using System.IO.Compression;
using System.Xml;

namespace PlaceLeadership.Core.Places;

/// <summary>One sheet of a workbook.</summary>
internal sealed record ScannedSheet(
    string Name, bool Hidden, bool HasCells, IReadOnlyList<int> HiddenRows, IReadOnlySet<int> HiddenColumns, IReadOnlyList<SheetMerge> Merges);

/// <summary>
/// A first look at a workbook, part by part and without keeping its texts: which sheets there are, what is hidden in them, and
/// whether it stays within the limits of <see cref="RosterLimits"/>, so that whatever reads it afterwards ends soon and in little memory.
/// </summary>
internal sealed class WorkbookScan
{
    private const int BufferBytes = 81_920;
    private const int CancelledEvery = 1_000;

    // Bounds that no spreadsheet program comes near, against markup that is made to cost its reader much.
    private const int TagsMax = 1_000_000;
    private const int BytesFromTagToTagMax = 200_000;
    private const int DepthMax = 64;
    private const int NamesMax = 2_000;
    private const string OddlyBuilt = "The workbook is built as no spreadsheet program builds one.";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly string TooManyParts = $"The workbook is made of more than {RosterLimits.PartsMax} parts.";
    private static readonly string TooLarge = $"The workbook unpacks to more than {RosterLimits.UnpackedMebibytesMax} MB.";
    private static readonly string TooManyCells = $"The workbook has more than {RosterLimits.CellsMax} cells.";
    private static readonly string TooManySheets = $"The workbook has more than {RosterLimits.SheetsMax} sheets.";
    private static readonly string TooLongTexts = $"The texts of the workbook have more than {RosterLimits.WorkbookCharsMax} characters.";
    private static readonly string TooLongCell = $"A cell of the workbook has more than {RosterLimits.CellCharsMax} characters.";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly ZipArchive _package;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<ZipArchiveEntry> _read = [];
    private long _tags;
    private long _cells;
    private long _letters;

    private WorkbookScan(ZipArchive package, CancellationToken cancellation) => (_package, _cancellation) = (package, cancellation);

    /// <summary>The sheets in order, or what is too much of the workbook.</summary>
    public static (IReadOnlyList<ScannedSheet> Sheets, string? TooMuch) Of(byte[] file, CancellationToken cancellation)
    {
        using var package = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        var scan = new WorkbookScan(package, cancellation);
        try
        {
            scan.Unpack();
            return (scan.Sheets(), null);
        }
        catch (TooMuchException tooMuch)
        {
            return ([], tooMuch.Message);
        }
    }

    // Counted while unpacking, because the sizes that the package declares are its author's claim.
    private void Unpack()
    {
        Limit(_package.Entries.Count, RosterLimits.PartsMax, TooManyParts);
        Limit(_package.Entries.Count - _package.Entries.DistinctBy(PathOf, StringComparer.OrdinalIgnoreCase).Count(), 0, OddlyBuilt);
        var left = RosterLimits.UnpackedMebibytesMax * 1024L * 1024L;
        var buffer = new byte[BufferBytes];
        foreach (var entry in _package.Entries)
        {
            using var content = entry.Open();
            var sinceTag = 0L;
            for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
            {
                _cancellation.ThrowIfCancellationRequested();
                left -= read;
                Limit(-left, 0, TooLarge);
                if (IsXml(entry))
                {
                    sinceTag = LimitTags(buffer.AsSpan(0, read), sinceTag);
                }
            }
        }
    }

    // Before any reader of XML sees it, for such a reader keeps a tag or a text whole.
    private long LimitTags(ReadOnlySpan<byte> markup, long sinceTag)
    {
        for (var at = markup.IndexOf((byte)'<'); at >= 0; at = markup.IndexOf((byte)'<'))
        {
            Limit(sinceTag + at, BytesFromTagToTagMax, OddlyBuilt);
            Limit(++_tags, TagsMax, OddlyBuilt);
            markup = markup[(at + 1)..];
            sinceTag = 0;
        }

        Limit(sinceTag + markup.Length, BytesFromTagToTagMax, OddlyBuilt);
        return sinceTag + markup.Length;
    }

    private static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static string PathOf(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/').TrimStart('/');

    private IReadOnlyList<ScannedSheet> Sheets()
    {
        var sheets = new List<(string Name, bool Hidden, string Id)>();
        Read("xl/workbook.xml", reader =>
        {
            if (reader.LocalName == "sheet")
            {
                sheets.Add((reader.GetAttribute("name") ?? "", reader.GetAttribute("state") is "hidden" or "veryHidden", reader.GetAttribute("id", Relations) ?? ""));
                Limit(sheets.Count, RosterLimits.SheetsMax, TooManySheets);
            }
        });
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        Read("xl/_rels/workbook.xml.rels", reader =>
        {
            if (reader.LocalName == "Relationship")
            {
                targets[reader.GetAttribute("Id") ?? ""] = reader.GetAttribute("Target") ?? "";
            }
        });
        IReadOnlyList<ScannedSheet> scanned = [.. sheets.Select(sheet => Sheet(sheet.Name, sheet.Hidden, targets.GetValueOrDefault(sheet.Id, "")))];
        foreach (var entry in _package.Entries.Where(entry => IsXml(entry) && !_read.Contains(entry)))
        {
            Read(entry, _ => { });
        }

        return scanned;
    }

    private ScannedSheet Sheet(string name, bool hidden, string target)
    {
        Limit(target.Length == 0 || target.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? 0 : 1, 0, OddlyBuilt);
        var (before, row) = (_cells, 0);
        var (rows, columns, merges) = (new List<int>(), new HashSet<int>(), new List<SheetMerge>());
        Read(target.StartsWith('/') ? target[1..] : "xl/" + target, reader =>
        {
            switch (reader.LocalName)
            {
                case "row":
                    row = int.TryParse(reader.GetAttribute("r"), out var number) ? number : row + 1;
                    if (IsHidden(reader) && rows.Count < RosterLimits.SheetRowMax)
                    {
                        rows.Add(row);
                    }

                    break;
                case "col" when IsHidden(reader) && int.TryParse(reader.GetAttribute("min"), out var min) && int.TryParse(reader.GetAttribute("max"), out var max):
                    columns.UnionWith(Enumerable.Range(0, RosterLimits.ColumnsMax).Where(column => column + 1 >= min && column + 1 <= max));
                    break;
                case "mergeCell" when SheetMerge.Of(reader.GetAttribute("ref") ?? "") is { } merge && merges.Count < RosterLimits.SheetRowMax:
                    merges.Add(merge);
                    break;
                case "c":
                    Limit(++_cells, RosterLimits.CellsMax, TooManyCells);
                    break;
            }
        });
        return new ScannedSheet(name, hidden, _cells > before, rows, columns, merges);
    }

    // Made as low or narrow as nothing is hidden too.
    private static bool IsHidden(XmlReader reader) =>
        reader.GetAttribute("hidden") is "1" or "true" || reader.GetAttribute("ht") is "0" || reader.GetAttribute("width") is "0";

    private void Read(string part, Action<XmlReader> element)
    {
        if (_package.Entries.FirstOrDefault(entry => IsXml(entry) && string.Equals(PathOf(entry), part, StringComparison.OrdinalIgnoreCase)) is { } entry)
        {
            Read(entry, element);
        }
    }

    private void Read(ZipArchiveEntry entry, Action<XmlReader> element)
    {
        _read.Add(entry);
        using var content = entry.Open();
        using var reader = XmlReader.Create(content, Settings);
        var letters = new char[4_096];
        for (var nodes = 1; reader.Read(); nodes++)
        {
            if (nodes % CancelledEvery == 0)
            {
                _cancellation.ThrowIfCancellationRequested();
            }

            if (reader.NodeType == XmlNodeType.Element)
            {
                LimitNames(reader);
                element(reader);
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                Count(reader, letters);
            }
        }
    }

    private void LimitNames(XmlReader reader)
    {
        Limit(reader.Depth, DepthMax, OddlyBuilt);
        _names.Add(reader.LocalName);
        while (reader.MoveToNextAttribute())
        {
            _names.Add(reader.LocalName);
        }

        reader.MoveToElement();
        Limit(_names.Count, NamesMax, OddlyBuilt);
    }

    private void Count(XmlReader reader, char[] letters)
    {
        var cell = 0L;
        for (var read = reader.ReadValueChunk(letters, 0, letters.Length); read > 0; read = reader.ReadValueChunk(letters, 0, letters.Length))
        {
            cell += read;
            Limit(cell, RosterLimits.CellCharsMax, TooLongCell);
        }

        Limit(_letters += cell, RosterLimits.WorkbookCharsMax, TooLongTexts);
    }

    private static void Limit(long value, long most, string sentence)
    {
        if (value > most)
        {
            throw new TooMuchException(sentence);
        }
    }

    private sealed class TooMuchException(string sentence) : Exception(sentence);
}
