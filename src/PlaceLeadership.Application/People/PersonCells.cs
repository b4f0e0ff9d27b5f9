using System.Globalization;
using System.Text;
using CsvHelper;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Application.People;

/// <summary>
/// What the roster says of one person, cell by cell. Whoever changes or adds one person writes a roster of one, so that every rule of a roster holds there too.
/// </summary>
public static class PersonCells
{
    /// <summary>The cells of a person, by their columns.</summary>
    public static IReadOnlyDictionary<string, string> Of(RosterEntry entry)
    {
        using var parser = new CsvParser(new StringReader(RosterWriter.Csv([entry])), CultureInfo.InvariantCulture);
        parser.Read();
        var header = parser.Record!;
        parser.Read();
        return header.Zip(parser.Record!).ToDictionary(cell => cell.First, cell => cell.Second);
    }

    /// <summary>Reads a roster of one.</summary>
    /// <param name="cells">The cells, by their columns.</param>
    /// <param name="confirmed">What somebody confirmed.</param>
    public static RosterReading Read(IReadOnlyDictionary<string, string> cells, Confirmations confirmed)
    {
        using var text = new StringWriter();
        using (var writer = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            foreach (var line in new[] { cells.Keys, cells.Values })
            {
                foreach (var cell in line)
                {
                    writer.WriteField(cell);
                }

                writer.NextRecord();
            }
        }

        return RosterReader.Read(Encoding.UTF8.GetBytes(text.ToString()), "person.csv", confirmed);
    }

    /// <summary>Reads what the roster says of a person once some cells are other. A name that stays is taken as it is.</summary>
    /// <param name="entry">What it says now.</param>
    /// <param name="given">The cells that are given, by their columns.</param>
    /// <param name="confirmed">What somebody confirmed.</param>
    public static RosterReading Changed(RosterEntry entry, IReadOnlyDictionary<string, string> given, Confirmations confirmed)
    {
        var before = Of(entry);
        var name = RosterHeaders.NameOf(RosterField.Name);
        var cells = before.ToDictionary(cell => cell.Key, cell => given.GetValueOrDefault(cell.Key, cell.Value));
        return Read(cells, cells[name] == before[name] ? confirmed.WithName(entry.Name) : confirmed);
    }
}
