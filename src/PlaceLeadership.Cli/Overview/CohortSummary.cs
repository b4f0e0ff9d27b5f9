using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Messages;

namespace PlaceLeadership.Cli.Overview;

/// <summary>How one cohort stands.</summary>
internal sealed record CohortSummary(
    string Id, string Place, string Programme, string Start, string State, int People, int Paused, int Left, int AddressRefused,
    int Waiting, IReadOnlyList<string> InDoubt, string? NextMessage)
{
    /// <summary>Every cohort.</summary>
    public static async Task<IReadOnlyList<CohortSummary>> AllAsync(
        CohortDirectory directory, CohortDesk desk, CancellationToken cancellation)
    {
        var summaries = new List<CohortSummary>();
        foreach (var entry in await directory.ListAsync(cancellation).ConfigureAwait(false))
        {
            // A launch that was interrupted leaves an entry without a cohort; launching again completes it.
            if (await desk.ReadAsync(entry.Id, cancellation).ConfigureAwait(false) is var (view, _))
            {
                summaries.Add(Of(view));
            }
        }

        return summaries;
    }

    private static CohortSummary Of(CohortView view)
    {
        var cohort = view.Cohort.Value;
        var people = view.Participants.Select(person => person.Value).ToList();
        var active = people.Where(person => person.LeftOn is null).ToList();
        return new CohortSummary(
            cohort.Id, cohort.Place, $"{cohort.ProgrammeId} {cohort.ProgrammeVersion}", Day(cohort.Start), StateOf(cohort),
            active.Count,
            active.Count(person => person.Pause is not null || cohort.OrganisationPauses.ContainsKey(person.Organisation)),
            people.Count - active.Count,
            active.Count(person => person.AddressRefusedOn is not null),
            view.Outbox.Count(message => message.Value.State != OutboxState.InDoubt),
            [.. view.Outbox.Where(message => message.Value.State == OutboxState.InDoubt).Select(message => message.Value.Id.ToString())],
            cohort is { EndedOn: null, Pause: null, NextWake: { } wake }
                ? wake.InZone(cohort.Zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)
                : null);
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
