using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>A line of the directory.</summary>
/// <param name="Id">The cohort.</param>
/// <param name="Place">Its place.</param>
/// <param name="Mark">Changes whenever somebody asks for the cohort to be looked at.</param>
public sealed record DirectoryEntry(string Id, string Place, string Mark);

/// <summary>Which cohorts there are, and which of them want to be looked at now.</summary>
public sealed class CohortDirectory(ITables tables)
{
    /// <summary>The shape of a directory row.</summary>
    public const string Shape = "directory/1";

    private const string Partition = "cohorts";

    /// <summary>Every cohort, by id.</summary>
    public async Task<IReadOnlyList<DirectoryEntry>> ListAsync(CancellationToken cancellation)
    {
        var entries = new List<DirectoryEntry>();
        await foreach (var row in tables.RangeAsync(Table.Directory, Partition, "!", "~", cancellation).ConfigureAwait(false))
        {
            var document = Documents.Read<Document>(row, Shape);
            entries.Add(new DirectoryEntry(document.Id, document.Place, row.ETag));
        }

        return entries;
    }

    /// <summary>
    /// Enters a cohort, or, where it is entered, asks whoever tends it to look at it now. Losing this costs no more than a
    /// delay: the tables hold the truth.
    /// </summary>
    public Task NudgeAsync(string cohortId, string place, CancellationToken cancellation) => tables.SubmitAsync(
        Table.Directory, Partition,
        [new RowChange.Put(cohortId, Shape, Documents.Write(new Document(cohortId, place)))], cancellation);

    private sealed record Document(string Id, string Place);
}
