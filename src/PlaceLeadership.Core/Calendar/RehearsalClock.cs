using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Calendar;

/// <summary>
/// A clock that stands in the tables until somebody moves it, so that several processes rehearse on one time. Never used
/// with real people's data. It only goes forward.
/// </summary>
/// <param name="tables">Where it stands.</param>
/// <param name="until">What it shows before anybody has set it.</param>
public sealed class RehearsalClock(ITables tables, TimeProvider until) : TimeProvider
{
    /// <summary>The shape of its row.</summary>
    public const string Shape = "clock/1";

    private const string Partition = "rehearsal";
    private const string Key = "clock";

    private DateTimeOffset? _now;

    /// <summary>What it showed when it was last read.</summary>
    public override DateTimeOffset GetUtcNow() => _now ?? until.GetUtcNow();

    /// <summary>Reads it.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        if (await tables.GetAsync(Table.Directory, Partition, Key, cancellation).ConfigureAwait(false) is { } row)
        {
            _now = InstantPattern.ExtendedIso.Parse(Documents.Read<Document>(row, Shape).Now).Value.ToDateTimeOffset();
        }
    }

    /// <summary>Moves it.</summary>
    /// <exception cref="ArgumentException">The moment lies before the one it shows.</exception>
    public async Task MoveAsync(Instant moment, CancellationToken cancellation)
    {
        await RefreshAsync(cancellation).ConfigureAwait(false);
        if (_now is { } shown && moment < Instant.FromDateTimeOffset(shown))
        {
            throw new ArgumentException($"The rehearsal's clock shows {shown:O} already and does not go back to {moment}.", nameof(moment));
        }

        await tables.SubmitAsync(
            Table.Directory, Partition,
            [new RowChange.Put(Key, Shape, Documents.Write(new Document(InstantPattern.ExtendedIso.Format(moment))))],
            cancellation).ConfigureAwait(false);
        _now = moment.ToDateTimeOffset();
    }

    private sealed record Document(string Now);
}
