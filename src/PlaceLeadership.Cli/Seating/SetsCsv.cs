using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;

namespace PlaceLeadership.Cli.Seating;

/// <summary>Sets as CSV, a line for each person. A cell that a spreadsheet program would take for a formula gets an apostrophe in front.</summary>
internal static class SetsCsv
{
    private static readonly CsvConfiguration Safe = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };

    /// <summary>Writes the sets to a file, whole or not at all.</summary>
    public static Task WriteAsync(FileInfo file, IReadOnlyList<SeatedSet> sets, SeatingFile people, CancellationToken cancellation) =>
        WholeFile.WriteAsync(file.FullName, draft => File.WriteAllTextAsync(draft, Of(sets, people), cancellation));

    private static string Of(IReadOnlyList<SeatedSet> sets, SeatingFile people)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(writer, Safe);
        Row(csv, "set", "name", "email", "organisation", "sector");
        foreach (var set in sets)
        {
            foreach (var entry in set.Members.Select(people.Entry))
            {
                Row(csv, set.Number.ToString(CultureInfo.InvariantCulture), entry.Name, entry.Email, entry.Organisation, entry.Sector);
            }
        }

        csv.Flush();
        return writer.ToString();
    }

    private static void Row(CsvWriter csv, params IReadOnlyList<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
