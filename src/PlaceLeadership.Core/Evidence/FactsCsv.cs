using System.Globalization;
using CsvHelper;
using NodaTime.Text;

namespace PlaceLeadership.Core.Evidence;

/// <summary>
/// Engagement facts as CSV (RFC 4180, UTF-8): one row a fact, by day, pseudonyms only. The same facts give the same bytes.
/// </summary>
public static class FactsCsv
{
    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["cohort", "date", "participant", "fact", "step", "step_kind", "theme", "question", "value"];

    /// <summary>Writes the facts.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> WriteAsync(
        string cohortId, IAsyncEnumerable<Fact> facts, TextWriter writer, CancellationToken cancellation)
    {
        using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture, leaveOpen: true);
        Row(csv, Columns);
        var count = 0;
        await foreach (var fact in facts.WithCancellation(cancellation).ConfigureAwait(false))
        {
            Row(csv,
            [
                cohortId, LocalDatePattern.Iso.Format(fact.On), fact.Participant, fact.Kind, fact.Step, fact.StepKind,
                fact.Theme, fact.Question, fact.Value,
            ]);
            count++;
        }

        await csv.FlushAsync().ConfigureAwait(false);
        return count;
    }

    private static void Row(CsvWriter csv, IReadOnlyList<string> values)
    {
        foreach (var value in values)
        {
            csv.WriteField(value);
        }

        csv.NextRecord();
    }
}
