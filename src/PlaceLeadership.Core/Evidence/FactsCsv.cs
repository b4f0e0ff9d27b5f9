using System.Globalization;
using CsvHelper;
using NodaTime.Text;
using PlaceLeadership.Core.Facts;

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
        CohortId cohortId, IReadOnlyList<Fact> facts, TextWriter writer)
    {
        using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture, leaveOpen: true);
        Row(csv, Columns);
        foreach (var fact in facts)
        {
            Row(csv,
            [
                cohortId.Value, LocalDatePattern.Iso.Format(fact.On), fact.Participant?.Value ?? "", fact.Kind, fact.Step?.Value ?? "", fact.StepKind,
                fact.Theme, fact.Question, fact.Value,
            ]);
        }

        await csv.FlushAsync().ConfigureAwait(false);
        return facts.Count;
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
