using System.Globalization;
using System.Text;
using CsvHelper;
using PlaceLeadership.Core.Journeys.Coaching.Pairing;

namespace PlaceLeadership.Cli.Matching;

/// <summary>The rounds as .csv: round, first, second, third, why. Whoever is left out stands alone; whoever is away does not stand there.</summary>
internal static class PairsFile
{
    private static readonly string[] Header = ["round", "first", "second", "third", "why"];

    public static async Task WriteAsync(FileInfo file, CoachingPlan plan, int firstRound, PairSentences sentences, CancellationToken cancellation)
    {
        using var writer = new StringWriter();
        using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture);
        Row(csv, Header);
        foreach (var (index, round) in plan.Rounds.Index())
        {
            var number = (firstRound + index).ToString(CultureInfo.InvariantCulture);
            foreach (var group in round.Groups)
            {
                Row(csv, number, group.People[0], group.People[1], group.People.ElementAtOrDefault(2) ?? "", string.Join(" ", sentences.Why(group)));
            }

            foreach (var left in round.LeftOut.Where(left => left.Reason != LeftOutReason.Away))
            {
                Row(csv, number, left.Person, "", "", sentences.Why(left));
            }
        }

        await csv.FlushAsync().ConfigureAwait(false);

        // With a mark, by which spreadsheet programs know that letters beyond ASCII are UTF-8.
        await File.WriteAllTextAsync(file.FullName, writer.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), cancellation).ConfigureAwait(false);
    }

    private static void Row(CsvWriter csv, params IReadOnlyList<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(SpreadsheetCell.Write(cell));
        }

        csv.NextRecord();
    }
}
