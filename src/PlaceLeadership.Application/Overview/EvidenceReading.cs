using NodaTime;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Application.Overview;

/// <summary>What a cohort is asked when, for who evaluates it; nothing of any person.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Programme">Its programme.</param>
/// <param name="EndsOn">Its last day.</param>
/// <param name="Steps">Each step with its planned day.</param>
public sealed record AskedOfCohort(Cohort Cohort, Programme Programme, LocalDate EndsOn, IReadOnlyList<(LocalDate On, Step Step)> Steps);

/// <summary>Reads what a cohort is asked.</summary>
public sealed class EvidenceReading(CohortFinding finding)
{
    /// <summary>What the cohort that this is, or is a part of, is asked; null when there is none.</summary>
    public async Task<AskedOfCohort?> ReadAsync(CohortId id, CancellationToken cancellation)
    {
        if (await finding.WholeAsync(id, cancellation).ConfigureAwait(false) is not { } first
            || await finding.OneAsync(first.Id, cancellation).ConfigureAwait(false) is not var (cohort, timetable))
        {
            return null;
        }

        return new AskedOfCohort(
            cohort, timetable.Programme, timetable.EndsOn(cohort),
            [.. timetable.Steps.Where(step => step.AsksForReply).Select(step => (timetable.PlannedOn(timetable.PlaceOf(step.Id), cohort), step)).OrderBy(step => step.Item1)]);
    }
}
