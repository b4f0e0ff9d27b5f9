using NodaTime;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Application.Overview;

/// <summary>One cohort of the list.</summary>
/// <param name="Id">The cohort, or one part of a large one.</param>
/// <param name="Place">Its place.</param>
/// <param name="Standing">How it stands; null when it cannot be read.</param>
/// <param name="Troubles">What fails for it, in sentences.</param>
public sealed record CohortLine(CohortId Id, string Place, CohortStanding? Standing, IReadOnlyList<string> Troubles);

/// <summary>How a cohort stands.</summary>
/// <param name="Summary">Its numbers.</param>
/// <param name="State">Its state.</param>
/// <param name="EndsOn">The day after which it ends by itself.</param>
public sealed record CohortStanding(CohortSummary Summary, CohortState State, LocalDate EndsOn);

/// <summary>Reads how cohorts stand. Reading one costs a look at all of its people.</summary>
public sealed class CohortOverview(CohortDirectory directory, CohortReader reader, TroubleDesk troubles, TimeProvider clock)
{
    /// <summary>Every cohort, or the parts of this one.</summary>
    public async Task<IReadOnlyList<CohortLine>> ReadAsync(CohortId? only, CancellationToken cancellation) => await ReadAsync(
        (await directory.ListAsync(cancellation).ConfigureAwait(false))
            .Where(entry => only is not { } id || entry.Id == id || entry.Id.Whole == id),
        cancellation).ConfigureAwait(false);

    /// <summary>Some of the cohorts, by id.</summary>
    /// <param name="may">Whether a cohort, in its place, may be seen.</param>
    /// <param name="from">How many to pass over; with more than there are, none is left.</param>
    /// <param name="most">The most to read.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    /// <returns>The cohorts, how many were passed over, and how many there are.</returns>
    public async Task<(IReadOnlyList<CohortLine> Lines, int From, int Count)> ReadAsync(
        Func<CohortId, string, bool> may, int from, int most, CancellationToken cancellation)
    {
        var entries = (await directory.ListAsync(cancellation).ConfigureAwait(false)).Where(entry => may(entry.Id, entry.Place)).ToList();
        var start = Math.Max(0, from);
        return (await ReadAsync(entries.Skip(start).Take(most), cancellation).ConfigureAwait(false), start, entries.Count);
    }

    private async Task<IReadOnlyList<CohortLine>> ReadAsync(IEnumerable<DirectoryEntry> entries, CancellationToken cancellation)
    {
        var lines = new List<CohortLine>();
        var shown = (await troubles.ListAsync(null, cancellation).ConfigureAwait(false)).Where(trouble => trouble.Shows).ToLookup(trouble => trouble.Cohort);
        foreach (var entry in entries)
        {
            IReadOnlyList<string> words = [.. shown[entry.Id].Select(trouble => TroubleSentence.Of(trouble, LaunchOrder.Zone))];
            try
            {
                // A launch that was interrupted leaves an entry without a cohort; launching again completes it.
                if (await StandingAsync(entry.Id, cancellation).ConfigureAwait(false) is var standing && (standing is not null || words.Count > 0))
                {
                    lines.Add(new CohortLine(entry.Id, entry.Place, standing, words));
                }
            }
            catch (InvalidDataException damage)
            {
                // One cohort that cannot be read must not hide the others.
                lines.Add(new CohortLine(entry.Id, entry.Place, null, [damage.Message, .. words]));
            }
        }

        return lines;
    }

    private async Task<CohortStanding?> StandingAsync(CohortId id, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(id, cancellation).ConfigureAwait(false) is not var (view, timetable))
        {
            return null;
        }

        var cohort = view.Cohort.Value;
        return new CohortStanding(CohortSummary.Of(view), CohortState.Of(cohort, clock.Now().InZone(cohort.Zone).Date), timetable.EndsOn(cohort));
    }
}
