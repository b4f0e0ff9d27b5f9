using NodaTime;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>
/// Sign-ins that were ended before their time, kept in the tables so that every instance knows of them, also after a restart.
/// A line goes once its sign-in would have run out anyway.
/// </summary>
internal sealed class SignedOut(ITables tables, PagesOptions options)
{
    /// <summary>The shape of a line.</summary>
    public const string Shape = "signed-out/1";

    /// <summary>The partition of the directory in which the lines stand.</summary>
    public const string Partition = "signed-out";

    public async Task<bool> HoldsAsync(ManagerSession session, CancellationToken cancellation) =>
        await tables.GetAsync(Table.Directory, Partition, session.Id, cancellation).ConfigureAwait(false) is not null;

    public async Task AddAsync(ManagerSession session, CancellationToken cancellation)
    {
        await tables.SubmitAsync(
            Table.Directory, Partition,
            [new RowChange.Put(session.Id, Shape, Documents.Write(new Document(session.Expires.ToUnixTimeSeconds())))], cancellation)
            .ConfigureAwait(false);
        await SweepAsync(cancellation).ConfigureAwait(false);
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(options.RealClock.GetUtcNow()).ToUnixTimeSeconds();
        var over = new List<Row>();
        await foreach (var row in tables.RangeAsync(Table.Directory, Partition, "!", "~", cancellation).ConfigureAwait(false))
        {
            if (Documents.Read<Document>(row, Shape).Expires <= now)
            {
                over.Add(row);
            }
        }

        foreach (var row in over.Take(ITables.ChangesMax))
        {
            try
            {
                await tables.SubmitAsync(Table.Directory, Partition, [new RowChange.Delete(row.Key, row.ETag)], cancellation).ConfigureAwait(false);
            }
            catch (StoreConflictException)
            {
                // Another instance swept it away.
            }
        }
    }

    private sealed record Document(long Expires);
}
