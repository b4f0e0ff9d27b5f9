using System.Globalization;

namespace PlaceLeadership.Benchmarks.Matching;

/// <summary>Rows of a table with a header, whose cells hold no quoted commas in the columns that are read.</summary>
internal sealed class Csv(string[] header, string[] cells)
{
    public string this[string column] => cells[Array.IndexOf(header, column)];

    public static IEnumerable<Csv> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var lines = File.ReadAllLines(path);
        var header = lines[0].Split(',');
        return lines.Skip(1).Where(line => line.Length > 0).Select(line => new Csv(header, line.Split(',')));
    }

    public int Whole(string column) => int.Parse(this[column], CultureInfo.InvariantCulture);

    public decimal Number(string column) => decimal.Parse(this[column], CultureInfo.InvariantCulture);
}
