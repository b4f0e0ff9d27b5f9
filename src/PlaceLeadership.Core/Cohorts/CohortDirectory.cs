using NodaTime;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>A line of the directory.</summary>
/// <param name="Id">The cohort.</param>
/// <param name="Place">Its place.</param>
/// <param name="Mark">Changes whenever somebody asks for the cohort to be looked at.</param>
public sealed record DirectoryEntry(CohortId Id, string Place, string Mark);

/// <summary>How a cohort stood when it was last looked after.</summary>
/// <param name="Mark">The mark of its line in the directory at that moment; another one means that somebody asked since.</param>
/// <param name="NextWake">When it wanted to be looked after again at the latest, or null when nothing comes by itself.</param>
/// <param name="Ended">Whether nothing will ever have to be done for it again.</param>
public sealed record Look(string Mark, Instant? NextWake, bool Ended);

/// <summary>Which cohorts there are, and which of them want to be looked at now.</summary>
public sealed class CohortDirectory(ITables tables)
{
    /// <summary>The shape of a directory row.</summary>
    public const string Shape = "directory/1";

    /// <summary>The shape of a row about who looked after a cohort last.</summary>
    public const string LookShape = "look/1";

    private const string Partition = "cohorts";
    private const string Looks = "looks";

    /// <summary>Every cohort, by id.</summary>
    public Task<IReadOnlyList<DirectoryEntry>> ListAsync(CancellationToken cancellation) => RangeAsync("!", "~", cancellation);

    /// <summary>The lines of the parts of a cohort; see <see cref="CohortParts"/>.</summary>
    public Task<IReadOnlyList<DirectoryEntry>> PartsAsync(CohortId cohort, CancellationToken cancellation) =>
        RangeAsync(cohort + ".", cohort + "/", cancellation);

    /// <summary>Enters a cohort, or asks whoever tends it to look at it now where it is entered.</summary>
    public Task EnterAsync(CohortId cohortId, string place, CancellationToken cancellation) => tables.SubmitAsync(
        Table.Directory, Partition, [new RowChange.Put(cohortId.Value, Shape, Documents.Write(new Document(cohortId.Value, place)))], cancellation);

    /// <summary>
    /// Asks whoever tends a cohort to look at it now. Losing this costs no more than a delay: the tables hold the truth. A
    /// cohort that is not entered, because it was deleted meanwhile, is not entered again.
    /// </summary>
    public async Task NudgeAsync(CohortId cohortId, CancellationToken cancellation)
    {
        if (await tables.GetAsync(Table.Directory, Partition, cohortId.Value, cancellation).ConfigureAwait(false) is not { } row)
        {
            return;
        }

        try
        {
            await tables.SubmitAsync(
                Table.Directory, Partition,
                [new RowChange.Replace(cohortId.Value, row.Shape, row.Body, row.ETag)], cancellation)
                .ConfigureAwait(false);
        }
        catch (StoreConflictException)
        {
            // Somebody else asked at this moment, which is as good, or deleted it.
        }
    }

    /// <summary>The line of one cohort, or null.</summary>
    public async Task<DirectoryEntry?> FindAsync(CohortId cohortId, CancellationToken cancellation) =>
        await tables.GetAsync(Table.Directory, Partition, cohortId.Value, cancellation).ConfigureAwait(false) is { } row
            ? Entry(row)
            : null;

    /// <summary>Takes a cohort that was deleted out of the directory.</summary>
    public async Task RemoveAsync(CohortId cohortId, CancellationToken cancellation)
    {
        foreach (var partition in new[] { Looks, Partition })
        {
            if (await tables.GetAsync(Table.Directory, partition, cohortId.Value, cancellation).ConfigureAwait(false) is { } row)
            {
                await tables.SubmitAsync(
                    Table.Directory, partition, [new RowChange.Delete(cohortId.Value, row.ETag)], cancellation).ConfigureAwait(false);
            }
        }

        await TroubleDesk.ForgetAsync(tables, cohortId, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Notes that a cohort was looked after, for whoever watches that all of them are. Losing a note costs one needless look.
    /// </summary>
    public Task NoteAsync(CohortId cohortId, Look look, CancellationToken cancellation) => tables.SubmitAsync(
        Table.Directory, Looks, [new RowChange.Put(cohortId.Value, LookShape, Documents.Write(LookDocument.Of(look)))], cancellation);

    /// <summary>What was noted of each cohort, by cohort.</summary>
    public async Task<IReadOnlyDictionary<CohortId, Look>> LooksAsync(CancellationToken cancellation)
    {
        var looks = new Dictionary<CohortId, Look>();
        await foreach (var row in tables.RangeAsync(Table.Directory, Looks, "!", "~", cancellation).ConfigureAwait(false))
        {
            looks[new CohortId(row.Key)] = Documents.Read<LookDocument>(row, LookShape).Look();
        }

        return looks;
    }

    private async Task<IReadOnlyList<DirectoryEntry>> RangeAsync(string from, string to, CancellationToken cancellation)
    {
        var entries = new List<DirectoryEntry>();
        await foreach (var row in tables.RangeAsync(Table.Directory, Partition, from, to, cancellation).ConfigureAwait(false))
        {
            entries.Add(Entry(row));
        }

        return entries;
    }

    private static DirectoryEntry Entry(Row row)
    {
        var document = Documents.Read<Document>(row, Shape);
        return new DirectoryEntry(new CohortId(document.Id), document.Place, row.ETag);
    }

    private sealed record LookDocument(string Mark, string? Wake, bool Ended)
    {
        public static LookDocument Of(Look look) =>
            new(look.Mark, Texts.Moment(look.NextWake), look.Ended);

        public Look Look() => new(Mark, Texts.MomentOrNull(Wake), Ended);
    }

    private sealed record Document(string Id, string Place);
}
