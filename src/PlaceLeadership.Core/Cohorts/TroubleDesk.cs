using System.Collections.Concurrent;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>Something that fails again and again for one cohort.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Work">What fails; see <see cref="TroubleDesk"/>.</param>
/// <param name="Since">Since when, without a success in between.</param>
/// <param name="Times">How often.</param>
/// <param name="What">Why: a sentence without personal data.</param>
public sealed record Trouble(CohortId Cohort, string Work, Instant Since, int Times, string What)
{
    /// <summary>Whether somebody has to be told: sending that has stopped at once, a failure once it was tried again in vain.</summary>
    public bool Shows => Work == TroubleDesk.Sending || Times > 1;
}

/// <summary>
/// Keeps what fails for which cohort, for people to see: it is noted by whoever looks after the cohort, and goes with the next
/// success.
/// </summary>
public sealed class TroubleDesk(ITables tables, TimeProvider clock)
{
    /// <summary>The shape of a row.</summary>
    public const string Shape = "trouble/1";

    /// <summary>Nothing is sent, because of the key, the sender or the account.</summary>
    public const string Sending = "sending";

    /// <summary>The cohort cannot be looked after.</summary>
    public const string Tending = "tending";

    private const string Partition = "troubles";

    // What another process noted is found within this time; what this one noted is known.
    private static readonly Duration LookAgain = Duration.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Instant> _knownClear = new();

    /// <summary>Notes one failure.</summary>
    public async Task NoteAsync(CohortId cohort, string work, string what, CancellationToken cancellation)
    {
        var key = Key(cohort, work);
        _knownClear.TryRemove(key, out _);
        var row = await tables.GetAsync(Table.Directory, Partition, key, cancellation).ConfigureAwait(false);
        var before = row is null ? null : Read(row);
        var trouble = new Trouble(cohort, work, before?.Since ?? clock.Now(), (before?.Times ?? 0) + 1, what);
        await tables.SubmitAsync(Table.Directory, Partition, [new RowChange.Put(key, Shape, Write(trouble))], cancellation).ConfigureAwait(false);
    }

    /// <summary>Notes a success: what was noted before is over.</summary>
    public async Task ClearAsync(CohortId cohort, string work, CancellationToken cancellation)
    {
        var key = Key(cohort, work);
        var now = clock.Now();
        if (_knownClear.TryGetValue(key, out var since) && since <= now && now < since + LookAgain)
        {
            return;
        }

        await RemoveAsync(tables, key, cancellation).ConfigureAwait(false);
        _knownClear[key] = now;
    }

    /// <summary>What fails at present: of one cohort, or of all.</summary>
    public async Task<IReadOnlyList<Trouble>> ListAsync(CohortId? cohort, CancellationToken cancellation)
    {
        var troubles = new List<Trouble>();
        var (from, to) = cohort is { } one ? (Key(one, ""), Key(one, "~")) : ("!", "~");
        await foreach (var row in tables.RangeAsync(Table.Directory, Partition, from, to, cancellation).ConfigureAwait(false))
        {
            troubles.Add(Read(row));
        }

        return troubles;
    }

    /// <summary>Forgets a cohort that was deleted.</summary>
    internal static async Task ForgetAsync(ITables tables, CohortId cohort, CancellationToken cancellation)
    {
        foreach (var work in new[] { Sending, Tending })
        {
            await RemoveAsync(tables, Key(cohort, work), cancellation).ConfigureAwait(false);
        }
    }

    private static async Task RemoveAsync(ITables tables, string key, CancellationToken cancellation)
    {
        if (await tables.GetAsync(Table.Directory, Partition, key, cancellation).ConfigureAwait(false) is not { } row)
        {
            return;
        }

        try
        {
            await tables.SubmitAsync(Table.Directory, Partition, [new RowChange.Delete(key, row.ETag)], cancellation).ConfigureAwait(false);
        }
        catch (StoreConflictException)
        {
            // Noted again, or removed, at this moment: whoever did knows better.
        }
    }

    private static string Key(CohortId cohort, string work) => $"{cohort}|{work}";

    private static string Write(Trouble trouble) => Documents.Write(new Document(
        trouble.Cohort.Value, trouble.Work, Texts.Moment(trouble.Since), trouble.Times, trouble.What));

    private static Trouble Read(Row row)
    {
        var document = Documents.Read<Document>(row, Shape);
        return new Trouble(new CohortId(document.Cohort), document.Work, Texts.Moment(document.Since), document.Times, document.What);
    }

    private sealed record Document(string Cohort, string Work, string Since, int Times, string What);
}
