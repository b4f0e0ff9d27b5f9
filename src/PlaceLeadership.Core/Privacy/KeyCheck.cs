using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Privacy;

/// <summary>
/// Which keys belong to a storage, by their ids. With other keys every link that is on its way would be dead and every
/// reflection unreadable, and nothing would say so: keys that do not fit are told in a sentence, and nothing is done with them.
/// </summary>
public sealed class KeyCheck(ITables tables)
{
    /// <summary>The shape of the row that names the keys.</summary>
    public const string Shape = "keys/1";

    private const string Partition = "keys";
    private const string Key = "keys";
    private const string CohortsPartition = "cohorts";

    /// <summary>Why these keys do not fit what is stored, or null. The keys fit when the newest that was ever used is among them.</summary>
    /// <param name="keys">The keys, or null when there are none yet.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    public async Task<string?> ProblemWithAsync(KeyRing? keys, CancellationToken cancellation)
    {
        var row = await tables.GetAsync(Table.Directory, Partition, Key, cancellation).ConfigureAwait(false);
        if (row is null)
        {
            // An earlier release kept no note of its keys.
            return keys is null && await HasCohortsAsync(cancellation).ConfigureAwait(false)
                ? "This storage holds cohorts, and there are no keys for them here." : null;
        }

        var newest = Documents.Read<Document>(row, Shape).Ids[0];
        return keys is null ? $"This storage has keys already (the newest is '{newest}'), and there are none here."
            : keys.Ids.Contains(newest) ? null
            : $"This storage belongs to other keys (the newest is '{newest}') than those here ('{keys.CurrentId}').";
    }

    /// <summary>Notes these keys, which fit: the first ones, and each that is put before them later.</summary>
    public async Task NoteAsync(KeyRing keys, CancellationToken cancellation)
    {
        var body = Documents.Write(new Document([.. keys.Ids]));
        if ((await tables.GetAsync(Table.Directory, Partition, Key, cancellation).ConfigureAwait(false))?.Body != body)
        {
            await tables.SubmitAsync(Table.Directory, Partition, [new RowChange.Put(Key, Shape, body)], cancellation).ConfigureAwait(false);
        }
    }

    private async Task<bool> HasCohortsAsync(CancellationToken cancellation)
    {
        await foreach (var _ in tables.RangeAsync(Table.Directory, CohortsPartition, "!", "~", cancellation).ConfigureAwait(false))
        {
            return true;
        }

        return false;
    }

    private sealed record Document(IReadOnlyList<string> Ids);
}
