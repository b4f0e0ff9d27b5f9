using NodaTime;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Application.Pausing;

/// <summary>Who is paused or goes on: a person, an organisation, or with neither everybody.</summary>
/// <param name="Parts">The parts of the cohort where they are.</param>
/// <param name="Person">The person.</param>
/// <param name="Organisations">The id of the organisation in each part.</param>
public sealed record PauseScope(
    IReadOnlyList<Cohort> Parts, ParticipantId? Person = null, IReadOnlyDictionary<CohortId, string>? Organisations = null)
{
    /// <summary>Whether it is the whole cohort.</summary>
    public bool IsWhole => this is { Person: null, Organisations: null };

    /// <summary>The id of the organisation in this part, or null for everybody.</summary>
    public string? OrganisationIn(Cohort part) => Organisations?[part.Id];
}

/// <summary>What became of asking for a pause.</summary>
public abstract record PauseOutcome
{
    private PauseOutcome()
    {
    }

    /// <summary>Nothing was changed, because the day on which it was to end is not in the future.</summary>
    /// <param name="First">The first day on which it could end.</param>
    public sealed record TooEarly(LocalDate First) : PauseOutcome;

    /// <summary>Nothing was changed, because the day on which it was to end is too far off to be meant.</summary>
    /// <param name="Last">The last day on which it could end.</param>
    public sealed record TooLate(LocalDate Last) : PauseOutcome;

    /// <summary>Nothing was changed, because the cohort has ended, or the person takes no part any more.</summary>
    public sealed record Over : PauseOutcome;

    /// <summary>Nothing was changed, because nothing is paused.</summary>
    public sealed record NotPaused : PauseOutcome;

    /// <summary>It goes on.</summary>
    public sealed record GoesOn : PauseOutcome;

    /// <summary>It is paused.</summary>
    /// <param name="Standing">Meetings of learning sets that fall into the pause of a whole cohort and stand.</param>
    public sealed record Paused(IReadOnlyList<(Cohort Part, StandingMeeting Meeting)> Standing) : PauseOutcome;
}

/// <summary>Pauses and takes up again for a manager, in every part of a large cohort.</summary>
public sealed class CohortPausing(PauseDesk pauses, CohortFinding finding, TimeProvider clock)
{
    // Longer than any programme lasts.
    private const int YearsMax = 2;

    /// <summary>Pauses the whole cohort that this is, or is a part of.</summary>
    /// <returns>What became of it; null when there is no such cohort.</returns>
    public Task<PauseOutcome?> PauseWholeAsync(CohortId id, Actor by, LocalDate? until, CancellationToken cancellation) =>
        WithWholeAsync(id, whole => PauseAsync(whole, by, until, cancellation), cancellation);

    /// <summary>Takes it up again.</summary>
    /// <returns>As above.</returns>
    public Task<PauseOutcome?> GoOnWholeAsync(CohortId id, Actor by, CancellationToken cancellation) =>
        WithWholeAsync(id, whole => GoOnAsync(whole, by, cancellation), cancellation);

    private async Task<PauseOutcome?> WithWholeAsync(CohortId id, Func<PauseScope, Task<PauseOutcome>> act, CancellationToken cancellation) =>
        await finding.PartsAsync(id.Whole, cancellation).ConfigureAwait(false) is { Count: > 0 } parts
            ? await act(new PauseScope([.. parts.Select(part => part.Cohort)])).ConfigureAwait(false) : null;

    /// <summary>Pauses; what waits is taken back.</summary>
    /// <param name="scope">Who is paused.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="until">The first day on which messages may come again, or null until somebody says so.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<PauseOutcome> PauseAsync(PauseScope scope, Actor by, LocalDate? until, CancellationToken cancellation)
    {
        if (scope.Parts.Select(part => Now(part).Date.PlusDays(1)).FirstOrDefault(first => until < first) is var tooEarly && tooEarly != default)
        {
            return new PauseOutcome.TooEarly(tooEarly);
        }

        if (scope.Parts.Select(part => Now(part).Date.PlusYears(YearsMax)).FirstOrDefault(last => until > last) is var tooLate && tooLate != default)
        {
            return new PauseOutcome.TooLate(tooLate);
        }

        if (IsOver(scope, await PersonAsync(scope, cancellation).ConfigureAwait(false)))
        {
            return new PauseOutcome.Over();
        }

        var standing = new List<(Cohort, StandingMeeting)>();
        foreach (var part in scope.Parts)
        {
            await (scope.Person is { } person
                ? pauses.PausePersonAsync(part.Id, by, person, until, cancellation)
                : pauses.PauseAsync(part.Id, by, scope.OrganisationIn(part), until, cancellation)).ConfigureAwait(false);
            if (scope.IsWhole && await finding.OneAsync(part.Id, cancellation).ConfigureAwait(false) is var (_, timetable))
            {
                var rows = await finding.RowsAsync(part.Id, cancellation).ConfigureAwait(false);
                standing.AddRange(CohortJourneys.Standing(timetable, rows, Now(part), until).Select(meeting => (part, meeting)));
            }
        }

        return new PauseOutcome.Paused(standing);
    }

    /// <summary>Takes up again, gently: nothing arrives in a heap.</summary>
    public async Task<PauseOutcome> GoOnAsync(PauseScope scope, Actor by, CancellationToken cancellation)
    {
        var found = await PersonAsync(scope, cancellation).ConfigureAwait(false);
        if (IsOver(scope, found))
        {
            return new PauseOutcome.Over();
        }

        if (scope.Person is not null
            ? found!.Pause is null
            : scope.Parts.All(part => scope.OrganisationIn(part) is { } organisation ? !part.OrganisationPauses.ContainsKey(organisation) : part.Pause is null))
        {
            return new PauseOutcome.NotPaused();
        }

        foreach (var part in scope.Parts)
        {
            await (scope.Person is { } person
                ? pauses.ResumePersonAsync(part.Id, by, person, cancellation)
                : pauses.ResumeAsync(part.Id, by, scope.OrganisationIn(part), cancellation)).ConfigureAwait(false);
        }

        return new PauseOutcome.GoesOn();
    }

    private static bool IsOver(PauseScope scope, Participant? person) =>
        scope.Parts.All(part => part.EndedOn is not null) || (scope.Person is not null && person is null or { LeftOn: not null });

    private async Task<Participant?> PersonAsync(PauseScope scope, CancellationToken cancellation) =>
        scope.Person is { } person ? (await finding.PersonAsync(scope.Parts[0].Id, person, cancellation).ConfigureAwait(false))?.Person : null;

    private LocalDateTime Now(Cohort cohort) => clock.Now().InZone(cohort.Zone).LocalDateTime;
}
