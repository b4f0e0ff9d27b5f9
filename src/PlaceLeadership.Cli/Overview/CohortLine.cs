using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Cli.Overview;

/// <summary>How one cohort stands, in words for a terminal and for scripts.</summary>
internal sealed record CohortLine(
    CohortId Id, string Place, string Programme, string Start, string State, int People, int Paused, int Left, int AddressRefused,
    int Waiting, IReadOnlyList<string> InDoubt, string? NextMessage, IReadOnlyList<HeldLine> Held, IReadOnlyList<string> Troubles)
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>Every cohort.</summary>
    public static async Task<IReadOnlyList<CohortLine>> AllAsync(
        CohortDirectory directory, CohortDesk desk, TroubleDesk troubles, CancellationToken cancellation)
    {
        var lines = new List<CohortLine>();
        var all = (await troubles.ListAsync(null, cancellation).ConfigureAwait(false)).Where(trouble => trouble.Shows).ToLookup(trouble => trouble.Cohort);
        foreach (var entry in await directory.ListAsync(cancellation).ConfigureAwait(false))
        {
            try
            {
                // A launch that was interrupted leaves an entry without a cohort; launching again completes it.
                if (await desk.ReadAsync(entry.Id, cancellation).ConfigureAwait(false) is var (view, _))
                {
                    lines.Add(Of(CohortSummary.Of(view), all[entry.Id]));
                }
            }
            catch (InvalidDataException damage)
            {
                // One cohort that cannot be read must not hide the others.
                lines.Add(new CohortLine(
                    entry.Id, entry.Place, "", "", "cannot be read", 0, 0, 0, 0, 0, [], null, [],
                    [damage.Message, .. all[entry.Id].Select(trouble => TroubleWords.Of(trouble, London))]));
            }
        }

        return lines;
    }

    private static CohortLine Of(CohortSummary summary, IEnumerable<Trouble> troubles)
    {
        var cohort = summary.Cohort;
        return new CohortLine(
            cohort.Id, cohort.Place, $"{cohort.ProgrammeId} {cohort.ProgrammeVersion}", Day(cohort.Start), StateOf(cohort),
            summary.People, summary.Paused, summary.Left, summary.AddressRefused, summary.Waiting,
            [.. summary.InDoubt.Select(message => message.ToString())],
            cohort is { EndedOn: null, Pause: null, NextWake: { } wake }
                ? wake.InZone(cohort.Zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)
                : null,
            [.. summary.Held.Select(held => new HeldLine(held.Message.ToString(), held.Reason))],
            [.. troubles.Select(trouble => TroubleWords.Of(trouble, cohort.Zone))]);
    }

    private static string StateOf(Cohort cohort) => cohort switch
    {
        { EndedOn: { } ended } => $"ended {Day(ended)}",
        { Pause: { Until: { } until } } => $"paused until {Day(until)}",
        { Pause: not null } => "paused",
        _ => "running",
    };

    private static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>One message that the provider refused for what is in it.</summary>
internal sealed record HeldLine(string Message, string Reason);
