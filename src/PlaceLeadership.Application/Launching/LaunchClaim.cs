using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Application.Launching;

/// <summary>
/// Who is launching a cohort. Every transaction of a launch replaces this row, so of two that launch under one id at the
/// same time, the one that was first stores nothing more as soon as the other has begun.
/// </summary>
internal sealed class LaunchClaim
{
    /// <summary>The key of the row.</summary>
    public const string Key = "launching";

    /// <summary>The most changes beside the claim itself.</summary>
    public const int ChangesMax = ITables.ChangesMax - 1;

    // It says nothing but that it is there, so nobody reads it and its shape has one sample: this.
    private const string Shape = "launching/1";
    private const string Body = "{}";

    private readonly ITables _tables;
    private readonly string _cohortId;
    private string _etag;

    private LaunchClaim(ITables tables, CohortId cohortId, string etag) => (_tables, _cohortId, _etag) = (tables, cohortId.Value, etag);

    /// <summary>Takes it, also from a launch that broke off or is still going on.</summary>
    /// <exception cref="StoreConflictException">Somebody else took it at this moment.</exception>
    public static async Task<LaunchClaim> TakeAsync(ITables tables, CohortId cohortId, CancellationToken cancellation)
    {
        var there = await tables.GetAsync(Table.Cohorts, cohortId.Value, Key, cancellation).ConfigureAwait(false);
        RowChange change = there is null ? new RowChange.Insert(Key, Shape, Body) : new RowChange.Replace(Key, Shape, Body, there.ETag);
        var etags = await tables.SubmitAsync(Table.Cohorts, cohortId.Value, [change], cancellation).ConfigureAwait(false);
        return new LaunchClaim(tables, cohortId, etags[0]);
    }

    /// <summary>Stores changes in as many transactions as they need, while the claim is held.</summary>
    /// <exception cref="StoreConflictException">Somebody else has taken the claim; what was not stored yet is not stored.</exception>
    public async Task SubmitAsync(IEnumerable<RowChange> changes, CancellationToken cancellation)
    {
        foreach (var batch in changes.Chunk(ChangesMax))
        {
            var etags = await _tables.SubmitAsync(
                Table.Cohorts, _cohortId, [new RowChange.Replace(Key, Shape, Body, _etag), .. batch], cancellation).ConfigureAwait(false);
            _etag = etags[0];
        }
    }

    /// <summary>Stores the last changes, at most <see cref="ChangesMax"/>, and gives the claim back.</summary>
    /// <exception cref="StoreConflictException">Somebody else has taken the claim; nothing was stored.</exception>
    public Task FinishAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation) => _tables.SubmitAsync(
        Table.Cohorts, _cohortId, [new RowChange.Delete(Key, _etag), .. changes], cancellation);

    /// <summary>Deletes every other row of the partition: what an interrupted launch left.</summary>
    /// <exception cref="StoreConflictException">Somebody else has taken the claim.</exception>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var left = new List<RowChange>();
        await foreach (var row in _tables.RangeAsync(Table.Cohorts, _cohortId, "!", "~", cancellation).ConfigureAwait(false))
        {
            if (row.Key != Key)
            {
                left.Add(new RowChange.Delete(row.Key, row.ETag));
            }
        }

        await SubmitAsync(left, cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether nobody else has taken it.</summary>
    public async Task<bool> IsHeldAsync(CancellationToken cancellation) =>
        await _tables.GetAsync(Table.Cohorts, _cohortId, Key, cancellation).ConfigureAwait(false) is { } row && row.ETag == _etag;

    /// <summary>Gives it back without storing anything.</summary>
    public async Task GiveBackAsync(CancellationToken cancellation)
    {
        try
        {
            await FinishAsync([], cancellation).ConfigureAwait(false);
        }
        catch (StoreConflictException)
        {
            // Somebody else has taken it: now it is theirs to give back.
        }
    }
}
