using System.Globalization;
using CsvHelper;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Cli.People;

/// <summary>A roster of one person with some cells replaced.</summary>
internal static class OneRow
{
    public static string Csv(RosterEntry entry, IReadOnlyDictionary<string, string> replaced)
    {
        using var parser = new CsvParser(new StringReader(RosterWriter.Csv([entry])), CultureInfo.InvariantCulture);
        using var text = new StringWriter();
        using (var writer = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            parser.Read();
            var header = parser.Record!;
            Row(writer, header);
            parser.Read();
            Row(writer, parser.Record!.Zip(header, (cell, column) => replaced.GetValueOrDefault(column, cell)));
        }

        return text.ToString();
    }

    private static void Row(CsvWriter writer, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            writer.WriteField(cell);
        }

        writer.NextRecord();
    }
}
